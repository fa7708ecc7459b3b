"""Numbers and lengths of time in English: "30", "thirty", "two and a half", "5 (five) working days"."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from tracker.core.deadline import Unit
from tracker.deadlines.alternation import any_of
from tracker.deadlines.rules import LengthWords
from tracker.deadlines.spec import Length

if TYPE_CHECKING:
    import re

Amount: TypeAlias = int | Fraction
_HALF = Fraction(1, 2)
_SMALL = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
          "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_ONES = {name: number for number, name in enumerate(_SMALL) if number}
_WHOLE = {"a dozen": 12, "half a dozen": 6, "a couple of": 2, "a couple": 2, "a": 1, "an": 1, "another": 1}

_BELOW_TEN = any_of(_SMALL[1:10])
_BELOW_HUNDRED = rf"(?:{any_of(_TENS)}(?:[ -]{_BELOW_TEN})?|{any_of(_SMALL[1:])})"
_HUNDREDS = rf"(?:(?:an?|{_BELOW_TEN})[ -]hundred(?:(?: and|-and)?[ -]{_BELOW_HUNDRED})?)"
_HALF_A = r"half(?: of)?[ -]an?|a half"
NUMBER = (
    rf"(?:\d{{1,4}}+(?:\.\d{{1,2}}+)?|{_HUNDREDS}|{_BELOW_HUNDRED}|{_HALF_A}|a dozen|a couple of|a couple|another|an?)"
)
NUMBER_STARTS = frozenset({*_ONES, *_TENS, "a", "an", "another", "half", "#"})

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
OVER = "".join(rf"(?<!{verb}\s)" for verb in ("take", "takes", "taking", "took", "hand", "hands", "handing")) + "over"
"""Before a period; who takes over the day after does so on that day."""

_WORKING = any_of(("working", "business", "banking", "trading", "work", "office"))
_PLAIN = any_of(("calendar", "clear", "consecutive", "full", "short", "straight", "more", "further", "additional"))
_ABOUT = ("about", "around", "approximately", "roughly", "just", "some", "only", "at most", "up to",
                   "a maximum of", "maximum", "no more than", "not more than", "less than", "under",
                   "a period of", "a further", "another", "between")  # fmt: skip
_ROUGHLY = any_of(_ABOUT)

_LENGTH = (
    rf"(?:{_ROUGHLY} )?(?:(?P<low>{NUMBER})(?P<half>[ -]and[ -](?:a[ -])?half)?(?: ?\([\w .-]{{1,20}}\))?"
    rf"|\((?P<bracketed>\d{{1,4}})\))"
    rf"(?:(?: to | or | and | - |-to-|-)(?P<high>{NUMBER})(?P<high_half>[ -]and[ -](?:a[ -])?half)?"
    r"(?: ?\(\d{1,4}\))?)?"
    rf"[ -](?:(?P<working>{_WORKING})[ -]|{_PLAIN}[ -])?(?P<unit>{any_of(UNITS)})\b(?P<half_after> and a half)?"
    r"(?: or (?P<or_more>two|three|so)\b)?"
    rf"(?:,? (?:and )?(?P<more>{NUMBER}) (?P<more_unit>{any_of(UNITS)})\b"
    rf"(?:,? (?:and )?(?P<rest>{NUMBER}) (?P<rest_unit>{any_of(UNITS)})\b)?)?"
)


def _length(match: re.Match[str]) -> Length | None:
    """The length that the pattern read; of a range ("30 to 45 days") the larger. None for none at all ("0 days")."""
    return _length_of(_Said(*match.group(*_Said._fields)))


class _Said(NamedTuple):
    """The words of a length: the groups of the pattern."""

    low: str | None
    bracketed: str | None
    half: str | None
    half_after: str | None
    or_more: str | None
    high: str | None
    high_half: str | None
    working: str | None
    unit: str
    more: str | None
    more_unit: str | None
    rest: str | None
    rest_unit: str | None


@lru_cache(maxsize=1024)
def _length_of(said: _Said) -> Length | None:
    amount = number_of(said.low or said.bracketed or "") + (_HALF if said.half or said.half_after else 0)
    if said.high:
        amount = max(amount, number_of(said.high) + (_HALF if said.high_half or said.half_after else 0))
    if said.or_more in _ONES:
        amount = max(amount, _ONES[said.or_more])
    pieces = [_piece(amount, said.unit, is_working=bool(said.working))]
    for number, unit in ((said.more, said.more_unit), (said.rest, said.rest_unit)):
        if number and unit:
            pieces.append(_piece(number_of(number), unit, is_working=False))
    pieces = [part for piece in pieces for part in _split(*piece)]
    return Length(tuple(pieces)) if all(amount > 0 for amount, _ in pieces) else None


def _piece(amount: Amount, word: str, *, is_working: bool) -> tuple[Amount, Unit]:
    size, unit = UNITS[word]
    return amount * size, Unit.WORKING_DAY if is_working and unit is Unit.DAY else unit


def _split(amount: Amount, unit: Unit) -> list[tuple[Amount, Unit]]:
    """Fractions in the next smaller unit: 2½ years as 2 years and 6 months, 2½ months as 2 months and 15 days."""
    smaller = {Unit.YEAR: (12, Unit.MONTH), Unit.QUARTER: (3, Unit.MONTH), Unit.MONTH: (30, Unit.DAY)}
    whole = int(amount)
    if whole == amount:
        return [(whole, unit)]
    if unit not in smaller:
        return [(amount, unit)]
    size, next_unit = smaller[unit]
    rest = _split((amount - whole) * size, next_unit)
    return [(whole, unit), *rest] if whole else rest


def number_of(words: str) -> Amount:
    """The number that digits or words say."""
    words = " ".join(words.replace("-", " ").split())
    if words[0].isdigit():
        return Fraction(words) if "." in words else int(words)
    if words in _WHOLE:
        return _WHOLE[words]
    if "half" in words:
        return _HALF
    total = 0
    for word in words.split():
        total = total * 100 if word == "hundred" else total + _value(word)
    return total


def _value(word: str) -> int:
    return {"a": 1, "an": 1, "and": 0}.get(word) or _ONES.get(word) or _TENS.get(word, 0)


LENGTHS = LengthWords(NUMBER_STARTS | frozenset(words.split()[0] for words in _ABOUT), UNIT_WORDS, _LENGTH, _length)
