"""What the resolver knows besides the words, and what it says of a noun and of a whole deadline."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from tracker.core.deadline import DeadlineKind, Sense
from tracker.deadlines.words import day_in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from tracker.core.calendar import Period
    from tracker.core.conventions import Conventions
    from tracker.core.deadline import Account, Anchor, Condition

Note: TypeAlias = "str | Callable[[], str]"
_NO_EVENTS: Mapping[str, Anchor] = MappingProxyType({})


class Context(NamedTuple):
    """The anchor, the conventions, the events whose day is known, and the period of the deadline read before.

    `from_on` is the day on or after which a period without a year is looked for; with `is_backward` on or before it.
    `named` is the date that words such as "two weeks later" count from.
    """

    anchor: Anchor
    conventions: Conventions
    events: Mapping[str, Anchor] = _NO_EVENTS
    previous: Period | None = None
    from_on: date | None = None
    is_backward: bool = False
    named: Anchor | None = None

    @property
    def reference(self) -> date:
        """The day from which a year that is not written is looked for."""
        return self.from_on or self.anchor.on

    @property
    def start_in_words(self) -> str:
        """ "the announcement on Wednesday 17 September 2025"."""
        return f"{self.anchor.reason} on {day_in_words(self.anchor.on)}"

    def after(self, previous: Period, from_on: date | None = None) -> Context:
        """The same for the words that follow a deadline, years being looked for from a day."""
        return Context(self.anchor, self.conventions, self.events, previous, from_on, named=self.named)

    def moved_to(self, anchor: Anchor) -> Context:
        """The same, seen from another day."""
        return Context(anchor, self.conventions, self.events)

    def seeking(self, from_on: date, *, is_backward: bool = False) -> Context:
        """The same, looking for years from another day."""
        return self._replace(from_on=from_on, is_backward=is_backward)


class Resolved(NamedTuple):
    """The period that a noun stands for, its name in words, and what a reader should know of how it was settled.

    A note is a text, or a function that makes it when somebody reads it.

    `has_year` where the words fix the year themselves, `is_whole` where the period is named as such and not narrowed:
    only then has "by" a strict reading.
    """

    period: Period
    label: str
    notes: tuple[Note, ...] = ()
    has_year: bool = False
    is_whole: bool = True

    @property
    def is_day(self) -> bool:
        """True where it is a single day."""
        return self.period.first == self.period.last


class Reading(NamedTuple):
    """A deadline without its words: what `tracker.core.deadline.Deadline` says under the same names.

    `account` tells its explanation and its steps.
    """

    kind: DeadlineKind
    anchor: Anchor
    account: Account
    due: date | None = None
    opens: date | None = None
    strict_due: date | None = None
    sense: Sense = Sense.ACHIEVE
    rrule: str | None = None
    condition: Condition | None = None
    is_past: bool = False


class NotSettledError(Exception):
    """The conventions do not say which days a noun stands for; the text of it says what is missing."""


def texts(notes: Iterable[Note]) -> tuple[str, ...]:
    """The texts of notes."""
    return tuple([note if isinstance(note, str) else note() for note in notes])
