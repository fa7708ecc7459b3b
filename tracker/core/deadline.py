"""What words of time were read to mean."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


class DeadlineKind(StrEnum):
    """How firm the words of time are; only the first two have a due date."""

    DATED = "dated"
    RECURRING = "recurring"
    CONDITIONAL = "conditional"
    VAGUE = "vague"
    OPEN = "open"


class Sense(StrEnum):
    """Achieve: the deed is done by the due date. Keep: a state is held until it, the due date included."""

    ACHIEVE = "achieve"
    KEEP = "keep"


class Unit(StrEnum):
    """What a length of time is counted in."""

    HOUR = "hour"
    DAY = "day"
    WORKING_DAY = "working_day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A piece of a text: character offsets, `start` in it and `end` behind it."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The piece itself."""
        return text[self.start : self.end]

    def moved(self, by: int) -> Span:
        """The same piece seen from a text in which it stands so many characters later."""
        return Span(self.start + by, self.end + by)


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day that the arithmetic starts from, and why that one: "the announcement", "the signing"."""

    on: date
    reason: str = "the announcement"


@dataclass(frozen=True, slots=True)
class Condition:
    """An event whose day is not known, and how far from it the deed is due (0 where on the event itself)."""

    event: str
    amount: int = 0
    unit: Unit = Unit.DAY


@dataclass(frozen=True, slots=True)
class Deadline:
    """The words of time in a sentence and what was read from them.

    words         the words as they stand, `span` their place in the text that was read
    due           the last day on time; None unless dated or recurring
    opens         the first day of a window, or of "not before"
    strict_due    the reading without the benefit of the doubt: for "by 2027" 31 December 2026
    rules         the chain of rules that read it, outermost first: ("by", "end of", "month")
    anchor        where the arithmetic started
    explanation   one sentence that a person can check
    rrule         a recurring one's RFC 5545 rule
    condition     a conditional one's event
    is_past       a written date that lies before the announcement: a person should look
    steps         the arithmetic, one line a step, for `explain`
    """

    words: str
    span: Span
    kind: DeadlineKind
    rules: tuple[str, ...]
    anchor: Anchor
    explanation: str
    due: date | None = None
    opens: date | None = None
    strict_due: date | None = None
    sense: Sense = Sense.ACHIEVE
    rrule: str | None = None
    condition: Condition | None = None
    is_past: bool = False
    steps: tuple[str, ...] = ()
