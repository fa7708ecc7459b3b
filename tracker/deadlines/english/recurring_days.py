"""What comes again on certain days: "every second Tuesday", "by the 5th of each month", "every spring"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.deadlines.alternation import any_of
from tracker.deadlines.english.recurrence import FROM
from tracker.deadlines.english.words import MONTHS, ORDINALS, WEEKDAYS, word_set
from tracker.deadlines.examples import recurring
from tracker.deadlines.rules import Family, FrameRule, PhraseRule, TailRule
from tracker.deadlines.spec import (
    CalendarDay,
    DayNumber,
    MonthOf,
    Nth,
    Relative,
    Repeated,
    Season,
    SeasonOf,
    Stretch,
    Weekday,
)

if TYPE_CHECKING:
    from tracker.deadlines.rules import Match
    from tracker.deadlines.spec import Meaning, Noun

_STRETCHES = {"month": Stretch.MONTH, "quarter": Stretch.QUARTER, "half-year": Stretch.HALF, "year": Stretch.YEAR}
_STRETCH = rf"(?P<stretch>{any_of(_STRETCHES)})"
_STRETCH_WORDS = frozenset(word.split("-")[0] for word in _STRETCHES)
_SEASONS = {"spring": Season.SPRING, "summer": Season.SUMMER, "autumn": Season.AUTUMN, "fall": Season.AUTUMN,
            "winter": Season.WINTER}  # fmt: skip
_FULL_MONTHS = {name: number for name, number in MONTHS.items() if len(name) > 4 or name in ("may", "june", "july")}
_EVERY = r"(?:every|each)"
_NTH = {**ORDINALS, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "last": -1, "other": 2}
_NTH_WORD = any_of(name for name, number in _NTH.items() if number <= 5)
_WEEKDAY = rf"(?P<weekday>{any_of(WEEKDAYS)})"
_EVERY_STARTS = frozenset({"every", "each"})
_DAY_OF = rf"(?P<day>\d\d?(?:st|nd|rd|th)|{any_of(ORDINALS)}|last|end|start|beginning)(?: day)?"


def _every_weekday(match: Match) -> Meaning:
    which = match["which"]
    return Repeated(Stretch.WEEK, _NTH[which] if which else 1, on=Weekday(WEEKDAYS[match["weekday"]]))


def _weekly(match: Match) -> Meaning:
    return Repeated(Stretch.WEEK, on=Weekday(WEEKDAYS[match["weekday"]]))


def _nth_weekday(match: Match) -> Meaning:
    weekday = Weekday(WEEKDAYS[match["weekday"]])
    return Repeated(_STRETCHES[match["stretch"]], on=weekday, nth=_NTH[match["which"]])


def _nth_day(match: Match) -> Meaning | None:
    word = match["day"]
    day = (
        {"last": -1, "end": -1, "start": 1, "beginning": 1}.get(word)
        or ORDINALS.get(word)
        or int(word.rstrip("sthndr"))
    )
    return Repeated(_STRETCHES[match["stretch"]], on=DayNumber(day)) if -1 <= day <= 31 else None


def _nth_day_from(match: Match, noun: Noun) -> Meaning | None:
    meaning = _nth_day(match)
    return meaning._replace(begins=noun) if isinstance(meaning, Repeated) else None


def _nth_working_day(match: Match) -> Meaning:
    stretch = _STRETCHES[match["stretch"]]
    return Repeated(stretch, on=Nth(_NTH[match["which"]], Stretch.WORKING_DAY, Relative(stretch)))


def _season(match: Match) -> Meaning:
    return Repeated(Stretch.YEAR, on=SeasonOf(_SEASONS[match["season"]]))


def _month(match: Match) -> Meaning:
    return Repeated(Stretch.YEAR, on=MonthOf(_FULL_MONTHS[match["month"]]))


def _from_then(match: Match, noun: Noun) -> Meaning:
    if match["weekday"]:
        return Repeated(Stretch.WEEK, on=Weekday(WEEKDAYS[match["weekday"]]), begins=noun)
    if match["season"]:
        return Repeated(Stretch.YEAR, on=SeasonOf(_SEASONS[match["season"]]), begins=noun)
    return Repeated(Stretch.YEAR, on=MonthOf(_FULL_MONTHS[match["month"]]), begins=noun)


def _yearly(match: Match, noun: Noun) -> Meaning | None:
    del match
    return Repeated(Stretch.YEAR, on=noun) if isinstance(noun, CalendarDay | MonthOf | SeasonOf) else None


def _yearly_on(noun: Noun) -> Meaning:
    return Repeated(Stretch.YEAR, on=noun if isinstance(noun, CalendarDay | MonthOf | SeasonOf) else None)


RULES = (
    PhraseRule(
        "every weekday",
        _EVERY_STARTS | {"on"},
        rf"(?:on )?{_EVERY} (?:(?P<which>{_NTH_WORD}) )?{_WEEKDAY}",
        _every_weekday,
        frozenset(WEEKDAYS),
    ),
    PhraseRule(
        "every weekday",
        frozenset({"on", *WEEKDAYS}),
        rf"(?:on )?{_WEEKDAY} (?:morning|afternoon|evening|night|lunchtime)s",
        _weekly,
        frozenset(WEEKDAYS),
    ),
    PhraseRule(
        "every n-th weekday",
        word_set("on by every each first second third fourth last"),
        rf"(?:(?:on|by) )?(?:the |{_EVERY} )?(?P<which>{_NTH_WORD}) {_WEEKDAY} (?:of|in) {_EVERY} {_STRETCH}",
        _nth_weekday,
        frozenset(WEEKDAYS),
    ),
    PhraseRule(
        "every n-th day",
        frozenset({"on", "by", "at", "before", "no", "not"}),
        rf"(?:on|by|at|before|(?:no|not) later than) (?:the )?{_DAY_OF} of {_EVERY} {_STRETCH}",
        _nth_day,
        _STRETCH_WORDS,
    ),
    FrameRule(
        "every n-th day, from",
        frozenset({"on", "by", "at", "before", "no", "not"}),
        rf"(?:on|by|at|before|(?:no|not) later than) (?:the )?{_DAY_OF} of {_EVERY} {_STRETCH}{FROM} ",
        _nth_day_from,
    ),
    PhraseRule(
        "every n-th working day",
        word_set("on by at before no not"),
        r"(?:on|by|at|before|(?:no|not) later than) (?:the )?(?P<which>"
        rf"{_NTH_WORD}) (?:working|business|banking) day of {_EVERY} (?P<stretch>month|quarter)",
        _nth_working_day,
        _STRETCH_WORDS,
    ),
    PhraseRule(
        "every season", _EVERY_STARTS, rf"{_EVERY} (?P<season>{any_of(_SEASONS)})", _season, frozenset(_SEASONS)
    ),
    PhraseRule(
        "every month of that name",
        _EVERY_STARTS | {"in", "by"},
        rf"(?:(?:in|by) )?{_EVERY} (?P<month>{any_of(_FULL_MONTHS)})",
        _month,
        frozenset(_FULL_MONTHS),
    ),
    FrameRule(
        "every such day, from",
        _EVERY_STARTS,
        rf"{_EVERY} (?:{_WEEKDAY}|(?P<season>{any_of(_SEASONS)})|(?P<month>{any_of(_FULL_MONTHS)})){FROM} ",
        _from_then,
    ),
    FrameRule(
        "every year on",
        _EVERY_STARTS | {"annually", "yearly"},
        rf"(?:annually|yearly|{_EVERY} year),? (?:by|on|before|in|at|no later than|not later than) ",
        _yearly,
    ),
    TailRule("every year", frozenset(), r",? (?:of )?(?:every|each) year\b| annually\b", _yearly_on),
)

EXAMPLES = (
    recurring("We publish every second Tuesday.", "2025-09-23", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
    recurring("We publish by the 5th of each month.", "2025-10-05", "FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=5"),
    recurring("It shows on the first of each month, from March.", "2026-03-01", "FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=1"),
    recurring("We publish on the first Monday of every month.", "2025-10-06", "FREQ=MONTHLY;INTERVAL=1;BYDAY=+1MO"),
    recurring("We publish every spring.", "2026-05-31", "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=-1"),
    recurring("We publish every year by 31 March.", "2026-03-31", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31"),
    recurring("We publish by 31 March each year.", "2026-03-31", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31"),
    recurring("We publish every March.", "2026-03-31", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1"),
    recurring("Each January, starting in 2027, we publish.", "2027-01-31", "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=-1"),
    recurring("We publish every spring from 2027.", "2027-05-31", "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=-1"),
    recurring("We publish every Friday from 3 October.", "2025-10-03", "FREQ=WEEKLY;INTERVAL=1;BYDAY=FR"),
    recurring("We publish on every Friday.", "2025-09-19", "FREQ=WEEKLY;INTERVAL=1;BYDAY=FR"),
    recurring("We publish by the end of each month.", "2025-09-30", "FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=-1"),
    recurring(
        "We publish by the last working day of each month.",
        "2025-09-30",
        "FREQ=MONTHLY;INTERVAL=1;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    ),
    recurring("It opens on Friday mornings.", "2025-09-19", "FREQ=WEEKLY;INTERVAL=1;BYDAY=FR"),
    recurring("We publish on the last Friday of every month.", "2025-09-26", "FREQ=MONTHLY;INTERVAL=1;BYDAY=-1FR"),
)

COUNTEREXAMPLES = (
    "Every Tuesdayite wore red.",
    "It is the first of many.",
    "Each fallen tree was cut.",
    "By the end of each walk they slept.",
)

FAMILY = Family("recurring days", RULES, EXAMPLES, COUNTEREXAMPLES)
