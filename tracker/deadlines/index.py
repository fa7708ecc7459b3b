"""Rules that can stand at one place of a text, tried all at once, and the words that they can begin with."""

from __future__ import annotations

import re
from itertools import count, groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Generic, TypeVar

from tracker.deadlines.alternation import any_of, begun_by_any
from tracker.deadlines.rules import DIGITS, FOUR_DIGITS, NUMBERS, SHORT_DIGITS, Match, compiled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

Some = TypeVar("Some")
_NAMED_GROUP = r"\(\?P<(\w+)>"
_NUMBER_OF = {1: SHORT_DIGITS, 2: SHORT_DIGITS, 4: FOUR_DIGITS}
_SAME_AGAIN = r"\(\?P=(\w+)\)"


class Alternatives(Generic[Some]):
    """Rules that can stand at one place. One match tells the first of them that does, or that none does.

    Each comes with its pattern and with what must stand behind that. Patterns are compiled on first use.
    """

    def __init__(self, rules: Iterable[tuple[Some, str, str]]) -> None:
        every = list(enumerate(rules))
        firsts: dict[str, int] = {}
        for number, (_, _, behind) in every:
            firsts.setdefault(behind, number)
        every.sort(key=lambda one: firsts[one[1][2]])  # those behind which the same must stand, together
        self._numbers = tuple(number for number, _ in every)
        self._rules = tuple(rule for _, (rule, _, _) in every)
        self._patterns = tuple((pattern, behind) for _, (_, pattern, behind) in every)
        self._from: list[_Joined | None] = [None] * len(every)
        self._first: _Joined | None = None

    def matches(self, text: str, start: int) -> Sequence[tuple[Some, Match]]:
        """The rules that match at an offset, in order."""
        joined = self._first or self._joined_from(0)
        match = joined.match(text, start)
        return self._all_from(joined, match) if match else ()

    def _all_from(self, joined: _Joined, match: re.Match[str] | None) -> Sequence[tuple[Some, Match]]:
        """The rules that match where the first of them does."""
        found: list[tuple[int, Some, Match]] = []
        number, end = 0, len(self._rules)
        while match is not None:
            ahead, groups = joined.by_mark[match.lastindex or 0]
            number += ahead
            found.append((self._numbers[number], self._rules[number], Match(match, groups)))
            number += 1
            if number == end:
                break
            joined = self._from[number] or self._joined_from(number)
            match = joined.match(match.string, match.start())
        if len(found) > 1:
            found.sort(key=itemgetter(0))
        return [(rule, match) for _, rule, match in found]

    def _joined_from(self, number: int) -> _Joined:
        joined = self._from[number] = _Joined(self._patterns[number:])
        self._first = self._from[0]
        return joined

    @property
    def pattern(self) -> str:
        """A pattern, without groups, that matches where any of the rules does; it may stop short of their end."""
        return begun_by_any(without_groups("".join(pattern)) for pattern in self._patterns)


class _Joined:
    """One pattern of several; an empty group behind each marks which of them matched."""

    def __init__(self, patterns: tuple[tuple[str, str], ...]) -> None:
        numbers = count()
        alike = groupby(patterns, key=itemgetter(1))  # neighbours share what must stand behind them
        branches = (
            f"(?:{'|'.join(f'(?:{_numbered(pattern, next(numbers))})()' for pattern, _ in some)})"
            + without_groups(behind)
            for behind, some in alike
        )
        joined = compiled(f"(?:{'|'.join(branches)})")
        self.match = joined.match
        self.by_mark: dict[int, tuple[int, Mapping[str, int]]] = {}
        names = {group: name for name, group in joined.groupindex.items()}
        groups: dict[str, int] = {}
        for group in range(1, joined.groups + 1):
            if group in names:
                groups[names[group].rpartition("_")[0]] = group
            else:
                self.by_mark[group] = (len(self.by_mark), groups)
                groups = {}


def _numbered(pattern: str, number: int) -> str:
    """A pattern whose groups have the number of their rule behind their names, so that many fit into one."""
    return re.sub(_SAME_AGAIN, rf"(?P=\1_{number})", re.sub(_NAMED_GROUP, rf"(?P<\1_{number}>", pattern))


def without_groups(pattern: str) -> str:
    """A pattern without named groups; what must stand there a second time may here be any one character."""
    return re.sub(_SAME_AGAIN, ".", re.sub(_NAMED_GROUP, "(?:", pattern))


class Index(Generic[Some]):
    """What a word can begin; words that begin the same share one set of alternatives.

    `shape` gives a rule its pattern and what must stand behind it.
    """

    def __init__(self, by_word: Mapping[str, tuple[Some, ...]], shape: Callable[[Some], tuple[str, str]]) -> None:
        shared: dict[tuple[int, ...], Alternatives[Some]] = {}
        self._by_word: dict[str, Alternatives[Some]] = {}
        for word, some in by_word.items():
            key = tuple(id(rule) for rule in some)
            if key not in shared:
                shared[key] = Alternatives((rule, *shape(rule)) for rule in some)
            self._by_word[word] = shared[key]

    def groups(self) -> Iterator[tuple[Alternatives[Some], frozenset[str]]]:
        """All sets of alternatives, each with the words that can begin it."""
        words: dict[Alternatives[Some], list[str]] = {}
        for word, alternatives in self._by_word.items():
            words.setdefault(alternatives, []).append(word)
        return ((alternatives, frozenset(some)) for alternatives, some in words.items())

    @property
    def words(self) -> frozenset[str]:
        """All words that can begin something."""
        return frozenset(self._by_word) - NUMBERS

    def at(self, word: str) -> Alternatives[Some] | None:
        """What a word or a number can begin."""
        return self._by_word.get(word if word[0] > "9" else _NUMBER_OF.get(len(word), DIGITS))


def by_word(rules: Iterable[tuple[Some, frozenset[str]]]) -> dict[str, tuple[Some, ...]]:
    """For each word the rules that it can begin, in their order; given are rules and the words of each."""
    found: dict[str, list[Some]] = {}
    for rule, words in rules:
        for word in words:
            found.setdefault(word, []).append(rule)
    return {word: tuple(some) for word, some in found.items()}


def ahead_of(words: Iterable[str]) -> str:
    """A pattern that one of the words, or a number, begins."""
    return rf"(?:\d|{any_of(set(words) - NUMBERS)}(?![a-z]))"


def whole_word(words: Iterable[str]) -> str:
    """A pattern of any of the words, up to where it ends."""
    return rf"{any_of(word for word in words if word.isalpha())}(?![a-z])"
