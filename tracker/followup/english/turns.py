"""Whether a cue of a move or of giving up turns the tracked deed, or another one of the same sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.followup.english.clauses import is_about, is_carried, is_subject
from tracker.followup.english.words import word_set

if TYPE_CHECKING:
    from tracker.followup.english.clauses import Deed, Sentence

_OF_A_VERB = re.compile(r"now\b|\bnow |(?:not|never|won't)\b|no longer|chose|resolved|after all")
_OF_A_NOUN = re.compile(r"(?:deferral|postponement|cancellation)$|(?:deadline|date|timetable)$")
_SAYS_ALL = re.compile(r"than ")
_DECIDED = re.compile(r"(?:will|decided|agreed|voted|chose|chosen|forced|is|are)\b")
_LIGHT = word_set("be been have has to not now only also take taken come happen go proceed expect ready")
_FAR = 4
_HELD_UP = re.compile(r"(?:expect|aim|plan|hope|intend|due|schedul|set|likely|want|propos|going)\w*")


def is_turned(sentence: Sentence, cue: str, end: int, deed: Deed) -> bool:
    """True where a cue, which ends at an offset, is said of the deed, or of its plan or its date."""
    last = sentence.place_of(end)
    first = sentence.place_of(end - len(cue) + 1)
    if _SAYS_ALL.search(cue):
        return True
    if _OF_A_NOUN.search(cue):
        return is_carried(sentence, last + 1, deed)
    if _OF_A_VERB.search(cue):
        return _holds_verb(sentence, first, last, deed)
    return is_about(sentence, last if _DECIDED.match(cue) else first, deed, with_carriers=True)


def _holds_verb(sentence: Sentence, first: int, last: int, deed: Deed) -> bool:
    """True where the verb that is denied or put off ("will not open before", "now aims to open") is the deed's."""
    for place in range(first, min(last + _FAR, len(sentence.words))):
        if sentence.words[place].stem in deed.verbs:
            return is_about(sentence, place, deed)
        word = sentence.at(place)
        if place > last and word not in _LIGHT and not _HELD_UP.fullmatch(word):
            break
    return is_subject(sentence, first, deed)
