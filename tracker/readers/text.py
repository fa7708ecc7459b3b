"""Plain text: one announcement a file.

The text is kept as it is, but for its line ends, each of which becomes one "\\n", and for tables with bars and a row of
dashes, as minutes have them: each row becomes a line that can be read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.errors import InputError
from tracker.readers.claims import announcement
from tracker.readers.source import Given, Reading, Source, checked, decoded
from tracker.readers.tables import with_read_tables

if TYPE_CHECKING:
    from collections.abc import Iterator


def read(source: Source, given: Given) -> Iterator[Reading]:
    """The one announcement, or why it is none."""
    try:
        text = checked(decoded(source), source.origin).replace("\r\n", "\n").replace("\r", "\n")
        yield announcement(with_read_tables(text), source, given)
    except InputError as error:
        yield error
