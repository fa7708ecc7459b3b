"""What does not end in time."""

import os
import signal
import threading
from types import SimpleNamespace

from tracker import clock
from tracker.scheduler import Job, Scheduler
from tracker.serve.notify import Notifier
from tracker.serve.running import run

PATIENCE = 60


def health(*, is_alive):
    return SimpleNamespace(is_alive=lambda: is_alive, status=lambda: "leading")


def scheduler_of(work):
    return Scheduler([Job("send", work)], tick=60, now=clock.now, failed=lambda *_: None)


def test_what_does_not_end_in_time_holds_nothing_back(log):
    release = threading.Event()

    def stubborn(_stop):
        os.kill(os.getpid(), signal.SIGTERM)
        release.wait(PATIENCE)

    assert not run(scheduler_of(stubborn), health(is_alive=True), Notifier({}), tick=60, grace=0.05)
    release.set()
    assert log.getvalue().endswith(" warning stopped is_clean=false\n")


def test_a_watchdog_hears_nothing_of_a_program_that_hangs(log):
    told = []
    notifier = SimpleNamespace(beat_within=0.01, ready=told.append, alive=told.append, stopping=lambda: None)

    def hanging(stop):
        while "hanging" not in log.getvalue():
            assert not stop()
        os.kill(os.getpid(), signal.SIGTERM)

    assert run(scheduler_of(hanging), health(is_alive=False), notifier, tick=60)
    assert told == ["leading"]


def test_handlers_that_were_there_are_put_back():
    before = signal.getsignal(signal.SIGTERM)
    run(scheduler_of(lambda _stop: os.kill(os.getpid(), signal.SIGINT)), health(is_alive=True), Notifier({}), tick=60)
    assert signal.getsignal(signal.SIGTERM) is before
