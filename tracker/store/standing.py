"""Where a commitment stands in time, in SQL: the counterpart of `core.timing`, which a property test holds it against.

A commitment stands where its current occurrence does: the earliest unsettled one, else its last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from tracker.core.calendar import near
from tracker.core.deadline import Sense
from tracker.core.status import UNSETTLED
from tracker.core.timing import DUE_SOON_DAYS, LONG_OVERDUE_DAYS, Timing
from tracker.store import tables

if TYPE_CHECKING:
    from datetime import date

_commitment, _occurrence = tables.commitment, tables.occurrence

current = _occurrence.alias("current")
"""The occurrence that a commitment stands by, once joined by IS_CURRENT."""

_place = _occurrence.alias("place")
_is_unsettled_place = _place.c.status.in_(sorted(UNSETTLED))

IS_CURRENT = sa.and_(
    current.c.commitment == _commitment.c.number,
    current.c.id
    == sa.select(_place.c.id)
    .where(_place.c.commitment == _commitment.c.number)
    .order_by(
        sa.case((_is_unsettled_place, 0), else_=1),
        sa.case((_is_unsettled_place, _place.c.number), else_=-_place.c.number),
    )
    .limit(1)
    .correlate(_commitment)
    .scalar_subquery(),
)

IS_SETTLED = current.c.status.not_in(sorted(UNSETTLED))


def timing_on(today: date) -> sa.ColumnElement[str]:
    """The timing word of `current` on a day."""
    due, review_on, done_on = current.c.due, current.c.review_on, current.c.done_on
    is_no_longer_kept = sa.and_(_commitment.c.sense == Sense.KEEP.value, due < today)
    return sa.case(
        (sa.and_(IS_SETTLED, _commitment.c.sense == Sense.KEEP.value), Timing.CLOSED.value),
        (sa.and_(IS_SETTLED, sa.or_(done_on.is_(None), due.is_(None))), Timing.CLOSED.value),
        (sa.and_(IS_SETTLED, done_on <= due), Timing.ON_TIME.value),
        (IS_SETTLED, Timing.LATE.value),
        (is_no_longer_kept, Timing.REVIEW_DUE.value),
        (sa.and_(due.is_(None), review_on <= today), Timing.REVIEW_DUE.value),
        (due.is_(None), Timing.UNDATED.value),
        (due < near(today, -LONG_OVERDUE_DAYS), Timing.LONG_OVERDUE.value),
        (due < today, Timing.OVERDUE.value),
        (due == today, Timing.DUE_TODAY.value),
        (due <= near(today, DUE_SOON_DAYS), Timing.DUE_SOON.value),
        else_=Timing.UPCOMING.value,
    )
