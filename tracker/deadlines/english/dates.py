"""Days of the calendar: "17 October 2025", "Friday, Oct. 17", "2025-10-17", "17/10/2025", "12-15 May", "the 17th"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.deadlines.alternation import any_of
from tracker.deadlines.english.words import (
    ANY_WORD_DAY,
    DAY,
    EVERY_WEEKDAY,
    FULL_YEAR,
    MONTH,
    MONTH_WORDS,
    MONTHS,
    NO_COUNT,
    ORDINAL_DAY,
    ORDINAL_STARTS,
    WEEKDAY,
    WORD_DAY,
    YEAR_TAIL,
    day_in,
    month_in,
    weekday_in,
    word_set,
    year_in,
)
from tracker.deadlines.examples import Example, vague
from tracker.deadlines.rules import FOUR_DIGITS, SHORT_DIGITS, Family, NounRule, PartRule
from tracker.deadlines.spec import CalendarDay, DayNumber, DigitDay, Range, Relative, Stretch

if TYPE_CHECKING:
    from tracker.deadlines.rules import Match
    from tracker.deadlines.spec import Noun, Year

_NUMBER_STARTS = frozenset({SHORT_DIGITS, *ORDINAL_STARTS})
_TIGHT_MONTH = rf"(?P<month>{any_of(MONTHS)})(?=\d|\b)"
_ENDS_CLAUSE = r"(?= ?(?:[.;:!?)](?!\d)|,(?! ?\d)|$))"
_UNIT_ORDINALS = word_set("first second third fourth fifth sixth seventh eighth ninth")
_LAST_DAY = r"(?P<last_day>[0-3]?\d)(?:st|nd|rd|th)?(?![\w:%]|[.,]\d)"
_TO = r"(?: to | and | until | through | till | - |-| & )(?:the )?"
_DAY_AND_MONTH = rf"\d\d?(?:st|nd|rd|th)? {any_of(MONTHS)}"
_RESPECTIVELY = r"(?!,? respectively)"


def _on_weekday(match: Match, noun: Noun) -> Noun | None:
    """ "Friday, 17 October", "Monday 12 to Friday 16 May": the weekday is checked against the day beside it."""
    if isinstance(noun, CalendarDay | DigitDay | DayNumber) and noun.weekday is None:
        return noun._replace(weekday=weekday_in(match))
    return noun if isinstance(noun, Range) else None


def _calendar_day(month: int, day: int, year: Year) -> CalendarDay | None:
    """A day, if some month has it: of "31 February" a reader is told that it does not exist."""
    return CalendarDay(month, day, year) if 1 <= day <= 31 else None


def _written_day(match: Match) -> CalendarDay | None:
    return _calendar_day(month_in(match), day_in(match), year_in(match))


def _days_of_month(match: Match) -> Noun | None:
    year = year_in(match)
    first = _calendar_day(month_in(match), day_in(match), year)
    last = _calendar_day(month_in(match), int(match["last_day"]), year)
    return Range(first, last) if first and last and first.day < last.day else None


def _numbered_day(match: Match) -> DayNumber | None:
    day = day_in(match)
    return DayNumber(day, weekday=weekday_in(match)) if 1 <= day <= 31 else None


def _day_of_relative_month(match: Match) -> DayNumber | None:
    day = day_in(match)
    word = " ".join(match["month_word"].split())
    if word == "the":
        return DayNumber(day)
    offset, is_back = {"next": (1, False), "that": (0, True), "the following": (1, True)}.get(word, (0, False))
    return DayNumber(day, Relative(Stretch.MONTH, offset, is_back)) if 1 <= day <= 31 else None


_SUFFIXES = word_set("st nd rd th")
_NO_ORDINAL_NOUN = (
    r"(?! (?:of|floor|century|anniversary|session|edition|meeting|round|congress|amendment|birthday|day|time|year"
    r"|quarter|place|person|minister|president|parliament|assembly)\b)"
)
_NO_STREET = r"(?! (?:street|road|avenue|lane|square)\b)"

RULES = (
    PartRule("weekday beside", frozenset(EVERY_WEEKDAY), rf"{WEEKDAY},? ", _on_weekday),
    NounRule(
        "date of a list",
        frozenset({SHORT_DIGITS}),
        rf"{DAY}(?=(?:, \d\d?){{0,6}}+,? and \d\d?(?:st|nd|rd|th)? {MONTH}{YEAR_TAIL},? respectively)",
        _written_day,
        MONTH_WORDS,
        is_bare=True,
        far=MONTH_WORDS,
    ),
    NounRule(
        "date of a list",
        _NUMBER_STARTS,
        rf"{DAY} {MONTH}(?=(?:,? and|,) (?:{_DAY_AND_MONTH}(?:,? and|,) )?{_DAY_AND_MONTH},? {FULL_YEAR})",
        _written_day,
        MONTH_WORDS,
        is_bare=True,
        far=MONTH_WORDS,
    ),
    NounRule(
        "date",
        _NUMBER_STARTS,
        rf"(?:{DAY}|{WORD_DAY})(?: of| day of)?(?:[ -])?{MONTH}-?{YEAR_TAIL}{_NO_STREET}",
        _written_day,
        MONTH_WORDS,
        is_bare=True,
        far=MONTH_WORDS,
    ),
    NounRule(
        "date",
        MONTH_WORDS,
        rf"{MONTH},?(?: |-|/)(?:the )?(?:{DAY}|{ANY_WORD_DAY}){NO_COUNT}{YEAR_TAIL}",
        _written_day,
        MONTH_WORDS,
        is_bare=True,
    ),
    NounRule(
        "date",
        frozenset({SHORT_DIGITS}),
        rf"{DAY}[-/]{MONTH}[-/](?:{FULL_YEAR}|(?P<short>\d\d)\b)",
        _written_day,
        MONTH_WORDS,
        is_bare=True,
        far=MONTH_WORDS,
    ),
    NounRule("date", MONTH_WORDS, rf"{MONTH}[-/]{DAY}[-/]{FULL_YEAR}", _written_day, MONTH_WORDS, is_bare=True),
    NounRule(
        "date",
        frozenset({FOUR_DIGITS}),
        rf"(?P<year>(?:19|20)\d\d)[-/ ]{MONTH}[-/ ]{DAY}",
        _written_day,
        MONTH_WORDS,
        is_bare=True,
        far=MONTH_WORDS,
    ),
    NounRule("date", MONTH_WORDS, rf"{_TIGHT_MONTH}{DAY}{YEAR_TAIL}", _written_day, MONTH_WORDS),
    NounRule(
        "date",
        _NUMBER_STARTS,
        rf"(?P<day>[0-3]?\d){_TIGHT_MONTH}{YEAR_TAIL}",
        _written_day,
        MONTH_WORDS,
        far=MONTH_WORDS,
    ),
    NounRule(
        "days",
        _NUMBER_STARTS,
        rf"{DAY}(?:, \d\d?){{0,6}}+{_TO}(?:{WEEKDAY.replace('weekday', 'last_weekday')},? )?{_LAST_DAY}"
        rf"(?: of)? {MONTH}{YEAR_TAIL}{_RESPECTIVELY}",
        _days_of_month,
        MONTH_WORDS,
        is_bare=True,
        far=MONTH_WORDS,
    ),
    NounRule(
        "days", MONTH_WORDS, rf"{MONTH} {DAY}{_TO}{_LAST_DAY}{YEAR_TAIL}", _days_of_month, MONTH_WORDS, is_bare=True
    ),
    NounRule(
        "day number",
        frozenset({SHORT_DIGITS}),
        rf"{ORDINAL_DAY}{_NO_ORDINAL_NOUN}",
        _numbered_day,
        _SUFFIXES,
    ),
    NounRule(
        "day number",
        frozenset({SHORT_DIGITS}),
        rf"(?:(?<=\bthe\s)|(?<=\bon\s))(?P<day>[0-3]?\d){_ENDS_CLAUSE}",
        _numbered_day,
    ),
    NounRule(
        "day number",
        _NUMBER_STARTS,
        rf"(?<=\bthe\s)(?P<word_day>(?:twenty|thirty)[ -]{any_of(_UNIT_ORDINALS)}){_ENDS_CLAUSE}",
        _numbered_day,
        word_set("twenty thirty"),
    ),
    NounRule(
        "day number",
        frozenset(EVERY_WEEKDAY),
        rf"{WEEKDAY},? (?:the )?(?:(?P<day>[0-3]?\d){_ENDS_CLAUSE}|{WORD_DAY}{_NO_ORDINAL_NOUN})",
        _numbered_day,
        is_bare=True,
    ),
    NounRule(
        "day of month",
        _NUMBER_STARTS,
        rf"(?:{ORDINAL_DAY}|{WORD_DAY}) (?:day )?of "
        r"(?P<month_word>next|this|that|the following|the current|the same|the) month",
        _day_of_relative_month,
        frozenset({"month"}),
        is_bare=True,
    ),
    NounRule(
        "day of month",
        _NUMBER_STARTS,
        rf"{ORDINAL_DAY} (?P<month_word>next|this) month",
        _day_of_relative_month,
        frozenset({"month"}),
        is_bare=True,
    ),
)

EXAMPLES = (
    Example("The clinic will open on 17 October 2025.", "2025-10-17"),
    Example("Ministers will report by Friday, Oct. 17.", "2025-10-17"),
    Example("The depot closes on the 3rd of May.", "2026-05-03"),
    Example("Payment is due no later than November 30th, 2026.", "2026-11-30"),
    Example("The fair runs 12–15 May.", "2026-05-15", opens="2026-05-12"),
    Example("Talks are set for January 12 to 14, 2026.", "2026-01-14", opens="2026-01-12"),
    Example("We will reply by the 30th.", "2025-09-30"),
    Example("Grants go out by the 17th of next month.", "2025-10-17"),
    Example("The tunnel opens on the first of December this year.", "2025-12-01"),
    Example("They begin on 29 February.", "2028-02-29"),
    Example("The pact was signed on 23 November 2023.", "2023-11-23", is_past=True),
    Example("The panel sits by Monday 15 September.", "2025-09-15", is_past=True),
    Example("Grants go out on the 27th of this month.", "2025-09-27"),
    Example("Grants go out on the 27.", "2025-09-27"),
    Example("Grants go out on Friday the 12th.", "2025-09-12", is_past=True),
    Example("Grants go out on 2026-Jan-7.", "2026-01-07"),
    Example("Grants go out on May twenty-one.", "2026-05-21"),
    Example("Grants went out on 3 May '98.", "1998-05-03", is_past=True),
    Example("Grants go out on Thursday the twenty-fifth.", "2025-09-25"),
    Example("Grants go out on the twenty-fifth.", "2025-09-25"),
    Example("Grants go out by Feb7.", "2026-02-07"),
    vague("Grants go out by 31 February."),
    vague("Grants go out on 29 February 2027."),
    vague("Grants go out from 3 to 31 June."),
)

COUNTEREXAMPLES = (
    "It happened on 31 February.",
    "It opens with 32 May poles.",
    "She lives on the 3rd floor.",
    "This is the 19th session.",
    "They came second in the march.",
    "May 30 people join us?",
)

FAMILY = Family("dates", RULES, EXAMPLES, COUNTEREXAMPLES)
