"""The same deed with the same deadline, told twice in one announcement, is one commitment."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from tracker.core.commitment import Band, PromisorSource

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import date

    from tracker.core.commitment import Commitment
    from tracker.core.deadline import DeadlineKind

_WORD = re.compile(r"[^\W_]{4,}")
_NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")
# "It will do so by 3 May".
_AGAIN = re.compile(r"(?:do )?(?:so|it|this|that)\b")
_BRACKETS = re.compile(r" \([^()]*\)$")
_LEAST_OVERLAP = 0.8
_LEAST_BESIDE = 0.3
"""The score from which a promise beside a sure one is sure too; what a guard speaks against has less."""
_MODAL = ("will", "shall")
_PLAIN = (*_MODAL, "pledge")
"""The cues of a plain promise."""


@lru_cache(maxsize=256)
def _content(deed: str) -> frozenset[str]:
    return frozenset(_WORD.findall(deed.lower()))


def _numbers(deed: str) -> frozenset[str]:
    return frozenset(_NUMBER.findall(deed))


def _due_of(one: Commitment) -> date | None:
    return one.deadline.due if one.deadline else None


def _is_told_again(one: Commitment, other: Commitment) -> bool:
    """True where of two with the same due date the shorter deed has most of its words in the longer one.

    Another number is another deed: "open Pier 12", "open Pier 13".
    """
    if one.span == other.span:
        return False
    numbers, others = _numbers(one.deed), _numbers(other.deed)
    if not (numbers <= others or others <= numbers):
        return False
    a, b = _content(one.deed), _content(other.deed)
    return len(a & b) >= _LEAST_OVERLAP * max(1, min(len(a), len(b)))


def drop_duplicates(commitments: Iterable[Commitment]) -> list[Commitment]:
    """The commitments without those told before; of two the higher score stays, in the place of the first."""
    kept: list[Commitment] = []
    places: dict[tuple[DeadlineKind, date | None], list[int]] = {}  # in `kept`, of those with the same due date
    for one in commitments:
        alike = places.setdefault((one.kind, _due_of(one)), [])
        place = next((number for number in alike if _is_told_again(one, kept[number])), None)
        if place is None:
            alike.append(len(kept))
            kept.append(one)
        elif one.score > kept[place].score:
            kept[place] = one
    return kept


def one_for_each_due(clauses: Sequence[Sequence[Commitment]], own: Collection[int] = ()) -> list[Commitment]:
    """The commitments of one sentence, given clause by clause, without those that two of its clauses tell.

    What one clause tells is never the same twice. Of two clauses' with the same words of time the higher score stays.
    Beside a clause with a due date one without gives way, unless it stands behind and has words of time of its own
    ("once it is paid for"), or promises plainly for somebody else, or promises plainly another deed. `own` are the
    places of the clauses that say who: only those promise another deed. The band review gives way to the band
    commitment.
    """
    kept_at = _firm(clauses)
    firm = [kept for _, kept in kept_at]
    if len(firm) == 1:
        return firm[0]
    said = [(number, clause[0]) for number, (place, clause) in enumerate(kept_at) if place in own]
    timed = [one for _, one in said if _due_of(one)]
    alone = {number for number, one in said if _is_other(one, timed)}
    first = next((number for number, clause in enumerate(firm) if any(map(_due_of, clause))), len(firm))
    dated = {one.promisor.name for clause in firm[first : first + 1] for one in clause}
    kept: list[Sequence[Commitment]] = []
    for number, clause in sorted(enumerate(firm), key=lambda one: -one[1][0].score):
        is_apart = number > first and (any(one.deadline for one in clause) or _promises_for_another(clause[0], dated))
        if dated and not is_apart and number not in alone and not any(map(_due_of, clause)):
            continue
        if rest := [one for one in clause if not any(_is_same_promise(one, other) for told in kept for other in told)]:
            kept.append(rest)
    return [one for clause in firm for one in clause if any(one is other for told in kept for other in told)]


def _firm(clauses: Sequence[Sequence[Commitment]]) -> list[tuple[int, list[Commitment]]]:
    """The clauses, each with its place, without the band review, where any of them has the other one.

    What "will" be done by a day of its own is as sure as what stands beside it.
    """
    if any(one.band is Band.COMMITMENT for clause in clauses for one in clause):
        sure = ([_beside_sure(one) for one in clause] for clause in clauses)
        clauses = [[one for one in clause if one.band is Band.COMMITMENT] for clause in sure]
    return [(place, list(clause)) for place, clause in enumerate(clauses) if clause]


def _beside_sure(one: Commitment) -> Commitment:
    is_near = one.score >= _LEAST_BESIDE and _due_of(one) is not None and _is_cued(one, _MODAL)
    return replace(one, band=Band.COMMITMENT) if is_near else one


def _is_cued(one: Commitment, cues: Sequence[str]) -> bool:
    return any(name in cues for name, _ in one.features)


def _who(one: Commitment) -> str:
    """The promisor that a sentence names or has speak, without the pronoun beside the name; empty for another."""
    is_told = one.promisor.source in (PromisorSource.SUBJECT, PromisorSource.SPEAKER)
    return _BRACKETS.sub("", one.promisor.name).lower() if is_told else ""


def _is_other(one: Commitment, timed: Sequence[Commitment]) -> bool:
    """True for a plain promise ("will") beside one with a due date of the same promisor, whose deed shares no word."""
    who = _who(one)
    beside = [other for other in timed if who and _is_cued(other, _MODAL) and _who(other) == who]
    own = _content(one.deed) if _is_cued(one, _MODAL) and beside else frozenset()
    return bool(own) and not any(own & _content(other.deed) for other in beside)


def _promises_for_another(one: Commitment, dated: set[str]) -> bool:
    """True for a plain promise ("will") that names another promisor than the clause with a due date does."""
    return _is_cued(one, _PLAIN) and one.promisor.source is PromisorSource.SUBJECT and one.promisor.name not in dated


def _is_same_promise(one: Commitment, other: Commitment) -> bool:
    """True for commitments of two clauses that cannot be told apart: by their words of time, else by the deed."""
    if one.deadline and other.deadline and one.deadline.due == other.deadline.due:
        return bool(_AGAIN.match(one.deed) or _AGAIN.match(other.deed)) or one.deadline.span == other.deadline.span
    if _due_of(one) or _due_of(other):
        return False
    return one.promisor.source is not PromisorSource.SPEAKER or bool(_content(one.deed) & _content(other.deed))
