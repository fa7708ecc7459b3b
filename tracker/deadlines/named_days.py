"""Names of the conventions' own days ("COP31") as nouns of the grammar, in every language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.deadlines.rules import DIGITS, NounRule
from tracker.deadlines.spec import NamedDay
from tracker.deadlines.text import folded, words_of

if TYPE_CHECKING:
    from tracker.deadlines.rules import Match


def name_rule(name: str) -> NounRule:
    """The rule that reads a name, without regard to case."""
    lowered = folded(name)
    words = words_of(lowered)

    def build(match: Match) -> NamedDay:
        del match
        return NamedDay(name)

    starts = frozenset(DIGITS if word.isdigit() else word for word in words[:1])
    return NounRule(
        "own named day", starts, re.escape(lowered).replace("\\ ", " "), build, frozenset(words), is_bare=False
    )
