"""A proposed commitment as a reviewer sees it: the quote, what was read from it, and why it is doubtful or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.reports.table import Cell, Fact, Facts, Report, Section, Tone
from tracker.reports.wording import promisor_cell

if TYPE_CHECKING:
    from tracker.core.record import StoredCommitment

STRONGEST = 3


def report_proposal(commitment: StoredCommitment, place: int, total: int) -> Report:
    """One proposed commitment, the `place`-th of so many."""
    found, occurrence = commitment.found, commitment.current
    deadline = found.deadline
    due = Cell(occurrence.due, tone=Tone.STRONG) if occurrence.due else Cell(None, f"none ({found.kind})", Tone.MUTED)
    features = ", ".join(f"{name} {weight:+.1f}" for name, weight in found.features[:STRONGEST])
    facts = (
        Fact("sentence", "quote", Cell(found.sentence, tone=Tone.STRONG)),
        Fact("promisor", "promisor", promisor_cell(commitment)),
        Fact("deed", "deed", Cell(found.deed)),
        Fact("words", "words", Cell(deadline.words if deadline else None)),
        Fact("due", "due", due),
        Fact("explanation", "why", Cell(deadline.explanation if deadline else None)),
        Fact("score", "score", Cell(found.score, f"{found.score:.2f} ({found.band}; {features})", Tone.MUTED)),
    )
    return Report(
        "proposal", f"{place} of {total} · commitment {commitment.number}", (Section("proposal", "", Facts(facts)),)
    )
