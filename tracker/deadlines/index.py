"""Rules that can stand at one place of a text, tried all at once, and the words that they can begin with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Generic, TypeVar

from tracker.deadlines.alternation import any_of, begun_by_any
from tracker.deadlines.landmarks import NOWHERE, Landmark, Landmarks, joined
from tracker.deadlines.rules import DIGITS, FOUR_DIGITS, NUMBERS, SHORT_DIGITS, Match, compiled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

Some = TypeVar("Some")
_NAMED_GROUP = r"\(\?P<(\w+)>"
_NUMBER_OF = {1: SHORT_DIGITS, 2: SHORT_DIGITS, 4: FOUR_DIGITS}
_SAME_AGAIN = r"\(\?P=(\w+)\)"


class Alternatives(Generic[Some]):
    """Rules that can stand at one place. One match tells which of them do.

    Each comes with its pattern and with what must stand behind that. The pattern is compiled on first use: of each rule
    a look ahead that may fail, with an empty group that marks where the rule ends.
    """

    def __init__(self, rules: Iterable[tuple[Some, str, str]]) -> None:
        self._rules = tuple(rules)
        self._match: Callable[[str, int], re.Match[str] | None] | None = None
        self._marked: list[tuple[int, Some, Mapping[str, int]]] = []
        self._up_to: dict[int, int] = {}

    def matches(self, text: str, start: int) -> Sequence[tuple[Some, Match]]:
        """The rules that match at an offset, in order."""
        match = (self._match or self._compiled())(text, start)
        if match is None or match.lastindex is None:  # the last group that took part is the mark of the last rule
            return ()
        return [
            (rule, Match(match, groups, match.start(mark)))
            for mark, rule, groups in self._marked[: self._up_to[match.lastindex]]
            if match.start(mark) >= 0
        ]

    def _compiled(self) -> Callable[[str, int], re.Match[str] | None]:
        joined = compiled(
            "".join(
                f"(?:(?=(?:{_numbered(pattern, number)})(){without_groups(behind)})|)"
                for number, (_, pattern, behind) in enumerate(self._rules)
            )
        )
        names = {group: name.rpartition("_")[0] for name, group in joined.groupindex.items()}
        groups: dict[str, int] = {}
        for group in range(1, joined.groups + 1):
            if group in names:
                groups[names[group]] = group
                continue
            self._marked.append((group, self._rules[len(self._marked)][0], groups))
            self._up_to[group] = len(self._marked)
            groups = {}
        self._match = joined.match
        return self._match

    @property
    def pattern(self) -> str:
        """A pattern, without groups, that matches where any of the rules does; it may stop short of their end."""
        return begun_by_any(without_groups(pattern + behind) for _, pattern, behind in self._rules)


def _numbered(pattern: str, number: int) -> str:
    """A pattern whose groups have the number of their rule behind their names, so that many fit into one."""
    return re.sub(_SAME_AGAIN, rf"(?P=\1_{number})", re.sub(_NAMED_GROUP, rf"(?P<\1_{number}>", pattern))


def without_groups(pattern: str) -> str:
    """A pattern without named groups; what must stand there a second time may here be any one character."""
    return re.sub(_SAME_AGAIN, ".", re.sub(_NAMED_GROUP, "(?:", pattern))


class _ByWord(dict[str, "tuple[tuple[int, int, Alternatives[Some]], ...]"]):
    """What a word can begin; of a number that is not listed itself what numbers of its sort can, else nothing."""

    def __missing__(self, word: str) -> tuple[tuple[int, int, Alternatives[Some]], ...]:
        return () if word[0] > "9" else self.get(_NUMBER_OF.get(len(word), DIGITS), ())


class Index(Generic[Some]):
    """What a word can begin; words that begin the same share one set of alternatives.

    Given are the rules, in order, each with the words that it can begin with. `shape` gives a rule its pattern and what
    must stand behind it, `needs` the landmark that it needs further on where a word begins it; `landmarks` numbers
    those; `kept` is one that is not joined with others.
    """

    def __init__(
        self,
        rules: Iterable[tuple[Some, frozenset[str]]],
        shape: Callable[[Some], tuple[str, str]],
        needs: Callable[[Some, str], Landmark] = lambda _, __: NOWHERE,
        kept: Landmark = NOWHERE,
    ) -> None:
        listed = list(rules)
        self._order = {id(rule): number for number, (rule, _) in enumerate(listed)}
        self._shared: dict[tuple[int, ...], Alternatives[Some]] = {}
        split: dict[str, dict[Landmark, list[Some]]] = {}
        for word, some in by_word(listed).items():
            needed = [needs(rule, word) for rule in some]
            wider = joined(needed, kept)
            for rule, landmark in zip(some, needed, strict=True):
                split.setdefault(word, {}).setdefault(wider[landmark], []).append(rule)
        self.landmarks = Landmarks(landmark for sets in split.values() for landmark in sets)
        self.by_word = _ByWord(
            (
                word,
                tuple(
                    (1 << number, number if landmark.is_near else 0, self._alternatives(sets[landmark], shape))
                    for number, landmark in enumerate(self.landmarks.listed)
                    if landmark in sets
                ),
            )
            for word, sets in split.items()
        )

    def _alternatives(self, rules: list[Some], shape: Callable[[Some], tuple[str, str]]) -> Alternatives[Some]:
        key = tuple(id(rule) for rule in rules)
        if key not in self._shared:
            self._shared[key] = Alternatives((rule, *shape(rule)) for rule in rules)
        return self._shared[key]

    def groups(self) -> Iterator[tuple[Landmark, Alternatives[Some], frozenset[str]]]:
        """All sets of alternatives, each with what it needs further on and the words that can begin it."""
        words: dict[tuple[int, Alternatives[Some]], list[str]] = {}
        for word, sets in self.by_word.items():
            for bit, _, alternatives in sets:
                words.setdefault((bit.bit_length() - 1, alternatives), []).append(word)
        listed = self.landmarks.listed
        return ((listed[number], alternatives, frozenset(some)) for (number, alternatives), some in words.items())

    @property
    def words(self) -> frozenset[str]:
        """All words that can begin something."""
        return frozenset(self.by_word) - NUMBERS

    def in_order(self, found: Iterable[tuple[Some, Match]]) -> Sequence[tuple[Some, Match]]:
        """What several sets found, in the order of the rules."""
        return sorted(found, key=lambda one: self._order[id(one[0])])


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
