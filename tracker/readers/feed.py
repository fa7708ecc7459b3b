"""RSS and Atom: each entry of a feed is an announcement."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, Any

from tracker.core.announcement import DateSource
from tracker.errors import InputError, UnreadableInputError
from tracker.readers.claims import Claims, announcement, day_of
from tracker.readers.html import text_of_fragment
from tracker.readers.markup import decoded_markup, refuse_tricks, without_impossible_characters
from tracker.readers.source import Given, Reading, Source, parsing

if TYPE_CHECKING:
    from collections.abc import Iterator


SUMMARY = "summary"
"""The kind of an entry that tells only a part of what its page says."""

_ROOT = re.compile(r"<(?:\w+:)?(?:rss|feed|rdf)\b", re.IGNORECASE)
_NO_FEED = "is no RSS or Atom feed", "a page is read by the ending .html"


def read(source: Source, given: Given) -> Iterator[Reading]:
    """The announcements of all entries, each or its error."""
    try:
        feed = _parsed(source)
    except InputError as error:
        yield error
        return
    if not feed.entries:
        yield UnreadableInputError(source.origin, "has no entries", "there is nothing to read")
    for number, entry in enumerate(feed.entries, 1):
        origin = f"{source.origin}:{number}"
        try:
            with parsing(source, "feed"):
                text, claims = _text(entry), _claims(entry, feed.feed)
            yield announcement(text, source, given, claims, origin)
        except InputError as error:
            yield error


def _parsed(source: Source) -> Any:
    """The feed. Raises UnreadableInputError for what is none."""
    markup = without_impossible_characters(refuse_tricks(decoded_markup(source), source.origin))
    if not _ROOT.search(markup):
        raise UnreadableInputError(source.origin, *_NO_FEED)
    with parsing(source, "feed"):
        import feedparser

        content = BytesIO(markup.encode("utf-8", "replace"))
        headers = {"content-type": "application/xml; charset=utf-8"}  # whatever it said of itself, it is that now
        feed = feedparser.parse(content, response_headers=headers, sanitize_html=False, resolve_relative_uris=False)
    if not feed.version and not feed.entries:
        raise UnreadableInputError(source.origin, *_NO_FEED)
    return feed


def _text(entry: Any) -> str:
    """The entry's whole content where the feed carries it, else its summary, else its title."""
    for one in [*entry.get("content", ()), entry.get("summary_detail") or {}]:
        value = one.get("value", "")
        if one.get("type") == "text/plain" and "</" not in value:
            value = value.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")
        if text := text_of_fragment(value):
            return text
    return f"{entry.get('title', '')}\n".lstrip()


def _claims(entry: Any, feed: Any) -> Claims:
    """What the entry says of itself, and the feed of its publisher; an address only where it is one."""
    return Claims(
        kind="" if entry.get("content") else SUMMARY,
        title=entry.get("title", ""),
        publisher=entry.get("publisher") or feed.get("publisher") or feed.get("title", ""),
        url=entry.get("link", ""),
        id=entry.get("id", ""),
        days={DateSource.FEED: day_of(entry.get("published")) or day_of(entry.get("updated"))},
    )
