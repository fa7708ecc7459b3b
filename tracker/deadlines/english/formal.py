"""Days as old letters write them: "the fifteenth instant", "the 3rd proximo", "not later than the fifteenth"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.deadlines.alternation import any_of
from tracker.deadlines.english.words import ORDINAL_DAY, ORDINAL_STARTS, ORDINALS, WORD_DAY, day_in, word_set
from tracker.deadlines.examples import Example
from tracker.deadlines.rules import SHORT_DIGITS, Family, NounRule
from tracker.deadlines.spec import DayNumber, Relative, Stretch

if TYPE_CHECKING:
    from tracker.deadlines.rules import Match
    from tracker.deadlines.spec import Noun

_DAY = rf"(?:{ORDINAL_DAY}|{WORD_DAY})"
_STARTS = frozenset({SHORT_DIGITS, *ORDINAL_STARTS})
_LATE = {name for name, number in ORDINALS.items() if number > 9}
"""The first nine count things as often as days: they are left alone."""
_LATE_DAY = rf"(?P<word_day>{any_of(_LATE | {name.replace('-', ' ') for name in _LATE})})"
_LATE_STARTS = frozenset(name.partition("-")[0] for name in _LATE)
_LEAD = "".join(rf"(?<={lead}\sthe\s)|" for lead in ("by", "on", "before", "until", "till", "than", "from")).rstrip("|")


def _of_this_month(match: Match) -> Noun | None:
    day = day_in(match)
    return DayNumber(day, Relative(Stretch.MONTH)) if 1 <= day <= 31 else None


def _of_next_month(match: Match) -> Noun | None:
    day = day_in(match)
    return DayNumber(day, Relative(Stretch.MONTH, 1)) if 1 <= day <= 31 else None


def _numbered(match: Match) -> Noun:
    return DayNumber(day_in(match))


RULES = (
    NounRule(
        "day of this month", _STARTS, rf"{_DAY} (?:day )?(?:of the )?inst(?:ant|\b)", _of_this_month,
        word_set("instant inst"), far=word_set("instant inst"),
    ),
    NounRule(
        "day of next month", _STARTS, rf"{_DAY} (?:day )?(?:of the )?prox(?:imo|\b)", _of_next_month,
        word_set("proximo prox"), far=word_set("proximo prox"),
    ),
    NounRule(
        "numbered day",
        _LATE_STARTS,
        rf"(?:{_LEAD}){_LATE_DAY}(?= ?(?:[.;:!?)]|,(?! ?\d)|$)| and\b| but\b)",
        _numbered,
        _LATE_STARTS,
    ),
)  # fmt: skip

EXAMPLES = (
    Example("The sum will be paid not later than the twentieth instant.", "2025-09-20"),
    Example("The visas will issue on the 24th instant.", "2025-09-24"),
    Example("The visas will issue on the 24th inst.", "2025-09-24"),
    Example("The Legation will reply before the thirtieth day of the instant.", "2025-09-29"),
    Example("The consul will call on the third proximo.", "2025-10-03"),
    Example("The consul will call by the 12th prox.", "2025-10-12"),
    Example("It will be settled not later than the fifteenth.", "2025-10-15"),
    Example("It will be settled by the twenty-first, she said.", "2025-09-21"),
)

COUNTEREXAMPLES = (
    "An instant later it was gone.",
    "It was the twelfth instance of fraud.",
    "He won on the twelfth hole.",
    "It lay on the ninth.",
)

FAMILY = Family("formal", RULES, EXAMPLES, COUNTEREXAMPLES)
