"""Plain text and Markdown: one announcement a file.

The text is kept as it is, so that spans point into it, but for its line ends: each becomes one "\\n".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.core.announcement import Announcement, DateSource
from tracker.errors import InputError, MissingDateError
from tracker.readers.dating import find_date
from tracker.readers.heading import find_publisher, find_title
from tracker.readers.source import Given, Reading, Source, checked, decoded

if TYPE_CHECKING:
    from collections.abc import Iterator


def read(source: Source, given: Given) -> Iterator[Reading]:
    """The one announcement, or why it is none."""
    try:
        text = checked(decoded(source), source.origin).replace("\r\n", "\n").replace("\r", "\n")
        announced_on = given.announced_on or find_date(text)
        if announced_on is None:
            raise MissingDateError(source.origin)
    except InputError as error:
        yield error
        return
    yield Announcement(
        text=text,
        announced_on=announced_on,
        date_source=DateSource.GIVEN if given.announced_on else DateSource.DATELINE,
        title=find_title(text),
        publisher=given.publisher or find_publisher(text),
        url=given.url,
        origin=source.origin,
    )
