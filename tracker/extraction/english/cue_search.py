"""Where cues stand in a sentence; a sentence without any of their words is not looked at."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tracker.core.deadline import Span
from tracker.extraction.english.cues.registry import CUES
from tracker.extraction.english.verbs import BENEFIT, DEED, HAPPENING, third
from tracker.extraction.gate import Gate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.extraction.candidate import Sentence
    from tracker.extraction.rules import Cue

_GATE = Gate(cue for cue in CUES if not cue.is_last_resort)
_LAST_RESORTS = tuple(cue for cue in CUES if cue.is_last_resort)
_JOINT = re.compile(r"[;:—–]|,? (?:and|but|while|with|which) ")
_MOST_STEM_WORDS = 3


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


# A sentence with neither cue nor time ahead is looked at where one of these stands in it, and none that tells a story.
_PRESENT_WORDS = """
we i our my promise promises promised pledge word guarantee owe owes owed no not never nobody none neither until till
while free goes does stays keeps gets arranged announced
"""
_PRESENT = frozenset((*_PRESENT_WORDS.split(), *map(third, DEED | HAPPENING | BENEFIT)))
_TELLING_WORDS = """
was were had did said told went took came gave got made saw met won lost fell rose left began held spent became thought
knew found kept brought ran stood sat broke wrote drew grew paid sent built bought sold led
"""
_TELLING = frozenset(_TELLING_WORDS.split())
_INFINITIVE = re.compile(r"\W*(?:not |never )?to [a-z]")


class Found(NamedTuple):
    """A cue and where it stands; `who` and `deed` are named within its own words ("Clerk to ask …"), or None."""

    start: int
    end: int
    cue: Cue
    who: Span | None
    deed: Span | None


def find_cues(sentences: Sequence[Sentence], dated: Sequence[Sequence[Span]]) -> list[list[Found]]:
    """Where cues match in each sentence, in its order; of two that overlap the one registered first stays.

    `dated` is where the words of time ahead stand in each: the cues that need some promise nothing without.
    """
    found: list[list[Found]] = [[] for _ in sentences]
    for cue, places in _GATE.lets_through([sentence.words for sentence in sentences]):
        for place in places:
            if dated[place] or cue.reach is None:
                _search(sentences[place], cue, found[place])
    for of_one in found:
        of_one.sort(key=lambda one: one[:2])
    return [
        _in_time(sentence, of_one, spans) if spans else of_one
        for sentence, of_one, spans in zip(sentences, found, dated, strict=True)
    ]


def find_last_resort(sentence: Sentence) -> list[Found]:
    """Where the first cue matches that only words of time make a promise of; for a sentence that names a time ahead."""
    if sentence.low.endswith(":"):
        return []
    found: list[Found] = []
    for cue in _LAST_RESORTS:
        if not found:
            _search(sentence, cue, found)
    return found


def may_promise(sentence: Sentence) -> bool:
    """True where a sentence without a cue and without a time ahead may still promise something."""
    if sentence.begins or _INFINITIVE.match(sentence.low):
        return True
    return not _PRESENT.isdisjoint(sentence.words) and _TELLING.isdisjoint(sentence.words)


def _search(sentence: Sentence, cue: Cue, found: list[Found]) -> None:
    """Adds to what was found in a sentence where one more cue matches."""
    for match in _matches(cue.pattern, sentence):
        start, end = match.span()
        if _is_spent(sentence, start, end) or _is_name(sentence, match):
            continue
        if all(end <= other.start or start >= max(other.end, other.start + 1) for other in found):
            found.append(Found(start, end, cue, _group(match, "who"), _group(match, "deed")))


def _matches(pattern: str, sentence: Sentence) -> list[re.Match[str]]:
    """Where a cue's pattern matches at the beginning of a word, or of the sentence's own words where that is asked.

    The patterns do not ask for the word's beginning themselves: with that first, a search would be five times slower.
    """
    low = sentence.low
    if pattern.startswith("^"):
        first = _compiled(pattern[1:]).match(low, sentence.begins)
        return [first] if first else []
    return [match for match in _compiled(pattern).finditer(low) if _begins_word(low, match.start())]


def _begins_word(low: str, at: int) -> bool:
    """True at a space or a mark, and where no letter stands ahead; "'ll" needs one."""
    is_behind_letter = at > 0 and low[at - 1].isalnum()
    if low[at : at + 1] == "'":
        return is_behind_letter
    return not (is_behind_letter and low[at : at + 1].isalnum())


def _is_name(sentence: Sentence, match: re.Match[str]) -> bool:
    """True where the word that a cue looks ahead to is written like a name ("the Ministry of Lands")."""
    return match[0].isspace() and sentence.text[match.end() : match.end() + 1].isupper()


def _group(match: re.Match[str], name: str) -> Span | None:
    """Where the group stands of those with that first word in their names ("who_resolved") that has matched."""
    names = (group for group in match.re.groupindex if group.partition("_")[0] == name and match[group])
    return next((Span(*match.span(group)) for group in names), None)


def _is_spent(sentence: Sentence, start: int, end: int) -> bool:
    """True where a cue promises nothing here: nothing follows it, or its deed stands in the bullets or in the stem."""
    if start >= sentence.begins:
        rest = sentence.low[end:]
        return not rest.strip(" :.") or (rest.endswith(":") and len(rest.split()) <= _MOST_STEM_WORDS)
    return len(sentence.low[end : sentence.begins].strip(" :").split()) > _MOST_STEM_WORDS


def _in_time(sentence: Sentence, matches: list[Found], dated: Sequence[Span]) -> list[Found]:
    """The matches without those that need words of time and have none close by, or stand in another's clause."""
    is_fronted = any(span.start <= sentence.begins + 3 for span in dated)
    kept: list[Found] = []
    for number, match in enumerate(matches):
        reach = match.cue.reach
        if reach is not None:
            limit = next((one.start for one in matches[number + 1 :] if one.cue.reach is None), match.end + reach)
            is_near = any(match.end <= span.end and span.start < min(limit, match.end + reach) for span in dated)
            is_apart = not kept or _JOINT.search(sentence.low, kept[-1].end, match.start)
            if not (is_apart and (is_near or (is_fronted and not match.cue.is_nominal))):
                continue
        kept.append(match)
    return kept
