"""Between rows and frozen values, column by column."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.core.announcement import Announcement, DateSource, normalised
from tracker.core.commitment import Band, Commitment, Promisor, PromisorSource
from tracker.core.deadline import Anchor, Condition, Deadline, DeadlineKind, Sense, Span, Unit
from tracker.core.occurrence import Occurrence
from tracker.core.record import StoredAnnouncement, StoredCommitment
from tracker.core.status import Review, Status

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from typing import TypeAlias

    from sqlalchemy import RowMapping

    Row: TypeAlias = Mapping[str, Any] | RowMapping


def announcement_row(announcement: Announcement, ingested_at: datetime, version_of: int | None) -> dict[str, Any]:
    """The columns of an announcement, but for its number."""
    return {
        "sha256": announcement.sha256,
        "text": announcement.text,
        "announced_on": announcement.announced_on,
        "date_source": announcement.date_source.value,
        "title": announcement.title,
        "publisher": announcement.publisher,
        "url": announcement.url,
        "kind": announcement.kind,
        "document": announcement.id,
        "origin": announcement.origin,
        "ingested_at": ingested_at,
        "version_of": version_of,
        "is_erased": False,
        "publisher_folded": normalised(announcement.publisher),
    }


def read_announcement(row: Row) -> StoredAnnouncement:
    """The announcement in a row."""
    announcement = Announcement(
        text=row["text"],
        announced_on=row["announced_on"],
        date_source=DateSource(row["date_source"]),
        title=row["title"],
        publisher=row["publisher"],
        url=row["url"],
        kind=row["kind"],
        id=row["document"],
        origin=row["origin"],
    )
    return StoredAnnouncement(row["number"], announcement, row["ingested_at"], row["version_of"], row["is_erased"])


def commitment_row(stored: StoredCommitment) -> dict[str, Any]:
    """The columns of a commitment but for its number and its key, which is of the sentence as it was found."""
    found = stored.found
    return {
        "uuid": stored.uuid,
        "announcement": stored.announcement,
        "sentence": found.sentence,
        "span_start": found.span.start,
        "span_end": found.span.end,
        "promisor": found.promisor.name,
        "promisor_source": found.promisor.source.value,
        "deed": found.deed,
        "band": found.band.value,
        "score": float(found.score),
        "features": [list(feature) for feature in found.features],
        "kind": found.kind.value,
        "sense": found.sense.value,
        **_deadline_columns(found.deadline),
        "review": stored.review.value,
        "tracked_on": stored.tracked_on,
        "reviewed_by": stored.reviewed_by,
        "reviewed_at": stored.reviewed_at,
        "dismissed_for": stored.dismissed_for,
        "owner": stored.owner,
        "version": stored.version,
        **search_columns(stored),
    }


def search_columns(stored: StoredCommitment) -> dict[str, str]:
    """What filters look through: letter case and spacing gone, one line a field so that no match spans two."""
    found = stored.found
    words = found.deadline.words if found.deadline else ""
    return {
        "promisor_folded": normalised(found.promisor.name),
        "deed_folded": normalised(found.deed),
        "owner_folded": normalised(stored.owner),
        "search_text": "\n".join(map(normalised, (found.promisor.name, found.deed, found.sentence, words))),
    }


def _deadline_columns(deadline: Deadline | None) -> dict[str, Any]:
    if deadline is None:
        return dict.fromkeys(_DEADLINE_COLUMNS) | {"is_past": False}
    condition = deadline.condition
    return {
        "words": deadline.words,
        "words_start": deadline.span.start,
        "words_end": deadline.span.end,
        "rules": list(deadline.rules),
        "anchor_on": deadline.anchor.on,
        "anchor_reason": deadline.anchor.reason,
        "explanation": deadline.explanation,
        "steps": list(deadline.steps),
        "read_due": deadline.due,
        "read_opens": deadline.opens,
        "read_strict_due": deadline.strict_due,
        "rrule": deadline.rrule,
        "condition": [condition.event, condition.amount, condition.unit.value] if condition else None,
        "is_past": deadline.is_past,
    }


_DEADLINE_COLUMNS = (
    *("words", "words_start", "words_end", "rules", "anchor_on", "anchor_reason", "explanation", "steps"),
    *("read_due", "read_opens", "read_strict_due", "rrule", "condition"),
)


def read_commitment(row: Row, occurrences: tuple[Occurrence, ...], tags: frozenset[str]) -> StoredCommitment:
    """The commitment in a row, which also holds its announcement's `announced_on` and how it is followed up."""
    return StoredCommitment(
        number=row["number"],
        uuid=row["uuid"],
        announcement=row["announcement"],
        announced_on=row["announced_on"],
        found=_read_found(row),
        review=Review(row["review"]),
        tracked_on=row["tracked_on"],
        reviewed_by=row["reviewed_by"],
        reviewed_at=row["reviewed_at"],
        dismissed_for=row["dismissed_for"],
        owner=row["owner"],
        tags=tags,
        occurrences=occurrences,
        version=row["version"],
        policy=row["policy"] or "",
        ends_on=row["ends_on"],
    )


def _read_found(row: Row) -> Commitment:
    return Commitment(
        sentence=row["sentence"],
        span=Span(row["span_start"], row["span_end"]),
        promisor=Promisor(row["promisor"], PromisorSource(row["promisor_source"])),
        deed=row["deed"],
        band=Band(row["band"]),
        score=row["score"],
        features=tuple((name, weight) for name, weight in row["features"]),
        deadline=None if row["words"] is None else _read_deadline(row),
    )


def _read_deadline(row: Row) -> Deadline:
    condition = row["condition"]
    return Deadline(
        words=row["words"],
        span=Span(row["words_start"], row["words_end"]),
        kind=DeadlineKind(row["kind"]),
        rules=tuple(row["rules"]),
        anchor=Anchor(row["anchor_on"], row["anchor_reason"]),
        explanation=row["explanation"],
        due=row["read_due"],
        opens=row["read_opens"],
        strict_due=row["read_strict_due"],
        sense=Sense(row["sense"]),
        rrule=row["rrule"],
        condition=Condition(condition[0], condition[1], Unit(condition[2])) if condition else None,
        is_past=row["is_past"],
        steps=tuple(row["steps"]),
    )


def occurrence_row(occurrence: Occurrence, commitment: int) -> dict[str, Any]:
    """The columns of an occurrence, but for its id."""
    return {
        "commitment": commitment,
        "number": occurrence.number,
        "status": occurrence.status.value,
        "due": occurrence.due,
        "first_due": occurrence.first_due,
        "opens": occurrence.opens,
        "strict_due": occurrence.strict_due,
        "review_on": occurrence.review_on,
        "done_on": occurrence.done_on,
        "settled_at": occurrence.settled_at,
        "settled_by": occurrence.settled_by,
        "reason": occurrence.reason,
        "superseded_by": occurrence.superseded_by,
        "arming": occurrence.arming,
        "next_stage_on": occurrence.next_stage_on,
        "version": occurrence.version,
    }


def read_occurrence(row: Row) -> Occurrence:
    """The occurrence in a row."""
    return Occurrence(**{**row, "status": Status(row["status"])})
