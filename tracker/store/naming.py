"""What commitments are named by: the values that a filter's field can find."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from tracker.core.actor import bare_name
from tracker.core.status import Review
from tracker.core.terms import Field
from tracker.store import evidence_tables, tables
from tracker.store.standing import IS_CURRENT, current

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

_commitment, _alias = tables.commitment, evidence_tables.alias
_QUERIES: dict[Field, sa.Select[Any] | sa.CompoundSelect[Any]] = {
    Field.TAG: sa.select(tables.commitment_tag.c.tag).distinct(),
    Field.OWNER: sa.select(_commitment.c.owner).distinct(),
    Field.PUBLISHER: sa.select(tables.announcement.c.publisher).distinct(),
    Field.ACTOR: sa.select(_commitment.c.promisor).union(
        sa.select(_alias.c.alias), sa.select(_alias.c.name)
    ),
    Field.STATUS: sa.select(current.c.status)
    .select_from(_commitment.join(current, IS_CURRENT))
    .where(_commitment.c.review == Review.TRACKED.value)
    .distinct(),
}  # fmt: skip

NAMING = frozenset(_QUERIES)
"""The fields whose values can be told."""


def values_of(conn: Connection, field: Field) -> list[str]:
    """The values of a field in NAMING that there are, in order; of the status those of what is tracked.

    An actor is named as people know it, without the pronoun that it was found by.
    """
    values = [value for value in conn.execute(_QUERIES[field]).scalars() if value]
    return sorted(set(map(bare_name, values)) if field is Field.ACTOR else values)
