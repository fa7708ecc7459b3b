"""How one commitment is followed up, where that is not as the settings say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from tracker.store import wish_tables
from tracker.store.owners import Owners

if TYPE_CHECKING:
    from tracker.core.record import StoredCommitment
    from tracker.store.change import Change

_following = wish_tables.following


def save(change: Change, after: StoredCommitment) -> None:
    """Writes a commitment's policy and the end of its series. Raises ConflictError."""
    owners = Owners(announcement=after.announcement, commitment=after.number)
    values: dict[str, Any] = {"policy": after.policy, "ends_on": after.ends_on}
    query = sa.select(_following).where(_following.c.commitment == after.number)
    known = change.conn.execute(query).mappings().one_or_none()
    if known is None:
        change.insert(_following, {"commitment": after.number, **values, "version": 1}, **owners)
    else:
        change.update(_following, after.number, dict(known), values, **owners)
