"""What extraction finds in an announcement: commitments, and the candidates that it turned down."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from tracker.core.announcement import normalised
from tracker.core.deadline import DeadlineKind, Sense

if TYPE_CHECKING:
    from tracker.core.deadline import Deadline, Span


class Band(StrEnum):
    """How sure extraction is: taken for a commitment, shown to a person first, or dropped."""

    COMMITMENT = "commitment"
    REVIEW = "review"
    DROPPED = "dropped"


class PromisorSource(StrEnum):
    """How the promisor was found; from SPEAKER on it is inferred."""

    SUBJECT = "subject"
    AGENT = "agent"
    SPEAKER = "speaker"
    PUBLISHER = "publisher"
    PERSON = "person"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Promisor:
    """Who is bound, and how that was found."""

    name: str
    source: PromisorSource

    @property
    def is_inferred(self) -> bool:
        """True where the sentence itself does not say who."""
        return self.source in (PromisorSource.SPEAKER, PromisorSource.PUBLISHER, PromisorSource.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Commitment:
    """A promisor will do a deed, by a deadline, in the words of one sentence.

    sentence   the sentence as it stands in the announcement, `span` its place in it
    score      0 to 1; `band` what follows from it
    features   (name, weight) of what made the score, strongest first, so that a reader can be told why
    deadline   None where the sentence names no time at all
    """

    sentence: str
    span: Span
    promisor: Promisor
    deed: str
    band: Band
    score: float
    features: tuple[tuple[str, float], ...] = ()
    deadline: Deadline | None = None

    @property
    def key(self) -> str:
        """What makes a sentence found again the same one: SHA-256 of its and its promisor's normalised words."""
        words = f"{normalised(self.sentence)}\n{normalised(self.promisor.name)}"
        return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def kind(self) -> DeadlineKind:
        """The deadline's kind; open where there is none."""
        return self.deadline.kind if self.deadline else DeadlineKind.OPEN

    @property
    def sense(self) -> Sense:
        """Whether the deed is to be done by the due date or held until it."""
        return self.deadline.sense if self.deadline else Sense.ACHIEVE


@dataclass(frozen=True, slots=True)
class Rejection:
    """A candidate turned down: its sentence, the guard that turned it down (empty: the score), and why in words."""

    sentence: str
    span: Span
    guard: str
    reason: str
    score: float


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was found in one announcement, in the order of the text."""

    commitments: tuple[Commitment, ...]
    rejections: tuple[Rejection, ...]
