"""The same deed with the same deadline, told twice in one announcement, is one commitment."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.core.commitment import Band, PromisorSource

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from tracker.core.commitment import Commitment

_WORD = re.compile(r"[^\W_]{4,}")
_LEAST_OVERLAP = 0.8


def _content(deed: str) -> frozenset[str]:
    return frozenset(_WORD.findall(deed.lower()))


def _due_of(one: Commitment) -> date | None:
    return one.deadline.due if one.deadline else None


def _is_told_again(one: Commitment, other: Commitment) -> bool:
    """True where both have the same due date and the shorter deed has most of its words in the longer one."""
    if one.span == other.span or one.kind is not other.kind:
        return False
    if _due_of(one) != _due_of(other):
        return False
    a, b = _content(one.deed), _content(other.deed)
    return len(a & b) >= _LEAST_OVERLAP * max(1, min(len(a), len(b)))


def drop_duplicates(commitments: Iterable[Commitment]) -> list[Commitment]:
    """The commitments without those told before; of two the higher score stays, in the place of the first."""
    kept: list[Commitment] = []
    for one in commitments:
        place = next((number for number, other in enumerate(kept) if _is_told_again(one, other)), None)
        if place is None:
            kept.append(one)
        elif one.score > kept[place].score:
            kept[place] = one
    return kept


def one_for_each_due(commitments: Sequence[Commitment]) -> list[Commitment]:
    """The commitments of one sentence without those that are told by two of its clauses.

    Of two with the same due date the higher score stays; one without a due date gives way to one with, and else
    stays beside another only where its deed is another one's; the band review gives way to the band commitment.
    """
    best = max(one.band is Band.COMMITMENT for one in commitments)
    firm = [one for one in commitments if (one.band is Band.COMMITMENT) == best]
    dated = [one for one in firm if _due_of(one)]
    kept: list[Commitment] = []
    for one in sorted(dated or firm, key=lambda one: -one.score):
        if not any(_is_same_promise(one, other) for other in kept):
            kept.append(one)
    return [one for one in firm if any(one is other for other in kept)]


def _is_same_promise(one: Commitment, other: Commitment) -> bool:
    """True for two commitments of one sentence that cannot be told apart: by their due date, else by the deed."""
    due, other_due = _due_of(one), _due_of(other)
    if due or other_due:
        return due == other_due
    return one.promisor.source is not PromisorSource.SPEAKER or bool(_content(one.deed) & _content(other.deed))
