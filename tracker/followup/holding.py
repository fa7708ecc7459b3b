"""Whether what was planned to be said still holds when it is about to be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.core.alert import StageKind
from tracker.core.outbox import Withdrawal
from tracker.core.status import Review

if TYPE_CHECKING:
    from datetime import date

    from tracker.core.alert import Alert
    from tracker.core.occurrence import Occurrence
    from tracker.core.record import StoredCommitment

CHANGES = frozenset({StageKind.DUE_CHANGED, StageKind.STATUS_CHANGED})


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What else bears on an alert on a day.

    snoozed_until   the day on which its occurrence is spoken of again; None: it is not snoozed
    silence         the number of a silence that means its commitment; None: none does
    is_erased       its announcement was purged
    is_undone       the change that it tells of was taken back
    is_overtaken    a later stage of its occurrence waits for the same recipient, and may be sent as well
    """

    snoozed_until: date | None = None
    silence: int | None = None
    is_erased: bool = False
    is_undone: bool = False
    is_overtaken: bool = False


def why_withdrawn(
    alert: Alert, commitment: StoredCommitment, occurrence: Occurrence, seen: Circumstances, today: date
) -> Withdrawal | None:
    """Why an alert is not to be said any more on a day; None: it still holds.

    What tells of a change holds although its occurrence is settled, armed anew or snoozed since: it tells of just that.
    """
    if seen.is_erased:
        return Withdrawal.PURGED
    if commitment.review is not Review.TRACKED:
        return Withdrawal.DISMISSED
    if seen.is_undone:
        return Withdrawal.UNDONE
    if alert.reached.kind not in CHANGES:
        if occurrence.status.is_settled:
            return Withdrawal.SETTLED
        if alert.arming != occurrence.arming:
            return Withdrawal.MOVED
        if seen.snoozed_until is not None and seen.snoozed_until > today:
            return Withdrawal.SNOOZED
    if seen.silence is not None:
        return Withdrawal.SILENCED
    return Withdrawal.OVERTAKEN if seen.is_overtaken else None
