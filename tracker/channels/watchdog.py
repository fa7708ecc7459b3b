"""Ends a connection when the time for it is up: a byte now and then would outlast any timeout of one read.

One thread watches for a connection's whole life: a thread for each message would cost more than the message.
"""

from __future__ import annotations

import socket
import threading
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Watch:
    """What is watched: a socket, once there is one, until an instant on the monotonic clock."""

    def __init__(self, ends_at: float) -> None:
        self.ends_at = ends_at
        self._sock: socket.socket | None = None

    @property
    def is_over(self) -> bool:
        """True when time is up, whoever notices first: the thread that watches, or the socket by its own limit."""
        return time.monotonic() >= self.ends_at

    def seconds_left(self) -> float:
        """The seconds that are left. Raises TimeoutError where there are none."""
        left = self.ends_at - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left

    def watch(self, sock: socket.socket) -> None:
        """This is the socket from now on. Raises TimeoutError where time was up before: nothing would end it."""
        self._sock = sock
        self.seconds_left()

    def end(self) -> None:
        """Time is up."""
        if self._sock is not None:
            with suppress(OSError):  # it may have gone already; of TLS too: whoever reads finds an end, and no crash
                socket.socket.shutdown(self._sock, socket.SHUT_RDWR)


class Watchdog:
    """The thread that watches one thing at a time; it begins with the first one and ends with `close`."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None
        self._watch: Watch | None = None
        self._wakes_at: float | None = None
        self._is_closed = False

    @contextmanager
    def over(self, seconds: float) -> Iterator[Watch]:
        """Watch over what the block does, for so many seconds."""
        watch = Watch(time.monotonic() + seconds)
        with self._changed:
            self._watch = watch
            self._begin()
            if self._wakes_at is None or self._wakes_at > watch.ends_at:  # else it wakes early enough by itself
                self._changed.notify()
        try:
            yield watch
        finally:
            with self._changed:
                self._watch = None

    def close(self) -> None:
        """Let the thread end; another block begins another one."""
        with self._changed:
            self._is_closed = True
            self._changed.notify()
        if self._thread is not None:
            self._thread.join()
        self._thread, self._is_closed = None, False

    def _begin(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="watchdog", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        with self._changed:
            while not self._is_closed:
                if self._watch is not None and self._watch.ends_at <= time.monotonic():
                    self._watch.end()
                    self._watch = None
                self._wakes_at = self._watch.ends_at if self._watch else None
                self._changed.wait(None if self._wakes_at is None else self._wakes_at - time.monotonic())
