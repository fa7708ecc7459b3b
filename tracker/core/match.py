"""What a later announcement says of a commitment that is tracked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from tracker.core.deadline import Span
    from tracker.core.occurrence import Evidence, Stance


@dataclass(frozen=True, slots=True)
class Match:
    """One sentence that speaks of a tracked commitment; it proposes, and a person decides.

    commitment   its number
    stance       what the sentence says of it
    quote        the sentence as it stands in the announcement, `span` its place in it
    words        the words of the quote that the commitment has too, in their order
    score        0 to 1: how much of the promisor and of the deed is in it
    due          the new due date, where it was moved to one
    done_on      the day of the deed, where it was reported done on one
    """

    commitment: int
    stance: Stance
    quote: str
    span: Span
    words: tuple[str, ...]
    score: float
    due: date | None = None
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class Matched:
    """A match as the store keeps it: the evidence that it became, and the number of the announcement it stands in."""

    evidence: Evidence
    announcement: int
    match: Match
