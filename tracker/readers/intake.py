"""One file, or standard input, to announcements: the bytes are fetched, the reader is chosen, the day is checked."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from tracker.core.announcement import Announcement
from tracker.errors import FutureDateError, InputError, UnreadableInputError
from tracker.readers.source import Given, Reader, Reading, Source, too_large
from tracker.registry import load

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

READERS = {
    ".jsonl": "tracker.readers.jsonl:read",
    ".md": "tracker.readers.text:read",
    ".txt": "tracker.readers.text:read",
}
"""A name's ending → its reader."""

STDIN = "-"
_MOST_BYTES = 100_000_000
_NOTHING_GIVEN = Given()


def read(
    place: str,
    given: Given = _NOTHING_GIVEN,
    *,
    today_of: Callable[[str], date],
) -> list[Reading]:
    """What a file holds, or standard input where the place is "-": announcements and errors, in the file's order.

    `today_of` gives the day it is where a publisher is: an announcement dated after it is an error. Nothing is
    raised for a bad file; its error is what is given.
    """
    try:
        source = _fetch(place)
        return [_not_ahead(one, today_of) for one in _reader(place, source)(source, given)]
    except InputError as error:
        return [error]


def _fetch(place: str) -> Source:
    """The bytes. Raises UnreadableInputError where there are none to be had, or far too many."""
    origin = "standard input" if place == STDIN else place.encode("utf-8", "backslashreplace").decode()
    try:
        content = _content(sys.stdin.buffer) if place == STDIN else _content_of(Path(place))
    except FileNotFoundError:
        raise UnreadableInputError(origin, "there is no such file", "check the name") from None
    except IsADirectoryError:
        raise UnreadableInputError(origin, "is a folder", f"name the files in it, as in {origin}/*.txt") from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise UnreadableInputError(origin, why.lower(), "it must be a readable file") from None
    if len(content) > _MOST_BYTES:
        raise too_large(origin, _MOST_BYTES)
    return Source(content, origin)


def _content_of(path: Path) -> bytes:
    with path.open("rb") as stream:
        return _content(stream)


def _content(stream: BinaryIO) -> bytes:
    return stream.read(_MOST_BYTES + 1)


def _reader(place: str, source: Source) -> Reader:
    """By the ending; what has none is text, but for standard input that begins as JSON does."""
    suffix = Path(place).suffix.lower() or ".txt"
    if place == STDIN and source.content.lstrip().startswith(b"{"):
        suffix = ".jsonl"
    if suffix not in READERS:
        known = ", ".join(READERS)
        raise UnreadableInputError(source.origin, f"files ending in {suffix} are not read", f"known are {known}")
    reader: Reader = load(READERS[suffix])
    return reader


def _not_ahead(one: Reading, today_of: Callable[[str], date]) -> Reading:
    """The same, unless it is announced on a day that has not come where its publisher is."""
    if not isinstance(one, Announcement):
        return one
    today = today_of(one.publisher)
    return FutureDateError(one.origin, one.announced_on, today) if one.announced_on > today else one
