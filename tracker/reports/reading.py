"""What was read from announcements: what ingest stored, and what extract found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.core.commitment import Band
from tracker.core.status import Review
from tracker.reports.evidence import tell_proposed
from tracker.reports.marking import without_marks
from tracker.reports.table import Cell, Column, Report, Section, Table, Tone
from tracker.reports.wording import count, spell_date_source

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tracker.core.announcement import Announcement
    from tracker.core.commitment import Commitment, Extraction, Rejection
    from tracker.core.deadline import Deadline
    from tracker.core.record import Ingested, StoredCommitment

FOUND = (
    Column("state", "STATE"),
    Column("due", "DUE"),
    Column("kind", "KIND"),
    Column("promisor", "PROMISOR", min_width=18),
    Column("deed", "DEED", min_width=30),
    Column("words", "WORDS", min_width=14),
    Column("sentence"),
    Column("score"),
)
STORED = (Column("id", "ID", is_number=True), *FOUND)
STATE_TONES = {Review.TRACKED: Tone.GOOD, Review.PROPOSED: Tone.NOTICE, Review.DISMISSED: Tone.MUTED}
BAND_TONES = {Band.COMMITMENT: Tone.GOOD, Band.REVIEW: Tone.NOTICE, Band.DROPPED: Tone.MUTED}


def report_ingested(ingested: Sequence[Ingested]) -> Report:
    """What was stored of each announcement, one section each."""
    sections = tuple(_stored_section(number, one) for number, one in enumerate(ingested, 1))
    return Report("ingest", count(len(ingested), "announcement"), sections)


def _stored_section(number: int, one: Ingested) -> Section:
    hints = [] if one.is_new else ["This text was stored before; nothing changed."]
    proposed = sum(commitment.review is Review.PROPOSED for commitment in one.commitments)
    if proposed:
        hints.append(f"{proposed} to be decided on: `tracker review`.")
    if matched := tell_proposed(len(one.matched)):
        hints.append(matched)
    if one.told_again:
        of = f"commitment{'s' if len(one.told_of) > 1 else ''} {', '.join(map(str, one.told_of))}"
        hints.append(f"{one.told_again} left out, which {'tells' if one.told_again == 1 else 'tell'} again of {of}.")
    if one.known_again:
        hints.append(
            f"{one.known_again} left out, known already: dismissed, waiting for review, or in an earlier version."
        )
    hints += _undetermined(stored.found for stored in one.commitments)
    if not one.is_new and one.commitments and not one.announcement.announcement.publisher:
        hints.append(f"`tracker edit {one.commitments[0].number} --publisher NAME` says who published it.")
    return Section(
        f"announcement_{number}",
        _heading(one.announcement.announcement, one.announcement.number),
        Table(STORED, tuple(_stored_row(commitment) for commitment in one.commitments)),
        empty="No commitment found.",
        hint=" ".join(hints),
    )


def _undetermined(found: Iterable[Commitment]) -> list[str]:
    """Why a day or period that an announcement names gives no due date, each said once."""
    deadlines = [one.deadline for one in found if one.deadline and one.deadline.is_undetermined]
    return list(dict.fromkeys(f"No due date from “{one.words}”: {one.explanation}." for one in deadlines))


def _heading(announcement: Announcement, number: int | None = None) -> str:
    name = announcement.title or announcement.publisher or announcement.origin or announcement.id or "announcement"
    source = spell_date_source(announcement.date_source)
    shown = f"{number}  {name}" if number is not None else name
    return f"{shown}, announced on {announcement.announced_on} (date: {source})"


def _stored_row(commitment: StoredCommitment) -> tuple[Cell, ...]:
    review = commitment.review
    state = Cell(review.value, tone=STATE_TONES[review])
    return (Cell(commitment.number, tone=Tone.STRONG), *_found_row(commitment.found, state))


def _found_row(found: Commitment, state: Cell) -> tuple[Cell, ...]:
    deadline = found.deadline
    tone = Tone.MUTED if found.promisor.is_inferred else Tone.PLAIN
    return (
        state,
        Cell(deadline.due if deadline else None),
        Cell(found.kind.value),
        Cell(found.promisor.name, found.promisor.name or "unknown", tone),
        Cell(found.deed),
        Cell(deadline.words if deadline else None, tone=Tone.MUTED),
        Cell(found.sentence),
        Cell(found.score),
    )


def report_extraction(announcement: Announcement, extraction: Extraction, *, with_rejections: bool = False) -> Report:
    """What was found in one announcement, and how many candidates were turned down; how to see them, unless they are
    shown too."""
    rows = tuple(
        _found_row(found, Cell(found.band.value, tone=BAND_TONES[found.band])) for found in extraction.commitments
    )
    turned_down = len(extraction.rejections)
    hints = _undetermined(extraction.commitments)
    if turned_down and not with_rejections:
        hints.append(f"{count(turned_down, 'candidate')} turned down: `tracker extract --rejected FILE` shows why.")
    section = Section(
        "commitments", _heading(announcement), Table(FOUND, rows), empty="No commitment found.", hint=" ".join(hints)
    )
    return Report("extract", count(len(rows), "commitment"), (section,))


def report_unstored(found: Sequence[tuple[Announcement, Extraction]]) -> Report:
    """What would be stored of each announcement, one section each."""
    sections = tuple(section for one in found for section in report_extraction(*one).sections)
    return Report("extract", "Nothing is stored: this is a dry run.", sections)


def report_rejections(rejections: Iterable[Rejection]) -> Report:
    """The candidates that were turned down, and why."""
    columns = (
        Column("guard", "GUARD"),
        Column("sentence", "SENTENCE", min_width=40),
        Column("reason", "WHY", min_width=24),
    )
    rows = tuple(
        (Cell(one.guard or "score"), Cell(one.sentence, without_marks(one.sentence)), Cell(one.reason))
        for one in rejections
    )
    return Report("rejections", "", (Section("rejections", "Turned down", Table(columns, rows)),))


def describe_ingested(ingested: Sequence[Ingested]) -> dict[str, Any]:
    """What was stored of each announcement, as one JSON object; its names are stable."""
    return {"schema": "tracker.ingest/1", "announcements": [_describe_stored(one) for one in ingested]}


def _describe_stored(one: Ingested) -> dict[str, Any]:
    announcement = one.announcement.announcement
    return {
        "number": one.announcement.number,
        "title": announcement.title,
        "publisher": announcement.publisher,
        "url": announcement.url,
        "announced_on": announcement.announced_on,
        "date_source": announcement.date_source.value,
        "is_new": one.is_new,
        "known_again": one.known_again,
        "told_again": one.told_again,
        "told_of": list(one.told_of),
        "evidence": [
            {"number": each.evidence.id, "commitment": each.match.commitment, "stance": each.match.stance.value}
            for each in one.matched
        ],
        "commitments": [
            {"id": stored.number, "uuid": stored.uuid, "review": stored.review.value, **_describe(stored.found)}
            for stored in one.commitments
        ],
    }


def describe_extraction(announcement: Announcement, extraction: Extraction) -> dict[str, Any]:
    """One announcement's commitments and rejections as one JSON object; its names are stable."""
    return {
        "schema": "tracker.extract/1",
        "id": announcement.id or announcement.origin,
        "announced_on": announcement.announced_on,
        "date_source": announcement.date_source.value,
        "commitments": [_describe(found) for found in extraction.commitments],
        "rejections": [_describe_rejection(one) for one in extraction.rejections],
    }


def _describe(found: Commitment) -> dict[str, Any]:
    return {
        "sentence": found.sentence,
        "span": [found.span.start, found.span.end],
        "promisor": found.promisor.name,
        "promisor_source": found.promisor.source.value,
        "deed": found.deed,
        "sense": found.sense.value,
        "band": found.band.value,
        "score": found.score,
        "features": [{"name": name, "weight": weight} for name, weight in found.features],
        "deadline": _describe_deadline(found.deadline) if found.deadline else None,
    }


def _describe_deadline(deadline: Deadline) -> dict[str, Any]:
    return {
        "words": deadline.words,
        "kind": deadline.kind.value,
        "due": deadline.due,
        "opens": deadline.opens,
        "strict_due": deadline.strict_due,
        "rrule": deadline.rrule,
        "rules": list(deadline.rules),
        "explanation": deadline.explanation,
    }


def _describe_rejection(one: Rejection) -> dict[str, Any]:
    return {
        "sentence": one.sentence,
        "span": [one.span.start, one.span.end],
        "guard": one.guard,
        "reason": one.reason,
        "score": one.score,
    }
