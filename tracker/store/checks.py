"""What checks said and when they ran. Every statement here is set-based: its cost follows the day's work."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from tracker.core.alert import Alert, StageKind
from tracker.store import ledger, outbox_tables, tables, wish_tables
from tracker.store.payload import to_payload

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from sqlalchemy.engine import Connection

    from tracker.core.occurrence import Occurrence
    from tracker.store.change import Change

_alert, _check_run, _occurrence, _setting = ledger.alert, ledger.check_run, tables.occurrence, ledger.setting
_delivery = outbox_tables.delivery
POLICIES = "policies"
CHANGES = (str(StageKind.DUE_CHANGED), str(StageKind.STATUS_CHANGED))
"""Stages that no day reaches: a person's change is told at once, and holds whatever comes after it."""


class Run(NamedTuple):
    """A check that ran: for which local day, and when (a UTC instant)."""

    local_date: date
    checked_at: datetime


def add_alerts(change: Change, alerts: Sequence[Alert]) -> tuple[Alert, ...]:
    """Adds those that were not said before, each with its id; the others (the same occurrence, arming, stage and
    stage_on) are left as they are."""
    if not alerts:
        return ()
    rows = [_row(alert) for alert in alerts]
    statement = insert_or(change.conn, _alert).on_conflict_do_nothing().returning(_alert)
    added = sorted(map(read_alert, change.conn.execute(statement, rows)), key=lambda alert: alert.id)
    for alert in added:
        payload = to_payload(_alert, {"id": alert.id, **_row(alert)})
        change.record(_alert, str(alert.id), None, payload, commitment=alert.commitment)
    return tuple(added)


def alerts_of(conn: Connection, commitment: int) -> tuple[Alert, ...]:
    """All that was ever said of a commitment, in the order in which it was said."""
    rows = conn.execute(sa.select(_alert).where(_alert.c.commitment == commitment).order_by(_alert.c.id))
    return tuple(map(read_alert, rows))


def was_called_overdue(conn: Connection, occurrence: Occurrence) -> bool:
    """True where, under its present arming, something was said of it past its due date that no silence kept back (what
    was past due before anybody tracked it was told in a number and does not count), or where a verdict on it was sent
    that was taken back since."""
    is_overdue = sa.and_(
        _alert.c.arming == occurrence.arming,
        _alert.c.said_on > occurrence.due,
        _alert.c.stage.not_in([str(StageKind.BACKFILL), str(StageKind.STATUS_CHANGED)]),
        _alert.c.id.not_in(sa.select(wish_tables.silenced.c.alert)),
    )
    was_sent = sa.exists().where(_delivery.c.alert == _alert.c.id, _delivery.c.message.is_not(None))
    is_verdict = sa.and_(_alert.c.stage == str(StageKind.STATUS_CHANGED), was_sent)
    query = sa.select(_alert.c.id).where(_alert.c.occurrence == occurrence.id, is_overdue | is_verdict)
    return conn.execute(query.limit(1)).first() is not None


def set_next_stages(change: Change, days: Mapping[int, date | None]) -> None:
    """Writes the next day with something to say, by occurrence id; it is derived, so that no history tells it."""
    if days:
        change.conn.execute(
            sa.update(_occurrence)
            .where(_occurrence.c.id == sa.bindparam("occurrence_id"))
            .values(next_stage_on=sa.bindparam("next_on")),
            [{"occurrence_id": occurrence, "next_on": day} for occurrence, day in days.items()],
        )


def record_run(change: Change, local_date: date, at: datetime, said: int) -> None:
    """Notes that the check of a local day ran at a UTC instant and said so many new things; a second run adds to it."""
    insert = insert_or(change.conn, _check_run).values(local_date=local_date, checked_at=at, said=said)
    change.conn.execute(
        insert.on_conflict_do_update(
            index_elements=[_check_run.c.local_date],
            set_={"checked_at": insert.excluded.checked_at, "said": _check_run.c.said + insert.excluded.said},
        )
    )


def last_run(conn: Connection, until: date | None = None) -> Run | None:
    """The check of the latest local day, or of the latest up to one; None where there is none."""
    row = conn.execute(_query_of_last_run(), {"until": until or date.max}).one_or_none()
    return Run(*row) if row else None


@cache
def _query_of_last_run() -> sa.Select[Any]:
    """Made once, as every wake of `serve` asks."""
    query = sa.select(_check_run.c.local_date, _check_run.c.checked_at).order_by(_check_run.c.local_date.desc())
    return query.where(_check_run.c.local_date <= sa.bindparam("until")).limit(1)


def has_run_by(conn: Connection, day: date) -> bool:
    """True where a check ran for this local day or an earlier one."""
    query = sa.select(_check_run.c.local_date).where(_check_run.c.local_date <= day)
    return conn.execute(query.limit(1)).first() is not None


def planned_by(conn: Connection) -> dict[str, str] | None:
    """The fingerprints of the policies, by name, that all occurrences were last planned by; None: by none that is
    known."""
    kept = conn.execute(sa.select(_setting.c.value).where(_setting.c.name == POLICIES)).scalar()
    return None if kept is None else json.loads(kept)


def set_planned_by(change: Change, fingerprints: Mapping[str, str]) -> None:
    """Keeps the fingerprints of the policies that all occurrences are planned by now."""
    insert = insert_or(change.conn, _setting).values(name=POLICIES, value=json.dumps(fingerprints, sort_keys=True))
    change.conn.execute(
        insert.on_conflict_do_update(index_elements=[_setting.c.name], set_={"value": insert.excluded.value})
    )


def insert_or(conn: Connection, table: sa.Table) -> sqlite.Insert | postgresql.Insert:
    """An INSERT that can say what happens on a conflict."""
    return sqlite.insert(table) if conn.dialect.name == "sqlite" else postgresql.insert(table)


def _row(alert: Alert) -> dict[str, Any]:
    return {
        "commitment": alert.commitment,
        "occurrence": alert.occurrence,
        "arming": alert.arming,
        "stage": alert.stage,
        "stage_on": alert.stage_on,
        "said_on": alert.said_on,
    }


def read_alert(row: sa.Row[Any]) -> Alert:
    """The alert in a row."""
    return Alert(
        commitment=row.commitment,
        occurrence=row.occurrence,
        arming=row.arming,
        stage=row.stage,
        stage_on=row.stage_on,
        said_on=row.said_on,
        id=row.id,
    )
