"""Finds where words of time stand and parses them into meanings; knows no language and no calendar.

A text is lower-cased once. A gate, the set of all words that the rules need, drops a text with no word of time, and
drops each rule none of whose words it holds. Then every word that can begin an expression is tried with the rules
that it can begin, and the longest reading wins. Rules are matched at fixed offsets, with bounded repetitions, and nest
a fixed number of times, so the work is linear in the length of the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.deadlines.index import RuleIndex, WordSets, key_of
from tracker.deadlines.nouns import NounParser, NounRules
from tracker.deadlines.rules import FactRule, FrameRule, JointRule, NounRule, PartRule, PhraseRule, TailRule, compiled
from tracker.deadlines.spec import Frame, Framed
from tracker.deadlines.text import is_inside, word_pattern, words_of

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator

    from tracker.deadlines.nouns import ParsedNoun
    from tracker.deadlines.rules import AnyRule, Language
    from tracker.deadlines.spec import Meaning, Noun


@dataclass(frozen=True, slots=True)
class Found:
    """A meaning and the words it was read from; None where they are words of time that are no deadline.

    `again` makes the same kind of meaning from a further noun of a list ("on 3, 5 and 8 May").
    """

    meaning: Meaning | None
    start: int
    end: int
    rules: tuple[str, ...]
    again: Callable[[Noun], Meaning | None] | None = None


class Grammar:
    """The rules of a language, by the words that they begin with; `more` adds rules of one's own."""

    def __init__(self, language: Language, more: tuple[AnyRule, ...] = ()) -> None:
        every = (*language.rules, *more)
        self._word_sets = WordSets(every)
        self.nouns = NounRules(every, self._word_sets, language.article)
        openers = [rule for rule in every if not isinstance(rule, NounRule | PartRule | TailRule)]
        self.openers = RuleIndex(openers, self._word_sets, self.nouns.ahead)
        self.tails = tuple(rule for rule in every if isinstance(rule, TailRule))
        self.list_link = language.list_link
        self.triggers = frozenset[str]().union(*(rule.starts for rule in every if _can_begin(rule)))

    def lets_through(self, text: str) -> bool:
        """False where a folded text holds no word of time at all."""
        return not self._word_sets.gate.isdisjoint(words_of(text))

    def scan(self, text: str) -> Iterator[Found]:
        """What stands in a folded text, in order and without overlap; words that are no deadline are left out."""
        reach = self._word_sets.reach_of(words_of(text))
        return _Reader(self, text, reach).read_all() if reach else iter(())

    def read_whole(self, text: str) -> Found | None:
        """The reading of a folded phrase that begins with it; here a bare noun needs no frame."""
        token = word_pattern().search(text)
        reach = self._word_sets.reach_of(words_of(text))
        return _Reader(self, text, reach).read_whole(token) if token else None


class _Reader:
    """Reads one text."""

    def __init__(self, grammar: Grammar, text: str, reach: int) -> None:
        self._grammar = grammar
        self._text = text
        self._reach = reach
        self._nouns = NounParser(grammar.nouns, text, reach)

    def read_all(self) -> Iterator[Found]:
        triggers = self._grammar.triggers
        end = 0
        for token in word_pattern().finditer(self._text):
            word = token.group()
            if word not in triggers and word[0] > "9":
                continue
            found = self._read(token.start(), word) if token.start() >= end else None
            while found is not None:
                end = found.end
                if found.meaning is not None:
                    yield found
                found = self._read_further(found)

    def read_whole(self, token: re.Match[str]) -> Found | None:
        found = self._read(token.start(), token.group())
        parsed = self._nouns.nouns_at(token.start())
        if parsed is None or (found is not None and found.end >= parsed.end):
            return found
        return Found(Framed(Frame.IN, parsed.noun), token.start(), parsed.end, parsed.rules)

    def _read(self, start: int, word: str) -> Found | None:
        """The longest reading at an offset; among equals the earlier rule wins, and a bare noun comes last."""
        if is_inside(self._text, start):
            return None
        best: Found | None = None
        for rule, pattern in self._grammar.openers.at(key_of(word), self._reach):
            match = pattern.match(self._text, start)
            found = self._opened(match, rule) if match else None
            if found is not None and (best is None or found.end > best.end):
                best = found
        return best or self._read_bare(start)

    def _opened(self, match: re.Match[str], rule: AnyRule) -> Found | None:
        if isinstance(rule, PhraseRule):
            meaning = rule.build(match)
            return Found(meaning, match.start(), match.end(), (rule.name,)) if meaning else None
        if isinstance(rule, FactRule):
            return self._fact(match, rule)
        if isinstance(rule, JointRule):
            return self._opened_joint(match, rule)
        return self._framed(match, rule) if isinstance(rule, FrameRule) else None

    def _fact(self, match: re.Match[str], rule: FactRule) -> Found | None:
        parsed = self._nouns.noun_at(match.end()) if rule.takes_noun else None
        if rule.takes_noun and parsed is None:
            return None
        return Found(None, match.start(), parsed.end if parsed else match.end(), (rule.name,))

    def _framed(self, match: re.Match[str], rule: FrameRule) -> Found | None:
        parsed = self._nouns.nouns_at(match.end())
        meaning = rule.build(match, parsed.noun) if parsed else None
        if parsed is None or meaning is None:
            return None
        chain = (rule.name, *parsed.rules)
        found = Found(meaning, match.start(), parsed.end, chain, lambda noun: rule.build(match, noun))
        return self._with_tail(found, parsed)

    def _opened_joint(self, match: re.Match[str], rule: JointRule) -> Found | None:
        first = self._nouns.noun_at(match.end())
        joined = self._nouns.joined(first, rule) if first else None
        if joined is None:
            return None
        return Found(Framed(Frame.WINDOW, joined.noun), match.start(), joined.end, joined.rules)

    def _read_bare(self, start: int) -> Found | None:
        parsed = self._nouns.nouns_at(start)
        if parsed is None:
            return None
        bare = Found(Framed(Frame.IN, parsed.noun), start, parsed.end, parsed.rules)
        found = self._with_tail(bare, parsed)
        return found if parsed.is_bare or found is not bare else None

    def _with_tail(self, found: Found, parsed: ParsedNoun) -> Found:
        for tail in self._grammar.tails:
            match = tail.matched(self._text, found.end)
            if match:
                return Found(tail.build(parsed.noun), found.start, match.end(), (tail.name, *parsed.rules))
        return found

    def _read_further(self, found: Found) -> Found | None:
        """The next item of a list that shares its frame: "on 3 May, 5 May and 8 May"."""
        link = compiled(self._grammar.list_link).match(self._text, found.end) if found.again else None
        parsed = self._nouns.noun_at(link.end()) if link else None
        meaning = found.again(parsed.noun) if parsed and found.again else None
        if link is None or parsed is None or meaning is None:
            return None
        return Found(meaning, link.end(), parsed.end, (found.rules[0], *parsed.rules), found.again)


def _can_begin(rule: AnyRule) -> bool:
    """True where a rule can be the first of an expression within prose."""
    return not isinstance(rule, NounRule | PartRule) or rule.is_bare
