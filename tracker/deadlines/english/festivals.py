"""Days with a name: "Christmas", "Easter Monday", "Eid al-Fitr", "the Lunar New Year", and the conventions' own."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tracker.core.calendar import Period
from tracker.core.conventions import Conventions, NamedDays
from tracker.core.deadline import Unit
from tracker.deadlines.alternation import any_of
from tracker.deadlines.english.words import WRITTEN_YEAR, word_set, year_in
from tracker.deadlines.examples import Example
from tracker.deadlines.rules import Family, JointRule, NounRule, PartRule
from tracker.deadlines.spec import (
    CalendarDay,
    DayNumber,
    DigitDay,
    FiscalYear,
    Length,
    NamedDay,
    Narrowed,
    Nth,
    Shifted,
    Weekday,
)

if TYPE_CHECKING:
    from tracker.deadlines.rules import Match
    from tracker.deadlines.spec import Noun

_NAMES = {
    "new year's eve": "New Year's Eve", "new year eve": "New Year's Eve", "new year day": "New Year",
    "new year's day": "New Year", "new year": "New Year",
    "valentine's day": "Valentine's Day",
    "veterans day": "Veterans Day", "earth day": "Earth Day", "armistice day": "Armistice Day",
    "michaelmas": "Michaelmas", "lady day": "Lady Day", "martinmas": "Martinmas", "candlemas": "Candlemas",
    "lammas": "Lammas", "midsummer day": "Midsummer Day", "midsummer's day": "Midsummer Day",
    "burns night": "Burns Night", "bonfire night": "Bonfire Night", "guy fawkes night": "Bonfire Night",
    "australia day": "Australia Day", "anzac day": "Anzac Day", "canada day": "Canada Day",
    "assumption day": "Assumption", "all souls' day": "All Souls' Day", "corpus christi": "Corpus Christi",
    "shrove tuesday": "Shrove Tuesday", "mothering sunday": "Mothering Sunday", "whit monday": "Whit Monday",
    "maundy thursday": "Maundy Thursday",
    "father's day": "Father's Day", "black friday": "Black Friday", "cyber monday": "Cyber Monday",
    "thanksgiving day": "Thanksgiving", "thanks giving day": "Thanksgiving", "workers' day": "May Day",
    "international workers' day": "May Day", "women's day": "Women's Day", "human rights day": "Human Rights Day",
    "all saints' day": "All Saints' Day", "epiphany": "Epiphany",
    "juneteenth": "Juneteenth", "martin luther king day": "Martin Luther King Day", "mlk day": "Martin Luther King Day",
    "presidents' day": "Presidents' Day", "columbus day": "Columbus Day",
    "nowruz": "Nowruz", "nauruz": "Nowruz", "navruz": "Nowruz", "lunar new year": "Lunar New Year",
    "chinese new year": "Lunar New Year", "spring festival": "Lunar New Year", "tet": "Lunar New Year",
    "ash wednesday": "Ash Wednesday", "palm sunday": "Palm Sunday", "good friday": "Good Friday",
    "easter sunday": "Easter",
    "easter monday": "Easter Monday", "easter": "Easter", "ascension day": "Ascension Day", "pentecost": "Pentecost",
    "whitsun": "Pentecost", "may day": "May Day", "memorial day": "Memorial Day", "labor day": "Labor Day",
    "labour day": "May Day", "bastille day": "Bastille Day", "halloween": "Halloween", "hallowe'en": "Halloween",
    "diwali": "Diwali", "deepavali": "Diwali", "thanksgiving": "Thanksgiving", "christmas eve": "Christmas Eve",
    "christmas day": "Christmas", "christmas": "Christmas", "xmas": "Christmas", "boxing day": "Boxing Day",
    "ramadan": "Ramadan", "ramzan": "Ramadan", "eid al-fitr": "Eid al-Fitr", "eid ul-fitr": "Eid al-Fitr",
    "eid-ul-fitr": "Eid al-Fitr", "eid al-adha": "Eid al-Adha", "eid ul-adha": "Eid al-Adha",
    "eid-ul-azha": "Eid al-Adha",
    "eid-ul-adha": "Eid al-Adha", "eid al fitr": "Eid al-Fitr", "eid al adha": "Eid al-Adha", "bakrid": "Eid al-Adha",
}  # fmt: skip
_SAINTS = {
    "patrick's day": "St Patrick's Day", "george's day": "St George's Day", "andrew's day": "St Andrew's Day",
    "david's day": "St David's Day", "nicholas' day": "St Nicholas' Day", "nicholas day": "St Nicholas' Day",
    "stephen's day": "Boxing Day", "martin's day": "Martinmas", "john's day": "Midsummer Day",
}  # fmt: skip
_NAMES |= {f"{saint} {name}": day for saint in ("st", "st.", "saint") for name, day in _SAINTS.items()}
_WORDS = word_set(
    "michaelmas martinmas candlemas lammas burns bonfire fawkes christi shrove mothering whit maundy "
    "day year nowruz nauruz navruz festival tet ash palm friday monday easter pentecost whitsun halloween hallowe "
    "diwali deepavali thanksgiving christmas xmas ramadan ramzan eid bakrid juneteenth epiphany"
)
"""The rarest word of each name, for the gate."""
_STARTS = frozenset(name.replace("-", " ").replace("'", " ").split()[0] for name in _NAMES)
_NAME = rf"(?<!in\sthe\s)(?P<name>{any_of(_NAMES)})"


def _named(match: Match) -> Noun:
    return NamedDay(_NAMES[" ".join(match["name"].split())], year_in(match))


def _eve(match: Match, noun: Noun) -> Noun | None:
    del match
    if isinstance(noun, NamedDay):
        return NamedDay(noun.name, noun.year, is_eve=True)
    return Shifted(Length(((1, Unit.DAY),)), noun, is_before=True) if isinstance(noun, CalendarDay) else None


def _day_beside(match: Match, noun: Noun) -> Noun | None:
    is_day = isinstance(noun, NamedDay | CalendarDay | DigitDay | Weekday)
    return Shifted(Length(((1, Unit.DAY),)), noun, is_before=match["side"] == "before") if is_day else None


def _dated(first: Noun, last: Noun) -> Noun | None:
    """A name with its date beside it: the date decides."""
    is_named = isinstance(first, NamedDay | FiscalYear | Nth) or (
        isinstance(first, Narrowed) and isinstance(first.noun, FiscalYear)
    )
    return last if is_named and isinstance(last, CalendarDay | DigitDay | DayNumber | Weekday) else None


RULES = (
    NounRule("named day", _STARTS, rf"{_NAME}(?:{WRITTEN_YEAR})?", _named, _WORDS),
    NounRule(
        "named day",
        _STARTS,
        # What comes after it waits for its end, an event.
        rf"(?<!after\sthe\s){_NAME} (?:recess|holidays?|break|vacation)\b(?:{WRITTEN_YEAR})?",
        _named,
        _WORDS,
    ),
    PartRule("eve of", frozenset({"eve"}), r"eve of ", _eve),
    PartRule("day beside", frozenset({"day"}), r"day (?P<side>before|after) ", _day_beside, is_bare=True),
    JointRule(
        "dated",
        frozenset(),
        "",
        r",? (?:which (?:this year |next year |in 20\d\d )?(?:falls on|is(?: on)?|ends on|begins on|starts on"
        r"|lands on|will fall on)|\(|on|falling on|that is,?) ?(?: )?|, ".replace(" ?(?: )?", " "),
        _dated,
        is_bare=False,  # the date is one by itself
    ),
)

EXAMPLES = (
    Example("It reopens before Christmas.", "2025-12-24"),
    Example("It reopens before the Christmas recess.", "2025-12-24"),
    Example("It reopens before the Easter holidays of 2027.", "2027-03-27"),
    Example("It reopens by Easter 2026.", "2026-04-05"),
    Example("It reopens on Easter Monday.", "2026-04-06"),
    Example("It reopens by Eid al-Fitr.", "2026-03-20"),
    Example("It reopens before the Lunar New Year.", "2026-02-16"),
    Example("It reopens by Diwali.", "2025-10-20"),
    Example("It reopens by Labor Day, Sept. 1, 2026.", "2026-09-01"),
    Example("It reopens on the eve of Pentecost.", "2026-05-23"),
    Example(
        "It reopens by COP31.",
        "2026-11-20",
        strict_due="2026-11-08",
        conventions=Conventions(named_days=(NamedDays("COP31", Period(date(2026, 11, 9), date(2026, 11, 20))),)),
    ),
    Example("It reopens the day after Christmas.", "2025-12-26"),
    Example("It reopens on the eve of 3 May.", "2026-05-02"),
    Example("It reopens on Black Friday.", "2025-11-28"),
    Example("It reopens by Michaelmas.", "2025-09-29"),
    Example("It reopens before Lady Day.", "2026-03-24"),
    Example("It reopens at Martinmas.", "2025-11-11"),
    Example("It reopens on St. George's Day.", "2026-04-23"),
    Example("It reopens by Whit Monday.", "2026-05-25"),
)

COUNTEREXAMPLES = (
    "A good friend sold Easter eggs.",
    "It was a Christmas card.",
    "A lady came by day and burns came at night.",
    "The new year's budget is set.",
    "They ash the palm leaves.",
    "The day before the talks was calm.",
    "The day after the flood was calm.",
)

FAMILY = Family("festivals", RULES, EXAMPLES, COUNTEREXAMPLES)
