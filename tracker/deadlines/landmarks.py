"""Words that a rule needs some way behind its first one: "within [the next three or four] weeks".

Where a text has none of them, or none near, the rule need not be tried. Which ones a text has, its set of words tells;
where the next one stands is looked for once and then remembered, so that a text is searched once for each landmark at
most, however many of its words could begin such a rule.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tracker.deadlines.alternation import any_of
from tracker.deadlines.rules import DIGITS, compiled

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

REACH = 130
"""How many characters may lie between the first word of a rule and a landmark that it needs near."""


class Landmark(NamedTuple):
    """Words of which a text must hold one, within REACH where `is_near`; of no words at all, any text does.

    DIGITS among them stands for any number, where it need not be near.
    """

    words: frozenset[str]
    is_near: bool = False


NOWHERE = Landmark(frozenset())
"""What a rule needs that needs nothing further on."""


class Landmarks:
    """Numbered landmarks; the first one is NOWHERE."""

    def __init__(self, landmarks: Iterable[Landmark]) -> None:
        others = sorted({*landmarks} - {NOWHERE}, key=lambda one: (len(one.words), *sorted(one.words), one.is_near))
        self.listed = (NOWHERE, *others)
        self._bits: dict[bytes, int] = {}
        for number, landmark in enumerate(self.listed):
            for word in landmark.words:
                self._bits[word.encode()] = self._bits.get(word.encode(), 0) | 1 << number
        self.of_numbers = self._bits.get(DIGITS.encode(), 0)
        self._words = frozenset(self._bits)

    def seen(self, text: str, words: Iterable[bytes]) -> int:
        """Which landmarks a text of these words has, the n-th as the n-th bit."""
        seen = 1 | self.of_numbers if compiled(r"[0-9]" if text.isascii() else r"\d").search(text) else 1
        bits = self._bits
        for word in self._words.intersection(words):
            seen |= bits[word]
        return seen


def joined(landmarks: Iterable[Landmark], kept: Landmark = NOWHERE) -> dict[Landmark, Landmark]:
    """For each landmark a wider one that does as well, so that few are told apart: those that are near or `kept`, and
    one of all the others.
    """
    near = [one for one in landmarks if one.is_near]
    found = {one: next((wide for wide in near if one.words <= wide.words), NOWHERE) for one in landmarks if one.words}
    if kept in found:
        found[kept] = kept
    rest = Landmark(frozenset(word for one, wide in found.items() if wide is NOWHERE for word in one.words))
    return {NOWHERE: NOWHERE} | {one: rest if wide is NOWHERE else wide for one, wide in found.items()}


def whole_word(words: Iterable[str]) -> str:
    """A pattern of any of the words, up to where it ends."""
    return rf"{any_of(word for word in words if word.isalpha())}(?![a-z])"


def next_place(words: frozenset[str], text: str, start: int) -> int:
    """Where the next of some words begins in a folded text; beyond all reach where there is none."""
    found = _finder(words).search(text, start)
    return found.start() if found else len(text) + REACH + 1


@cache
def _finder(words: frozenset[str]) -> re.Pattern[str]:
    return compiled(rf"[^a-z]{whole_word(words)}")
