"""Words that a rule needs some way behind its first one: "within [the next three or four] weeks".

Where a text has none near, the rule need not be tried. The next such word is looked for once and then remembered, so
that a text is searched once for each set of them at most, however many of its words could begin such a rule.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tracker.deadlines.alternation import any_of
from tracker.deadlines.rules import compiled

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

REACH = 130
"""How many characters may lie between the first word of a rule and a landmark that it needs."""


def whole_word(words: Iterable[str]) -> str:
    """A pattern of any of the words, up to where it ends."""
    return rf"{any_of(word for word in words if word.isalpha())}(?![a-z])"


def next_place(words: frozenset[str], text: str, start: int) -> int:
    """Where the next of some words begins in a folded text; beyond all reach where there is none.

    Of no words at all, every place is one.
    """
    found = _finder(words).search(text, start)
    return found.start() if found else len(text) + REACH + 1


@cache
def _finder(words: frozenset[str]) -> re.Pattern[str]:
    return compiled(rf"[^a-z]{whole_word(words)}" if words else "")
