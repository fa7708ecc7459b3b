"""Drops a text that holds no word of time, before anything is searched in it.

The words of a text and those that the rules need are two sets; where they have none in common, only a number that is a
date by itself ("17/10", "2027") can make a deadline.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.deadlines.rules import FactRule, LengthRule, compiled

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tracker.deadlines.rules import AnyRule

_LETTERS = bytes(code if chr(code).isalpha() and code < 128 else ord(" ") for code in range(256))
"""Translates all but the letters a to z into spaces."""


class Gate:
    """The words of which every deadline holds one, and the `numbers` that need none of them."""

    def __init__(self, rules: Iterable[AnyRule], numbers: str) -> None:
        words = {word for rule in rules if _makes_deadlines(rule) for word in rule.words}
        self._words = frozenset(word.encode() for word in words if word.isascii() and word.isalpha())
        self._numbers = compiled(numbers)

    def lets_through(self, text: str, words: Sequence[bytes]) -> bool:
        """False where a folded text of these words holds nothing that could be a deadline."""
        return not self._words.isdisjoint(words) or self._numbers.search(text) is not None


def words_in(text: str) -> Sequence[bytes]:
    """The words of a folded text, without its numbers."""
    return text.encode("ascii", "replace").translate(_LETTERS).split()


def _makes_deadlines(rule: AnyRule) -> bool:
    """False for a rule whose words are at most stepped over, within prose."""
    if isinstance(rule, LengthRule):
        return rule.build is not None and not rule.is_told
    return not isinstance(rule, FactRule)
