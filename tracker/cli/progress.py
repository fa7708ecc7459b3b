"""How far a long reading is, on a person's terminal."""

from __future__ import annotations

import sys
import time

from tracker.reports.wording import count

QUIET_SECONDS = 1.0
"""How long a reading may take before a word is said of it."""

PAUSE_SECONDS = 0.1


class Progress:
    """The number of announcements read so far, in a line of the error stream that is taken away again.

    Only a terminal gets it. Whoever writes another line meanwhile clears this one first.
    """

    def __init__(self) -> None:
        self._count = 0
        self._shown = ""
        self._next_at = time.monotonic() + QUIET_SECONDS

    def step(self) -> None:
        """Count one announcement, and say so where it is time to."""
        self._count += 1
        if time.monotonic() >= self._next_at and sys.stderr.isatty():
            self._next_at = time.monotonic() + PAUSE_SECONDS
            self._shown = f"{count(self._count, 'announcement')} read"
            sys.stderr.write(f"\r{self._shown}")
            sys.stderr.flush()

    def clear(self) -> None:
        """Leave the line empty."""
        if self._shown:
            sys.stderr.write(f"\r{' ' * len(self._shown)}\r")
            sys.stderr.flush()
            self._shown = ""
