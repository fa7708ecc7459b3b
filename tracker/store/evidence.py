"""Evidence in the database: what people gave, and what the program proposes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from tracker.core.deadline import Span
from tracker.core.match import Match, Matched
from tracker.core.occurrence import Evidence, EvidenceKind, EvidenceState, Stance
from tracker.core.status import Review
from tracker.errors import NotFoundError
from tracker.store import evidence_tables, tables
from tracker.store.owners import Owners, owners_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy.engine import Connection

    from tracker.store.change import Change

KEYS_AT_ONCE = 500
_evidence, _occurrence, _matched = tables.evidence, tables.occurrence, evidence_tables.matched


def add(change: Change, evidence: Evidence) -> Evidence:
    """Adds a piece of evidence; returns it with its id. Raises NotFoundError where its occurrence is not there."""
    owners = owners_of(change.conn, evidence.occurrence)
    return replace(evidence, id=change.insert(_evidence, _row(evidence), **owners))


def propose(change: Change, evidence: Evidence, announcement: int, match: Match) -> Matched:
    """Adds a piece of evidence that the program read in an announcement.

    Its history is the announcement's, whose words it quotes, so that a purge of that one erases it.
    """
    owners = Owners(announcement=announcement, commitment=match.commitment)
    added = replace(evidence, id=change.insert(_evidence, _row(evidence), **owners))
    beside = {
        "evidence": added.id,
        "announcement": announcement,
        "span_start": match.span.start,
        "span_end": match.span.end,
        "words": list(match.words),
        "score": match.score,
        "due": match.due,
        "done_on": match.done_on,
    }
    change.insert(_matched, beside, **owners)
    return Matched(added, announcement, match)


def decide(change: Change, evidence: Evidence, state: EvidenceState) -> Evidence:
    """Writes a person's word on a piece of evidence. Raises ConflictError where somebody was quicker."""
    owners = owners_of(change.conn, evidence.occurrence)
    told_in = sa.select(_matched.c.announcement).where(_matched.c.evidence == evidence.id)
    owners["announcement"] = change.conn.execute(told_in).scalar() or owners["announcement"]
    change.update(_evidence, evidence.id, {"state": evidence.state.value}, {"state": state.value}, **owners)
    return replace(evidence, state=state)


def withdraw_of(change: Change, announcement: int) -> None:
    """Rejects what is proposed of what an announcement said, and of what was found in it: nothing is left to decide
    by."""
    told = sa.select(_matched.c.evidence).where(_matched.c.announcement == announcement)
    found = sa.select(tables.commitment.c.number).where(tables.commitment.c.announcement == announcement)
    query = _SELECT.where(
        sa.or_(_evidence.c.id.in_(told), _occurrence.c.commitment.in_(found)),
        _evidence.c.state == EvidenceState.PROPOSED.value,
    )
    for row in change.conn.execute(query).all():
        decide(change, _read(row), EvidenceState.REJECTED)


def get(conn: Connection, number: int) -> tuple[Evidence, int]:
    """The evidence of a number, and the number of the commitment that it is of. Raises NotFoundError."""
    query = _SELECT.where(_evidence.c.id == number)
    row = conn.execute(query).one_or_none()
    if row is None:
        raise NotFoundError("evidence", number, "`tracker evidence list --all` shows what there is")
    return _read(row), row.commitment


def of_commitment(conn: Connection, number: int) -> tuple[Evidence, ...]:
    """The evidence on all of a commitment's occurrences, in the order in which it was added."""
    rows = conn.execute(_SELECT.where(_occurrence.c.commitment == number).order_by(_evidence.c.id))
    return tuple(map(_read, rows))


def find(
    conn: Connection, states: Collection[EvidenceState], commitment: int | None, *, tracked_only: bool = False
) -> tuple[tuple[Evidence, int], ...]:
    """The evidence in these states, each with its commitment's number, of one commitment or of all."""
    query = _SELECT.where(_evidence.c.state.in_(sorted(states))).order_by(_evidence.c.id)
    if commitment is not None:
        query = query.where(_occurrence.c.commitment == commitment)
    if tracked_only:
        query = query.where(_occurrence.c.commitment.in_(_TRACKED))
    return tuple((_read(row), row.commitment) for row in conn.execute(query))


def matches_of(conn: Connection, numbers: Collection[int]) -> dict[int, tuple[int, Match]]:
    """What the program read, by the number of the evidence, each with its announcement; not what people gave."""
    query = (
        sa.select(_matched, _evidence.c.stance, _evidence.c.quote, _occurrence.c.commitment)
        .join(_evidence, _evidence.c.id == _matched.c.evidence)
        .join(_occurrence, _occurrence.c.id == _evidence.c.occurrence)
    )
    wanted = sorted(numbers)
    some = (wanted[start : start + KEYS_AT_ONCE] for start in range(0, len(wanted), KEYS_AT_ONCE))
    rows = (row for each in some for row in conn.execute(query.where(_matched.c.evidence.in_(each))))
    return {row.evidence: (row.announcement, _read_match(row)) for row in rows}


def waiting() -> sa.Select[Any]:
    """The query for how many pieces of evidence on what is tracked wait for a person's word."""
    proposed = _evidence.c.state == EvidenceState.PROPOSED.value
    of_tracked = _occurrence.c.commitment.in_(_TRACKED)
    return (
        sa.select(sa.func.count())
        .select_from(_evidence.join(_occurrence, _occurrence.c.id == _evidence.c.occurrence))
        .where(proposed, of_tracked)
    )


def is_shown(conn: Connection, occurrence: int, stance: Stance) -> bool:
    """True where a person has accepted a piece of evidence that says this of an occurrence."""
    query = sa.select(_evidence.c.id).where(
        _evidence.c.occurrence == occurrence,
        _evidence.c.stance == stance.value,
        _evidence.c.state == EvidenceState.ACCEPTED.value,
    )
    return conn.execute(query.limit(1)).first() is not None


_TRACKED = sa.select(tables.commitment.c.number).where(tables.commitment.c.review == Review.TRACKED.value)
_SELECT: sa.Select[Any] = sa.select(*_evidence.c, _occurrence.c.commitment).join(
    _occurrence, _occurrence.c.id == _evidence.c.occurrence
)


def _row(evidence: Evidence) -> dict[str, Any]:
    return {
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


def _read(row: sa.Row[Any]) -> Evidence:
    return Evidence(
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


def _read_match(row: sa.Row[Any]) -> Match:
    return Match(
        commitment=row.commitment,
        stance=Stance(row.stance),
        quote=row.quote,
        span=Span(row.span_start, row.span_end),
        words=tuple(row.words),
        score=row.score,
        due=row.due,
        done_on=row.done_on,
    )
