"""The word lists of English time, and the pattern pieces made of them.

Patterns are read with one space standing for any run of spaces; see `tracker.deadlines.rules`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.deadlines.alternation import any_of
from tracker.deadlines.spec import RelativeYear

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.deadlines.rules import Match
    from tracker.deadlines.spec import Year


def word_set(words: str) -> frozenset[str]:
    """The words of a list that is written as one string."""
    return frozenset(words.split())


_FULL_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
                "november", "december")  # fmt: skip
_SHORT_MONTHS = ("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec")
MONTHS = {name: number for number, name in enumerate(_FULL_MONTHS, 1)}
MONTHS |= {short: MONTHS[next(name for name in _FULL_MONTHS if name.startswith(short[:3]))] for short in _SHORT_MONTHS}
MONTH_WORDS = frozenset(MONTHS)
MONTH = (
    rf"(?P<month>{any_of(_FULL_MONTHS)}\b|{any_of(_SHORT_MONTHS)}\b)(?:(?<=\b\w\w\w)(?<!may)\.|(?<=sept)\.|\.(?= ?\d))?"
)

_FULL_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAYS = {name: number for number, name in enumerate(_FULL_WEEKDAYS)}
SHORT_WEEKDAYS = {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4,
                  "sat": 5, "sun": 6}  # fmt: skip
EVERY_WEEKDAY = WEEKDAYS | SHORT_WEEKDAYS
WEEKDAY = rf"(?P<weekday>{any_of(EVERY_WEEKDAY)}\b)(?:(?<=\b\w\w\w)\.|(?<=\b\w\w\w\w)\.|(?<=\bthurs)\.)?"


def _either(names: Iterable[str]) -> set[str]:
    """Hyphenated names, with the hyphen and with a space."""
    return {spelling for name in names for spelling in (name, name.replace("-", " "))}


_UNIT_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
                  "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
                  "eighteenth", "nineteenth", "twentieth")  # fmt: skip
ORDINALS = {name: number for number, name in enumerate(_UNIT_ORDINALS, 1)}
ORDINALS |= {f"twenty-{name}": 20 + number for name, number in list(ORDINALS.items())[:9]}
ORDINALS |= {"thirtieth": 30, "thirty-first": 31}
ORDINAL_STARTS = frozenset(name.split("-")[0] for name in ORDINALS)
_COMPOUND_DAYS = {f"twenty-{name}": 20 + number for number, name in enumerate(
    ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine"), 1)} | {"thirty-one": 31}  # fmt: skip
DAY_WORDS = ORDINALS | _COMPOUND_DAYS

DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?![\w:%]|[.,]\d)"
ORDINAL_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)\b"
WORD_DAY = rf"(?P<word_day>{any_of(_either(ORDINALS))})"
ANY_WORD_DAY = rf"(?P<word_day>{any_of(_either(DAY_WORDS))})(?![ -][a-z])"

YEAR_WORDS = frozenset(str(year) for year in range(1950, 2101))
_COUNTED = any_of(("people", "homes", "houses", "jobs", "units", "men", "women", "children", "tonnes", "tons", "mw",
                   "km", "kilometres", "metres", "miles", "dollars", "euros", "pounds", "rupees", "per", "percent",
                   "hectares", "acres", "patients", "students", "schools", "workers", "households", "megawatts",
                   "million", "billion", "kroner", "kronor", "yen", "yuan", "francs", "roubles", "rubles", "pesos",
                   "rand", "lira", "rials", "riyals", "dirhams", "taka", "cents", "votes", "seats", "points",
                   "shares"))  # fmt: skip
NO_COUNT = rf"(?! {_COUNTED}\b)"
_FREE = rf"(?![\w%]|[.,]\d|-\d|/\d){NO_COUNT}"
FULL_YEAR = rf"(?P<year>(?:19[5-9]|20\d|210)\d){_FREE}"
_ANY_YEAR = rf"(?P<year>(?:1[5-9]\d|20\d|210)\d){_FREE}"  # behind a month an older one is a year, too
_SHORT_YEAR = r"'(?P<short>\d\d)\b|(?:of )?(?P<end_short>[2-9]\d)(?=[.;:)]|,(?! \d)|$)"
_SHORT_YEAR_OF_MONTH = r"'(?P<short>\d\d)\b|(?P<end_short>3[2-9]|[4-9]\d)(?=[.;:)]|,(?! \d)|$)"
_RELATIVE_YEAR = r"(?:of |in )?(?P<which>this|next|the coming|the following|the same|the current|that|last) year\b"
YEAR_TAIL = rf"(?: ?,? (?:of |in )?{_ANY_YEAR}|,? (?:{_SHORT_YEAR})|,? {_RELATIVE_YEAR}| (?P<bare_next>next)(?! \w))?"
WRITTEN_YEAR = rf"(?: ?,? (?:of |in )?{_ANY_YEAR}| (?:{_SHORT_YEAR_OF_MONTH})|,? {_RELATIVE_YEAR})"

_WHICH_YEAR = {
    "this": RelativeYear(0),
    "the current": RelativeYear(0),
    "next": RelativeYear(1),
    "the coming": RelativeYear(1),
    "last": RelativeYear(-1),
    "the same": RelativeYear(0, is_back=True),
    "that": RelativeYear(0, is_back=True),
    "the following": RelativeYear(1, is_back=True),
}


TO_A_DAY = rf"to (?:\d|{any_of({*MONTHS, *EVERY_WEEKDAY})}\b|(?:the|this|next|last|come|date|end|mid|early|late)\b)"
"""Where "to" leads to a day or a period, as in "the year to June", and not to a verb."""


def year_in(match: Match) -> Year:
    """The year that a pattern with YEAR_TAIL or WRITTEN_YEAR read; None where it is left out."""
    year = match.get("year")
    if year:
        return int(year)
    short = match.get("short") or match.get("end_short") or match.get("tight")
    if short:
        return full_year(short)
    which = match.get("which")
    return _WHICH_YEAR[" ".join(which.split())] if which else None


def full_year(digits: str) -> int:
    """A year of two digits or four; of two those from 50 on belong to the 1900s."""
    number = int(digits)
    return number if number > 99 else number + (1900 if number >= 50 else 2000)


def day_in(match: Match) -> int:
    """The day of the month that DAY or WORD_DAY read."""
    day = match.get("day")
    return int(day) if day else DAY_WORDS["-".join(match["word_day"].replace("-", " ").split())]


def month_in(match: Match) -> int:
    """The month that MONTH read."""
    return MONTHS[match["month"]]


def weekday_in(match: Match) -> int | None:
    """The weekday that WEEKDAY read; None where it is left out."""
    name = match.get("weekday")
    return EVERY_WEEKDAY[name] if name else None
