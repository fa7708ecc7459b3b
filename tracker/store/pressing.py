"""What presses on a day, counted by index: its cost follows what is past due and not the size of the store."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import sqlalchemy as sa

from tracker.core.calendar import near
from tracker.core.deadline import Sense
from tracker.core.status import UNSETTLED, Review
from tracker.core.timing import DUE_SOON_DAYS
from tracker.store import evidence, tables

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy.engine import Connection

_commitment, _occurrence, _evidence = tables.commitment, tables.occurrence, tables.evidence


class Pressing(NamedTuple):
    """How many there are on a day.

    overdue             tracked commitments of which the current occurrence is overdue
    waiting             proposed commitments that are past due, or due within 7 days
    evidence_proposed   pieces of evidence on what is tracked that nobody has accepted or rejected
    """

    overdue: int
    waiting: int
    evidence_proposed: int


def pressing(conn: Connection, today: date) -> Pressing:
    """What presses on a day; the same numbers as those of `commitments.counts`."""
    is_late = sa.func.coalesce(_commitment.c.sense != Sense.KEEP.value, sa.true())
    overdue = _due_by(near(today, -1), Review.TRACKED).where(is_late)
    waiting = _due_by(near(today, DUE_SOON_DAYS), Review.PROPOSED)
    return Pressing(*(int(conn.execute(query).scalar_one()) for query in (overdue, waiting, evidence.waiting())))


def due_soon(conn: Connection, today: date) -> int:
    """How many tracked commitments have a current occurrence that is due on a day or within 7 days of it."""
    query = _due_by(near(today, DUE_SOON_DAYS), Review.TRACKED).where(_occurrence.c.due >= today)
    return int(conn.execute(query).scalar_one())


def _due_by(day: date, review: Review) -> sa.Select[int]:
    """How many commitments have a current occurrence, the earliest unsettled one, that is due by a day."""
    earlier = _occurrence.alias("earlier")
    is_current = ~sa.exists().where(
        earlier.c.commitment == _occurrence.c.commitment,
        earlier.c.number < _occurrence.c.number,
        earlier.c.status.in_(sorted(UNSETTLED)),
    )
    return (
        sa.select(sa.func.count())
        .select_from(_occurrence)
        .join(_commitment, _commitment.c.number == _occurrence.c.commitment)
        .where(_occurrence.c.status.in_(sorted(UNSETTLED)), _occurrence.c.due <= day, is_current)
        .where(_commitment.c.review == review.value)
    )
