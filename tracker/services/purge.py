"""Erasing an announcement for good, where the law or a person's right asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.core.outbox import Withdrawal
from tracker.errors import UsageError
from tracker.store import announcements, commitments, deliveries

if TYPE_CHECKING:
    from tracker.services.occasion import Occasion
    from tracker.store.store import Store


def purge(store: Store, occasion: Occasion, number: int, reason: str) -> None:
    """Erase an announcement's text, what was found in it and the history's payloads; a tombstone stays.

    It cannot be undone. Raises NotFoundError, UsageError where no reason is given or it is erased already.
    """
    if not reason.strip():
        raise UsageError("a purge needs a reason", "give it with --why")
    with store.writing("purge", occasion.by, occasion.now) as change:
        change.summary = f"announcement {number} erased: {reason.strip()}"
        found = commitments.of_announcement(change.conn, number)
        occurrences = [occurrence.id for commitment in found for occurrence in commitment.occurrences]
        deliveries.withdraw(change.conn, occasion.now, Withdrawal.PURGED, occurrences=occurrences)
        announcements.erase(change, number, reason.strip(), occasion.now)
