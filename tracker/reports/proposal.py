"""A proposed commitment as a reviewer sees it: the quote, what was read from it, and why it is doubtful or not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.core.commitment import Band
from tracker.reports.commitment import ahead_of, behind, context_of
from tracker.reports.marking import marked_sentence, without_marks
from tracker.reports.reasons import tell_feature, tell_score, telling
from tracker.reports.table import Cell, Fact, Facts, Passage, Report, Section, Tone
from tracker.reports.wording import promisor_cell

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.core.deadline import Span
    from tracker.core.record import StoredAnnouncement, StoredCommitment
    from tracker.reports.snapshot import EvidenceSnapshot

BAND_WORDS = {Band.COMMITMENT: "surely a commitment", Band.REVIEW: "doubtful", Band.DROPPED: "hardly one"}


def report_proposal(commitment: StoredCommitment, stored: StoredAnnouncement, place: int, total: int) -> Report:
    """One proposed commitment, found in that announcement, the `place`-th of so many."""
    found = commitment.found
    quote = in_paragraph(marked_sentence(found), stored, found.span)
    sections = (
        Section("quote", tell_source(stored), Passage(quote, is_joined=True)),
        Section("proposal", "", Facts(_facts(commitment))),
    )
    return Report("proposal", f"{place} of {total} · commitment {commitment.number}", sections)


def in_paragraph(sentence: tuple[Fact, ...], stored: StoredAnnouncement, span: Span) -> tuple[Fact, ...]:
    """A sentence between the words that stand around it in its announcement."""
    before, after = context_of(stored, span)
    return (
        Fact("before", "before", Cell(ahead_of(without_marks(before)), tone=Tone.MUTED)),
        *sentence,
        Fact("after", "after", Cell(behind(without_marks(after)), tone=Tone.MUTED)),
    )


def tell_source(stored: StoredAnnouncement) -> str:
    """What an announcement is called, and its day."""
    announcement = stored.announcement
    named = announcement.title or announcement.publisher or announcement.origin or f"announcement {stored.number}"
    return f"{named}, {announcement.announced_on}"


def _facts(commitment: StoredCommitment) -> tuple[Fact, ...]:
    found, occurrence = commitment.found, commitment.current
    deadline = found.deadline
    due = Cell(occurrence.due, tone=Tone.STRONG) if occurrence.due else Cell(None, f"none ({found.kind})", Tone.MUTED)
    because = tell_score(found.features)
    is_past = found.band is Band.REVIEW and deadline is not None and deadline.is_past
    sure = "to be looked at, since it was past due when it was announced" if is_past else BAND_WORDS[found.band]
    told = f"{sure}, {found.score:.2f}" + (f": {because}" if because else "")
    return (
        Fact("promisor", "promisor", promisor_cell(commitment)),
        Fact("deed", "deed", Cell(found.deed)),
        Fact("words", "words", Cell(deadline.words if deadline else None)),
        Fact("due", "due", due),
        Fact("explanation", "why", Cell(deadline.explanation if deadline else None)),
        Fact("score", "score", Cell(found.score, told, Tone.MUTED)),
    )


def describe_waiting(
    proposed: Iterable[tuple[StoredCommitment, StoredAnnouncement]], evidence: Iterable[EvidenceSnapshot]
) -> dict[str, Any]:
    """All that waits for a decision, as one JSON object; its names are stable."""
    return {
        "schema": "tracker.review/1",
        "commitments": [_describe(*one) for one in proposed],
        "evidence": [describe_evidence(one) for one in evidence],
    }


def _describe(commitment: StoredCommitment, stored: StoredAnnouncement) -> dict[str, Any]:
    found, occurrence = commitment.found, commitment.current
    before, after = context_of(stored, found.span)
    return {
        "id": commitment.number,
        "uuid": commitment.uuid,
        "review": commitment.review.value,
        "announcement": stored.number,
        "announced_on": commitment.announced_on,
        "before": before,
        "sentence": found.sentence,
        "after": after,
        "promisor": found.promisor.name,
        "promisor_source": found.promisor.source.value,
        "deed": found.deed,
        "words": found.deadline.words if found.deadline else None,
        "kind": found.kind.value,
        "sense": found.sense.value,
        "due": occurrence.due,
        "explanation": found.deadline.explanation if found.deadline else None,
        "band": found.band.value,
        "score": found.score,
        "reasons": [
            {"name": name, "weight": weight, "words": tell_feature(name, weight)}
            for name, weight in telling(found.features)
        ],
    }


def describe_evidence(shown: EvidenceSnapshot) -> dict[str, Any]:
    """One piece of evidence as a JSON object; what only the program knows is null where a person gave it."""
    evidence, match = shown.evidence, shown.match
    return {
        "evidence": evidence.id,
        "state": evidence.state.value,
        "stance": evidence.stance.value,
        "commitment": shown.commitment.number,
        "occurrence": shown.occurrence.number,
        "promisor": shown.commitment.found.promisor.name,
        "deed": shown.commitment.found.deed,
        "due": shown.occurrence.due,
        "kind": evidence.kind.value,
        "reference": evidence.reference,
        "quote": evidence.quote,
        "announcement": shown.announcement.number if shown.announcement else None,
        "words": list(match.words) if match else None,
        "score": match.score if match else None,
        "new_due": match.due if match else None,
        "done_on": match.done_on if match else None,
        "by": evidence.by,
        "at": evidence.at,
    }
