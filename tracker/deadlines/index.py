"""The rules of a grammar by the words that they can begin with, and by the words that a text must hold for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from tracker.deadlines.rules import DIGITS, FactRule, FrameRule, JointRule, compiled

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Sequence

    from tracker.deadlines.rules import AnyRule

    Compiled: TypeAlias = tuple[tuple[AnyRule, re.Pattern[str]], ...]


class WordSets:
    """The word sets of all rules, a bit each: which of them a text touches is one number, its *reach*."""

    def __init__(self, rules: Iterable[AnyRule]) -> None:
        self._bits: dict[frozenset[str], int] = {}
        self._reach_of_word: dict[str, int] = {}
        for rule in rules:
            if rule.words and rule.words not in self._bits:
                self._bits[rule.words] = bit = 1 << len(self._bits)
                for word in rule.words:
                    self._reach_of_word[word] = self._reach_of_word.get(word, 0) | bit
        self.gate = frozenset(self._reach_of_word)

    def bit_of(self, rule: AnyRule) -> int:
        """The bit of a rule's word set; 0 where it needs no word."""
        return self._bits.get(rule.words, 0)

    def reach_of(self, words: Sequence[str]) -> int:
        """The bits of all sets that hold one of the words; 0 where no rule can match among them."""
        reach = 0
        for word in self.gate.intersection(words):
            reach |= self._reach_of_word[word]
        return reach


class RuleIndex:
    """Which rules to try where a word begins, in a text of a given reach; patterns are compiled on first use."""

    def __init__(self, rules: Iterable[AnyRule], word_sets: WordSets, noun_ahead: str = "") -> None:
        self._rules: dict[str, list[tuple[AnyRule, int]]] = {}
        self._needed: dict[str, int] = {}
        self._noun_ahead = noun_ahead
        self._chosen: dict[tuple[str, int], Compiled] = {}
        for rule in rules:
            bit = word_sets.bit_of(rule)
            for word in rule.starts:
                self._rules.setdefault(word, []).append((rule, bit))
                self._needed[word] = self._needed.get(word, 0) | bit

    def at(self, word: str, reach: int) -> Compiled:
        """The rules that can begin with a word, without those whose words the text does not hold."""
        key = (word, reach & self._needed.get(word, 0))
        chosen = self._chosen.get(key)
        if chosen is None:
            some = [rule for rule, bit in self._rules.get(word, ()) if not bit or bit & reach]
            self._chosen[key] = chosen = tuple((rule, self._pattern(rule)) for rule in some)
        return chosen

    def _pattern(self, rule: AnyRule) -> re.Pattern[str]:
        needs_noun = isinstance(rule, FrameRule | JointRule) or (isinstance(rule, FactRule) and rule.takes_noun)
        return compiled(rule.full_pattern + (self._noun_ahead if needs_noun else ""))


def any_start(rules: Iterable[AnyRule]) -> str:
    """A pattern of all the words that the rules can begin with, by their first letters."""
    by_letter: dict[str, set[str]] = {}
    for word in {word for rule in rules for word in rule.starts} - {DIGITS}:
        by_letter.setdefault(word[0], set()).add(word[1:])
    letters = (
        f"{letter}(?:{'|'.join(sorted(rest, key=len, reverse=True))})" for letter, rest in sorted(by_letter.items())
    )
    return f"(?:\\d|{'|'.join(letters)})"


def key_of(word: str) -> str:
    """The word under which rules are indexed: any digits are one."""
    return DIGITS if word[0].isdigit() else word
