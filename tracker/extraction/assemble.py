"""A judged clause to its commitments: who, what, by when; one for each deed that has a deadline of its own."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.core.commitment import Band, Commitment
from tracker.core.deadline import DeadlineKind, Span
from tracker.deadlines.words import day_in_words
from tracker.extraction.english.deed import find_deed
from tracker.extraction.english.promisor import find_promisor, left_to
from tracker.extraction.english.verbs import DEED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tracker.core.deadline import Deadline
    from tracker.extraction.candidate import Clause
    from tracker.extraction.english.voices import Voices

# Between two deadlines of one clause: what follows is another deed.
_ANOTHER = re.compile(
    r",? (?:and|then|but|with)\b|; (?=\w)|, (?=(?:the|then|its|an?|another|both|all|[A-Za-z]+ [a-z]+)\b)"
)
# "Will write next week and tell customers in due course": another verb.
_AND_DO = re.compile(rf" and (?:will |to |then |also )?(?:{'|'.join(sorted(DEED, key=len, reverse=True))}) ")
# What follows is another deed of the same promisor: "agreed to work two shifts and to hand over the terminal".
_AND_TO = re.compile(r",? and (?:also |then )?to (?=(?!the\b|an?\b|its\b|all\b|this\b|that\b)[a-z]+ )")
_LISTED = re.compile(r",? (?:and )?")
_LEAST_WORDS = 2
# What stands between words of time and the date that says the same: "in three weeks, on 8 October".
_APPOSED = re.compile(r",? ?(?:on (?:the )?|which is (?:on )?|\()?")
# The same where the later words set the day whatever they are: "in three months, that is by the end of February".
_THAT_IS = re.compile(r",? ?\(?(?:that is(?: to say)?|i\.e\.|namely),? (?:on (?:the )?)?")
_OR = re.compile(r" or (?:on (?:the )?|by |in )?")
_UNTIL = ("until", "through")
_DATES = ("date", "ISO date", "date in digits")
_WORDS = re.compile(r"(?!(?:by|on|the|in|at|from|to|for)\b)\b[a-z]{2,}", re.IGNORECASE)


def _firmest(clause: Clause) -> tuple[Deadline, ...]:
    """The deadlines that count: those still to come, of these the ones with a due date, behind the cue if any are."""
    ahead = tuple(found for found in clause.deadlines if not found.is_past) or clause.deadlines
    dated = tuple(found for found in ahead if found.due and not _ends_a_series(found, ahead, clause.sentence.low))
    behind = tuple(found for found in dated if found.span.start >= clause.cue_start)
    if all(_is_weak(found) and found.span.start > clause.cue_end + 1 for found in behind):
        behind += tuple(found for found in dated if found not in behind and not _is_weak(found))
    if not all(_is_weak(found) and found.span.start > clause.cue_end + 1 for found in behind):
        return (*behind, *_told_later(clause, behind[-1], ahead))
    vague = tuple(found for found in ahead if not found.due and found.span.start >= clause.cue_start)
    return behind or (vague[:1] if all(map(_is_weak, dated)) else ()) or dated or ahead[:1]


def _told_later(clause: Clause, last: Deadline, ahead: tuple[Deadline, ...]) -> Iterator[Deadline]:
    """The words of time without a due date that stand behind the last one with, where they are another deed's."""
    low = clause.sentence.low
    later = (found for found in ahead if not found.due and found.span.start > last.span.end)
    yield from [found for found in later if _is_another(found, low, last.span.end)][:1]


def _is_another(found: Deadline, low: str, start: int) -> bool:
    """True where words of time belong to another deed than those that end at a place."""
    return bool(_AND_DO.search(low, start, found.span.start)) or _waits(found, low[start:], start)


def _waits(found: Deadline, behind: str, start: int) -> bool:
    """True where another deed hangs on an event: "and the full report two months after the vote"."""
    between = behind[: found.span.start - start]
    joint = _ANOTHER.search(between) if found.kind is DeadlineKind.CONDITIONAL else None
    return joint is not None and len(_WORDS.findall(between, joint.end())) >= _LEAST_WORDS


def _is_weak(found: Deadline) -> bool:
    """True for words that rather describe the deed than set its day: "its quarterly report", "results for the year"."""
    return found.kind is DeadlineKind.RECURRING or found.rules[0] == "for"


def _ends_a_series(found: Deadline, ahead: tuple[Deadline, ...], low: str) -> bool:
    """True where words of time only say how long a series right before them goes on: "every Monday until Easter"."""
    if found.rules[0] not in _UNTIL:
        return False
    series = (one for one in ahead if one.kind is DeadlineKind.RECURRING)
    return any(low[one.span.end : found.span.start] in (" ", ", ") for one in series)


def _is_listed(current: Deadline, following: Deadline, between: str, rest: str) -> bool:
    """True for days of one list, each with the same deed: "in April, June and July", "on 3 May and 4 June"."""
    is_list = _LISTED.fullmatch(between) and " and " in f"{rest} "
    is_recurring = DeadlineKind.RECURRING in (current.kind, following.kind)
    return bool(is_list) and current.due != following.due and not is_recurring


def _is_apposed(current: Deadline, following: Deadline, between: str) -> bool:
    """True for a date beside the words of time that it makes exact: "on the first Sunday of Advent, 1 December"."""
    if following.due and _THAT_IS.fullmatch(between):
        return True
    is_exact = following.rules[-1] in _DATES and current.rules[-1] not in _DATES
    return is_exact and not current.rules[0].startswith("before") and bool(_APPOSED.fullmatch(between))


def _later_of(current: Deadline, due: date, following: Deadline, text: str) -> Deadline:
    """The second of two deadlines with "or" between them, which says that the first one would do as well."""
    span = Span(current.span.start, following.span.end)
    return replace(
        following,
        words=span.of(text),
        span=span,
        opens=None if following.rules[0] == "by" else current.opens or due,
        explanation=f"{following.explanation}; the text leaves a choice: it may be {day_in_words(due)} as well",
    )


def _is_one_time(current: Deadline, following: Deadline) -> bool:
    """True for "today and tomorrow", which is one time; other days in a row are each one of their own."""
    return current.words.lower() == "today" and following.words.lower() == "tomorrow"


def _gives_way(current: Deadline, following: Deadline) -> bool:
    """True where the later deadline sets the day; "each quarter until 2029" is due each quarter."""
    is_aside = current.rules == ("weekday",) and following.rules[0] in ("by", "on", "from")
    is_aside = is_aside or (current.rules[0] == "at" and following.rules[0] == "by")
    is_firmer = _is_weak(current) and not _is_weak(following)
    return is_aside or (is_firmer and following.rules[0] not in _UNTIL)


def _deeds(clause: Clause) -> Iterator[tuple[Deadline | None, int | None, int | None]]:
    """Each deed of the clause with its deadline, and where the words of that deed start and end."""
    joints = (
        [*_AND_TO.finditer(clause.sentence.low, clause.cue_end, clause.end)]
        if clause.said.rstrip().endswith(" to")
        else []
    )
    if not joints and len(clause.deadlines) <= 1:  # most clauses
        yield (clause.deadlines[0] if clause.deadlines else None), None, None
        return
    starts = [0, *(joint.end() for joint in joints)]
    ends = [*(joint.start() for joint in joints), clause.end]
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        own = [found for found in _firmest(clause) if start <= found.span.start < end]
        for found, begins, stops in _dated_deeds(clause, sorted(own, key=lambda one: one.span)):
            begin = begins if begins is not None or number == 0 else start
            yield found, begin, stops if stops is not None or number == len(joints) else end


def _dated_deeds(clause: Clause, deadlines: list[Deadline]) -> Iterator[tuple[Deadline | None, int | None, int | None]]:
    """Each deadline that has a deed of its own, and where the words of that deed start and end."""
    text = clause.sentence.text
    if not deadlines:
        yield None, None, None
        return
    current, start = deadlines[0], None
    for following in deadlines[1:]:
        between = text[current.span.end : following.span.start]
        if _is_listed(current, following, between, text[current.span.end : deadlines[-1].span.start]):
            if not _is_one_time(current, following):
                yield current, start, None
            current = following
            continue
        if _is_apposed(current, following, between):
            current = following
            continue
        if _OR.fullmatch(between) and current.due and current.due != following.due:
            current = _later_of(current, current.due, following, text)
            continue
        joint = _ANOTHER.search(between)
        if (
            joint is None
            or not _WORDS.search(between, joint.end())
            or current.span.end + joint.start() <= clause.cue_start
            or current.due == following.due
        ):
            current = following if _gives_way(current, following) else current
            continue
        yield current, start, current.span.end
        current, start = following, current.span.end + joint.end()
    yield current, start, None


def _placed(found: Deadline, clause: Clause, original: str) -> Deadline:
    """The deadline with its words and their place as they stand in the announcement."""
    span = clause.sentence.reading.original(found.span)
    return found.placed(span.of(original), span)


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
        other, begins = (left_to(clause, start) if start is not None else None) or (promisor, start)
        bound = " and ".join(dict.fromkeys((promisor.name, other.name)))
        deadline = _placed(found, clause, original) if found else None
        span = clause.sentence.span
        yield Commitment(
            sentence=span.of(original),
            span=span,
            promisor=other,
            deed=find_deed(clause, bound, begins, end),
            band=_limited(band, deadline),
            score=value,
            features=features,
            deadline=deadline,
        )
