"""Parses nouns: names of periods, the parts that narrow them and the joints that take two."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.deadlines.index import RuleIndex, any_start, key_of
from tracker.deadlines.rules import JointRule, NounRule, PartRule, compiled
from tracker.deadlines.text import word_pattern

if TYPE_CHECKING:
    import re

    from tracker.deadlines.index import WordSets
    from tracker.deadlines.rules import AnyRule
    from tracker.deadlines.spec import Noun

_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class ParsedNoun:
    """A noun read at an offset: where it ends, the rules that read it, and whether it needs no frame."""

    noun: Noun
    end: int
    rules: tuple[str, ...]
    is_bare: bool


class NounRules:
    """The rules that make nouns, and what a text must show ahead for one of them."""

    def __init__(self, rules: tuple[AnyRule, ...], word_sets: WordSets, article: str) -> None:
        nominals = [rule for rule in rules if isinstance(rule, NounRule | PartRule)]
        self.index = RuleIndex(nominals, word_sets)
        self.joints = tuple(rule for rule in rules if isinstance(rule, JointRule) and not rule.pattern)
        self.article = article
        self.ahead = f"(?={article}{any_start(nominals)})"


class NounParser:
    """Parses nouns at any offset of one folded text; `reach` says which word sets the text touches."""

    def __init__(self, rules: NounRules, text: str, reach: int) -> None:
        self._rules = rules
        self._text = text
        self._reach = reach
        self._known: dict[tuple[int, int], ParsedNoun | None] = {}

    def noun_at(self, start: int, depth: int = 0) -> ParsedNoun | None:
        """The longest noun at an offset, its parts included, behind the article that may stand there."""
        if depth > _DEEPEST:
            return None
        article = compiled(self._rules.article).match(self._text, start)
        place = (article.end() if article else start, depth)
        if place not in self._known:
            self._known[place] = self._longest(*place)
        return self._known[place]

    def _longest(self, start: int, depth: int) -> ParsedNoun | None:
        token = word_pattern().match(self._text, start)
        if token is None:
            return None
        best: ParsedNoun | None = None
        for rule, pattern in self._rules.index.at(key_of(token.group()), self._reach):
            match = pattern.match(self._text, start)
            parsed = self._built(match, rule, depth) if match else None
            if parsed is not None and (best is None or parsed.end > best.end):
                best = parsed
        return best

    def nouns_at(self, start: int) -> ParsedNoun | None:
        """A noun, with the second one where a joint without opening words follows."""
        first = self.noun_at(start)
        if first is None:
            return None
        for rule in self._rules.joints:
            joined = self.joined(first, rule)
            if joined:
                return joined
        return first

    def joined(self, first: ParsedNoun, rule: JointRule) -> ParsedNoun | None:
        """Two nouns made one by a joint; None where no second one follows, or the joint declines."""
        link = compiled(rule.link).match(self._text, first.end)
        last = self.noun_at(link.end()) if link else None
        noun = rule.build(first.noun, last.noun) if last else None
        if last is None or noun is None:
            return None
        return ParsedNoun(noun, last.end, (rule.name, *first.rules, *last.rules), first.is_bare or last.is_bare)

    def _built(self, match: re.Match[str], rule: AnyRule, depth: int) -> ParsedNoun | None:
        if isinstance(rule, NounRule):
            noun = rule.build(match)
            return ParsedNoun(noun, match.end(), (rule.name,), rule.is_bare) if noun else None
        inner = self.noun_at(match.end(), depth + 1)
        narrowed = rule.build(match, inner.noun) if inner and isinstance(rule, PartRule) else None
        if inner is None or narrowed is None:
            return None
        return ParsedNoun(narrowed, inner.end, (rule.name, *inner.rules), inner.is_bare or _is_bare(rule))


def _is_bare(rule: AnyRule) -> bool:
    return isinstance(rule, PartRule) and rule.is_bare
