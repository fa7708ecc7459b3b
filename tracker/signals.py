"""Being told to end: signals, heard in whatever thread they arrive."""

from __future__ import annotations

import select
import signal
import socket
import time
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import FrameType, TracebackType
    from typing import Self

ENDINGS = (signal.SIGTERM, signal.SIGINT)
_MOST_BYTES = 64


class Signals:
    """Listens for signals while it is open; those named do nothing but be heard.

    Python runs a signal's handler in the main thread alone, and one that arrives in another thread does not wake it: it
    may sit for a second in a wait for its workers. What is read here is the byte that Python writes the moment a signal
    comes (`signal.set_wakeup_fd`), so that any thread may ask and none hears late. To be opened in the main thread.
    """

    def __init__(self, *heard: signal.Signals) -> None:
        self._heard = frozenset(heard)
        self._listening = Lock()
        self.came: signal.Signals | None = None

    def __enter__(self) -> Self:
        self._hears, self._tells = socket.socketpair()
        self._tells.setblocking(False)
        self._hears.setblocking(False)
        self._woke = signal.set_wakeup_fd(self._tells.fileno(), warn_on_full_buffer=False)
        self._before = {one: signal.signal(one, _do_nothing) for one in self._heard}
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for one, handler in self._before.items():
            signal.signal(one, handler)
        signal.set_wakeup_fd(self._woke)
        self._hears.close()
        self._tells.close()

    def have_come(self) -> bool:
        """Whether one of the signals came since it was opened; any thread may ask."""
        return self.wait(0.0)

    def wait(self, seconds: float) -> bool:
        """True once one of the signals came, whose first is `came`; False after so many seconds without one."""
        ends = time.monotonic() + seconds
        while self.came is None:
            if not select.select([self._hears], [], [], max(0.0, ends - time.monotonic()))[0]:
                return False
            self._listen()
        return True

    def _listen(self) -> None:
        """Take what was written; of a signal that somebody else handles a byte is written too."""
        with self._listening:
            try:
                told = self._hears.recv(_MOST_BYTES)
            except BlockingIOError:  # another thread was quicker
                return
            self.came = self.came or next((signal.Signals(one) for one in told if one in self._heard), None)


def _do_nothing(number: int, frame: FrameType | None) -> None:
    """What a signal is handled with that is heard by its byte: to be ignored, it would write none."""
