"""One sentence typed by hand: somebody has already decided that it is a commitment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker import deadlines
from tracker.core.commitment import Band, Commitment, Promisor, PromisorSource
from tracker.core.deadline import Anchor, Span
from tracker.extraction.assemble import assemble
from tracker.extraction.candidate import sentence_of
from tracker.extraction.duplicates import one_for_each_due
from tracker.extraction.english.clauses import find_clauses
from tracker.extraction.english.dateline import without_dateline
from tracker.extraction.english.speaker import find_speaker, is_pronoun
from tracker.extraction.english.voices import Voices
from tracker.extraction.reading import fold, read

if TYPE_CHECKING:
    from datetime import date

    from tracker.core.conventions import Conventions


def read_sentence(text: str, announced_on: date, conventions: Conventions) -> Commitment:
    """The commitment in a sentence typed by hand, read as well as can be; never turned down.

    Of several the first. Who is empty where the sentence does not say, what is then the whole sentence. Raises
    ValueError where the sentence is blank.
    """
    if not text.strip():
        raise ValueError("a sentence without words promises nothing")
    start = len(text) - len(text.lstrip())
    folded = fold(text)
    span = without_dateline(folded, Span(start, start + len(text.strip())))
    sentence = sentence_of(read(folded, span), span)
    anchor = Anchor(announced_on)
    clauses = find_clauses(sentence, lambda piece: deadlines.find_deadlines(piece, anchor, conventions))
    said_by = find_speaker(sentence.text, sentence.words)
    voices = Voices("" if is_pronoun(said_by) else said_by)
    judged = (Band.COMMITMENT, 1.0, ())
    found = [list(assemble(clause, judged, voices, text)) for clause in clauses]
    if found:
        return one_for_each_due(found)[0]
    whole = deadlines.find_deadlines(text, anchor, conventions)
    unknown = Promisor("", PromisorSource.UNKNOWN)
    return Commitment(
        span.of(text), span, unknown, span.of(text), Band.COMMITMENT, 1.0, deadline=next(iter(whole), None)
    )
