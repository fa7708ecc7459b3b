"""What a sentence tells beside a move of the past, which it may have overtaken: "delayed by floods, it opened"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.followup.english.clauses import BETWEEN, Sentence
from tracker.followup.english.words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.followup.english.clauses import Deed
    from tracker.followup.english.turns import Turn

_STILL = re.compile(
    r"(?:will|would|to|now|needs?|asks?|requires?|not|never|won't|cannot|can't|unable|remains?|stays?|runs?|decided|"
    r"agreed|voted|chose|chosen|forced|is|are)\b"
)
_STILL_BEFORE = re.compile(
    r"\b(?:is|are|be|being|will|would|shall|to|may|might|could|must|should|remains?|stays?|runs?)(?: [\w'-]+){0,2} $"
)
"""What puts a move in the present or ahead, in its words or before them: no deed of the past has overtaken it."""

_FINITE_BEFORE = re.compile(r"\b(?:has|have|had|was|were|been)(?: [\w'-]+){0,2} $")
_JOINED = re.compile(r"\b(?:and|but|after|since|when|while|although|though|because|which|who|that|if|as)\b")
_AFTER = re.compile(r",? (?:after|following|despite) (?:[\w'-]+ ){0,3}$")
_PIECE = re.compile(r"[,;:—–] | and | but | (?=(?:after|because|when|while|as|since|which)\b)")
_AUXILIARIES = word_set("has have had was were is are been")
_OVER = word_set("complete completed finished delivered")


def told_beside(text: str, turn: Turn, deed: Deed) -> Iterator[str]:
    """What is told as a clause beside the words of a move, with what it is said of; nothing beside one still to come.

    Behind them any clause that has the deed's own thing, or goes on with its verb ("… and opened"); before them the
    main one, where they only add to it ("opened on Monday, later than planned").
    """
    before, cue = text[: turn.start], text[turn.start : turn.behind].lower()
    if _STILL.match(cue) or _STILL_BEFORE.search(before.lower()):
        return
    for piece in _PIECE.split(text[turn.behind :])[1:]:
        yield before + piece if _goes_on(Sentence.of(piece), deed) else piece
    before = _AFTER.sub("", before)
    if not _FINITE_BEFORE.search(before.lower()) and not _JOINED.search(before.lower()):
        yield before


def _goes_on(piece: Sentence, deed: Deed) -> bool:
    """True where a piece begins with the deed's verb, behind auxiliaries and adverbs: its subject stands before."""
    for place, word in enumerate(piece.words):
        low = piece.at(place)
        if word.stem in deed.verbs or low in _OVER:
            return True
        if low not in _AUXILIARIES and low not in BETWEEN and not low.endswith("ly"):
            return False
    return False
