"""One document as published."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from tracker.core.deadline import Span


ROW = "‣ "
"""What stands before a line that a reader made of a row of a table, or of a ticked task: its words are the document's,
but no such sentence stands there."""


class DateSource(StrEnum):
    """Where the publication date was found: said by a person; in the document's own fields; near the top of its text;
    in a `<time>` that dates the page; in a feed's or a mail's header; guessed from an address or a file.
    """

    GIVEN = "given"
    METADATA = "metadata"
    DATELINE = "dateline"
    TIME_TAG = "time_tag"
    FEED = "feed"
    GUESSED = "guessed"


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes that an announcement was read from, as a server sent them; `media_type` is what it called them."""

    content: bytes = field(repr=False)
    media_type: str

    @property
    def sha256(self) -> str:
        """The SHA-256 of the bytes, in hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class Announcement:
    """One document as published: `announced_on` is the publisher's day, `text` the text that every span points into.

    `id` is the document's name in a file of many (empty elsewhere), `origin` where it was read from. `original` is
    what was fetched, and None for a file, which its owner keeps.
    """

    text: str
    announced_on: date
    date_source: DateSource = DateSource.GIVEN
    title: str = ""
    publisher: str = ""
    url: str = ""
    kind: str = ""
    id: str = ""
    origin: str = ""
    original: Original | None = field(default=None, compare=False)

    @property
    def sha256(self) -> str:
        """What makes it this announcement: the SHA-256 of its normalised text, in hexadecimal."""
        return hashlib.sha256(normalised(self.text).encode("utf-8", "surrogatepass")).hexdigest()

    def is_of_row(self, span: Span) -> bool:
        """True for a place in a line that a reader made: what stands there is no quotation."""
        return self.text.startswith(ROW, self.text.rfind("\n", 0, span.start) + 1)

    def without_text(self) -> Announcement:
        """The same without its text and what was fetched: what a list of many needs of each."""
        return replace(self, text="", original=None)


def normalised(text: str) -> str:
    """A text with its spaces folded, its Unicode composed and its letter case gone: what two copies share."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
