"""Who promised, under which names, and how they kept their word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.core.actor import Alias, Names, folded_name
from tracker.core.query import parse_query
from tracker.core.timing import standing_of
from tracker.errors import NotFoundError, UsageError
from tracker.reports.actors import Actor
from tracker.store import aliases, commitments

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from tracker.core.timing import Standing
    from tracker.services.occasion import Occasion
    from tracker.store.store import Store


def add_alias(store: Store, occasion: Occasion, alias: str, name: str) -> Alias:
    """Say that a promisor goes by another name too; of a name that is itself another one's, that one is meant.

    Raises UsageError where a name is empty, both are the same, or the alias stands for somebody already.
    """
    alias, name = " ".join(alias.split()), " ".join(name.split())
    if not folded_name(alias) or not folded_name(name):
        raise UsageError("a name is empty", 'as in tracker actor alias "MoH" "Ministry of Health"')
    with store.writing("alias", occasion.by, occasion.now) as change:
        known = aliases.all_of(change.conn)
        added = Alias(alias, Names(known).own(name))
        if folded_name(alias) == folded_name(added.name):
            raise UsageError(f"{alias!r} is that name itself", "give another one first, then the name in full")
        if any(folded_name(one.name) == folded_name(alias) for one in known):
            raise UsageError(
                f"{alias!r} has other names itself", f'turn them round: tracker actor alias "{name}" "{alias}"'
            )
        aliases.add(change, added)
        change.summary = f"{alias} stands for {added.name}"
    return added


def remove_alias(store: Store, occasion: Occasion, alias: str) -> Alias:
    """Say that a name is nobody's other one any more. Raises NotFoundError."""
    with store.writing("alias", occasion.by, occasion.now) as change:
        removed = aliases.remove(change, alias)
        change.summary = f"{removed.alias} stands for {removed.name} no more"
    return removed


def list_actors(store: Store, today: date) -> tuple[Actor, ...]:
    """Each promisor of a tracked commitment with its occurrences as they stand on a day, by name. Raises StoreError."""
    with store.reading() as conn:
        known = aliases.all_of(conn)
        tracked = commitments.find(conn, parse_query("review:tracked", today), today)
    standings = [standing_of(one, occurrence, today) for one in tracked for occurrence in one.occurrences]
    return _grouped(standings, known)


def one_actor(store: Store, name: str, today: date) -> Actor:
    """The promisor of a name, or of another one of it. Raises NotFoundError where nobody of that name promised."""
    with store.reading() as conn:
        wanted = folded_name(Names(aliases.all_of(conn)).own(name))
    found = [one for one in list_actors(store, today) if folded_name(one.name) == wanted]
    if not found:
        raise NotFoundError("actor", repr(name), "`tracker actor list` shows who promised something that is tracked")
    return found[0]


def _grouped(standings: Iterable[Standing], known: tuple[Alias, ...]) -> tuple[Actor, ...]:
    names = Names(known)
    grouped: dict[str, list[Standing]] = {}
    own: dict[str, str] = {}
    for standing in standings:
        name = names.own(standing.commitment.found.promisor.name)
        own.setdefault(folded_name(name), name)
        grouped.setdefault(folded_name(name), []).append(standing)
    return tuple(
        Actor(
            own[folded],
            tuple(one.alias for one in known if folded_name(one.name) == folded),
            tuple(theirs),
        )
        for folded, theirs in sorted(grouped.items())
    )
