"""A sentence in clauses: each has one cue, its subject and the words of time that belong to it."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from tracker.core.deadline import Span
from tracker.extraction.candidate import Clause
from tracker.extraction.english.cue_search import find_cues, find_last_resort, may_promise
from tracker.extraction.english.predicate import parse_predicate
from tracker.extraction.english.subject import after_label, narrow
from tracker.extraction.english.told_when import without_told
from tracker.extraction.english.verbs import REPORTING, REPORTING_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tracker.core.deadline import Deadline
    from tracker.extraction.candidate import Sentence
    from tracker.extraction.english.cue_search import Found

# Behind any of these a new clause begins. A mark is found first and looked back at then, which is faster: any but a
# dash and a comma; a dash between spaces; a comma that a joining word follows.
_HARD_MARK = (
    r"[-;:\"()–—,](?:(?<=[^-,])|(?<= -)(?= )|(?<=,) (?:(?:and|but|so) (?=(?:we|i|he|she|it|they|the) )"
    r"|(?:but|while|whereas|though|although|as|because|where) ))"
)
_HARD_MARKS = re.compile(_HARD_MARK)
_HARD = re.compile(
    rf"{_HARD_MARK}|\bthat (?=[a-z0-9£$€\"])"
    r"|\b(?:told|tells|informed|assured|promised) (?:(?:reporters|parliament|journalists|mediapersons|shareholders|"
    r"members|him|her|them|us|it|(?:the|its|his|their) [a-z]+(?: of [a-z]+)?)(?= )) ?(?!by\b|on\b|in\b|as\b|to\b)"
    rf"|\b{REPORTING} ?(?!by\b|on\b|in\b|that\b|as\b|to\b)"
)
_HARD_WORDS = REPORTING_WORDS | {"that"}
_SOFT = re.compile(r",? (?:and|then|with|or) |, ")
_LABEL = re.compile(r"(?P<name>[A-Z][\w.'-]*(?: [\w.'-]+){0,3}): *")
# "Universal Holdings, Inc. (UVE) will": the subject stands ahead of the brackets.
_ASIDE = re.compile(r" \([^()]{1,60}\) ?$")
_MOST_SUBJECT_WORDS = 12
# "Ten mayors put their hands to it on Monday: …", "gave their word on two points: …": the deeds stand behind the colon.
_WHAT_FOLLOWS = re.compile(
    r"(?:it|this|that|these|them|the following|(?:the following |these )?(?:two|three|four|five|six|several) [a-z]+)"
    r"(?: [^:;.]{1,40})?: ?"
)
# "It was agreed that the clerk would write": so minutes give a word. "We were promised that it would open" does not.
_IS_MINUTED = re.compile(r"\bit (?:was|has been|is) (?:also |further |unanimously |then )?$")
_IS_TOLD = re.compile(r"\b(?:was|were|been) $")
_GIVEN = frozenset({"bond", "pledge", "word_given"})
# What somebody may give the word for: "X promised that Y would", "X has certified that it flies in on 3 May".
_VOUCHED = frozenset(
    {
        *("will", "would", "shall", "be_to", "going_to", "schedule", "progressive", "held", "held_until", "in_place"),
        *("planned_for", "nobody", "due_to"),
    }
)


def _left_edge(sentence: Sentence, floor: int, cue_start: int, timed: Sequence[Span] = ()) -> int:
    """Where the clause of a cue begins, at the earliest behind the cue before it (`floor`); never in words of time."""
    low, edge = sentence.low, floor
    hard = _HARD_MARKS if _HARD_WORDS.isdisjoint(sentence.words) else _HARD
    for match in hard.finditer(low, floor, cue_start):
        if match.end() < cue_start or match[0] != '"':  # "The mayor said that the council “will open …”"
            edge = match.end()
    if floor == 0 or edge > floor:
        return edge
    if low[:floor].endswith(" that"):
        return floor
    after_comma = cue_start
    for match in reversed(list(_SOFT.finditer(low, floor, cue_start))):
        if any(span.start < match.start() < span.end for span in timed):
            continue
        between = low[match.end() : cue_start].strip(" ,")
        if len(between.split()) > _MOST_SUBJECT_WORDS:
            break
        if match[0] != ", ":
            return match.end()
        if between:
            after_comma = match.end()
    return after_comma


def find_clauses(sentence: Sentence, find: Callable[[str], Sequence[Deadline]]) -> list[Clause]:
    """The clauses of a sentence that hold a cue; `find` reads the words of time.

    The deadlines' spans stay offsets in the sentence's reading.
    """
    return find_each_clauses([sentence], [find(sentence.text)])[0]


def find_each_clauses(sentences: Sequence[Sentence], deadlines: Sequence[Sequence[Deadline]]) -> list[list[Clause]]:
    """The clauses of each of several sentences, given the words of time of each.

    One step is made in all of them before the next one: its patterns are at hand then, which makes it faster.
    """
    told = [without_told(*pair) for pair in zip(sentences, deadlines, strict=True)]
    dated = [[found.span for found in own if not found.is_past] for own in told]
    begins = [after_label(sentence.text) for sentence in sentences]
    cues = find_cues(sentences, dated)
    matches = [
        matches or _last_resort(sentence, begin, own)
        for sentence, matches, begin, own in zip(sentences, cues, begins, told, strict=True)
    ]
    return [_in_clauses(*each) for each in zip(sentences, begins, matches, told, strict=True)]


def _last_resort(sentence: Sentence, begins: int, deadlines: Sequence[Deadline]) -> list[Found]:
    """What is taken for a cue in a sentence that has none and may promise something."""
    least = max(sentence.begins, begins)
    is_timed = any(found.span.start >= least and not found.is_past for found in deadlines)
    is_told_above = any(found.span.start < sentence.begins for found in deadlines)
    may = is_timed or (may_promise(sentence) and not is_told_above)
    return find_last_resort(sentence) if may else []


def _in_clauses(
    sentence: Sentence, begins: int, matches: Sequence[Found], deadlines: Sequence[Deadline]
) -> list[Clause]:
    clauses = _governed(sentence, begins, matches, deadlines)
    is_behind = clauses and matches[0].start >= clauses[0].start
    return [*_ahead_of(clauses[0], begins, deadlines), *clauses] if is_behind else clauses


def _ahead_of(first: Clause, begins: int, deadlines: Sequence[Deadline]) -> list[Clause]:
    """The clause ahead of the first one with a cue, where both have a date of their own."""
    own = [found for found in deadlines if begins < found.span.start and found.span.end <= first.start and found.due]
    has_own = any(found.due and not found.is_past and found.span.start >= first.start for found in deadlines)
    if not has_own or all(found.is_past for found in own):
        return []
    matches = [match for match in find_last_resort(first.sentence) if match.end <= first.start]
    return _governed(first.sentence, begins, matches[:1], own, first.start)


def _governed(
    sentence: Sentence, begins: int, matches: Sequence[Found], deadlines: Sequence[Deadline], stop: int | None = None
) -> list[Clause]:
    """The clauses that cues govern, in a sentence that begins behind its label; the last ends at a stop, if any."""
    if not matches:
        return []
    stop = len(sentence.low) if stop is None else stop
    edges, floor, timed = [], 0, [found.span for found in deadlines]
    for match in matches:
        edges.append(_left_edge(sentence, floor, match.start, timed))
        floor = match.end
    clauses: list[Clause] = []
    for number, match in enumerate(matches):
        start, end = match.start, match.end
        left = begins if number == 0 else edges[number]
        right = edges[number + 1] if number + 1 < len(edges) else stop
        lent = _lent(matches[number - 1], deadlines) if number else ()
        own = tuple(
            found
            for found in deadlines
            if (left <= found.span.start < right and not start < found.span.end <= end) or found in lent
        )
        subject = match.who or narrow(sentence.text, Span(edges[number], start), own)
        if subject.start == subject.end and (aside := _ASIDE.search(sentence.low, 0, start)):
            begin = _left_edge(sentence, matches[number - 1].end if number else 0, aside.start())
            subject = narrow(sentence.text, Span(begin, aside.start()), own)
        if subject.start == subject.end:
            subject = clauses[-1].subject_span if clauses else _label(sentence.text, start)
        clauses.append(_clause(sentence, match, Span(edges[number], max(right, end)), subject, own))
    return _vouched_for(clauses) if len(clauses) > 1 else clauses


def _lent(match: Found, deadlines: Sequence[Deadline]) -> list[Deadline]:
    """What a clause lends to the next: the event's day that it tells, "when the term begins, on 3 May, we will"."""
    around = [found for found in deadlines if found.span.start < match.start < found.span.end]
    return [found for found in around if "event" in found.rules[0] or found.rules[0] == "once"]


def _clause(sentence: Sentence, match: Found, span: Span, subject: Span, own: tuple[Deadline, ...]) -> Clause:
    low, said = sentence.low, sentence.low[match.start : match.end]
    behind = low[match.end : span.end].lstrip(" ")
    return Clause(
        sentence=sentence,
        cue=match.cue,
        start=span.start,
        end=span.end,
        cue_start=match.start,
        cue_end=match.end,
        subject_span=subject,
        predicate=parse_predicate(behind, is_negated=_says_no(said)),
        deadlines=own,
        deed_span=match.deed,
        subject=subject.of(low),
        subject_text=subject.of(sentence.text),
        said=said,
        before=low[: match.start],
        behind=behind,
    )


def _label(text: str, end: int) -> Span:
    """Where the name stands under which a line is entered ("Estates: will fit them in May"); empty where none does."""
    label = _LABEL.fullmatch(text, 0, end)
    return Span(*label.span("name")) if label else Span(end, end)


def _says_no(said: str) -> bool:
    """True where a cue itself says no: "won't", "undertook not to"."""
    return said.endswith("n't") or " not " in said


def _vouched_for(clauses: list[Clause]) -> list[Clause]:
    """The clauses without those that only give the word for the next one ("X promised that Y would …")."""
    kept: list[Clause] = []
    voucher: Span | None = None
    for clause, following in zip_longest(clauses, clauses[1:]):
        is_minuted = _IS_MINUTED.search(clause.before) is not None
        is_given = clause.said.endswith(" that") and (is_minuted or not _IS_TOLD.search(clause.before))
        said_that = is_given and following and following.start <= clause.cue_end + 1
        said_that = said_that or (following and clause.cue.name in _GIVEN and _WHAT_FOLLOWS.fullmatch(clause.behind))
        if said_that and following.cue.name in _VOUCHED:
            voucher = following.subject_span if is_minuted else clause.subject_span
            continue
        is_theirs = voucher and clause.cue.name in _VOUCHED
        kept.append(clause._replace(voucher_span=voucher) if is_theirs else clause)
    return kept
