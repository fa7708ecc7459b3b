"""Parses nouns: names of periods, the parts that narrow them and the joints that take two."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.deadlines.index import Alternatives, Index, ahead_of
from tracker.deadlines.landmarks import NOWHERE, Landmark
from tracker.deadlines.rules import DIGITS, ENDS, NUMBERS, JointRule, NounRule, PartRule, compiled

if TYPE_CHECKING:
    import re

    from tracker.deadlines.rules import AnyRule, Match
    from tracker.deadlines.spec import Noun

_DEEPEST = 3


class ParsedNoun(NamedTuple):
    """A noun read at an offset: where it ends, the rules that read it, and whether it needs no frame."""

    noun: Noun
    end: int
    rules: tuple[str, ...]
    is_bare: bool


class NounRules:
    """The rules that make nouns, and what a text must show ahead for one of them."""

    def __init__(self, rules: tuple[AnyRule, ...], article: str) -> None:
        nominals = [rule for rule in rules if isinstance(rule, NounRule | PartRule)]
        words = ((rule, rule.first_words) for rule in nominals)
        self.index = Index(words, lambda rule: (rule.full_pattern, ""))
        self._article = article
        self.ahead = f"(?={article}{ahead_of(word for rule in nominals for word in rule.starts)})"
        joints = [rule for rule in rules if isinstance(rule, JointRule) and not rule.pattern]
        self.joints = Alternatives((rule, rule.link, self.ahead) for rule in joints)
        self.links = "|".join(rule.link for rule in joints if rule.is_bare)
        named = (_words_of(rule) for rule in nominals if isinstance(rule, NounRule))
        self.landmark = Landmark(frozenset(DIGITS if word in NUMBERS else word for words in named for word in words))

    @cached_property
    def first_word(self) -> re.Pattern[str]:
        """The first word or number of a noun, behind the article that may stand there."""
        return compiled(rf"{self._article}([a-z]+|\d+)")


class NounParser:
    """Parses nouns at any offset of one folded text.

    `declined` tells where words end that look like a noun but are none, by their start: "30 February". A shorter one
    that they begin with ("Feb 30") does not count.
    """

    def __init__(self, rules: NounRules, text: str) -> None:
        self._rules = rules
        self._text = text
        self._known: dict[int, ParsedNoun | None] = {}
        self.declined: dict[int, int] = {}

    def noun_at(self, start: int, depth: int = 0) -> ParsedNoun | None:
        """The longest noun at an offset, its parts included, behind the article that may stand there.

        Parts nest a few times only; what lies too deep is no noun.
        """
        if depth > _DEEPEST:
            return None
        if start not in self._known:
            word = self._rules.first_word.match(self._text, start)
            self._known[start] = self._longest(word[1], word.start(1), depth) if word else None
            if word and word.start(1) in self.declined:
                self.declined[start] = self.declined[word.start(1)]
        return self._known[start]

    def _longest(self, word: str, start: int, depth: int) -> ParsedNoun | None:
        best: ParsedNoun | None = None
        for _, _, alternatives in self._rules.index.by_word[word]:
            for rule, match in alternatives.matches(self._text, start):
                parsed = self._built(match, rule, depth)
                if parsed is not None and (best is None or parsed.end > best.end):
                    best = parsed
                elif parsed is None:
                    end = match.end if isinstance(rule, NounRule) else self.declined.get(match.end, 0)
                    self.declined[start] = max(end, self.declined.get(start, 0))
        is_longest = best is None or best.end >= self.declined.get(start, 0)
        return best if is_longest else None

    def nouns_at(self, start: int) -> ParsedNoun | None:
        """A noun, with the second one where a joint without opening words follows."""
        first = self.noun_at(start)
        if first is None or self._text[first.end : first.end + 1] in ENDS:
            return first
        for rule, link in self._rules.joints.matches(self._text, first.end):
            joined = self._joined(first, rule, link.end)
            if joined:
                return joined
        return first

    def joined(self, first: ParsedNoun, rule: JointRule) -> ParsedNoun | None:
        """Two nouns made one by a joint; None where no second one follows, or the joint declines."""
        link = compiled(rule.link).match(self._text, first.end)
        return self._joined(first, rule, link.end()) if link else None

    def _joined(self, first: ParsedNoun, rule: JointRule, end: int) -> ParsedNoun | None:
        last = self.noun_at(end)
        noun = rule.build(first.noun, last.noun) if last else None
        if last is None or noun is None:
            return None
        return ParsedNoun(noun, last.end, (rule.name, *first.rules, *last.rules), first.is_bare or last.is_bare)

    def _built(self, match: Match, rule: AnyRule, depth: int) -> ParsedNoun | None:
        if isinstance(rule, NounRule):
            noun = rule.build(match)
            return ParsedNoun(noun, match.end, (rule.name,), rule.is_bare) if noun else None
        inner = self.noun_at(match.end, depth + 1)
        narrowed = rule.build(match, inner.noun) if inner and isinstance(rule, PartRule) else None
        if inner is None or narrowed is None:
            return None
        return ParsedNoun(narrowed, inner.end, (rule.name, *inner.rules), inner.is_bare or _is_bare(rule))


def _words_of(rule: NounRule) -> frozenset[str]:
    """Words and numbers of which each noun of a rule has one, or has it beside it."""
    return rule.words if rule.words and _are_plain(rule.words) else rule.first_words


def _are_plain(words: frozenset[str]) -> bool:
    return all((one.isascii() and one.isalpha()) or one == DIGITS for one in words)


def needs_of(rule: Any, word: str) -> Landmark:
    """The landmark that a rule needs behind the word that begins it."""
    far: frozenset[str] = getattr(rule, "far", frozenset())
    words: frozenset[str] = getattr(rule, "words", frozenset())
    if far or not words or word in words or not _are_plain(words):
        return Landmark(far, is_near=True) if far else NOWHERE
    return Landmark(words)


def _is_bare(rule: AnyRule) -> bool:
    return isinstance(rule, PartRule) and rule.is_bare
