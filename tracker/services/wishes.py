"""What a person wishes of the alerts for one occurrence: no repeats, nothing until a day, or one more on a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.core.calendar import near
from tracker.core.outbox import Withdrawal
from tracker.core.timing import Timing, timing_of
from tracker.core.wish import Wish, WishKind
from tracker.errors import NotFoundError, UsageError
from tracker.reports.wording import spell
from tracker.services.planning import save
from tracker.services.reference import check_tracked, check_unsettled, load_to_change
from tracker.store import checks, deliveries, wishes
from tracker.store.known import known_of

if TYPE_CHECKING:
    from datetime import date

    from tracker.core.occurrence import Occurrence
    from tracker.core.record import StoredCommitment
    from tracker.followup.rules import FollowupRules
    from tracker.services.occasion import Occasion
    from tracker.services.reference import Reference
    from tracker.store.change import Change
    from tracker.store.store import Store

LASTING = (Timing.LONG_OVERDUE, Timing.REVIEW_DUE)
"""Words that no later one takes the place of: an acknowledgement of them ends on a day."""

USUAL_DAYS = 90
"""After which an acknowledgement of a lasting word ends, where its person names no day."""


@dataclass(frozen=True, slots=True)
class Wished:
    """A wish, and the commitment as it stands with it."""

    commitment: StoredCommitment
    occurrence: Occurrence
    wish: Wish


def acknowledge(
    store: Store,
    followup: FollowupRules,
    occasion: Occasion,
    reference: Reference,
    until: date | None = None,
    reason: str = "",
) -> Wished:
    """Stop the repeats for an occurrence as long as it stands as it stands today, and until a day where one is given.

    Raises NotFoundError, UsageError where it is not followed up or the day is not to come.
    """
    with store.writing("acknowledge", occasion.by, occasion.now) as change:
        commitment, occurrence = _load(change, reference)
        _check_to_come(until, occasion, "--until")
        word = timing_of(occurrence, commitment.found.sense, occasion.today)
        if until is None and word in LASTING:
            until = near(occasion.today, USUAL_DAYS)
        wish = Wish(
            occurrence.id,
            WishKind.ACKNOWLEDGE,
            until,
            word,
            occurrence.arming,
            occasion.by,
            occasion.now,
            reason.strip(),
        )
        ends = f", until {until}" if until else ""
        summary = f"no repeats while it is {spell(word)}{ends}"
        return _make(change, followup, commitment, occurrence, wish, summary, Withdrawal.ACKNOWLEDGED)


def snooze(
    store: Store, followup: FollowupRules, occasion: Occasion, reference: Reference, day: date, reason: str = ""
) -> Wished:
    """Say nothing of an occurrence before a day; on it the latest is said. Raises as `acknowledge` does."""
    with store.writing("snooze", occasion.by, occasion.now) as change:
        commitment, occurrence = _load(change, reference)
        _check_to_come(day, occasion, "DAY")
        wish = _wish(WishKind.SNOOZE, occurrence, day, occasion, reason)
        return _make(change, followup, commitment, occurrence, wish, f"nothing before {day}", Withdrawal.SNOOZED)


def remind(
    store: Store, followup: FollowupRules, occasion: Occasion, reference: Reference, day: date, reason: str = ""
) -> Wished:
    """Speak of an occurrence on a day. Raises as `acknowledge` does, and UsageError where that is wished already or a
    snooze lasts longer."""
    with store.writing("remind", occasion.by, occasion.now) as change:
        commitment, occurrence = _load(change, reference)
        _check_to_come(day, occasion, "DAY")
        known = known_of(change.conn, [occurrence.id]).get(occurrence.id)
        if known and day in known.wishes.reminders:
            raise UsageError(
                f"commitment {reference} has a reminder on {day} already", f"tracker remind {reference} {day} --off"
            )
        snoozed = known.wishes.snoozed if known else None
        if snoozed and snoozed.arming == occurrence.arming and snoozed.day and day < snoozed.day:
            raise UsageError(f"commitment {reference} is snoozed until {snoozed.day}", "give a later day")
        wish = _wish(WishKind.REMIND, occurrence, day, occasion, reason)
        return _make(change, followup, commitment, occurrence, wish, f"a reminder on {day}", None)


def forget_reminder(
    store: Store, followup: FollowupRules, occasion: Occasion, reference: Reference, day: date
) -> Wished:
    """Take a reminder away. Raises NotFoundError where there is none on that day."""
    with store.writing("remind", occasion.by, occasion.now) as change:
        commitment, occurrence = load_to_change(change.conn, reference)
        made = [
            wish
            for wish in wishes.of_commitment(change.conn, commitment.number)
            if (wish.occurrence, wish.kind, wish.day) == (occurrence.id, WishKind.REMIND, day)
        ]
        if not made:
            raise NotFoundError("reminder on", str(day), f"tracker show {reference} tells what is wished")
        wishes.remove(change, made[0])
        change.summary = f"no reminder on {day}"
        saved = save(change, followup, commitment, commitment)
        return Wished(saved, saved.occurrences[occurrence.number - 1], made[0])


def _load(change: Change, reference: Reference) -> tuple[StoredCommitment, Occurrence]:
    commitment, occurrence = load_to_change(change.conn, reference)
    check_tracked(commitment)
    check_unsettled(commitment, occurrence)
    return commitment, occurrence


def _check_to_come(day: date | None, occasion: Occasion, name: str) -> None:
    if day is not None and day <= occasion.today:
        raise UsageError(f"{day} is not to come", f"give a {name} after today, {occasion.today}")


def _wish(kind: WishKind, occurrence: Occurrence, day: date, occasion: Occasion, reason: str) -> Wish:
    return Wish(occurrence.id, kind, day, None, occurrence.arming, occasion.by, occasion.now, reason.strip())


def _make(
    change: Change,
    followup: FollowupRules,
    commitment: StoredCommitment,
    occurrence: Occurrence,
    wish: Wish,
    summary: str,
    withdrawn_for: Withdrawal | None,
) -> Wished:
    """Store a wish, withdraw what it makes needless, and plan its commitment by it."""
    made = wishes.add(change, wish)
    why = f": {wish.reason}" if wish.reason else ""
    which = f" (occurrence {occurrence.number})" if occurrence.number > 1 else ""
    change.summary = f"{summary}{which}{why}"
    if withdrawn_for:
        deliveries.withdraw(change.conn, change.at, withdrawn_for, occurrences=[occurrence.id], but=checks.CHANGES)
    saved = save(change, followup, commitment, commitment)
    return Wished(saved, saved.occurrences[occurrence.number - 1], made)
