"""Which format bytes are in: by a file's ending, by what a server calls them, by how they begin."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from tracker.readers.source import Source

_MEDIA_TYPES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/rdf+xml": ".xml",
    "text/markdown": ".md",
    "text/csv": ".csv",
    "message/rfc822": ".eml",
    "application/mbox": ".mbox",
    "application/jsonl": ".jsonl",
    "application/x-ndjson": ".jsonl",
}
_BEGINNINGS = (
    (re.compile(rb"%PDF-"), ".pdf"),
    (re.compile(rb"PK\x03\x04"), ".docx"),
    (re.compile(rb"\s*\{"), ".jsonl"),
    (re.compile(rb"From [^\n]+\n[A-Za-z-]+:"), ".mbox"),
    (
        re.compile(
            rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:rss|feed|rdf:RDF)\b", re.DOTALL
        ),
        ".xml",
    ),
    (
        re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|body)\b", re.IGNORECASE),
        ".html",
    ),
)


def format_of(place: str, source: Source) -> str:
    """The ending that stands for the format; ".txt" where nothing says otherwise.

    A server's name for it goes before the address's ending, unless it is one that servers give to anything.
    """
    if source.url:
        named = _MEDIA_TYPES.get(source.media_type, "")
        suffix = named or _ending(urlsplit(source.url).path)
        is_known = bool(named) or suffix in _MEDIA_TYPES.values()
        return suffix if is_known else _beginning(source.content)
    suffix = "" if place == "-" else _ending(place)
    return suffix or _beginning(source.content)


def _ending(path: str) -> str:
    return PurePosixPath(path).suffix.lower()


def _beginning(content: bytes) -> str:
    start = content[:2_000]
    return next((suffix for pattern, suffix in _BEGINNINGS if pattern.match(start)), ".txt")
