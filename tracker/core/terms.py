"""The terms of a filter, as values; `core.query` reads them from words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from tracker.core.status import Review
from tracker.core.timing import Timing

if TYPE_CHECKING:
    from datetime import date


class Field(StrEnum):
    """What a term asks about."""

    STATUS = "status"
    REVIEW = "review"
    KIND = "kind"
    SENSE = "sense"
    OWNER = "owner"
    TAG = "tag"
    ID = "id"
    ACTOR = "actor"
    DEED = "deed"
    PUBLISHER = "publisher"
    TEXT = "text"
    DUE = "due"
    ANNOUNCED = "announced"
    DONE = "done"
    STANDING = "standing"


class Side(StrEnum):
    """On which side of a day a date lies; the day itself belongs to neither BEFORE nor AFTER."""

    ON = "on"
    BEFORE = "before"
    AFTER = "after"


class StandingWord(StrEnum):
    """A word in capitals. Those of timing are as in `core.timing`, but that OVERDUE means the long overdue too."""

    LONG_OVERDUE = "LONG_OVERDUE"
    OVERDUE = "OVERDUE"
    DUE_TODAY = "DUE_TODAY"
    DUE_SOON = "DUE_SOON"
    REVIEW_DUE = "REVIEW_DUE"
    UPCOMING = "UPCOMING"
    UNDATED = "UNDATED"
    ON_TIME = "ON_TIME"
    LATE = "LATE"
    CLOSED = "CLOSED"
    SETTLED = "SETTLED"
    UNSETTLED = "UNSETTLED"
    MOVED = "MOVED"
    PROPOSED = "PROPOSED"
    TRACKED = "TRACKED"
    DISMISSED = "DISMISSED"

    @property
    def timings(self) -> frozenset[Timing]:
        """The timing words that it means; empty where it is no word of timing."""
        if self is StandingWord.OVERDUE:
            return frozenset({Timing.OVERDUE, Timing.LONG_OVERDUE})
        return frozenset(timing for timing in Timing if timing.name == self.name)

    @property
    def review(self) -> Review | None:
        """The state of review that it means, if it is one."""
        return next((review for review in Review if review.name == self.name), None)

    @property
    def field(self) -> Field:
        """The field that it speaks of: a state of review, a status, or else where it stands in time."""
        if self.review:
            return Field.REVIEW
        is_status = self in (
            StandingWord.SETTLED,
            StandingWord.UNSETTLED,
            StandingWord.ON_TIME,
            StandingWord.LATE,
            StandingWord.CLOSED,
        )
        return Field.STATUS if is_status else Field.STANDING


@dataclass(frozen=True, slots=True)
class OneOf:
    """The field is one of these values: an enum's, an owner, a tag or a number, as text."""

    field: Field
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contains:
    """The field has these words in it; they are normalised (`core.announcement.normalised`)."""

    field: Field
    words: str


@dataclass(frozen=True, slots=True)
class OnDay:
    """The field's date lies on this side of a day; with None it has no date."""

    field: Field
    side: Side
    day: date | None


@dataclass(frozen=True, slots=True)
class Stands:
    """It stands so, as a word in capitals says."""

    standing: StandingWord

    @property
    def field(self) -> Field:
        """The field that the word speaks of."""
        return self.standing.field


Condition: TypeAlias = OneOf | Contains | OnDay | Stands


@dataclass(frozen=True, slots=True)
class Term:
    """One condition, or its opposite. A date that is missing lies neither before nor after any day."""

    condition: Condition
    is_negated: bool = False
