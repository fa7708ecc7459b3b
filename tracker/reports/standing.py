"""Status and timing of one occurrence in a sentence or two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.core.deadline import Sense
from tracker.core.status import Review
from tracker.core.timing import Timing
from tracker.reports.wording import capitalise, count, spell, spell_instant, tell_timing

if TYPE_CHECKING:
    from datetime import tzinfo

    from tracker.core.record import StoredCommitment
    from tracker.core.timing import Standing


def tell_standing(standing: Standing, zone: tzinfo) -> str:
    """What became of it and where it stands in time: "Open: 402 days overdue." """
    commitment = standing.commitment
    if commitment.review is not Review.TRACKED:
        return _tell_review(commitment)
    return _tell_settled(standing, zone) if standing.occurrence.status.is_settled else _tell_unsettled(standing)


def _tell_review(commitment: StoredCommitment) -> str:
    if commitment.review is Review.PROPOSED:
        return f"Proposed: decide on it with tracker review {commitment.number}."
    by = f" by {commitment.reviewed_by}" if commitment.reviewed_by else ""
    why = f": {commitment.dismissed_for}" if commitment.dismissed_for else ""
    return f"Dismissed{by}{why}."


def _tell_unsettled(standing: Standing) -> str:
    occurrence = standing.occurrence
    told = tell_timing(standing)
    if standing.commitment.found.sense is Sense.KEEP and standing.days is not None and standing.days >= 0:
        told = f"to be held for {count(standing.days, 'day')} more" if standing.days else "to be held until today"
    elif standing.timing is Timing.UNDATED and occurrence.review_on is not None:
        told = f"undated, to be looked at on {occurrence.review_on}"
    return f"{capitalise(spell(occurrence.status))}: {told}" + ("" if told.endswith("?") else ".")


def _tell_settled(standing: Standing, zone: tzinfo) -> str:
    occurrence = standing.occurrence
    told = capitalise(spell(occurrence.status))
    if occurrence.superseded_by is not None:
        told += f" by commitment {occurrence.superseded_by}"
    if occurrence.done_on is not None:
        told += f" on {occurrence.done_on}"
    if standing.timing is not Timing.CLOSED:
        told += f", {tell_timing(standing)}"
    by = f", says {occurrence.settled_by}" if occurrence.settled_by else ""
    at = f" ({spell_instant(occurrence.settled_at, zone)})" if occurrence.settled_at else ""
    why = f" {capitalise(occurrence.reason).rstrip('.')}." if occurrence.reason else ""
    return f"{told}{by}{at}.{why}"
