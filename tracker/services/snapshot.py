"""What a report is made from, loaded in one reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.core.outbox import MessageState
from tracker.core.query import parse_query
from tracker.core.timing import standing_of, timing_of
from tracker.followup.plan import NOTHING
from tracker.reports.snapshot import CommitmentSnapshot, Snapshot
from tracker.services.reference import load
from tracker.store import amendments, announcements, checks, commitments, evidence, history, messages, notes
from tracker.store.known import known_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, tzinfo

    from tracker.core.query import Query
    from tracker.core.record import ChangeSet, StoredAnnouncement, StoredCommitment
    from tracker.core.timing import Standing
    from tracker.services.reference import Reference
    from tracker.store.store import Connection, Store

FOLLOWED = "review:tracked +UNSETTLED"
EVENTS_SHOWN = 6
UPCOMING_SHOWN = 10
WAITING_SHOWN = 10


def list_standings(store: Store, query: Query, today: date, limit: int | None = None) -> tuple[Standing, ...]:
    """The occurrences that a query means, as they stand on a day, by due date. Raises StoreError."""
    with store.reading() as conn:
        return _standings(commitments.find(conn, query, today, limit), today)


def followed(query: Query, today: date) -> Query:
    """The query among what is tracked and not settled, unless it says itself where to look.

    A word on review or a number looks among all, a word on the status among all that is tracked.
    """
    if query.speaks_of("review", "id"):
        return query
    is_about_status = query.speaks_of("status", "done")
    return query.joined(parse_query("review:tracked" if is_about_status else FOLLOWED, today))


def events(store: Store, commitment: int | None, limit: int | None) -> tuple[ChangeSet, ...]:
    """The latest change sets, newest first, of one commitment or of all.

    Raises NotFoundError where there is no such commitment, StoreError.
    """
    with store.reading() as conn:
        if commitment is not None:
            commitments.get(conn, commitment)
        return history.recent(conn, limit, commitment)


def _standings(found: Iterable[StoredCommitment], today: date) -> tuple[Standing, ...]:
    return tuple(standing_of(commitment, commitment.current, today) for commitment in found)


def dashboard(store: Store, today: date, zone: tzinfo) -> Snapshot:
    """The whole store on one day, as far as the dashboard shows it. Raises StoreError."""
    with store.reading() as conn:
        counts = commitments.counts(conn, today)
        last_run = checks.last_run(conn)
        pressing = _find(conn, "review:tracked +UNSETTLED -UPCOMING -UNDATED", today)
        upcoming = _find(conn, "review:tracked +UPCOMING", today, UPCOMING_SHOWN)
        return Snapshot(
            today=today,
            standings=_standings((*pressing, *upcoming), today),
            timings=counts.by_timing,
            reviews=counts.by_review,
            waiting=_find(conn, "review:proposed", today, WAITING_SHOWN),
            pressing=counts.review_urgent,
            proposed_evidence=counts.evidence_proposed,
            events=history.recent(conn, EVENTS_SHOWN),
            checked_at=last_run[1] if last_run else None,
            dead=messages.counts(conn).get(MessageState.DEAD, 0),
            zone=zone,
        )


def _find(conn: Connection, words: str, today: date, limit: int | None = None) -> tuple[StoredCommitment, ...]:
    return commitments.find(conn, parse_query(words, today), today, limit)


def with_announcements(
    store: Store, found: Iterable[StoredCommitment]
) -> tuple[tuple[StoredCommitment, StoredAnnouncement], ...]:
    """Commitments, each with the announcement that it was found in. Raises NotFoundError, StoreError."""
    with store.reading() as conn:
        return tuple((one, announcements.get(conn, one.announcement)) for one in found)


def one_commitment(store: Store, reference: Reference, today: date, zone: tzinfo) -> CommitmentSnapshot:
    """One commitment with all that belongs to it. Raises NotFoundError, StoreError."""
    with store.reading() as conn:
        commitment, occurrence = load(conn, reference)
        known = known_of(conn, [occurrence.id]).get(occurrence.id, NOTHING)
        word = timing_of(occurrence, commitment.found.sense, today)
        shown = evidence.of_commitment(conn, commitment.number)
        matched = evidence.matches_of(conn, [one.id for one in shown])
        return CommitmentSnapshot(
            today=today,
            commitment=commitment,
            occurrence=occurrence,
            announcement=announcements.get(conn, commitment.announcement),
            amendments=amendments.of_commitment(conn, commitment.number),
            evidence=shown,
            matches={number: match for number, (_, match) in matched.items()},
            notes=notes.of_commitment(conn, commitment.number),
            history=history.recent(conn, None, commitment.number),
            wishes=known.wishes.in_force_on(today, occurrence.arming, word),
            silenced_until=known.silenced_until,
            zone=zone,
        )
