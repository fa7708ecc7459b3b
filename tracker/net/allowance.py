"""What one request may cost: seconds until its end and bytes off the wire, counted where the bytes come in."""

from __future__ import annotations

import time
from contextvars import ContextVar


class SpentError(OSError):
    """More bytes came than the request may take."""


class Allowance:
    """The instant, on the monotonic clock, at which all is over, and the bytes that are left to be read."""

    def __init__(self, seconds: float) -> None:
        self._ends_at = time.monotonic() + seconds
        self._bytes_left = 0

    @property
    def is_over(self) -> bool:
        """True once the time is up."""
        return time.monotonic() >= self._ends_at

    @property
    def is_spent(self) -> bool:
        """True once more bytes came than were allowed."""
        return self._bytes_left < 0

    def seconds_left(self) -> float:
        """The seconds that are left. Raises TimeoutError where there are none."""
        left = self._ends_at - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left

    def allow(self, count: int) -> None:
        """Let so many bytes come from now on."""
        self._bytes_left = count

    def take(self, count: int) -> None:
        """Count bytes that came. Raises SpentError where they are too many."""
        self._bytes_left -= count
        if self.is_spent:
            raise SpentError


current: ContextVar[Allowance] = ContextVar("allowance")
"""The allowance of the request under way in this thread; a kept-alive connection serves many requests in turn."""
