"""Many announcements in one file: one JSON object a line. A bad line is an error of its own; the others are kept.

A text is kept exactly as it stands in its JSON string, so that whoever wrote the file can use the spans.
"""

from __future__ import annotations

import codecs
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from tracker.core.announcement import DateSource
from tracker.errors import InputError, UnreadableInputError
from tracker.readers.claims import Claims, announcement
from tracker.readers.source import MOST_BYTES, Given, Reading, Source, too_large

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.core.announcement import Announcement

_SHAPE = 'a line is {"id", "title", "publisher", "url", "announced_on", "text"}'


class _Line(msgspec.Struct):
    """What is read of a line; other keys are left alone."""

    text: str
    announced_on: date | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    kind: str | None = None
    id: str | int | None = None


def read(source: Source, given: Given) -> Iterator[Reading]:
    """The announcements of all lines that are not blank, each or its error."""
    lines = source.content.removeprefix(codecs.BOM_UTF8).split(b"\n")
    filled = [(number, line) for number, line in enumerate(lines, 1) if line.strip()]
    if not filled:
        yield UnreadableInputError(source.origin, "is empty", "there is nothing to read")
    for number, line in filled:
        try:
            yield _announcement(line, source, f"{source.origin}:{number}", given)
        except InputError as error:
            yield error


def _announcement(content: bytes, source: Source, origin: str, given: Given) -> Announcement:
    if len(content) > MOST_BYTES:
        raise too_large(origin, MOST_BYTES)
    try:
        line = msgspec.json.decode(content, type=_Line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UnreadableInputError(origin, str(error).replace("`", ""), _SHAPE) from None
    claims = Claims(
        title=line.title or "",
        publisher=line.publisher or "",
        url=line.url or "",
        kind=line.kind or "",
        id="" if line.id is None else str(line.id),
        days={DateSource.METADATA: line.announced_on},
    )
    return announcement(line.text, source, given, claims, origin)
