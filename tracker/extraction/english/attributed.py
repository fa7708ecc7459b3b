"""Who says it, where that stands behind a deed or between its words: "…, the mayor told reporters"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.core.deadline import Span
from tracker.extraction.english.nouns import is_name
from tracker.extraction.english.somebody import is_head, is_somebody
from tracker.extraction.english.verbs import base_verbs, finite_verbs, irregular_past

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.extraction.candidate import Sentence

_SAYING_WORDS = """
said says told tells added adds announced announces declared voted ruled resolved confirmed confirms insisted insists
promised warned warns wrote replied stated states noted explained decided assured agreed revealed admitted vowed
conceded reckons reckoned testified posted hopes informed
"""
SAYING = frozenset(_SAYING_WORDS.split())
"""The verbs by which somebody says a thing."""
_SAYS = re.compile(
    r",\"? (?:and |but |so )?(?P<who>[^,;:\"()]{1,70}?),? (?:(?:has|had|have|also|later|then) )?"
    rf"(?P<verb>{'|'.join(sorted(SAYING, key=len, reverse=True))})\b(?! (?:to|in|by) (?!the\b|an?\b|court|reporters))"
)
_PRONOUN = re.compile(r"(?:he|she|it|they|we|i)$", re.IGNORECASE)
# What tells who somebody is, behind a name: "the secretary of the society", "who leads the team".
_TELLS_WHO = re.compile(r"(?:who|which|whose) |(?:[a-z]+ ){0,3}[a-z]+ (?:of|for|at|in) |(?:an?|its|their|his|her) ")
# What goes on with the deed: "patients, |whom the ministry| declared eligible", "hospitals |the auditor| noted".
_RELATIVE = re.compile(r"\b(?:whom|whose|which|including|those)\b")
_JOINTS = "and|but|so|or|as|that|than|of|for|at|in|on|by|from|to|with|under|after|before"
_OF_ANOTHER = re.compile(
    r"(?:(?:whom|whose|which) |"
    rf"(?!(?:who|whose|which|{_JOINTS}) )(?:[\w'-]+ )*?(?!(?:{_JOINTS})\b)[\w'-]+ (?<!day ))"
    r"(?:the|an?|its|their|his|her|our) "
)
# Something joined to the deed behind who says it: ", and prisons".
_AND_MORE = re.compile(r", and (?P<more>[^,;:.\"]{2,60})(?=[,.;]|$)")
_DETERMINED = re.compile(r"(?:and |but |so )?(?:(?:the|an?|its|their|his|her|our) |[A-Z])")
_FINITE = re.compile(
    r"(?:[a-z]+ed|has|have|had|is|are|was|were|will|would|shall|should|can|could|may|might|must|did|does)$"
)
_PRESENT = frozenset({"is", "are", "isn't", "aren't", "will", "ever"})
_ENDS = re.compile(r",(?!\d)|;|$")
# The deed goes on behind who says it: with its verb, with where and how, with the day of a part of it.
_GOES_ON = re.compile(r", (?:(?:with|on|through|from|for) |the (?:first|last|second) |(?P<verb>[a-z']+) )")
_PIECE_AHEAD = re.compile(r",\"? (?P<piece>[^,;:\"]{2,60})$")
_AND_DO = re.compile(r", and (?P<verb>[a-z]+) ")
_MOST_WORDS = 9


def attributions(sentence: Sentence, start: int, end: int) -> Iterator[Span]:
    """Where in a sentence's reading stands who says the words between two offsets.

    Each reaches to its comma, where the deed goes on behind that, else to the end.
    """
    if SAYING.isdisjoint(sentence.words):
        return
    text, at = sentence.text, max(0, start - len(", "))
    while (match := _SAYS.search(text, at)) and match.start() < end:
        at = match.end()
        begin = _begin(text, start, match)
        if begin >= 0:
            at = _stop(text, match)
            yield Span(max(begin, start), at)


def _begin(text: str, start: int, match: re.Match[str]) -> int:
    """Where who says it begins, with the name ahead of what tells who they are; -1 where nobody says anything."""
    who, begin = match["who"], match.start()
    if _PRONOUN.match(who):
        return begin
    if _OF_ANOTHER.match(who):
        return -1
    if ahead := _PIECE_AHEAD.search(text, start, begin):
        piece = ahead["piece"]
        is_office = any(map(is_head, piece.split()[-2:])) and not is_name(piece)
        if (_TELLS_WHO.match(who) and is_name(piece)) or (is_name(who) and is_office):
            return ahead.start()
    if _RELATIVE.search(who) or (not _DETERMINED.match(who) and _joins_more(text, match.end())):
        return -1
    return begin if _is_speaker(who) and not _is_speaker(text[start:begin]) else -1


def _stop(text: str, match: re.Match[str]) -> int:
    """Where who says it ends: where the deed goes on, else with the sentence."""
    stop = next(_ENDS.finditer(text, match.end())).start()  # at the latest where the text ends
    if match[0].startswith(',"'):
        return stop if text.startswith(', "', stop) else len(text)
    if behind := _GOES_ON.match(text, stop):
        verb = (behind["verb"] or "").strip()
        if not verb:
            return stop
        if verb in _PRESENT or verb in finite_verbs() or verb in base_verbs():
            return stop + 1
    if _joins_more(text, stop):
        return stop
    also = _AND_DO.match(text, stop)
    return stop if also and also["verb"] in finite_verbs() | base_verbs() else len(text)


def _joins_more(text: str, at: int) -> bool:
    """True where something more is joined to a deed at an offset, which is no clause of its own."""
    match = _AND_MORE.match(text, at)
    if not match:
        return False
    words = match["more"].split()
    told = SAYING | irregular_past() | finite_verbs()
    return words[0] not in base_verbs() and told.isdisjoint(words) and not any(map(_FINITE.match, words))


def _is_speaker(who: str) -> bool:
    words = who.removeprefix("and ").removeprefix("so ").split()
    if not words or len(words) > _MOST_WORDS or words[0] in base_verbs():
        return False
    return is_somebody(" ".join(words)) or is_name(who)
