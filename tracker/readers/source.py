"""What a reader is given, what it gives, and how bytes become text."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from tracker.core.announcement import Announcement
from tracker.errors import InputError, UnreadableInputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

MOST_BYTES = 5_000_000
"""Of one announcement. The longest ones known, budgets and treaties, stay under 2 MB of text."""

_MOST_CONTROLS = 0.02
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_BINARY = "is binary, not text", "convert it to text first"

Reading = Announcement | InputError


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of a file and where they come from, in words for a person."""

    content: bytes
    origin: str


@dataclass(frozen=True, slots=True)
class Given:
    """What the person says of an announcement; it goes before whatever the file says."""

    announced_on: date | None = None
    publisher: str = ""
    url: str = ""


class Reader(Protocol):
    """One format: what is in the bytes, in order."""

    def __call__(self, source: Source, given: Given) -> Iterator[Reading]:
        """Announcements, and an error for each that cannot be used."""


def decoded(source: Source) -> str:
    """The text of the bytes: UTF-8, or UTF-16 with its mark.

    Raises UnreadableInputError where it is too large, binary or in another encoding.
    """
    if len(source.content) > MOST_BYTES:
        raise too_large(source.origin, MOST_BYTES)
    is_wide = source.content.startswith(_UTF_16)
    if b"\0" in source.content and not is_wide:
        raise UnreadableInputError(source.origin, *_BINARY)
    try:
        return source.content.decode("utf-16" if is_wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        why = f"byte {error.start} is not {'UTF-16' if is_wide else 'UTF-8'}"
        raise UnreadableInputError(source.origin, why, "convert it: iconv -f WINDOWS-1252 -t UTF-8") from None


def checked(text: str, origin: str) -> str:
    """The text as it is. Raises UnreadableInputError where it is empty, or holds what no text holds."""
    if not text.strip():
        raise UnreadableInputError(origin, "is empty", "there is nothing to read")
    controls = sum(character < " " and character not in "\t\n\r\f" for character in text)
    if "\0" in text or controls > len(text) * _MOST_CONTROLS:
        raise UnreadableInputError(origin, *_BINARY)
    return text


def too_large(origin: str, most: int) -> UnreadableInputError:
    """The error for a source of more bytes than are read."""
    return UnreadableInputError(origin, f"is larger than {most // 1_000_000} MB", "split it into smaller files")
