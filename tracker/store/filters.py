"""A filter's terms in SQL. Words are bound and their wildcards escaped, so that every character means itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from tracker.core.actor import folded_name
from tracker.core.terms import Contains, Field, OnDay, OneOf, Side, StandingWord
from tracker.store import evidence_tables, tables
from tracker.store.standing import IS_SETTLED, current, timing_on

if TYPE_CHECKING:
    from datetime import date

    from tracker.core.query import Query
from tracker.core.terms import Condition

_alias = evidence_tables.alias
_announcement, _commitment, _tag = tables.announcement, tables.commitment, tables.commitment_tag

_COLUMNS: dict[Field, sa.ColumnElement[Any]] = {
    Field.STATUS: current.c.status,
    Field.REVIEW: _commitment.c.review,
    Field.KIND: _commitment.c.kind,
    Field.SENSE: _commitment.c.sense,
    Field.OWNER: _commitment.c.owner_folded,
    Field.ACTOR: _commitment.c.promisor_folded,
    Field.DEED: _commitment.c.deed_folded,
    Field.PUBLISHER: _announcement.c.publisher_folded,
    Field.TEXT: _commitment.c.search_text,
    Field.DUE: current.c.due,
    Field.ANNOUNCED: _announcement.c.announced_on,
    Field.DONE: current.c.done_on,
}
_LARGEST, _DIGITS = 2**31 - 1, 10  # PostgreSQL's integer


def conditions_of(query: Query, today: date) -> list[sa.ColumnElement[bool]]:
    """What must hold of a commitment joined with its `current` occurrence and its announcement, on a day."""
    found = ((_translate(term.condition, today), term.is_negated) for term in query.terms)
    # What is null holds not, so that its opposite does: without the coalesce it would be null as well.
    return [sa.not_(sa.func.coalesce(held, sa.false())) if is_negated else held for held, is_negated in found]


def _translate(condition: Condition, today: date) -> sa.ColumnElement[bool]:
    match condition:
        case OneOf():
            return _is_one_of(condition)
        case Contains(Field.ACTOR, words):
            return sa.or_(_COLUMNS[Field.ACTOR].contains(words, autoescape=True), _goes_by(words))
        case Contains():
            return _COLUMNS[condition.field].contains(condition.words, autoescape=True)
        case OnDay():
            return _lies(condition)
        case _:
            return _stands(condition.standing, today)


def _goes_by(words: str) -> sa.ColumnElement[bool]:
    """True of a promisor one of whose other names has these words in it."""
    sought = folded_name(words)
    is_meant = sa.or_(
        *(name.contains(sought, autoescape=True) for name in (_alias.c.alias_folded, _alias.c.name_folded))
    )
    own = sa.select(_alias.c.name_folded).where(is_meant)
    names = own.union(sa.select(_alias.c.alias_folded).where(_alias.c.name_folded.in_(own)))
    promisor = _commitment.c.promisor_folded
    return sa.case((promisor.startswith("the "), sa.func.substr(promisor, 5)), else_=promisor).in_(names)


def _is_one_of(condition: OneOf) -> sa.ColumnElement[bool]:
    if condition.field is Field.ID:
        numbers = [int(value) for value in condition.values if len(value) <= _DIGITS]
        return _commitment.c.number.in_(number for number in numbers if number <= _LARGEST)
    if condition.field is Field.TAG:
        tagged = sa.select(_tag.c.commitment).where(_tag.c.tag.in_(condition.values))
        return _commitment.c.number.in_(tagged)
    return _COLUMNS[condition.field].in_(condition.values)


def _lies(condition: OnDay) -> sa.ColumnElement[bool]:
    column = _COLUMNS[condition.field]
    if condition.day is None:
        return column.is_(None)
    sides = {Side.ON: column == condition.day, Side.BEFORE: column < condition.day, Side.AFTER: column > condition.day}
    return sides[condition.side]


def _stands(word: StandingWord, today: date) -> sa.ColumnElement[bool]:
    if word.timings:
        return timing_on(today).in_(sorted(timing.value for timing in word.timings))
    if word.review:
        return _commitment.c.review == word.review.value
    if word is StandingWord.MOVED:
        return current.c.due.is_distinct_from(current.c.first_due)
    return IS_SETTLED if word is StandingWord.SETTLED else sa.not_(IS_SETTLED)
