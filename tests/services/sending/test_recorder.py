"""What came of attempts is written down in order, together where several wait, and no failure of it goes unheard."""

import threading

import pytest

from tracker.services.recorder import MOST, Recorder


def test_what_waits_meanwhile_is_written_together_and_in_order():
    written, is_let_go = [], threading.Event()

    def write(batch):
        is_let_go.wait(30)
        written.append(list(batch))

    with Recorder(write) as recorder:
        for number in range(MOST):
            recorder.hand(number)
        is_let_go.set()
    assert [number for batch in written for number in batch] == list(range(MOST))
    assert len(written) <= 2


def test_no_more_than_so_much_is_unwritten():
    is_let_go = threading.Event()
    with Recorder(lambda _: is_let_go.wait(30)) as recorder:
        for number in range(MOST):
            recorder.hand(number)
        waiting = threading.Thread(target=recorder.hand, args=(MOST,))
        waiting.start()
        waiting.join(0.1)
        assert waiting.is_alive()
        is_let_go.set()
        waiting.join(30)
        assert not waiting.is_alive()


def test_what_writing_raises_is_raised_at_the_end():
    def write(_batch):
        raise OSError("the disk is full")

    with pytest.raises(OSError, match="the disk is full"), Recorder(write) as recorder:
        recorder.hand(1)


def test_what_writing_raises_is_raised_by_the_next_call():
    def write(_batch):
        raise OSError("the disk is full")

    def hand_for_ever():
        with Recorder(write) as recorder:
            while True:
                recorder.hand(1)

    with pytest.raises(OSError, match="the disk is full"):
        hand_for_ever()
