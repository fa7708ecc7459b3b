"""What two clauses of one sentence tell of one promise is one commitment."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tracker.core.commitment import Band, Commitment, Promisor, PromisorSource
from tracker.core.deadline import Anchor, Deadline, DeadlineKind, Span
from tracker.extraction.duplicates import drop_duplicates, one_for_each_due

SENTENCE = "The board will act and publish its plan by 3 May 2026."


def told(deed: str, due: date | None, score: float = 0.9) -> Commitment:
    words = Deadline("by 3 May", Span(40, 48), DeadlineKind.DATED, ("by",), Anchor(date(2026, 3, 3)), "", due=due)
    return Commitment(
        SENTENCE,
        Span(0, len(SENTENCE)),
        Promisor("The board", PromisorSource.SUBJECT),
        deed,
        Band.COMMITMENT,
        score,
        deadline=words if due else None,
    )


def test_a_clause_without_a_due_date_gives_way_to_one_with() -> None:
    undated, dated = told("act", None), told("publish its plan", date(2026, 5, 3))
    assert one_for_each_due([[undated], [dated]]) == [dated]


def test_deeds_that_differ_by_a_number_are_two() -> None:
    pier, other = (replace(told(f"open Pier {number}", date(2026, 5, 3)), span=Span(number, 60)) for number in (12, 13))
    again = replace(pier, span=Span(20, 70))
    assert drop_duplicates([pier, other, again]) == [pier, other]
