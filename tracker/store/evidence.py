"""Evidence in the database."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import sqlalchemy as sa

from tracker.core.occurrence import Evidence, EvidenceKind, EvidenceState, Stance
from tracker.store import tables
from tracker.store.owners import owners_of

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from tracker.store.change import Change

_evidence, _occurrence = tables.evidence, tables.occurrence


def add(change: Change, evidence: Evidence) -> Evidence:
    """Adds a piece of evidence; returns it with its id. Raises NotFoundError where its occurrence is not there."""
    values = {
        "occurrence": evidence.occurrence,
        "kind": evidence.kind.value,
        "reference": evidence.reference,
        "stance": evidence.stance.value,
        "state": evidence.state.value,
        "quote": evidence.quote,
        "sha256": evidence.sha256,
        "added_by": evidence.by,
        "added_at": evidence.at,
    }
    return replace(evidence, id=change.insert(_evidence, values, **owners_of(change.conn, evidence.occurrence)))


def of_commitment(conn: Connection, number: int) -> tuple[Evidence, ...]:
    """The evidence on all of a commitment's occurrences, in the order in which it was added."""
    rows = conn.execute(
        sa.select(_evidence)
        .join(_occurrence, _occurrence.c.id == _evidence.c.occurrence)
        .where(_occurrence.c.commitment == number)
        .order_by(_evidence.c.id)
    )
    return tuple(
        Evidence(
            occurrence=row.occurrence,
            kind=EvidenceKind(row.kind),
            reference=row.reference,
            stance=Stance(row.stance),
            state=EvidenceState(row.state),
            by=row.added_by,
            at=row.added_at,
            quote=row.quote,
            sha256=row.sha256,
            id=row.id,
        )
        for row in rows
    )
