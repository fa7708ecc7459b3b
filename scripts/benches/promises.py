"""Tracked commitments, all due on one day: what the bench of alerts sends and what `tests/torture` torments."""

from __future__ import annotations

import uuid
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from tracker.core.announcement import Announcement
from tracker.core.commitment import Band, Commitment, Promisor, PromisorSource
from tracker.core.deadline import Anchor, Deadline, DeadlineKind, Span
from tracker.core.occurrence import Occurrence
from tracker.core.record import StoredCommitment
from tracker.core.status import Review
from tracker.store import announcements, commitments

if TYPE_CHECKING:
    from tracker.store.store import Store

NOW = datetime(2026, 1, 31, 12, tzinfo=UTC)
ANNOUNCED = date(2026, 1, 31)
DUE = date(2026, 3, 2)


def fill(store: Store, count: int) -> None:
    """Store one announcement with so many tracked commitments."""
    with store.writing("ingest", "Ada", NOW) as change:
        stored = announcements.add(change, Announcement("The board promised much.", ANNOUNCED), NOW)
        for number in range(count):
            commitments.add(change, commitment(stored.number, number))


def commitment(announcement: int, number: int) -> StoredCommitment:
    """A tracked commitment, due with all the others."""
    sentence = f"The board will open basin {number} by 2 March 2026."
    words = Span(sentence.index("by"), len(sentence) - 1)
    rules, anchor = ("by", "date"), Anchor(ANNOUNCED)
    deadline = Deadline(words.of(sentence), words, DeadlineKind.DATED, rules, anchor, "2 March 2026", due=DUE)
    promisor = Promisor("The board", PromisorSource.SUBJECT)
    found = Commitment(sentence, Span(0, 0), promisor, f"open basin {number}", Band.COMMITMENT, 0.9, deadline=deadline)
    return StoredCommitment(
        number=0,
        uuid=str(uuid.uuid4()),
        announcement=announcement,
        announced_on=ANNOUNCED,
        found=found,
        review=Review.TRACKED,
        tracked_on=ANNOUNCED,
        occurrences=(Occurrence(0, due=DUE, first_due=DUE, next_stage_on=DUE),),
    )
