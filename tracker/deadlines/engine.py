"""Finds where words of time stand and parses them into meanings; knows no language and no calendar.

A text is lower-cased once. A gate drops a text with no word of time. A pattern finds the words that can begin an
expression; there one match of all rules that this word can begin tells whether any of them stands there, and the
longest reading wins. Gate and pattern are made of the rules' own words. Rules are matched at fixed offsets, with
bounded repetitions, and nest a fixed number of times, so the work is linear in the length of the text.
"""

from __future__ import annotations

from functools import cached_property
from itertools import compress
from typing import TYPE_CHECKING, TypeGuard

from tracker.deadlines.gate import Gate, words_in
from tracker.deadlines.index import Alternatives, Index, ahead_of, without_groups
from tracker.deadlines.landmarks import NOWHERE, Landmark, whole_word
from tracker.deadlines.nouns import NounRules, needs_of
from tracker.deadlines.reader import Hint
from tracker.deadlines.rules import (
    FactRule,
    FrameRule,
    JointRule,
    LengthRule,
    NounRule,
    PartRule,
    TailRule,
    compiled,
)
from tracker.deadlines.scanner import MARKS, scan

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from tracker.deadlines.reader import Found, Opening
    from tracker.deadlines.rules import AnyRule, Language


class Grammar:
    """The rules of a language, by the words that they begin with; `more` adds rules of one's own."""

    def __init__(self, language: Language, more: tuple[AnyRule, ...] = ()) -> None:
        self._every = (*language.rules, *more)
        self.nouns = NounRules(self._every, language.article)
        self.lengths = language.lengths
        self.telling = language.telling
        self.apart = language.apart
        self.founded = language.founded
        self._list_link = language.list_link
        self._further = language.further
        self._numbers = language.numbers if all(_has_word(rule) for rule in more) else r"\d"
        self.bare_lengths = tuple(rule for rule in self._every if _is_bare_length(rule))
        self._tails_of: dict[tuple[int, ...], Alternatives[LengthRule]] = {}
        tails = [rule for rule in self._every if isinstance(rule, TailRule)]
        self.tails = Alternatives((rule, rule.pattern, "") for rule in tails)
        self.openings = Index(self._openings(), self._shape, self._needs, self.nouns.landmark)

    def tails_of(self, rules: tuple[LengthRule, ...]) -> Alternatives[LengthRule]:
        """What may stand behind a length, of several rules that can take it."""
        key = tuple([id(rule) for rule in rules])
        if key not in self._tails_of:
            self._tails_of[key] = Alternatives((rule, rule.full_tail, "") for rule in rules)
        return self._tails_of[key]

    def scan(self, text: str, words: Iterable[bytes]) -> list[Found]:
        """What stands in a folded text of these words, in order and without overlap; what is no deadline is left out,
        but for what is told as past.
        """
        return scan(self, text, words)

    def read_phrase(self, text: str) -> list[Found]:
        """What stands in a folded phrase about time: no noun needs a frame, and what is past is not left out."""
        return scan(self, text, words_in(text), is_phrase=True)

    @cached_property
    def gate(self) -> Gate:
        """Lets through what holds a word of time."""
        return Gate(self._every, self._numbers)

    @cached_property
    def length(self) -> re.Pattern[str]:
        """Reads a length of time."""
        return compiled(self.lengths.pattern)

    @cached_property
    def list_link(self) -> re.Pattern[str]:
        """Reads what stands between the items of a list."""
        return compiled(self._list_link)

    @property
    def further(self) -> re.Pattern[str]:
        """Reads what stands between two deadlines where the second is that of a further thing."""
        return compiled(self._further)

    @cached_property
    def starts(self) -> re.Pattern[str]:
        """Finds the words and numbers, as group 1, that can begin an expression within prose, and the mark before."""
        return compiled(rf"{MARKS}({whole_word(self.openings.words)}|\d+)")

    @cached_property
    def every_word(self) -> re.Pattern[str]:
        """Finds all words and numbers that stand free, as group 1, and the mark before."""
        return compiled(rf"{MARKS}([a-z]+|\d+)")

    def _openings(self) -> Iterator[tuple[Opening, frozenset[str]]]:
        """All that can begin an expression, with the words that it begins with: opening rules, then hints."""
        others = NounRule | PartRule | TailRule
        is_opening = [not isinstance(rule, others) and not _is_bare_length(rule) for rule in self._every]
        yield from ((rule, rule.first_words) for rule in compress(self._every, is_opening))
        length = without_groups(self.lengths.pattern) + self.tails_of(self.bare_lengths).pattern
        starts = frozenset(word for rule in self.bare_lengths for word in rule.first_words)
        yield Hint(length, self._units, is_length=True), starts
        for landmark, nouns, words in self._bare_nouns().groups():
            yield Hint(nouns.pattern, landmark), words

    @property
    def _units(self) -> Landmark:
        return Landmark(self.lengths.units, is_near=True)

    def _needs(self, opening: Opening, word: str) -> Landmark:
        """The landmark that an opening needs behind the word that begins it."""
        if isinstance(opening, Hint):
            return opening.landmark
        if isinstance(opening, LengthRule):
            return self._units
        needed = needs_of(opening, word)
        return self.nouns.landmark if needed is NOWHERE and _takes_noun(opening) else needed

    def _bare_nouns(self) -> Index[AnyRule]:
        """The nominal rules by the words that can begin a noun without a frame."""
        nominals = [rule for rule in self._every if isinstance(rule, NounRule | PartRule)]
        bare_starts = frozenset(word for rule in nominals if rule.is_bare for word in rule.first_words)
        some = ((rule, rule.first_words) for rule in nominals if bare_starts & rule.first_words)
        return Index(some, lambda rule: (rule.full_pattern, self._behind_bare(rule)), self._needs, self.nouns.landmark)

    def _behind_bare(self, rule: AnyRule) -> str:
        """What must stand behind a nominal rule for it to begin an expression without a frame."""
        if isinstance(rule, PartRule):
            return self.nouns.ahead
        is_bare = isinstance(rule, NounRule) and rule.is_bare
        return "" if is_bare else f"(?={self.tails.pattern}|{self.nouns.links})"

    def _shape(self, opening: Opening) -> tuple[str, str]:
        """The pattern of what begins an expression, and what must stand behind it."""
        if isinstance(opening, Hint):
            return f"(?={opening.pattern})", ""
        if isinstance(opening, LengthRule):
            return opening.pattern, rf"(?=\(|{ahead_of(self.lengths.starts)})"
        return opening.full_pattern, self.nouns.ahead if _takes_noun(opening) else ""


def _takes_noun(rule: AnyRule) -> bool:
    """True where a noun must follow a rule's own words."""
    return isinstance(rule, FrameRule | JointRule | PartRule) or (isinstance(rule, FactRule) and rule.takes_noun)


def _has_word(rule: AnyRule) -> bool:
    """False for a name that is all digits."""
    return any(word.isalpha() for word in rule.words)


def _is_bare_length(rule: AnyRule) -> TypeGuard[LengthRule]:
    """True where a rule reads a length without any words before it."""
    return isinstance(rule, LengthRule) and not rule.pattern
