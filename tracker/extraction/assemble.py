"""A judged clause to its commitments: who, what, by when; one for each deed that has a deadline of its own."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.core.commitment import Band, Commitment
from tracker.core.deadline import DeadlineKind
from tracker.extraction.english.deed import find_deed
from tracker.extraction.english.promisor import find_promisor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.core.deadline import Deadline
    from tracker.extraction.candidate import Clause
    from tracker.extraction.english.voices import Voices

# Between two deadlines of one clause: what follows is another deed.
_ANOTHER = re.compile(r",? (?:and|then|but|with)\b|[;,] (?=(?:the|then|its|an?|another|[a-z]+ [a-z]+)\b)")
_WORDS = re.compile(r"(?!(?:by|on|the|in|at|from|to|for)\b)\b[a-z]{2,}", re.IGNORECASE)


def _firmest(clause: Clause) -> tuple[Deadline, ...]:
    """The deadlines that count: those still to come, of these the ones with a due date, behind the cue if any are."""
    ahead = tuple(found for found in clause.deadlines if not found.is_past) or clause.deadlines
    dated = tuple(found for found in ahead if found.due)
    return tuple(found for found in dated if found.span.start >= clause.cue_start) or dated or ahead[:1]


def _is_weak(found: Deadline) -> bool:
    """True for words that rather describe the deed than set its day: "its quarterly report", "results for the year"."""
    return found.kind is DeadlineKind.RECURRING or found.rules[0] == "for"


def _deeds(clause: Clause) -> Iterator[tuple[Deadline | None, int | None, int | None]]:
    """Each deadline of the clause that has a deed of its own, and where the words of that deed start and end."""
    text = clause.sentence.text
    deadlines = sorted(_firmest(clause), key=lambda one: one.span)
    if not deadlines:
        yield None, None, None
        return
    current, start = deadlines[0], None
    for following in deadlines[1:]:
        between = text[current.span.end : following.span.start]
        joint = _ANOTHER.search(between)
        if (
            joint is None
            or not _WORDS.search(between, joint.end())
            or current.span.end <= clause.cue_start
            or current.due == following.due
        ):
            current = following if _is_weak(current) and not _is_weak(following) else current
            continue
        yield current, start, current.span.end
        current, start = following, current.span.end + joint.end()
    yield current, start, None


def _placed(found: Deadline, clause: Clause, original: str) -> Deadline:
    """The deadline with its words and their place as they stand in the announcement."""
    span = clause.sentence.reading.original(found.span)
    return replace(found, span=span, words=span.of(original))


def _limited(band: Band, deadline: Deadline | None) -> Band:
    """A deadline that was past when it was announced is for a person to look at."""
    return Band.REVIEW if band is Band.COMMITMENT and deadline is not None and deadline.is_past else band


def assemble(
    clause: Clause,
    judged: tuple[Band, float, tuple[tuple[str, float], ...]],
    voices: Voices,
    original: str,
) -> Iterator[Commitment]:
    """The commitments of a clause. `original` is the announcement's text."""
    band, value, features = judged
    promisor = find_promisor(clause, voices)
    for found, start, end in _deeds(clause):
        deadline = _placed(found, clause, original) if found else None
        span = clause.sentence.span
        yield Commitment(
            sentence=span.of(original),
            span=span,
            promisor=promisor,
            deed=find_deed(clause, promisor.name, start, end),
            band=_limited(band, deadline),
            score=value,
            features=features,
            deadline=deadline,
        )
