"""Events that commitments wait for: which there are, and what follows once the day of one is known."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.core.deadline import Anchor, DeadlineKind
from tracker.core.event import AwaitedEvent, event_name
from tracker.core.status import Review
from tracker.core.timing import standing_of
from tracker.deadlines import read_deadline
from tracker.errors import UsageError
from tracker.services.amend import Move, amend
from tracker.services.planning import save, with_occurrence
from tracker.store import announcements, commitments, events

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from tracker.core.conventions import Conventions
    from tracker.core.deadline import Deadline
    from tracker.core.event import Event
    from tracker.core.record import StoredCommitment
    from tracker.core.timing import Standing
    from tracker.followup.rules import FollowupRules
    from tracker.services.occasion import Occasion
    from tracker.store.change import Change
    from tracker.store.store import Connection, Store


def list_events(store: Store) -> tuple[AwaitedEvent, ...]:
    """Every event with the commitments that hang on it, dismissed ones aside; those without any are left out."""
    with store.reading() as conn:
        found = [AwaitedEvent(event, _hanging_on(conn, event)) for event in events.find(conn)]
        return tuple(one for one in found if one.commitments)


def resolve(
    store: Store,
    followup: FollowupRules,
    occasion: Occasion,
    conventions_for: Callable[[str], Conventions],
    number: int,
    happened_on: date,
    source: str,
) -> tuple[Standing, ...]:
    """Give an event its day, and every unsettled commitment that waits for it the due date that follows.

    A first date is no slippage; where the event's day is changed later, each date that moves by it is an amendment.
    Raises NotFoundError, UsageError where it says nothing new or lacks its source, ConflictError.
    """
    with store.writing("event", occasion.by, occasion.now) as change:
        event = events.get(change.conn, number)
        _check(event, happened_on, source)
        known = events.save(change, event, replace(event, happened_on=happened_on, source=source.strip()))
        publisher = announcements.get(change.conn, event.announcement).announcement.publisher
        dated = [
            standing
            for commitment in _hanging_on(change.conn, event)
            if (standing := _date(change, followup, occasion, commitment, known, conventions_for(publisher)))
        ]
        change.summary = f"{event.name}: {happened_on} ({source.strip()})"
    return tuple(dated)


def _check(event: Event, happened_on: date, source: str) -> None:
    if event.happened_on == happened_on:
        raise UsageError(f"event {event.id} is known to be on {happened_on}", "give another day with --on")
    if not source.strip():
        raise UsageError("the day of an event needs where it was reported", "give it with --source")


def _hanging_on(conn: Connection, event: Event) -> tuple[StoredCommitment, ...]:
    found = commitments.of_announcement(conn, event.announcement)
    return tuple(one for one in found if event_name(one.found) == event.name and one.review is not Review.DISMISSED)


def _date(
    change: Change,
    followup: FollowupRules,
    occasion: Occasion,
    commitment: StoredCommitment,
    event: Event,
    conventions: Conventions,
) -> Standing | None:
    """Give a commitment the due date that follows from its event; None where it is settled, or no date follows."""
    occurrence = commitment.current
    deadline = _deadline_after(commitment, event, conventions)
    if occurrence.status.is_settled or deadline is None or deadline.due in (None, occurrence.due):
        return None
    read = replace(commitment, found=replace(commitment.found, deadline=deadline))
    is_tracked = commitment.review is Review.TRACKED
    if is_tracked and occurrence.due is not None:
        saved = save(change, followup, commitment, read)
        moved = Move(deadline.due, event.source, f"{event.name} is on {event.happened_on}")
        return amend(change, followup, occasion, (saved, saved.occurrences[occurrence.number - 1]), moved)
    after = replace(
        occurrence,
        due=deadline.due,
        first_due=deadline.due,
        strict_due=deadline.strict_due,
        review_on=None,
        arming=occurrence.arming + is_tracked,
    )
    saved = save(change, followup, commitment, with_occurrence(read, after))
    return standing_of(saved, saved.occurrences[occurrence.number - 1], occasion.today)


def _deadline_after(commitment: StoredCommitment, event: Event, conventions: Conventions) -> Deadline | None:
    """The commitment's deadline with its event on a known day; the condition stays, so that it can be dated anew."""
    old = commitment.found.deadline
    if old is None or old.condition is None or event.happened_on is None:
        return None
    anchors = {old.condition.event: Anchor(event.happened_on, old.condition.event)}
    read = read_deadline(old.words, commitment.announced_on, conventions, events=anchors)
    if read is None or read.due is None:
        return None
    return replace(read, words=old.words, span=old.span, kind=DeadlineKind.DATED, condition=old.condition)
