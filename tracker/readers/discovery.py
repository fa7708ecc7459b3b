"""The feed of a site, as its pages name it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from tracker.errors import InputError, UnreadableInputError
from tracker.readers.apart import read_apart
from tracker.readers.html import parsed
from tracker.readers.markup import decoded_markup
from tracker.readers.source import Given, parsing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.readers.source import Reading, Source

_TYPES = ("application/rss+xml", "application/atom+xml")


def refuse_list_of_news(source: Source) -> None:
    """Raises UnreadableInputError for a fetched page that names a feed, which is to be watched in its place.

    Like every stranger's page it is read apart, in a time that is bounded.
    """
    if b"<link" in source.content.lower():
        for error in read_apart(f"{__name__}:news_of", source, Given()):
            if isinstance(error, InputError):
                raise error


def news_of(source: Source, given: Given) -> Iterator[Reading]:
    """The error that names a page's feed; nothing where it names none."""
    del given
    if feed := _feed_named(source):
        yield UnreadableInputError(source.origin, "is no announcement itself", f"watch its feed: {feed}")


def _feed_named(source: Source) -> str:
    """The address of the first feed that a page names; empty for none, and for what is no page."""
    with suppress(InputError), parsing(source, "web page"):
        for link in parsed(decoded_markup(source)).iter("link"):
            is_feed = "alternate" in (link.get("rel") or "").lower() and link.get("type") in _TYPES
            address = urljoin(source.url, str(link.get("href") or ""))
            if is_feed and address.startswith(("https://", "http://")):
                return address
    return ""
