"""The feed of a site, as its pages name it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from tracker.errors import InputError
from tracker.readers.html import parsed
from tracker.readers.markup import decoded_markup
from tracker.readers.source import parsing

if TYPE_CHECKING:
    from tracker.readers.source import Source

_TYPES = ("application/rss+xml", "application/atom+xml")


def feed_named(source: Source) -> str:
    """The address of the first feed that a fetched page names; empty for none, and for what is no page."""
    if b"<link" not in source.content.lower():
        return ""
    with suppress(InputError), parsing(source, "web page"):
        for link in parsed(decoded_markup(source)).iter("link"):
            is_feed = "alternate" in (link.get("rel") or "").lower() and link.get("type") in _TYPES
            address = urljoin(source.url, str(link.get("href") or ""))
            if is_feed and address.startswith(("https://", "http://")):
                return address
    return ""
