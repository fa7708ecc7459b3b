"""Finds where words of time stand and parses them into meanings; knows no language and no calendar.

A text is lower-cased once. A gate, the set of all words that the rules need, drops a text with no word of time. Then
each word that can begin an expression is tried with the rules that it can begin, and the longest reading wins. Every
rule is matched at fixed offsets and nests a fixed number of times, so the work is linear in the length of the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.deadlines.choice import any_start, index_of, key_of
from tracker.deadlines.rules import (
    FactRule,
    FrameRule,
    JointRule,
    NounRule,
    PartRule,
    PhraseRule,
    TailRule,
    compiled,
)
from tracker.deadlines.spec import Frame, Framed
from tracker.deadlines.text import is_inside, word_pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator

    from tracker.deadlines.rules import AnyRule, Language
    from tracker.deadlines.spec import Meaning, Noun

_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class ParsedNoun:
    """A noun read at an offset: where it ends, the rules that read it, and whether it needs no frame."""

    noun: Noun
    end: int
    rules: tuple[str, ...]
    is_bare: bool


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
    """The rules of a language, by the words that they begin with."""

    def __init__(self, language: Language, more: tuple[AnyRule, ...] = ()) -> None:
        every = (*language.rules, *more)
        nominals = [rule for rule in every if isinstance(rule, NounRule | PartRule)]
        noun_ahead = f"(?={language.article}{any_start(nominals)})"
        openers = [rule for rule in every if not isinstance(rule, NounRule | PartRule | TailRule)]
        self._openers = index_of(openers, noun_ahead)
        self._nominals = index_of(nominals, "")
        self._open_joints = tuple(rule for rule in every if isinstance(rule, JointRule) and not rule.pattern)
        self._tails = tuple(rule for rule in every if isinstance(rule, TailRule))
        self._article = language.article
        self._list_link = language.list_link
        self.gate = frozenset[str]().union(*(r.words for r in every if isinstance(r, NounRule | PhraseRule)))
        self._triggers = frozenset[str]().union(*(rule.starts for rule in every if _can_begin(rule)))

    def lets_through(self, text: str) -> bool:
        """False where a folded text holds no word of time at all."""
        return not self.gate.isdisjoint(word_pattern().findall(text))

    def scan(self, text: str) -> Iterator[Found]:
        """What stands in a folded text, in order and without overlap; words that are no deadline are left out."""
        end = 0
        for token in word_pattern().finditer(text):
            word = token.group()
            if word not in self._triggers and word[0] > "9":
                continue
            start = token.start()
            found = self._read(text, start, word) if start >= end else None
            while found is not None:
                end = found.end
                if found.meaning is not None:
                    yield found
                found = self._read_further(text, found)

    def read_whole(self, text: str) -> Found | None:
        """The reading of a folded phrase that begins with it; here a bare noun needs no frame."""
        token = word_pattern().search(text)
        if token is None:
            return None
        start = token.start()
        found = self._read(text, start, token.group())
        parsed = self._noun(text, start)
        if parsed is None or (found is not None and found.end >= parsed.end):
            return found
        return Found(Framed(Frame.IN, parsed.noun), start, parsed.end, parsed.rules)

    def _read(self, text: str, start: int, word: str) -> Found | None:
        """The longest reading at an offset; among equals the earlier rule wins, and a bare noun comes last."""
        if is_inside(text, start):
            return None
        key = key_of(word)
        openers = self._openers.get(key)
        best: Found | None = None
        if openers is not None and openers.may_match(text, start):
            for rule, pattern in openers.compiled:
                match = pattern.match(text, start)
                found = self._opened(text, match, rule) if match else None
                if found is not None and (best is None or found.end > best.end):
                    best = found
        return best or self._read_bare(text, start, key)

    def _opened(self, text: str, match: re.Match[str], rule: AnyRule) -> Found | None:
        if isinstance(rule, PhraseRule):
            meaning = rule.build(match)
            return Found(meaning, match.start(), match.end(), (rule.name,)) if meaning else None
        if isinstance(rule, FactRule):
            return self._fact(text, match, rule)
        if isinstance(rule, JointRule):
            return self._opened_joint(text, match, rule)
        return self._framed(text, match, rule) if isinstance(rule, FrameRule) else None

    def _fact(self, text: str, match: re.Match[str], rule: FactRule) -> Found | None:
        parsed = self._noun(text, match.end()) if rule.takes_noun else None
        if rule.takes_noun and parsed is None:
            return None
        return Found(None, match.start(), parsed.end if parsed else match.end(), (rule.name,))

    def _framed(self, text: str, match: re.Match[str], rule: FrameRule) -> Found | None:
        parsed = self._joined(text, match.end())
        meaning = rule.build(match, parsed.noun) if parsed else None
        if parsed is None or meaning is None:
            return None
        chain = (rule.name, *parsed.rules)
        found = Found(meaning, match.start(), parsed.end, chain, lambda noun: rule.build(match, noun))
        return self._with_tail(text, found, parsed)

    def _opened_joint(self, text: str, match: re.Match[str], rule: JointRule) -> Found | None:
        first = self._noun(text, match.end())
        joined = self._join(text, first, rule) if first else None
        if joined is None:
            return None
        return Found(Framed(Frame.WINDOW, joined.noun), match.start(), joined.end, joined.rules)

    def _read_bare(self, text: str, start: int, key: str) -> Found | None:
        parsed = self._joined(text, start) if key in self._nominals else None
        if parsed is None:
            return None
        bare = Found(Framed(Frame.IN, parsed.noun), start, parsed.end, parsed.rules)
        found = self._with_tail(text, bare, parsed)
        return found if parsed.is_bare or found is not bare else None

    def _with_tail(self, text: str, found: Found, parsed: ParsedNoun) -> Found:
        for tail in self._tails:
            match = tail.matched(text, found.end)
            if match:
                return Found(tail.build(parsed.noun), found.start, match.end(), (tail.name, *parsed.rules))
        return found

    def _read_further(self, text: str, found: Found) -> Found | None:
        """The next item of a list that shares its frame: "on 3 May, 5 May and 8 May"."""
        if found.again is None:
            return None
        link = compiled(self._list_link).match(text, found.end)
        parsed = self._noun(text, link.end()) if link else None
        meaning = found.again(parsed.noun) if parsed else None
        if link is None or parsed is None or meaning is None:
            return None
        return Found(meaning, link.end(), parsed.end, (found.rules[0], *parsed.rules), found.again)

    def _joined(self, text: str, start: int) -> ParsedNoun | None:
        """A noun, with the second one where a joint without opening words follows."""
        first = self._noun(text, start)
        if first is None:
            return None
        for rule in self._open_joints:
            joined = self._join(text, first, rule)
            if joined:
                return joined
        return first

    def _join(self, text: str, first: ParsedNoun, rule: JointRule) -> ParsedNoun | None:
        link = compiled(rule.link).match(text, first.end)
        last = self._noun(text, link.end()) if link else None
        noun = rule.build(first.noun, last.noun) if last else None
        if last is None or noun is None:
            return None
        return ParsedNoun(noun, last.end, (rule.name, *first.rules, *last.rules), first.is_bare or last.is_bare)

    def _noun(self, text: str, start: int, depth: int = 0) -> ParsedNoun | None:
        """The longest noun at an offset, its parts included."""
        article = compiled(self._article).match(text, start)
        start = article.end() if article else start
        token = word_pattern().match(text, start)
        if token is None or depth > _DEEPEST:
            return None
        nominals = self._nominals.get(key_of(token.group()))
        if nominals is None or not nominals.may_match(text, start):
            return None
        best: ParsedNoun | None = None
        for rule, pattern in nominals.compiled:
            match = pattern.match(text, start)
            parsed = self._nominal(text, match, rule, depth) if match else None
            if parsed is not None and (best is None or parsed.end > best.end):
                best = parsed
        return best

    def _nominal(self, text: str, match: re.Match[str], rule: AnyRule, depth: int) -> ParsedNoun | None:
        if isinstance(rule, NounRule):
            noun = rule.build(match)
            return ParsedNoun(noun, match.end(), (rule.name,), rule.is_bare) if noun else None
        if not isinstance(rule, PartRule):
            return None
        inner = self._noun(text, match.end(), depth + 1)
        narrowed = rule.build(match, inner.noun) if inner else None
        if inner is None or narrowed is None:
            return None
        return ParsedNoun(narrowed, inner.end, (rule.name, *inner.rules), rule.is_bare or inner.is_bare)


def _can_begin(rule: AnyRule) -> bool:
    """True where a rule can be the first of an expression within prose."""
    return not isinstance(rule, NounRule | PartRule) or rule.is_bare
