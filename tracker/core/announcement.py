"""One document as published."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


class DateSource(StrEnum):
    """Where the publication date was found, most trusted first."""

    GIVEN = "given"
    METADATA = "metadata"
    DATELINE = "dateline"
    TIME_TAG = "time_tag"
    FEED = "feed"
    GUESSED = "guessed"


@dataclass(frozen=True, slots=True)
class Announcement:
    """One document as published: `announced_on` is the publisher's day, `text` the text that every span points into.

    `id` is the document's name in a file of many (empty elsewhere), `origin` where it was read from.
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

    @property
    def sha256(self) -> str:
        """What makes it this announcement: the SHA-256 of its normalised text, in hexadecimal."""
        return hashlib.sha256(normalised(self.text).encode("utf-8", "surrogatepass")).hexdigest()


def normalised(text: str) -> str:
    """A text with its spaces folded, its Unicode composed and its letter case gone: what two copies share."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
