"""A mail server's replies, bounded: whoever answers without an end fills no memory."""

from __future__ import annotations

from typing import IO

_MOST = 64_000
"""Bytes of one reply, all of its lines together."""


class Replies:
    """The lines of a connection. A line with a dash after its code belongs to the same reply as the next one."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._left = _MOST

    def readline(self, most: int) -> bytes:
        """The next line, or so many bytes of it. Raises OSError where the reply it belongs to is too long."""
        line = self._file.readline(most)
        self._left = self._left - len(line) if line[3:4] == b"-" else _MOST
        if self._left < 0:
            raise OSError("its reply has no end")
        return line

    def close(self) -> None:
        """Close the file."""
        self._file.close()
