"""Tables of announcements: a line of column names, then one announcement a row."""

from __future__ import annotations

import csv
import re
from io import StringIO
from typing import TYPE_CHECKING

from tracker.core.announcement import DateSource
from tracker.errors import InputError, UnreadableInputError
from tracker.readers.claims import Claims, announcement, day_of
from tracker.readers.source import MOST_BYTES, Given, Reading, Source, checked, decoded

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAMES = {
    "text": ("text", "body", "content", "announcement", "statement"),
    "announced_on": ("announced_on", "date", "published", "published_on", "publication_date"),
    "title": ("title", "headline", "subject"),
    "publisher": ("publisher", "source", "organisation", "organization"),
    "url": ("url", "link", "address"),
    "kind": ("kind", "type"),
    "id": ("id", "number", "reference"),
}
_DEFUSED = re.compile(r"\A'(?=[\s\u200b\ufeff]*[=+\-@＝＋－＠\t\r])")


def read(source: Source, given: Given) -> Iterator[Reading]:
    """The announcements of all rows, each or its error."""
    try:
        text = checked(decoded(source), source.origin)
        rows = _rows(text)
        columns = _columns(next(rows, []), source.origin)
    except InputError as error:
        yield error
        return
    is_empty = True
    try:
        for number, row in enumerate(rows, 2):
            if any(row):
                is_empty = False
                yield _one(row, columns, source, given, f"{source.origin}:{number}")
    except csv.Error as error:
        is_empty = False
        yield UnreadableInputError(source.origin, f"is no CSV that can be read ({error})", "see its quotes")
    if is_empty:
        yield UnreadableInputError(source.origin, "has no row below its heads", "there is nothing to read")


def _rows(text: str) -> Iterator[list[str]]:
    """The rows, split at whatever mark the first line has most of."""
    csv.field_size_limit(MOST_BYTES)
    head = text.partition("\n")[0]
    return csv.reader(StringIO(text, newline=""), delimiter=max(",;\t", key=head.count))


def _columns(head: list[str], origin: str) -> dict[str, int]:
    """Which column holds what. Raises UnreadableInputError where none holds a text."""
    names = [name.strip().lower().replace(" ", "_") for name in head]
    columns = {
        field: names.index(next(name for name in known if name in names))
        for field, known in _NAMES.items()
        if set(known) & set(names)
    }
    if "text" not in columns:
        raise UnreadableInputError(origin, "has no column named text", "its first line names the columns")
    return columns


def _one(row: list[str], columns: dict[str, int], source: Source, given: Given, origin: str) -> Reading:
    cells = {field: _DEFUSED.sub("", row[place], count=1) for field, place in columns.items() if place < len(row)}
    claims = Claims(
        **{field: cells.get(field, "").strip() for field in ("title", "publisher", "url", "id", "kind")},
        days={DateSource.METADATA: day_of(cells.get("announced_on", "").strip())},
    )
    try:
        return announcement(cells.get("text", "").replace("\r\n", "\n"), source, given, claims, origin)
    except InputError as error:
        return error
