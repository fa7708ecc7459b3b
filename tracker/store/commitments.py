"""Commitments in the database, each with its occurrences and tags."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from tracker.core.calendar import near
from tracker.core.status import UNSETTLED, Review
from tracker.core.timing import DUE_SOON_DAYS, Counts, Timing
from tracker.errors import NotFoundError
from tracker.store import evidence, tables, wish_tables
from tracker.store.filters import conditions_of
from tracker.store.owners import Owners
from tracker.store.payload import to_payload
from tracker.store.rows import commitment_row, occurrence_row, read_commitment, read_occurrence
from tracker.store.standing import IS_CURRENT, current, timing_on

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from datetime import date

    from sqlalchemy.engine import Connection

    from tracker.core.occurrence import Occurrence
    from tracker.core.query import Query
    from tracker.core.record import StoredCommitment
    from tracker.store.change import Change

_announcement, _commitment, _occurrence, _tag = (
    tables.announcement,
    tables.commitment,
    tables.occurrence,
    tables.commitment_tag,
)
_following = wish_tables.following
_COMMITMENT_COLUMNS = (*_commitment.c, _announcement.c.announced_on, _following.c.policy, _following.c.ends_on)
_COMMITMENT_NAMES = [column.name for column in _COMMITMENT_COLUMNS]
_OCCURRENCE_NAMES = [column.name for column in _occurrence.c]
KEYS_AT_ONCE = 500
LOADED_AT_ONCE = 1000


def add(change: Change, commitment: StoredCommitment) -> StoredCommitment:
    """Adds a commitment with its occurrences and tags; returns it with the numbers that they were given."""
    row = commitment_row(commitment) | {"key": commitment.found.key}
    number = change.insert(tables.commitment, row, announcement=commitment.announcement)
    occurrences = tuple(_add_occurrence(change, commitment, one, number) for one in commitment.occurrences)
    added = replace(commitment, number=number, occurrences=occurrences)
    _write_tags(change, added, frozenset(), added.tags)
    return added


def get(conn: Connection, number: int) -> StoredCommitment:
    """The commitment of a number. Raises NotFoundError."""
    found = _load(conn, sa.select(_commitment.c.number).where(_commitment.c.number == number))
    if not found:
        raise NotFoundError("commitment", number)
    return found[0]


def is_there(conn: Connection, number: int) -> bool:
    """True where there is a commitment of this number."""
    return conn.execute(sa.select(_commitment.c.number).where(_commitment.c.number == number)).first() is not None


def find(conn: Connection, query: Query, today: date, limit: int | None = None) -> tuple[StoredCommitment, ...]:
    """The commitments that a query means on a day: by due date, those without one last, then by number.

    `limit` is the most to return. What the query does not say is not filtered: all states of review are found.
    """
    matching = (
        sa.select(_commitment.c.number)
        .select_from(_commitment)
        .join(current, IS_CURRENT)
        .join(_announcement, _announcement.c.number == _commitment.c.announcement)
        .where(*conditions_of(query, today))
        .order_by(current.c.due.is_(None), current.c.due, _commitment.c.number)
        .limit(limit)
    )
    return tuple(sorted(_load(conn, matching), key=_by_due))


def of_announcement(conn: Connection, number: int) -> tuple[StoredCommitment, ...]:
    """The commitments found in an announcement, in the order of their numbers."""
    return _load(conn, sa.select(_commitment.c.number).where(_commitment.c.announcement == number))


def of_numbers(conn: Connection, numbers: Collection[int]) -> tuple[StoredCommitment, ...]:
    """The commitments of these numbers that there are, in their order."""
    wanted = sorted(set(numbers))
    found: list[StoredCommitment] = []
    for start in range(0, len(wanted), KEYS_AT_ONCE):
        some = wanted[start : start + KEYS_AT_ONCE]
        found += _load(conn, sa.select(_commitment.c.number).where(_commitment.c.number.in_(some)))
    return tuple(found)


def plan_due(conn: Connection, today: date) -> tuple[StoredCommitment, ...]:
    """The tracked commitments with an occurrence that has something to say, or that is to be followed by another, by a
    day. Nothing but that day's index is asked: what is not tracked, and what is settled for good, has no such day."""
    is_ready = sa.select(_occurrence.c.commitment).where(_occurrence.c.next_stage_on <= today)
    loaded = of_numbers(conn, conn.execute(is_ready).scalars().all())
    return tuple(one for one in loaded if one.review is Review.TRACKED)


def followed(conn: Connection) -> Iterator[tuple[StoredCommitment, ...]]:
    """All that is tracked and not settled whole, and every series; some at a time, so that memory is bounded."""
    last = 0
    while some := followed_after(conn, last):
        yield some
        last = some[-1].number


def followed_after(conn: Connection, number: int, named: Collection[str] | None = None) -> tuple[StoredCommitment, ...]:
    """Of what is followed the next LOADED_AT_ONCE after a number; empty after the last.

    `named` narrows it to what bears one of these names, as its policy or as a tag.
    """
    is_of_it = _occurrence.c.commitment == _commitment.c.number
    is_unsettled = sa.exists().where(is_of_it, _occurrence.c.status.in_(sorted(UNSETTLED)))
    query = sa.select(_commitment.c.number).where(
        _commitment.c.number > number,
        _commitment.c.review == Review.TRACKED.value,
        is_unsettled | _commitment.c.rrule.is_not(None),
    )
    if named is not None:
        tagged = sa.select(_tag.c.commitment).where(_tag.c.tag.in_(sorted(named)))
        given = sa.select(_following.c.commitment).where(_following.c.policy.in_(sorted(named)))
        query = query.where(_commitment.c.number.in_(tagged.union(given)))
    return _load(conn, query.order_by(_commitment.c.number).limit(LOADED_AT_ONCE))


def matching(conn: Connection, query: Query, today: date, numbers: Collection[int]) -> set[int]:
    """Of these commitments the numbers of those that a query means on a day."""
    wanted = sorted(set(numbers))
    if not query.terms:
        return set(wanted)
    meant = (
        sa.select(_commitment.c.number)
        .select_from(_commitment)
        .join(current, IS_CURRENT)
        .join(_announcement, _announcement.c.number == _commitment.c.announcement)
        .where(*conditions_of(query, today))
    )
    found: set[int] = set()
    for start in range(0, len(wanted), KEYS_AT_ONCE):
        some = wanted[start : start + KEYS_AT_ONCE]
        found.update(conn.execute(meant.where(_commitment.c.number.in_(some))).scalars())
    return found


def twins(conn: Connection, keys: Collection[str], reviews: Collection[Review]) -> dict[str, int]:
    """Of these keys (`Commitment.key`) those of a commitment in one of these states of review, with its number."""
    wanted = sorted(set(keys))
    found: dict[str, int] = {}
    for start in range(0, len(wanted), KEYS_AT_ONCE):
        some = wanted[start : start + KEYS_AT_ONCE]
        query = (
            sa.select(_commitment.c.key, _commitment.c.number)
            .where(_commitment.c.key.in_(some), _commitment.c.review.in_(sorted(reviews)))
            .order_by(_commitment.c.number)
        )
        found.update((key, number) for key, number in conn.execute(query))
    return found


def add_occurrences(
    change: Change, made: Sequence[tuple[StoredCommitment, tuple[Occurrence, ...]]]
) -> tuple[StoredCommitment, ...]:
    """Adds what follows in several series at once; returns the commitments with their new occurrences."""
    rows = [occurrence_row(one, commitment.number) for commitment, following in made for one in following]
    ids: dict[tuple[int, int], int] = {}
    if rows:
        statement = _occurrence.insert().returning(_occurrence.c.id, _occurrence.c.commitment, _occurrence.c.number)
        ids = {(number, place): id_ for id_, number, place in change.conn.execute(statement, rows)}
    grown = []
    for commitment, following in made:
        added = tuple(replace(one, id=ids[commitment.number, one.number]) for one in following)
        for one in added:
            payload = to_payload(_occurrence, {"id": one.id, **occurrence_row(one, commitment.number)})
            owners = Owners(announcement=commitment.announcement, commitment=commitment.number)
            change.record(_occurrence, str(one.id), None, payload, **owners)
        grown.append(replace(commitment, occurrences=commitment.occurrences + added))
    return tuple(grown)


def save(change: Change, before: StoredCommitment, after: StoredCommitment) -> StoredCommitment:
    """Writes what differs between a commitment as it was read and as it is to be; returns it as it now stands.

    Occurrences without an id are added; none is taken away. Raises ConflictError where somebody else changed the
    commitment, or one of the occurrences that differ, since it was read.
    """
    owners = Owners(announcement=before.announcement, commitment=before.number)
    is_written = change.update(
        _commitment,
        before.number,
        commitment_row(before),
        commitment_row(after),
        is_touched=before.tags != after.tags,
        **owners,
    )
    _write_tags(change, after, before.tags, after.tags)
    known = {occurrence.id: occurrence for occurrence in before.occurrences}
    occurrences = tuple(_save_occurrence(change, after, known.get(one.id), one) for one in after.occurrences)
    return replace(after, version=before.version + is_written, occurrences=occurrences)


def counts(conn: Connection, today: date) -> Counts:
    """How many there are of what on a day, counted by the database."""
    standing = sa.select(timing_on(today).label("timing"), _commitment.c.review, current.c.due)
    each = standing.select_from(_commitment).join(current, IS_CURRENT).subquery()
    by_timing = sa.select(each.c.timing, sa.func.count()).where(each.c.review == Review.TRACKED.value)
    urgent = sa.select(sa.func.count()).where(
        each.c.review == Review.PROPOSED.value, each.c.due <= near(today, DUE_SOON_DAYS)
    )
    by_review = sa.select(_commitment.c.review, sa.func.count()).group_by(_commitment.c.review)
    return Counts(
        by_timing={Timing(word): count for word, count in conn.execute(by_timing.group_by(each.c.timing))},
        by_review={Review(word): count for word, count in conn.execute(by_review)},
        evidence_proposed=conn.execute(evidence.waiting()).scalar_one(),
        review_urgent=conn.execute(urgent).scalar_one(),
    )


def owners(conn: Connection) -> dict[str, int]:
    """By name, how many tracked commitments each owner follows up."""
    query = sa.select(_commitment.c.owner, sa.func.count()).where(
        _commitment.c.review == Review.TRACKED.value, _commitment.c.owner != ""
    )
    rows = conn.execute(query.group_by(_commitment.c.owner).order_by(_commitment.c.owner))
    return {row.owner: row[1] for row in rows}


def _load(conn: Connection, numbers: sa.Select[Any]) -> tuple[StoredCommitment, ...]:
    """The commitments whose numbers a query gives, in the order of their numbers, in two statements."""
    wanted = numbers.subquery()
    rows = conn.execute(
        sa.select(*_COMMITMENT_COLUMNS, *_occurrence.c)
        .join(wanted, wanted.c.number == _commitment.c.number)
        .join(_announcement, _announcement.c.number == _commitment.c.announcement)
        .join(_occurrence, _occurrence.c.commitment == _commitment.c.number)
        .outerjoin(_following, _following.c.commitment == _commitment.c.number)
        .order_by(_commitment.c.number, _occurrence.c.number)
    )
    commitments: dict[int, dict[str, Any]] = {}
    occurrences: dict[int, list[Occurrence]] = defaultdict(list)
    width = len(_COMMITMENT_NAMES)
    for row in rows:
        number = row[0]
        if number not in commitments:
            commitments[number] = dict(zip(_COMMITMENT_NAMES, row[:width], strict=True))
        occurrences[number].append(read_occurrence(dict(zip(_OCCURRENCE_NAMES, row[width:], strict=True))))
    tags: dict[int, set[str]] = defaultdict(set)
    for number, tag in conn.execute(sa.select(_tag).join(wanted, wanted.c.number == _tag.c.commitment)):
        tags[number].add(tag)
    return tuple(
        read_commitment(row, tuple(occurrences[number]), frozenset(tags.get(number, ())))
        for number, row in commitments.items()
    )


def _by_due(commitment: StoredCommitment) -> tuple[bool, Any, int]:
    due = commitment.current.due
    return (due is None, due or 0, commitment.number)


def _add_occurrence(change: Change, commitment: StoredCommitment, occurrence: Occurrence, number: int) -> Occurrence:
    row = occurrence_row(occurrence, number)
    id_ = change.insert(_occurrence, row, announcement=commitment.announcement, commitment=number)
    return replace(occurrence, id=id_, commitment=number)


def _save_occurrence(
    change: Change, commitment: StoredCommitment, before: Occurrence | None, after: Occurrence
) -> Occurrence:
    if before is None:
        return _add_occurrence(change, commitment, after, commitment.number)
    is_written = change.update(
        _occurrence,
        before.id,
        occurrence_row(before, commitment.number),
        occurrence_row(after, commitment.number),
        announcement=commitment.announcement,
        commitment=commitment.number,
    )
    return replace(after, version=before.version + is_written)


def _write_tags(change: Change, commitment: StoredCommitment, old: Iterable[str], new: Iterable[str]) -> None:
    owners = Owners(announcement=commitment.announcement, commitment=commitment.number)
    for tag in sorted(set(old) - set(new)):
        change.delete(_tag, {"commitment": commitment.number, "tag": tag}, **owners)
    for tag in sorted(set(new) - set(old)):
        change.insert(_tag, {"commitment": commitment.number, "tag": tag}, **owners)
