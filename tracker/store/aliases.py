"""The names that promisors go by, in the database."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from tracker.core.actor import Alias, folded_name
from tracker.errors import NotFoundError, UsageError
from tracker.store import evidence_tables

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from tracker.store.change import Change

_alias = evidence_tables.alias


def add(change: Change, alias: Alias) -> None:
    """Adds another name of a promisor. Raises UsageError where it stands for one already."""
    folded = folded_name(alias.alias)
    known = change.conn.execute(sa.select(_alias.c.name).where(_alias.c.alias_folded == folded)).scalar()
    if known is not None:
        raise UsageError(
            f"{alias.alias!r} stands for {known!r} already",
            f'take that back first: tracker actor alias "{alias.alias}" --remove',
        )
    values = {
        "alias": alias.alias,
        "name": alias.name,
        "alias_folded": folded,
        "name_folded": folded_name(alias.name),
        "made_by": change.by,
        "made_at": change.at,
    }
    change.insert(_alias, values)


def remove(change: Change, alias: str) -> Alias:
    """Takes another name away. Raises NotFoundError where it stands for nobody."""
    query = sa.select(_alias).where(_alias.c.alias_folded == folded_name(alias))
    row = change.conn.execute(query).mappings().one_or_none()
    if row is None:
        raise NotFoundError("alias", repr(alias), "`tracker actor list` shows them")
    change.delete(_alias, dict(row))
    return Alias(row["alias"], row["name"])


def all_of(conn: Connection) -> tuple[Alias, ...]:
    """Every other name, in the order in which they were given."""
    rows = conn.execute(sa.select(_alias.c.alias, _alias.c.name).order_by(_alias.c.id))
    return tuple(Alias(row.alias, row.name) for row in rows)
