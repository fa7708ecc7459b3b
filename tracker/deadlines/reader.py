"""Reads one text with the rules of a grammar: at each word that can begin an expression the longest reading."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from tracker.deadlines.nouns import NounParser
from tracker.deadlines.rules import ENDS, FactRule, FrameRule, JointRule, LengthRule, PhraseRule
from tracker.deadlines.spec import Frame, Framed
from tracker.deadlines.telling import goes_on, looks_back, may_be_told, tells

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tracker.deadlines.engine import Grammar
    from tracker.deadlines.landmarks import Landmark
    from tracker.deadlines.nouns import ParsedNoun
    from tracker.deadlines.rules import AnyRule, Match
    from tracker.deadlines.spec import Length, Meaning, Noun


class Hint(NamedTuple):
    """A pattern that shows, without reading it, that a noun, or a length where `is_length`, can begin an expression
    without opening words, and the landmark that it needs.
    """

    pattern: str
    landmark: Landmark
    is_length: bool = False


Opening: TypeAlias = "AnyRule | Hint"


class Found(NamedTuple):
    """A meaning and the words it was read from; None where they are words of time that are no deadline.

    `is_told` where they tell of the past or of a story ("30 days ago", "two days later"): no deadline within prose.
    `is_listed` where they are a further item of a list; `again` makes the same kind of meaning from the next one ("on
    3, 5 and 8 May").
    """

    meaning: Meaning | None
    start: int
    end: int
    rules: tuple[str, ...]
    is_told: bool = False
    is_listed: bool = False
    again: Callable[[Noun], Meaning | None] | None = None

    def moved(self, by: int) -> Found:
        """The same, so many characters further on."""
        return Found(self.meaning, self.start + by, self.end + by, self.rules, self.is_told, self.is_listed, self.again)


class Reader:
    """Reads one text."""

    def __init__(self, grammar: Grammar, text: str, *, is_phrase: bool) -> None:
        self._grammar = grammar
        self._text = text
        self._is_phrase = is_phrase
        self._nouns = NounParser(grammar.nouns, text)
        self._lengths: dict[int, tuple[Length, int] | None] = {}
        self.told_end = 0

    def read_at(self, start: int, opened: Sequence[tuple[Opening, Match]], all_found: list[Found]) -> int:
        """Adds what stands at an offset, where these can begin it, to all that was found; gives its end, or the offset
        where nothing stands there.
        """
        end = start
        found = self._read(start, opened)
        while found is not None:
            end = found.end
            if found.meaning is not None:
                is_told = found.is_told or self._is_told(found, found.meaning)
                self.told_end = end if is_told else self.told_end
                all_found.append(found._replace(is_told=True) if is_told else found)
            found = self._read_further(found) if found.again else None
        return end

    def take(self, all_found: Sequence[Found]) -> None:
        """Takes note of what was told as past without having been read here."""
        for found in all_found:
            if found.is_told:
                self.told_end = found.end

    def _is_told(self, found: Found, meaning: Meaning) -> bool:
        """True where a clause about the past holds the day, or it follows a day of one: "on 3 May and on 5 May"."""
        told_end = self.told_end
        if told_end and goes_on(self._text, told_end, found.start, meaning, self._grammar.telling):
            return True
        if not may_be_told(meaning):
            return looks_back(self._text, found.start, meaning, self._grammar.telling)
        is_further = told_end and self._grammar.list_link.fullmatch(self._text, told_end, found.start)
        return bool(is_further) or tells(self._text, found.start, found.end, self._grammar.telling)

    def _read(self, start: int, opened: Sequence[tuple[Opening, Match]]) -> Found | None:
        """The longest reading at an offset; among equals the earlier rule wins, and a bare noun comes last."""
        best: Found | None = None
        is_bare = self._is_phrase
        lengths_at: dict[int, tuple[LengthRule, ...]] = {}
        for opening, match in opened:
            if isinstance(opening, LengthRule):
                lengths_at[match.end] = (*lengths_at.get(match.end, ()), opening)
            elif not isinstance(opening, Hint):
                best = _longer(best, self._opened(match, opening))
            elif opening.is_length:
                lengths_at[start] = self._grammar.bare_lengths
            else:
                is_bare = True
        for end, rules in lengths_at.items():
            best = _longer(best, self._read_length(start, end, rules))
        return self._read_bare(start) if best is None and is_bare else best

    def _read_length(self, start: int, end: int, rules: tuple[LengthRule, ...]) -> Found | None:
        """The longest of the rules whose words end where a length begins."""
        measured = self._length_at(end)
        if measured is None:
            return None
        length, length_end = measured
        best: Found | None = None
        for rule, tail in self._grammar.tails_of(rules).matches(self._text, length_end):
            best = _longer(best, self._measured(start, length, tail, rule))
        return best

    def _length_at(self, start: int) -> tuple[Length, int] | None:
        """The length of time at an offset, and where it ends."""
        if start not in self._lengths:
            match = self._grammar.length.match(self._text, start)
            length = self._grammar.lengths.build(match) if match else None
            self._lengths[start] = (length, match.end()) if match and length else None
        return self._lengths[start]

    def _measured(self, start: int, length: Length, tail: Match, rule: LengthRule) -> Found | None:
        """What a rule makes of a length, of the words behind it and of the noun that may follow those."""
        parsed = self._nouns.nouns_at(tail.end) if rule.takes_noun else None
        if rule.takes_noun and parsed is None:
            return None
        end = parsed.end if parsed else tail.end
        chain = (rule.name, *(parsed.rules if parsed else ()))
        if rule.build is None:
            return Found(None, start, end, chain)
        meaning = rule.build(length, tail, parsed.noun if parsed else None)
        found = Found(meaning, start, end, chain, rule.is_told) if meaning else None
        return self._with_tail(found, parsed) if found and parsed else found

    def _opened(self, match: Match, rule: AnyRule) -> Found | None:
        if isinstance(rule, FrameRule):
            return self._framed(match, rule)
        if isinstance(rule, PhraseRule):
            meaning = rule.build(match)
            return Found(meaning, match.start, match.end, (rule.name,)) if meaning else None
        if isinstance(rule, FactRule):
            return None if self._is_phrase else self._fact(match, rule)
        return self._opened_joint(match, rule) if isinstance(rule, JointRule) else None

    def _fact(self, match: Match, rule: FactRule) -> Found | None:
        parsed = self._nouns.noun_at(match.end) if rule.takes_noun else None
        if rule.takes_noun and parsed is None:
            return None
        return Found(None, match.start, parsed.end if parsed else match.end, (rule.name,))

    def _framed(self, match: Match, rule: FrameRule) -> Found | None:
        parsed = self._nouns.nouns_at(match.end)
        meaning = rule.build(match, parsed.noun) if parsed else None
        if parsed is None or meaning is None:
            return None
        chain = (rule.name, *parsed.rules)
        found = Found(meaning, match.own_start, parsed.end, chain, again=lambda noun: rule.build(match, noun))
        return self._with_tail(found, parsed)

    def _opened_joint(self, match: Match, rule: JointRule) -> Found | None:
        first = self._nouns.noun_at(match.end)
        joined = self._nouns.joined(first, rule) if first else None
        if joined is None:
            return None
        return Found(Framed(Frame.WINDOW, joined.noun), match.start, joined.end, joined.rules)

    def _read_bare(self, start: int) -> Found | None:
        """A noun without a frame; one that is declined is stepped over."""
        parsed = self._nouns.nouns_at(start)
        if parsed is None:
            declined = self._nouns.declined.get(start)
            return Found(None, start, declined, ()) if declined else None
        bare = Found(Framed(Frame.IN, parsed.noun), start, parsed.end, parsed.rules)
        found = self._with_tail(bare, parsed)
        return found if self._is_phrase or parsed.is_bare or found is not bare else None

    def _with_tail(self, found: Found, parsed: ParsedNoun) -> Found:
        is_last = self._text[found.end : found.end + 1] in ENDS
        tails = () if is_last else self._grammar.tails.matches(self._text, found.end)
        fitting = (one for one in tails if not one[0].behind or found.rules[0] in one[0].behind)
        tail, match = next(fitting, (None, None))
        if tail is None or match is None:
            return found
        return Found(tail.build(parsed.noun), found.start, match.end, (tail.name, *parsed.rules))

    def _read_further(self, found: Found) -> Found | None:
        """The next item of a list that shares its frame: "on 3 May, 5 May and 8 May"."""
        link = self._grammar.list_link.match(self._text, found.end)
        parsed = self._nouns.noun_at(link.end()) if link else None
        meaning = found.again(parsed.noun) if parsed and found.again else None
        if link is None or parsed is None or meaning is None:
            return None
        chain = (found.rules[0], *parsed.rules)
        return Found(meaning, link.end(), parsed.end, chain, is_listed=True, again=found.again)


def _longer(best: Found | None, found: Found | None) -> Found | None:
    """The one that reaches further; the first of equals."""
    if best is None or found is None:
        return best or found
    return found if found.end > best.end else best
