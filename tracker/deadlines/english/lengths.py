"""Numbers and lengths of time in English: "30", "thirty", "two and a half", "5 (five) working days"."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from tracker.core.deadline import Unit
from tracker.deadlines.english.words import any_of
from tracker.deadlines.spec import Length

if TYPE_CHECKING:
    from tracker.deadlines.rules import Match

_SMALL = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
          "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_ONES = {name: number for number, name in enumerate(_SMALL) if number}
_WHOLE = {"a dozen": 12, "half a dozen": 6, "a couple of": 2, "a couple": 2, "a": 1, "an": 1, "another": 1}

_BELOW_TEN = any_of(_SMALL[1:10])
_BELOW_HUNDRED = rf"(?:{any_of(_TENS)}(?:[ -]{_BELOW_TEN})?|{any_of(_SMALL[1:])})"
_HUNDREDS = rf"(?:(?:an?|{_BELOW_TEN})[ -]hundred(?:(?: and|-and)?[ -]{_BELOW_HUNDRED})?)"
_HALF_A = r"half(?: of)?[ -]an?|a half"
NUMBER = rf"(?:\d{{1,4}}(?:\.\d{{1,2}})?|{_HUNDREDS}|{_BELOW_HUNDRED}|{_HALF_A}|a dozen|a couple of|a couple|an?)"
NUMBER_STARTS = frozenset({*_ONES, *_TENS, "a", "an", "half", "#"})

UNITS = {
    "hour": (1, Unit.HOUR), "hours": (1, Unit.HOUR), "hrs": (1, Unit.HOUR), "hr": (1, Unit.HOUR),
    "day": (1, Unit.DAY), "days": (1, Unit.DAY),
    "weekday": (1, Unit.WORKING_DAY), "weekdays": (1, Unit.WORKING_DAY),
    "week": (1, Unit.WEEK), "weeks": (1, Unit.WEEK), "wks": (1, Unit.WEEK), "wk": (1, Unit.WEEK),
    "fortnight": (2, Unit.WEEK), "fortnights": (2, Unit.WEEK),
    "month": (1, Unit.MONTH), "months": (1, Unit.MONTH), "mths": (1, Unit.MONTH),
    "quarter": (1, Unit.QUARTER), "quarters": (1, Unit.QUARTER),
    "year": (1, Unit.YEAR), "years": (1, Unit.YEAR), "yrs": (1, Unit.YEAR), "yr": (1, Unit.YEAR),
    "decade": (10, Unit.YEAR), "decades": (10, Unit.YEAR),
}  # fmt: skip
"""Each word of a unit: how many of which unit of the calendar it is."""
UNIT_WORDS = frozenset(UNITS)

_WORKING = any_of(("working", "business", "banking", "trading", "work", "office"))
_PLAIN = any_of(("calendar", "clear", "consecutive", "full", "short", "straight", "more", "further", "additional"))
_ROUGHLY = any_of(("about", "around", "approximately", "roughly", "just", "some", "only", "at most", "up to",
                   "a maximum of", "maximum", "no more than", "not more than", "less than", "under", "the",
                   "a period of", "a further", "another", "between"))  # fmt: skip

LENGTH = (
    rf"(?:{_ROUGHLY} )?(?:(?P<low>{NUMBER})(?P<half>[ -]and[ -](?:a[ -])?half)?(?: ?\([\w .-]{{1,20}}\))?"
    rf"|\((?P<bracketed>\d{{1,4}})\))"
    rf"(?:(?: to | or | and | - |-to-|-)(?P<high>{NUMBER})(?P<high_half>[ -]and[ -](?:a[ -])?half)?"
    r"(?: ?\(\d{1,4}\))?)?"
    rf"[ -](?:(?P<working>{_WORKING})[ -]|{_PLAIN}[ -])?(?P<unit>{any_of(UNITS)})\b(?P<half_after> and a half)?"
    rf"(?:,? (?:and )?(?P<more>{NUMBER}) (?P<more_unit>{any_of(UNITS)})\b)?"
)
"""A length of time; it may begin with any of NUMBER_STARTS or a bracket."""


def length_in(match: Match) -> Length | None:
    """The length that LENGTH read; of a range ("30 to 45 days") the larger. None for none at all ("0 days")."""
    low = match["low"] or match["bracketed"]
    amount = number_of(low) + (Fraction(1, 2) if match["half"] or match["half_after"] else 0)
    if match["high"]:
        high = number_of(match["high"]) + (Fraction(1, 2) if match["high_half"] or match["half_after"] else 0)
        amount = max(amount, high)
    pieces = [_piece(amount, match["unit"], is_working=bool(match["working"]))]
    if match["more"]:
        pieces.append(_piece(number_of(match["more"]), match["more_unit"], is_working=False))
    pieces = [part for amount, unit in pieces for part in _split(amount, unit)]
    return Length(tuple(pieces)) if all(amount > 0 for amount, _ in pieces) else None


def _piece(amount: Fraction, word: str, *, is_working: bool) -> tuple[Fraction, Unit]:
    size, unit = UNITS[word]
    return amount * size, Unit.WORKING_DAY if is_working and unit is Unit.DAY else unit


def _split(amount: Fraction, unit: Unit) -> list[tuple[Fraction, Unit]]:
    """Fractions in the next smaller unit: 2½ years as 2 years and 6 months, 2½ months as 2 months and 15 days."""
    smaller = {Unit.YEAR: (12, Unit.MONTH), Unit.QUARTER: (3, Unit.MONTH), Unit.MONTH: (30, Unit.DAY)}
    whole = int(amount)
    if whole == amount or unit not in smaller:
        return [(amount, unit)]
    size, next_unit = smaller[unit]
    rest = _split((amount - whole) * size, next_unit)
    return [(Fraction(whole), unit), *rest] if whole else rest


def number_of(words: str) -> Fraction:
    """The number that digits or words say. Raises KeyError for a word that is no number."""
    words = " ".join(words.replace("-", " ").split())
    if words[0].isdigit():
        return Fraction(words)
    if words in _WHOLE:
        return Fraction(_WHOLE[words])
    if "half" in words:
        return Fraction(1, 2)
    total = 0
    for word in words.split():
        total = total * 100 if word == "hundred" else total + _value(word)
    return Fraction(total)


def _value(word: str) -> int:
    return {"a": 1, "an": 1, "and": 0}.get(word) or _ONES.get(word) or _TENS.get(word, 0)
