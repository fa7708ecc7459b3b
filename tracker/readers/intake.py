"""A file, an address or standard input to announcements: the reader is chosen, the day is checked."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from tracker.core.announcement import Announcement, Original
from tracker.errors import FutureDateError, InputError, UnreadableInputError
from tracker.readers.apart import read_apart
from tracker.readers.formats import format_of
from tracker.readers.source import Given, Reader, Reading, Source, too_large
from tracker.registry import load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

READERS = {
    ".atom": "tracker.readers.feed:read",
    ".csv": "tracker.readers.csv:read",
    ".docx": "tracker.readers.docx:read",
    ".eml": "tracker.readers.mail:read",
    ".htm": "tracker.readers.html:read",
    ".html": "tracker.readers.html:read",
    ".jsonl": "tracker.readers.jsonl:read",
    ".mbox": "tracker.readers.mail:read",
    ".md": "tracker.readers.markdown:read",
    ".pdf": "tracker.readers.pdf:read",
    ".rss": "tracker.readers.feed:read",
    ".txt": "tracker.readers.text:read",
    ".xml": "tracker.readers.feed:read",
}
"""A name's ending → its reader."""

_PLAIN = {".csv", ".jsonl", ".txt"}
"""What is read without a parser that a stranger's file could keep busy."""

STDIN = "-"
_MOST_BYTES = 100_000_000
_NOTHING_GIVEN = Given()


def read(
    place: str,
    given: Given = _NOTHING_GIVEN,
    *,
    today_of: Callable[[str], date],
    fetch: Callable[[str], Source] | None = None,
) -> Iterator[Reading]:
    """What a file holds, or standard input where the place is "-": announcements and errors, in the file's order.

    `today_of` gives the day it is where a publisher is: an announcement dated after it is an error. `fetch` gives
    what stands at an http(s) address. Nothing is raised for a bad file; its error is what is given.
    """
    try:
        source = fetch(place) if fetch and is_address(place) else _opened(place)
        yield from read_source(place, source, given, today_of)
    except InputError as error:
        yield error


def read_source(place: str, source: Source, given: Given, today_of: Callable[[str], date]) -> Iterator[Reading]:
    """What is in bytes that are already had. Those that a server sent are kept with what was read from them.

    Raises UnreadableInputError where no reader knows the format.
    """
    original = Original(source.content, source.media_type) if source.url else None
    for one in _found(format_of(place, source), source, given):
        yield _checked(one, original, today_of)


def is_address(place: str) -> bool:
    """True for what is fetched, not opened."""
    return place.lower().startswith(("http://", "https://"))


def _opened(place: str) -> Source:
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


def _found(suffix: str, source: Source, given: Given) -> Iterator[Reading]:
    """What the format's reader finds. Raises UnreadableInputError where there is none."""
    if suffix not in READERS:
        known = ", ".join(READERS)
        raise UnreadableInputError(source.origin, f"files ending in {suffix} are not read", f"known are {known}")
    if suffix not in _PLAIN:
        return read_apart(READERS[suffix], source, given)
    reader: Reader = load(READERS[suffix])
    return reader(source, given)


def _checked(one: Reading, original: Original | None, today_of: Callable[[str], date]) -> Reading:
    """The same with what it was read from, unless it is of a day that has not come where its publisher is."""
    if not isinstance(one, Announcement):
        return one
    today = today_of(one.publisher)
    if one.announced_on > today:
        return FutureDateError(one.origin, one.announced_on, today)
    return replace(one, original=original)
