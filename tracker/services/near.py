"""Why a filter may have found nothing: words that name nothing there is, and the nearest that do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.core.announcement import normalised
from tracker.core.status import Status
from tracker.core.terms import Contains, Field, OneOf
from tracker.registry import nearest
from tracker.reports.wording import spell
from tracker.store.naming import NAMING, values_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tracker.core.query import Query
    from tracker.core.terms import Condition
    from tracker.store.store import Store

_SAID = {
    Field.TAG: "has the tag",
    Field.OWNER: "has the owner",
    Field.ACTOR: "has a promisor named",
    Field.PUBLISHER: "has a publisher named",
}
_MOST_TOLD = 8
_LEAST_WORD = 4


def why_nothing(store: Store, query: Query) -> str:
    """What in a query names nothing that there is, in words for a person; empty where all of it does."""
    told: list[str] = []
    with store.reading() as conn:
        for term in query.terms:
            field = term.condition.field
            if field in NAMING and not term.is_negated:
                known = values_of(conn, field)
                told += (_tell(field, words, known) for words in _unknown(term.condition, known))
    return " ".join(told)


def _unknown(condition: Condition, known: Sequence[str]) -> Iterator[str]:
    names = [normalised(name) for name in known]
    if isinstance(condition, Contains) and not any(condition.words in name for name in names):
        yield condition.words
    if isinstance(condition, OneOf):
        yield from (value for value in condition.values if value and value not in names)


def _tell(field: Field, words: str, known: Sequence[str]) -> str:
    if field is Field.STATUS:
        others = f"; they are {' or '.join(spell(Status(one)) for one in known)}" if known else ""
        return f"None of the tracked ones is {spell(Status(words))}{others}."
    said = f"No commitment {_SAID[field]} {words}"
    if near := _near(words, known):
        return f"{said}: did you mean {' or '.join(near)}?"
    return f"{said}: known are {', '.join(known)}." if 0 < len(known) <= _MOST_TOLD else f"{said}."


def _near(words: str, known: Sequence[str]) -> list[str]:
    """The names that are nearest by the whole or by a word of theirs."""
    spelt = {normalised(name): name for name in known}
    parts = {part: name for name in spelt for part in name.split() if len(part) >= _LEAST_WORD}
    found = nearest(words, [*spelt, *parts])
    return list(dict.fromkeys(spelt[parts.get(name, name)] for name in found))
