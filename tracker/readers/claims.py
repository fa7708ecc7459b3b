"""What a document says of itself beside its text, and the announcement that text and claims make together."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from email.utils import parsedate
from typing import TYPE_CHECKING

from tracker.core.announcement import Announcement, DateSource
from tracker.core.clean import clean_line, with_whole_characters
from tracker.errors import MissingDateError
from tracker.readers.dating import find_date
from tracker.readers.heading import find_publisher, find_title
from tracker.readers.source import checked

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.readers.source import Given, Source

_ISO = re.compile(r"\s*((?:19|20)\d\d)-?(\d\d)-?(\d\d)(?!\d)")
_TRUSTED = (
    DateSource.GIVEN,
    DateSource.METADATA,
    DateSource.FEED,
    DateSource.DATELINE,
    DateSource.TIME_TAG,
    DateSource.GUESSED,
)
"""Whose word for the day of publication goes first: fields made for it go before what a text may mean otherwise."""

_LONGEST = 300
_LONGEST_ADDRESS = 8_000


@dataclass(frozen=True, slots=True)
class Claims:
    """Title, publisher and address as a document's own fields give them, and the days it names, by their source."""

    title: str = ""
    publisher: str = ""
    url: str = ""
    id: str = ""
    kind: str = ""
    days: Mapping[DateSource, date | None] = field(default_factory=dict)


def announcement(text: str, source: Source, given: Given, claims: Claims = Claims(), origin: str = "") -> Announcement:
    """The announcement. The person's word goes first, then the document's own fields, then the top of its text.

    Fields are one clean line each, and an address is one of the web. What is no character becomes U+FFFD in the text
    too: no database holds it, and spans stay where they are. Raises UnreadableInputError where there is no text,
    MissingDateError where nothing says when it was published.
    """
    address = source.url if not origin else ""  # what is one of many has none of its own
    origin = origin or source.origin
    text = checked(with_whole_characters(text), origin)
    announced_on, date_source = _dated(text, given, claims)
    if announced_on is None:
        raise MissingDateError(origin)
    return Announcement(
        text=text,
        announced_on=announced_on,
        date_source=date_source,
        title=one_line(claims.title) or one_line(find_title(text)),
        publisher=one_line(given.publisher) or one_line(claims.publisher) or one_line(find_publisher(text)),
        url=clean_line(given.url) or web_address(claims.url) or address,
        kind=one_line(claims.kind),
        id=one_line(claims.id),
        origin=origin,
    )


def _dated(text: str, given: Given, claims: Claims) -> tuple[date | None, DateSource]:
    """The day of the most trusted source that names one."""
    days = {**claims.days, DateSource.GIVEN: given.announced_on}
    if given.feed_on:
        days[DateSource.FEED] = given.feed_on
    for date_source in _TRUSTED:
        day = find_date(text) if date_source is DateSource.DATELINE else days.get(date_source)
        if day:
            return day, date_source
    return None, DateSource.GUESSED


def day_of(value: object) -> date | None:
    """The day that a date names, in the zone it is written in: 2026-03-03T23:30:00Z, a mail's date, 3 March 2026."""
    if not isinstance(value, str):
        return None
    with suppress(ValueError, TypeError, IndexError):
        if match := _ISO.match(value):
            return date(*map(int, match.groups()))
        if fields := parsedate(value):
            return date(*fields[:3])
    return find_date(value[:100])


def one_line(value: str) -> str:
    """Words without line breaks, runs of blanks and what a terminal must not be sent, cut where no title is as long."""
    return " ".join(clean_line(with_whole_characters(value)).split())[:_LONGEST]


def web_address(value: str) -> str:
    """The address that a document gives, where it is one of the web; empty for any other, such as a script's."""
    address = value.strip()
    is_one = address.lower().startswith(("https://", "http://")) and address.isprintable() and " " not in address
    return address if is_one and len(address) <= _LONGEST_ADDRESS else ""
