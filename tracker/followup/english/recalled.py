"""What a sentence recalls of the promise beside what became of it: "the bridge they promised to open in May opened".

What was promised stands in a clause of its own: a relative one, with or without "that", between the thing and its verb;
or a whole one that says when it was due, before "but" or behind "although". Without that clause the rest is judged like
any other sentence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.followup.english.clauses import BETWEEN, JOINTS, LONGEST, PREPOSITIONS, Sentence
from tracker.followup.english.words import is_past, word_set

if TYPE_CHECKING:
    from tracker.followup.english.clauses import Deed

_DUE = r"(?:due|supposed|meant|expected|scheduled|promised|planned|to have)"
_WAS = rf"(?:was|were|had been) (?:\w+ly |once |first |originally )?{_DUE}\b[^,;:?—–]*?"
_FIRST = re.compile(rf"\b{_WAS},? (?:but|and|yet) (?=(?P<verb>[\w']+))", re.IGNORECASE)
_AHEAD = re.compile(
    rf"^(?:(?:al)?though|while) [^,;:?]*?\b{_WAS}, |^(?:due|expected|promised|planned) [^,;:?]*, (?=the\b|its\b)",
    re.IGNORECASE,
)
_BEHIND = re.compile(rf",? (?:(?:al)?though|while) (?:it|they|that|this) {_WAS}(?=[,;.]|$)", re.IGNORECASE)
_BEGINS = word_set("the a an its their his her our my your this these it they he she we i")
_RELATIVES = word_set("that which")
_VERBS = word_set("was were is are has have had")
_PROMISING = re.compile(
    r"(?:promis|pledg|vow|plan|undert|intend|mean|hop|agree|commit|say|said|want|expect|swore|sworn|assur|guarante"
    r"|announc|due|suppos|schedul|had|told|meant)\w*"
)
_BREAKS = (JOINTS - _RELATIVES) | {"and", "but", "or", "yet", "nor"}
_PUT_AHEAD = word_set("to would will")
_SIGN = re.compile(r"[,;:()\"“”—–?]| - ")
_FAR = 14
"""Words at the most between a thing and the verb of what was promised of it."""


def without_recalled(text: str, deed: Deed) -> str:
    """A sentence without the clauses that only recall what was promised, or when it was due."""
    if len(text) > LONGEST:
        return text
    text = _BEHIND.sub("", _AHEAD.sub("", text, count=1), count=1)
    return _without_relative(_without_due(text), deed)


def _without_due(text: str) -> str:
    """Without "was due in March but"; where another subject follows, "but" stays: "…, but the council opened it"."""
    found = _FIRST.search(text)
    if found is None:
        return text
    verb = found["verb"].lower()
    is_same = verb in _VERBS or verb in BETWEEN or is_past(verb) or verb.endswith("ly")
    return text[: found.start()] + ("" if is_same else "but ") + text[found.end() :]


def _without_relative(text: str, deed: Deed) -> str:
    sentence = Sentence.of(text)
    for place, word in enumerate(sentence.words):
        near = {sentence.at(place - 1), sentence.at(place - 2)}
        if word.stem not in deed.verbs or _PUT_AHEAD.isdisjoint(near):
            continue
        first = _beginning(sentence, place, deed)
        last = _main_verb(sentence, place, deed, has_comma="," in sentence.gaps[first]) if first else None
        if first and last:
            return text[: sentence.words[first].start] + text[sentence.words[last].start :]
    return text


def _beginning(sentence: Sentence, place: int, deed: Deed) -> int | None:
    """Where the relative clause that holds a verb begins: right behind the deed's own thing."""
    for first in range(place - 1, max(place - _FAR, 0), -1):
        gap, word = sentence.gaps[first], sentence.at(first)
        is_behind = sentence.words[first - 1].stem in deed.heads
        if is_behind and _begins(sentence, first):
            within = [sentence.at(one) for one in range(first, place)]
            is_promise = any(_PROMISING.fullmatch(one) for one in within)
            return first if is_promise and _BREAKS.isdisjoint(within) else None
        if _SIGN.search(gap) or (is_behind and word not in PREPOSITIONS):
            return None
    return None


def _begins(sentence: Sentence, first: int) -> bool:
    word = sentence.at(first)
    if word in _RELATIVES:
        return sentence.gaps[first] in (" ", ", ")
    return sentence.gaps[first] == " " and (word in _BEGINS or sentence.words[first].text[0].isupper())


def _main_verb(sentence: Sentence, place: int, deed: Deed, *, has_comma: bool) -> int | None:
    """Where the verb begins that the thing itself has: behind the relative clause, and behind its comma."""
    for one in range(place + 1, len(sentence.words)):
        word, gap = sentence.at(one), sentence.gaps[one]
        if _SIGN.search(gap) and not (has_comma and gap == ", "):
            return None
        if word in _VERBS or (sentence.words[one].stem in deed.verbs and is_past(word)):
            return one
        if word in JOINTS or word in _BREAKS:
            return None
    return None
