"""Finds where words of time stand and parses them into meanings; knows no language and no calendar.

A text is lower-cased once. A gate, one pattern of all words that the rules need, drops a text with no word of time. A
second one finds the words that can begin an expression; there one alternation of all rules that this word can begin
tells whether any of them matches, and the longest reading wins. Rules are matched at fixed offsets, with bounded
repetitions, and nest a fixed number of times, so the work is linear in the length of the text.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from tracker.deadlines.index import Alternatives, RuleIndex, ahead_of, without_names, word_finder
from tracker.deadlines.nouns import NounRules
from tracker.deadlines.reader import Reader
from tracker.deadlines.rules import (
    DIGITS,
    FactRule,
    FrameRule,
    JointRule,
    LengthRule,
    NounRule,
    PartRule,
    TailRule,
    compiled,
)

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from tracker.deadlines.reader import Found
    from tracker.deadlines.rules import AnyRule, Language


class Grammar:
    """The rules of a language, by the words that they begin with; `more` adds rules of one's own."""

    def __init__(self, language: Language, more: tuple[AnyRule, ...] = ()) -> None:
        self._every = (*language.rules, *more)
        self.nouns = NounRules(self._every, language.article)
        self.lengths = language.lengths
        length_rules = [rule for rule in self._every if isinstance(rule, LengthRule)]
        self.bare_lengths = tuple(rule for rule in length_rules if not rule.pattern)
        self.length_starts = frozenset(word for rule in self.bare_lengths for word in rule.starts)
        self.length_openers = RuleIndex([rule for rule in length_rules if rule.pattern], self._ahead)
        self._tails_of: dict[tuple[int, ...], Alternatives[LengthRule]] = {}
        openers = [rule for rule in self._every if not isinstance(rule, NounRule | PartRule | TailRule | LengthRule)]
        self.openers = RuleIndex(openers, self._ahead)
        tails = [rule for rule in self._every if isinstance(rule, TailRule)]
        self.tails = Alternatives(tails, lambda rule: rule.pattern)
        nominals = [rule for rule in self._every if isinstance(rule, NounRule | PartRule)]
        bare_starts = frozenset(word for rule in nominals if rule.is_bare for word in rule.starts)
        self.bare = RuleIndex([rule for rule in nominals if bare_starts & rule.starts], self._behind_bare)
        self.list_link = language.list_link

    def _ahead(self, rule: AnyRule) -> str:
        """What must stand behind a rule's own words."""
        if isinstance(rule, LengthRule):
            return rf"(?=\(|{ahead_of(self.lengths.starts)})"
        needs_noun = isinstance(rule, FrameRule | JointRule) or (isinstance(rule, FactRule) and rule.takes_noun)
        return self.nouns.ahead if needs_noun else ""

    def _behind_bare(self, rule: AnyRule) -> str:
        """What must stand behind a nominal rule for it to begin an expression without a frame."""
        if isinstance(rule, PartRule):
            return self.nouns.ahead
        is_bare = isinstance(rule, NounRule) and rule.is_bare
        return "" if is_bare else f"(?={self.tails.pattern}|{self.nouns.links})"

    def tails_of(self, rules: tuple[LengthRule, ...]) -> Alternatives[LengthRule]:
        """What may stand behind a length, of several rules that can take it."""
        key = tuple([id(rule) for rule in rules])
        if key not in self._tails_of:
            self._tails_of[key] = Alternatives(rules, lambda rule: rule.full_tail)
        return self._tails_of[key]

    @cached_property
    def _gate(self) -> re.Pattern[str]:
        return compiled(word_finder(word for rule in self._every for word in rule.words) + r"|\d")

    @cached_property
    def unit(self) -> re.Pattern[str]:
        """Finds the words that a length of time cannot be without."""
        return compiled(word_finder(self.lengths.units))

    @cached_property
    def triggers(self) -> re.Pattern[str]:
        """Finds the words that can be the first of an expression within prose, and numbers that are."""
        words = {word for rule in self._every if _can_begin(rule) for word in rule.starts}
        length = without_names(self.lengths.pattern) + self.tails_of(self.bare_lengths).pattern
        numbers = [index.at(DIGITS) for index in (self.openers, self.bare)]
        begun = "|".join([*(rules.pattern for rules in numbers if rules), length])
        return compiled(rf"{word_finder(words)}|\b(?=\d)(?={begun})\d+")

    def lets_through(self, text: str) -> bool:
        """False where a folded text holds no word of time at all."""
        return self._gate.search(text) is not None

    def scan(self, text: str) -> Iterator[Found]:
        """What stands in a folded text, in order and without overlap; words that are no deadline are left out."""
        return Reader(self, text).read_all()

    def read_phrase(self, text: str) -> Iterator[Found]:
        """What stands in a folded phrase about time: no noun needs a frame, and what is past is not left out."""
        return Reader(self, text, is_phrase=True).read_all()


def _can_begin(rule: AnyRule) -> bool:
    """True where a rule can be the first of an expression within prose."""
    return not isinstance(rule, NounRule | PartRule) or rule.is_bare
