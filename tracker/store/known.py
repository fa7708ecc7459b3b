"""What was said and wished of occurrences so far, for the planner: three statements for a thousand of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import sqlalchemy as sa

from tracker.core.alert import StageKind
from tracker.core.wish import WishKind
from tracker.followup.plan import Known
from tracker.store import ledger, tables, wish_tables
from tracker.store.checks import read_alert
from tracker.store.wishes import in_force, read_wish

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from sqlalchemy.engine import Connection

    from tracker.core.alert import Alert
    from tracker.core.wish import Wish

IDS_AT_ONCE = 1000
_alert, _occurrence = ledger.alert, tables.occurrence
_wish, _silence, _silenced = wish_tables.wish, wish_tables.silence, wish_tables.silenced


def known_of(conn: Connection, occurrences: Collection[int], until: date = date.max) -> dict[int, Known]:
    """By occurrence id, what was said up to a day under its present arming, and what is wished; an occurrence of which
    there is nothing of the kind is missing."""
    wanted = sorted(set(occurrences))
    found: dict[int, Known] = {}
    for start in range(0, len(wanted), IDS_AT_ONCE):
        some = wanted[start : start + IDS_AT_ONCE]
        last, silenced, verdicts = _said(conn, some, until)
        wished = _wished(conn, some)
        reminded = _reminded(conn, [one for one, wishes in wished.items() if _reminds(wishes)], until)
        for one in last.keys() | silenced.keys() | wished.keys():
            wishes = in_force(wished.get(one, ()), reminded.get(one, ()))
            found[one] = Known(last.get(one), silenced.get(one), wishes, verdicts.get(one))
    return found


def _said(
    conn: Connection, occurrences: Collection[int], until: date
) -> tuple[Mapping[int, Alert], Mapping[int, date | None], Mapping[int, Alert]]:
    """The latest stage said of each, the end of the silence that kept back what was said of it last, and the verdict
    that was told.

    A move tells where it stands since, and so takes the place of the steps up to its day; a verdict does not.
    """
    query = (
        sa.select(_alert, _silence.c.ends_on)
        .join(_occurrence, sa.and_(_occurrence.c.id == _alert.c.occurrence, _occurrence.c.arming == _alert.c.arming))
        .outerjoin(_silenced, _silenced.c.alert == _alert.c.id)
        .outerjoin(_silence, _silence.c.id == _silenced.c.silence)
        .where(_alert.c.occurrence.in_(occurrences), _alert.c.said_on <= until)
        .order_by(_alert.c.said_on, _alert.c.id)
    )
    last: dict[int, Alert] = {}
    verdicts: dict[int, Alert] = {}
    silenced: dict[int, date | None] = {}
    for row in conn.execute(query):
        alert = read_alert(row)
        silenced[alert.occurrence] = row.ends_on
        if alert.stage == StageKind.STATUS_CHANGED:
            verdicts[alert.occurrence] = alert
        else:
            last[alert.occurrence] = alert
    return last, silenced, verdicts


def _wished(conn: Connection, occurrences: Collection[int]) -> dict[int, list[Wish]]:
    wished: dict[int, list[Wish]] = {}
    for row in conn.execute(sa.select(_wish).where(_wish.c.occurrence.in_(occurrences)).order_by(_wish.c.id)):
        wished.setdefault(row.occurrence, []).append(read_wish(row))
    return wished


def _reminds(wishes: Collection[Wish]) -> bool:
    return any(wish.kind is WishKind.REMIND for wish in wishes)


def _reminded(conn: Connection, occurrences: Collection[int], until: date) -> dict[int, list[date]]:
    """The days of reminders that were said, under whatever arming."""
    days: dict[int, list[date]] = {}
    if occurrences:
        query = sa.select(_alert.c.occurrence, _alert.c.stage_on).where(
            _alert.c.occurrence.in_(occurrences),
            _alert.c.stage == str(StageKind.REMINDER),
            _alert.c.said_on <= until,
        )
        for occurrence, day in conn.execute(query):
            days.setdefault(occurrence, []).append(day)
    return days
