"""The rules of a grammar by the words that they can begin with."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from tracker.deadlines.rules import DIGITS, FactRule, FrameRule, JointRule, compiled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.deadlines.rules import AnyRule


class Choice:
    """The rules that can begin with one word, and one alternation of them all that turns most places down at once."""

    def __init__(self, rules: Sequence[AnyRule], noun_ahead: str) -> None:
        self._rules = rules
        self._noun_ahead = noun_ahead

    def may_match(self, text: str, start: int) -> bool:
        """False where none of the rules can match; True where one may."""
        return self._alternation.match(text, start) is not None

    @cached_property
    def compiled(self) -> tuple[tuple[AnyRule, re.Pattern[str]], ...]:
        """Each rule with its pattern, compiled on first use."""
        return tuple((rule, compiled(rule.full_pattern)) for rule in self._rules)

    @cached_property
    def _alternation(self) -> re.Pattern[str]:
        """What one of the rules may match, without the names of groups, which would clash."""
        every = (rule.full_pattern + (self._noun_ahead if _needs_noun(rule) else "") for rule in self._rules)
        nameless = (re.sub(r"\(\?P<\w+>", "(?:", pattern) for pattern in every)
        return compiled("|".join(re.sub(r"\(\?P=\w+\)", ".", pattern) for pattern in nameless))


def _needs_noun(rule: AnyRule) -> bool:
    return isinstance(rule, FrameRule | JointRule) or (isinstance(rule, FactRule) and rule.takes_noun)


def any_start(rules: Sequence[AnyRule]) -> str:
    """A pattern of all the words that the rules can begin with, by their first letters."""
    by_letter: dict[str, set[str]] = {}
    for word in {word for rule in rules for word in rule.starts} - {DIGITS}:
        by_letter.setdefault(word[0], set()).add(word[1:])
    letters = (
        f"{letter}(?:{'|'.join(sorted(rest, key=len, reverse=True))})" for letter, rest in sorted(by_letter.items())
    )
    return f"(?:\\d|{'|'.join(letters)})"


def index_of(rules: Sequence[AnyRule], noun_ahead: str) -> dict[str, Choice]:
    """The rules by the words that they can begin with."""
    by_word: dict[str, list[AnyRule]] = {}
    for rule in rules:
        for word in rule.starts:
            by_word.setdefault(word, []).append(rule)
    return {word: Choice(some, noun_ahead) for word, some in by_word.items()}


def key_of(word: str) -> str:
    return DIGITS if word[0].isdigit() else word
