"""Jobs that run when they ask for it, soon after they failed, and never twice at once."""

import threading
import time
from collections import Counter
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from tracker import clock
from tracker.scheduler import Job, Scheduler

LONG = 600.0
PATIENCE = 20


class Doing:
    """A job's work: counts its runs and lets a test wait for them."""

    def __init__(self, *answers):
        self.answers = list(answers)
        self.times = []
        self.ran = threading.Semaphore(0)

    def __call__(self, stop):
        self.times.append(clock.now())
        answer = self.answers.pop(0) if self.answers else None
        self.ran.release()
        if isinstance(answer, Exception):
            raise answer
        return answer(stop) if callable(answer) else answer

    def wait(self, runs):
        for _ in range(runs):
            assert self.ran.acquire(timeout=PATIENCE), f"ran only {len(self.times)} times"


@contextmanager
def running(*jobs, tick=LONG, now=clock.now, failed=lambda *_: None):
    scheduler = Scheduler(jobs, tick=tick, now=now, failed=failed)
    scheduler.start()
    try:
        yield scheduler
    finally:
        scheduler.stop(PATIENCE)


def eventually(is_so):
    end = time.monotonic() + PATIENCE
    while not is_so() and time.monotonic() < end:
        time.sleep(0.01)
    return is_so()


def test_a_job_runs_at_once_and_then_at_the_instant_that_it_asks_for():
    asked = clock.now() + timedelta(seconds=0.4)
    doing = Doing(asked)
    with running(Job("send", doing)):
        doing.wait(2)
    assert doing.times[0] < asked <= doing.times[1]


def test_a_job_that_asks_for_the_past_runs_again_at_once_however_often():
    past = datetime(2020, 1, 1, tzinfo=UTC)
    doing = Doing(*[past] * 50)
    with running(Job("send", doing)):
        doing.wait(51)


def test_a_job_that_asks_for_nothing_or_for_a_far_day_runs_after_a_tick():
    doing = Doing(None, clock.now() + timedelta(days=400))
    with running(Job("check", doing), tick=0.1):
        doing.wait(3)


def test_a_job_is_roused_by_the_one_it_follows_and_by_name():
    sending, checking = Doing(), Doing(clock.now() + timedelta(seconds=0.3))
    with running(Job("check", checking, rouses=("send",)), Job("send", sending)) as scheduler:
        sending.wait(2)
        scheduler.rouse("send")
        scheduler.rouse("nobody")
        sending.wait(1)


def test_a_job_that_is_roused_while_it_runs_runs_again_and_never_twice_at_once():
    begun, go_on, at_once = threading.Event(), threading.Event(), Counter()

    def slow(_stop):
        at_once["now"] += 1
        at_once["most"] = max(at_once["most"], at_once["now"])
        begun.set()
        assert go_on.wait(PATIENCE)
        at_once["now"] -= 1

    doing = Doing(slow, slow)
    with running(Job("send", doing)) as scheduler:
        assert begun.wait(PATIENCE)
        for _ in range(5):
            scheduler.rouse("send")
        go_on.set()
        doing.wait(2)
    assert at_once["most"] == 1
    assert len(doing.times) == 2


def test_a_job_that_fails_is_told_of_tried_again_soon_and_stops_no_other():
    told, other = [], Doing(None, None)
    doing = Doing(OSError("one"), OSError("two"))
    with running(
        Job("send", doing), Job("check", other, rouses=("send",)), failed=lambda *what: told.append(what)
    ) as scheduler:
        other.wait(1)
        doing.wait(3)
    assert [(name, str(error)) for name, error in told] == [("send", "one"), ("send", "two")]
    assert scheduler.progress["send"].failed == 2
    assert scheduler.progress["send"].failures == 0
    assert scheduler.progress["send"].succeeded_at is not None


def test_between_failures_it_rests_twice_as_long_each_time_up_to_a_tick():
    past, far = datetime(2020, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
    it_is = [past]

    def fail(_stop):
        it_is[0] = far  # where no rest ends by itself
        raise OSError

    def rest():
        progress = scheduler.progress["send"]
        assert eventually(lambda: progress.next_at is not None and progress.next_at > far)
        return (progress.next_at - far).total_seconds()

    doing, rests = Doing(*[fail] * 5), []
    with running(Job("send", doing), tick=6.0, now=lambda: it_is[0]) as scheduler:
        for _ in range(5):
            doing.wait(1)
            rests.append(rest())
            it_is[0] = past
            scheduler.rouse("send")
    assert rests == [1, 2, 4, 6, 6]


def test_jobs_whose_turn_has_come_share_a_thread_and_a_slow_one_keeps_no_other_from_its_turn():
    release, threads = threading.Event(), []

    def note(_stop):
        threads.append(threading.get_ident())

    def slow(_stop):
        assert release.wait(PATIENCE)

    first, second, third = Doing(note, slow), Doing(note), Doing(note)
    with running(Job("check", first), Job("send", second), Job("backup", third), tick=0.1):
        for doing in (second, third, second, third):
            doing.wait(1)
        assert len(first.times) == 2
        release.set()
    assert len(set(threads)) == 1


def test_a_clock_that_is_set_back_delays_nothing_by_more_than_a_tick():
    shift = [timedelta()]
    doing = Doing()
    with running(Job("check", doing), now=lambda: clock.now() + shift[0]) as scheduler:
        doing.wait(1)
        scheduler.beat()
        shift[0] = -timedelta(hours=1)
        scheduler.beat()
        doing.wait(1)


def test_stopping_waits_for_what_runs_and_begins_nothing_more():
    begun, ended = threading.Event(), threading.Event()

    def until_told(stop):
        begun.set()
        while not stop():
            ended.wait(0.01)
        ended.set()

    doing = Doing(until_told)
    scheduler = Scheduler([Job("send", doing)], tick=LONG, now=clock.now, failed=lambda *_: None)
    scheduler.start()
    assert begun.wait(PATIENCE)
    assert not scheduler.is_stopping()
    assert scheduler.longest_run() > 0
    assert scheduler.stop(PATIENCE)
    assert ended.is_set()
    assert scheduler.is_stopping()
    assert scheduler.longest_run() == 0
    scheduler.rouse("send")
    assert len(doing.times) == 1


def test_stopping_does_not_wait_for_ever():
    begun, release = threading.Event(), threading.Event()

    def stubborn(_stop):
        begun.set()
        release.wait(PATIENCE)

    scheduler = Scheduler([Job("send", stubborn)], tick=LONG, now=clock.now, failed=lambda *_: None)
    scheduler.start()
    assert begun.wait(PATIENCE)
    assert not scheduler.stop(0.05)
    release.set()
