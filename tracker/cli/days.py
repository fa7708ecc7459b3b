"""A day as people type it: in figures, or in words of time, which are read as those of an announcement are."""

from __future__ import annotations

from datetime import timedelta
from enum import Enum, auto
from typing import TYPE_CHECKING

from tracker.cli.output import complain
from tracker.core.calendar import DAY_FORMS, parse_day

if TYPE_CHECKING:
    from datetime import date

    from tracker.app import App
    from tracker.core.deadline import Deadline
    from tracker.core.query import DayInWords
    from tracker.core.terms import Side


class Lean(Enum):
    """Which day is meant by one that comes again, such as "3 Nov"."""

    AHEAD = auto()
    """The next one: of what is to be done."""
    BACK = auto()
    """The latest one: of what has happened."""
    NEAR = auto()
    """The nearer one: of what may have happened or be to happen."""


def read_day(text: str, app: App, *, said_on: date | None = None, lean: Lean = Lean.AHEAD) -> date:
    """The day that a person types; how words were understood is told on the error stream.

    Words count from today, or from `said_on`, the day of the announcement that they are of. Figures, "tomorrow" and
    +7d are as of today.

    Raises ValueError, in words for a person, for what is none, and for words that name no date.
    """
    from tracker.reports.wording import spell_day

    try:
        return parse_day(text, app.today)
    except ValueError as error:
        read = _in_words(text.strip(), app, said_on, lean)
        day = _due(read)
        if day is None:
            why = f"{error}: {read.explanation}" if read and read.is_undetermined else str(error)
            raise ValueError(f"{why}; write {DAY_FORMS}, or a day in words: next friday") from error
    start = f", counted from {said_on}" if said_on else ""
    complain(f"“{text.strip()}” is read as {day}, {spell_day(day)}{start}")
    return day


def filter_day(app: App) -> DayInWords:
    """How a filter's days in words are read, as of today; how they were understood is told on the error stream.

    Before a period is before its first day, after it is after its last.
    """
    from tracker.core.terms import Side
    from tracker.reports.wording import spell_day

    def read(text: str, side: Side) -> date | None:
        words = text.strip()
        last = _due(_in_words(f"before {words}", app)) if side is Side.BEFORE else None
        day = last + timedelta(days=1) if last else _due(_in_words(words, app))
        if day:
            joint = "" if side is Side.ON else f"{side.value} "
            complain(f"“{joint}{words}” is read as {joint}{day}, {spell_day(day)}")
        return day

    return read


def _in_words(words: str, app: App, said_on: date | None = None, lean: Lean = Lean.AHEAD) -> Deadline | None:
    """What the words mean; None where not all of them were read, or they tell of what comes again. Digits alone may be
    meant as a number."""
    if words.isdigit():
        return None
    start = said_on or app.today
    if lean is not Lean.NEAR:
        return _read(words, app, start, is_backward=lean is Lean.BACK)
    both = [_read(words, app, start, is_backward=is_backward) for is_backward in (False, True)]
    return min(both, key=lambda read: abs(due - start) if (due := _due(read)) else timedelta.max)


def _read(words: str, app: App, start: date, *, is_backward: bool) -> Deadline | None:
    from tracker.core.deadline import DeadlineKind
    from tracker.deadlines import read_deadline

    read = read_deadline(words, start, app.settings.conventions_for(""), is_backward=is_backward)
    if read is None or read.words != words or read.kind is DeadlineKind.RECURRING:
        return None
    return read


def _due(read: Deadline | None) -> date | None:
    return read.due if read else None
