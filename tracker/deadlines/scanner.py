"""Finds the places of one text at which an expression can begin, and has those read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.deadlines.landmarks import REACH, next_place
from tracker.deadlines.reader import Reader
from tracker.deadlines.repeats import AHEAD, BACK, Reading, Repeats
from tracker.deadlines.rules import compiled

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tracker.deadlines.engine import Grammar
    from tracker.deadlines.reader import Found, Opening
    from tracker.deadlines.rules import Match

MARKS = (
    r"[\x00-\"%()*,\-.:-?\[\]^`{-\x7f\x80-\xa2\xa4\xa6-\xa9\xab-\xb1\xb4\xb6-\xb8\xbb\xbf\xd7\xf7"
    r"\u2000-\u206f\u2190-\u2bff\u3000-\u303f]"
)
"""What may stand right before an expression: spaces and marks but for those of sums, names and addresses; listed, since
a text is searched for them faster."""
_JOINING = "-.,"
_JOINED = r"(?<=\w)-|(?<=\d)[.,]"
"""Marks within a number or a name, behind which no expression begins."""


def scan(grammar: Grammar, text: str, words: Iterable[bytes], *, is_phrase: bool = False) -> list[Found]:
    """What stands in a folded text of these words, in order and without overlap; what is no deadline is left out, but
    for what is told as past.

    In a phrase about time no noun needs a frame, and nothing is told as past.
    """
    all_found: list[Found] = []
    end = 0
    reader: Reader | None = None  # made where something is opened: most texts need none
    repeats = Repeats(text) if len(text) >= BACK + AHEAD else None
    openings = grammar.openings
    by_word, listed, places = openings.by_word, openings.landmarks.listed, [-1] * len(openings.landmarks.listed)
    seen = openings.landmarks.seen(text, words)
    marked = f" {text}"  # so that a mark stands before the first word, too
    for word in (grammar.every_word if is_phrase else grammar.starts).finditer(marked):
        start = word.start()
        if start < end or (marked[start] in _JOINING and compiled(_JOINED).match(marked, start)):
            continue
        around = repeats.around(start, reader.told_end if reader else 0) if repeats else None
        known = repeats.reading(around, start) if repeats and around else None
        if known:
            end = known.end
            reader = reader or Reader(grammar, text, is_phrase=is_phrase)
            reader.take(known.all_found)
            all_found += known.all_found
            continue
        opened: Sequence[tuple[Opening, Match]] = ()
        for bit, far, alternatives in by_word[word[1]]:
            if not bit & seen:
                continue
            if far and places[far] < start:
                places[far] = next_place(listed[far].words, text, start)
            if not far or places[far] - start <= REACH:
                matches = alternatives.matches(text, start)
                opened = openings.in_order((*opened, *matches)) if opened and matches else opened or matches
        before = len(all_found)
        if opened or is_phrase:  # most words go no further, so that this loop makes the speed
            reader = reader or Reader(grammar, text, is_phrase=is_phrase)
            end = reader.read_at(start, opened, all_found)
        if repeats and around:
            repeats.keep(around, Reading(start, max(start, end), all_found[before:]))
    return all_found
