"""What words of time were read to mean."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

Account: TypeAlias = "Callable[[], tuple[str, tuple[str, ...]]]"
"""Tells how a deadline was read: its explanation and its steps."""


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


class _Kept:
    """Where a deadline keeps its explanation and its steps."""

    __slots__ = ("explanation", "steps")


_EXPLANATION: Any = _Kept.__dict__["explanation"]
_STEPS: Any = _Kept.__dict__["steps"]


class _ToldOnReading(_Kept):
    """Takes an account in the explanation's place, and asks it when either is read first: most never are."""

    __slots__ = ()

    def _read(self, kept: Any) -> Any:
        account = _EXPLANATION.__get__(self)
        if callable(account):
            explanation, steps = account()
            _EXPLANATION.__set__(self, explanation)
            _STEPS.__set__(self, steps)
        return kept.__get__(self)

    explanation = property(lambda self: self._read(_EXPLANATION), _EXPLANATION.__set__)
    steps = property(lambda self: self._read(_STEPS), _STEPS.__set__)


@dataclass(frozen=True, slots=True)
class Deadline(_ToldOnReading):
    """The words of time in a sentence and what was read from them.

    words         the words as they stand, `span` their place in the text that was read
    due           the last day on time; None unless dated or recurring
    opens         the first day of a window, or of "not before"
    strict_due    the reading without the benefit of the doubt: for "by 2027" 31 December 2026
    rules         the chain of rules that read it, outermost first: ("by", "end of", "month")
    anchor        where the arithmetic started
    explanation   one sentence that a person can check; or an Account, which tells it and the steps when they are read
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
    explanation: str = field()
    due: date | None = None
    opens: date | None = None
    strict_due: date | None = None
    sense: Sense = Sense.ACHIEVE
    rrule: str | None = None
    condition: Condition | None = None
    is_past: bool = False
    steps: tuple[str, ...] = ()

    @property
    def is_undetermined(self) -> bool:
        """True where the words name a day or period that has no day ("31 February") or none that is known ("FY 2027"
        without a country); the explanation says why.

        Words that are vague by themselves ("soon") are read by the rules named "vague".
        """
        return self.kind is DeadlineKind.VAGUE and self.rules[:1] != ("vague",)

    def placed(self, words: str, span: Span) -> Deadline:
        """The same deadline as it stands in another text. Its explanation is told when it is read, as before."""
        told = _EXPLANATION.__get__(self)
        return Deadline(
            words,
            span,
            self.kind,
            self.rules,
            self.anchor,
            told,
            self.due,
            self.opens,
            self.strict_due,
            self.sense,
            self.rrule,
            self.condition,
            self.is_past,
            () if callable(told) else _STEPS.__get__(self),
        )
