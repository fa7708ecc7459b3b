"""A sentence in clauses: each has one cue, its subject and the words of time that belong to it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tracker.core.deadline import Span
from tracker.extraction.candidate import Clause
from tracker.extraction.english.cues.registry import CUES
from tracker.extraction.english.subject import after_dateline, narrow
from tracker.extraction.english.verbs import REPORTING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tracker.core.deadline import Deadline
    from tracker.extraction.candidate import Cue, Sentence

GATE: frozenset[str] = frozenset().union(*(cue.words for cue in CUES))

# Behind any of these a new clause begins.
_HARD = re.compile(
    r"[;:\"()]|, (?:and|but|so) (?=(?:we|i|he|she|it|they|the) )|[–—]|(?<= )-(?= )|\bthat (?=[a-z0-9£$€\"])|, "
    r"(?:but|while|whereas|though|although|as|because|where) "
    rf"|\b{REPORTING} (?:(?:reporters|parliament|journalists|mediapersons|shareholders|members|him|her|them|us|it|"
    rf"(?:the|its|his|their) [a-z]+(?: of [a-z]+)?)(?= ))? ?(?!by\b|on\b|in\b|that\b|as\b|to\b)"
)
_SAID_WHEN = re.compile(rf"\b{REPORTING}(?: (?!to\b|that\b|would\b|will\b)[\w.']+){{0,6}} \(?$")
_JOINT = re.compile(r"[;:—–]|,? (?:and|but|while|with|which) ")
_SOFT = re.compile(r",? (?:and|then|with|or) |, ")
_MOST_SUBJECT_WORDS = 12
_MOST_STEM_WORDS = 3


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _cue_matches(sentence: Sentence) -> list[tuple[int, int, Cue]]:
    """Where cues match, in the order of the sentence; of two that overlap the one registered first stays."""
    found: list[tuple[int, int, Cue]] = []
    for cue in CUES:
        if cue.words.isdisjoint(sentence.words):
            continue
        for match in _compiled(cue.pattern).finditer(sentence.low):
            start, end = match.span()
            if _is_spent(sentence, start, end):
                continue
            if all(end <= begins or start >= max(ends, begins + 1) for begins, ends, _ in found):
                found.append((start, end, cue))
    return sorted(found, key=lambda item: item[:2])


def _is_spent(sentence: Sentence, start: int, end: int) -> bool:
    """True where a cue promises nothing here: it is the stem's and the stem closes it, or nothing follows it."""
    if start >= sentence.begins:
        return not sentence.low[end:].strip(" :.")
    return len(sentence.low[end : sentence.begins].strip(" :").split()) > _MOST_STEM_WORDS


def _left_edge(low: str, floor: int, cue_start: int) -> int:
    """Where the clause of a cue begins, at the earliest behind the cue before it (`floor`)."""
    edge = floor
    for match in _HARD.finditer(low, floor, cue_start):
        edge = match.end()
    if floor == 0 or edge > floor:
        return edge
    if low[:floor].endswith(" that"):
        return floor
    after_comma = cue_start
    for match in reversed(list(_SOFT.finditer(low, floor, cue_start))):
        between = low[match.end() : cue_start].strip(" ,")
        if len(between.split()) > _MOST_SUBJECT_WORDS:
            break
        if match[0] != ", ":
            return match.end()
        if between:
            after_comma = match.end()
    return after_comma


def find_clauses(sentence: Sentence, find: Callable[[str], Sequence[Deadline]]) -> list[Clause]:
    """The clauses of a sentence that hold a cue; `find` reads the words of time and is called only where needed.

    The deadlines' spans stay offsets in the sentence's reading.
    """
    matches = _cue_matches(sentence)
    if not matches:
        return []
    deadlines = [found for found in find(sentence.text) if not _tells_when_said(sentence.low, found)]
    if not deadlines:
        matches = [match for match in matches if not match[2].reach is not None]
    return list(_governed(sentence, _timely(sentence, matches, deadlines), deadlines))


def _tells_when_said(low: str, found: Deadline) -> bool:
    """True where the words tell when something was said: "the mayor said on Friday"."""
    return bool(_SAID_WHEN.search(low, max(0, found.span.start - 60), found.span.start))


def _timely(
    sentence: Sentence, matches: list[tuple[int, int, Cue]], deadlines: Sequence[Deadline]
) -> list[tuple[int, int, Cue]]:
    """The matches without those that need words of time and have none close by, or stand in another's clause."""
    dated = [found.span for found in deadlines if found.due]
    is_fronted = any(span.start <= sentence.begins + 3 for span in dated)
    kept: list[tuple[int, int, Cue]] = []
    for number, match in enumerate(matches):
        start, end, cue = match
        if cue.reach is not None:
            limit = next((begins for begins, _, other in matches[number + 1 :] if other.reach is None), end + cue.reach)
            is_near = any(end <= span.end and span.start < min(limit, end + cue.reach) for span in dated)
            is_apart = not kept or _JOINT.search(sentence.low, kept[-1][1], start)
            if not (is_apart and (is_near or (is_fronted and not cue.is_nominal))):
                continue
        kept.append(match)
    return kept


def _charged(sentence: Sentence, cue: Cue, start: int) -> Span | None:
    """Who is named within the cue itself ("Clerk to ask …")."""
    match = _compiled(cue.pattern).match(sentence.low, start) if cue.name == "action" else None
    group = match.lastgroup if match else None
    return Span(*match.span(group)) if match and group else None


def _governed(sentence: Sentence, matches: list[tuple[int, int, Cue]], deadlines: Sequence[Deadline]) -> list[Clause]:
    edges, floor = [], 0
    for start, end, _ in matches:
        edges.append(_left_edge(sentence.low, floor, start))
        floor = end
    clauses: list[Clause] = []
    for number, (start, end, cue) in enumerate(matches):
        left = after_dateline(sentence.text) if number == 0 else edges[number]
        right = edges[number + 1] if number + 1 < len(edges) else len(sentence.low)
        own = tuple(
            found for found in deadlines if left <= found.span.start < right and not start < found.span.end <= end
        )
        subject = _charged(sentence, cue, start) or narrow(sentence.text, Span(edges[number], start), own)
        if subject.start == subject.end and clauses:
            subject = clauses[-1].subject_span
        clauses.append(Clause(sentence, cue, edges[number], max(right, end), start, end, subject, own))
    return clauses
