"""Being told to end, whatever the main thread is at."""

import signal
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from tracker.signals import ENDINGS, Signals


def told_in_a_thread(signals, one):
    """What a worker hears of a signal that arrives in its own thread, while the main thread waits for it alone."""

    def work():
        before = signals.have_come()
        signal.pthread_kill(threading.get_ident(), one)
        return before, signals.wait(10), signals.came

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(work).result()


@pytest.mark.parametrize("one", ENDINGS)
def test_a_signal_is_heard_in_the_thread_it_arrives_in_while_the_main_thread_waits(one):
    with Signals(*ENDINGS) as signals:
        assert told_in_a_thread(signals, one) == (False, True, one)


def test_a_signal_that_came_is_heard_as_often_as_it_is_asked_for():
    with Signals(signal.SIGTERM) as signals:
        assert (signals.have_come(), signals.came) == (False, None)
        for _ in range(3):
            signal.raise_signal(signal.SIGTERM)
            assert (signals.have_come(), signals.came) == (True, signal.SIGTERM)


@pytest.fixture
def handled():
    """A signal that somebody else handles."""
    before = signal.signal(signal.SIGUSR1, lambda *_: None)
    yield signal.SIGUSR1
    signal.signal(signal.SIGUSR1, before)


def test_a_signal_that_somebody_else_handles_is_none_of_those(handled):
    with Signals(signal.SIGTERM) as signals:
        signal.raise_signal(handled)
        assert (signals.have_come(), signals.wait(0.01), signals.came) == (False, False, None)
        signal.raise_signal(signal.SIGTERM)
        assert (signals.have_come(), signals.came) == (True, signal.SIGTERM)


def test_what_was_there_is_put_back():
    before, woke = [signal.getsignal(one) for one in ENDINGS], signal.set_wakeup_fd(-1)
    with Signals(*ENDINGS):
        assert [signal.getsignal(one) for one in ENDINGS] != before
    assert [signal.getsignal(one) for one in ENDINGS] == before
    assert signal.set_wakeup_fd(-1) == woke == -1
