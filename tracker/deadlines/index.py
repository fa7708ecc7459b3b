"""The rules of a grammar by the words that they can begin with, and a match that reads many rules at once."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Generic, TypeVar

from tracker.deadlines.alternation import any_of
from tracker.deadlines.rules import DIGITS, AnyRule, Match, compiled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

SomeRule = TypeVar("SomeRule", bound=AnyRule)
_NAMED_GROUP = re.compile(r"\(\?P<\w+>")
_SAME_AGAIN = re.compile(r"\(\?P=\w+\)")


def _no(_: AnyRule) -> str:
    """Nothing need stand behind a rule's own words."""
    return ""


def _full_pattern(rule: AnyRule) -> str:
    return rule.full_pattern


class Alternatives(Generic[SomeRule]):
    """Rules that can stand at one place: one match tells the first of them that does, or that none does.

    Patterns are compiled on first use.
    """

    def __init__(
        self, rules: Iterable[SomeRule], pattern_of: Callable[[SomeRule], str], behind: Callable[[SomeRule], str] = _no
    ) -> None:
        every = tuple(rules)
        self._patterns = tuple((pattern_of(rule), behind(rule)) for rule in every)
        self._wholes = tuple((rule, "".join(pattern)) for rule, pattern in zip(every, self._patterns, strict=True))

    def matches(self, text: str, start: int) -> Sequence[tuple[SomeRule, Match]]:
        """The rules that match at an offset, in order."""
        first = self._any.match(text, start)
        if first is None:
            return ()
        some = self._wholes[(first.lastindex or 1) - 1 :]
        found = [(rule, compiled(pattern).match(text, start)) for rule, pattern in some]
        return [(rule, Match(match)) for rule, match in found if match]

    def can_stand(self, text: str, start: int) -> bool:
        """True where one of the rules matches at an offset."""
        return self._any.match(text, start) is not None

    @property
    def pattern(self) -> str:
        """A pattern of any of the rules, without groups."""
        return self._joined(mark="")

    @cached_property
    def _any(self) -> re.Pattern[str]:
        """All rules in one, with an empty group behind each that tells which was the first to match."""
        return compiled(self._joined(mark="()"))

    def _joined(self, mark: str) -> str:
        """All rules; neighbours behind which the same must stand share what says so."""
        alike = groupby(self._patterns, key=itemgetter(1))
        branches = (
            f"(?:{'|'.join(f'(?:{without_names(pattern)}){mark}' for pattern, _ in some)}){without_names(behind)}"
            for behind, some in alike
        )
        return f"(?:{'|'.join(branches) or '(?!)'})"


def without_names(pattern: str) -> str:
    """A pattern without named groups; what must stand there a second time may here be any one character."""
    return _SAME_AGAIN.sub(".", _NAMED_GROUP.sub("(?:", pattern))


class RuleIndex(Generic[SomeRule]):
    """Which rules a word can begin; words that begin the same rules share one set of alternatives."""

    def __init__(self, rules: Iterable[SomeRule], behind: Callable[[SomeRule], str] = _no) -> None:
        by_word: dict[str, list[SomeRule]] = {}
        for rule in rules:
            for word in rule.starts:
                by_word.setdefault(word, []).append(rule)
        shared: dict[tuple[int, ...], Alternatives[SomeRule]] = {}
        self._by_word: dict[str, Alternatives[SomeRule]] = {}
        for word, some in by_word.items():
            key = tuple(id(rule) for rule in some)
            if key not in shared:
                shared[key] = Alternatives(some, _full_pattern, behind)
            self._by_word[word] = shared[key]

    def at(self, word: str) -> Alternatives[SomeRule] | None:
        """The rules that a word can begin."""
        return self._by_word.get(DIGITS if word[0] <= "9" else word)


def ahead_of(words: Iterable[str]) -> str:
    """A pattern that one of the words, or a number, begins."""
    return rf"(?:\d|{any_of(set(words) - {DIGITS})}(?![a-z]))"


def word_finder(words: Iterable[str]) -> str:
    """A pattern that finds any of the words where it stands whole."""
    return rf"\b{any_of(word for word in words if word.isalpha())}(?![a-z])"
