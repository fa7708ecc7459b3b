"""Who promised, under which names, and how they kept their word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.core.actor import Alias, Names, bare_name, folded_name
from tracker.core.query import parse_query
from tracker.core.timing import standing_of
from tracker.errors import NotFoundError, UsageError
from tracker.followup.names import is_common, is_generic, own_name
from tracker.reports.actors import Actor
from tracker.store import aliases, announcements, commitments

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from tracker.core.timing import Standing
    from tracker.services.occasion import Occasion
    from tracker.store.store import Store


def add_alias(store: Store, occasion: Occasion, alias: str, name: str) -> Alias:
    """Say that a promisor goes by another name too; of a name that is itself another one's, that one is meant.

    Raises UsageError where a name is empty, both are the same, the alias stands for somebody already, or one of them
    means somebody else in each text ("The Ministry").
    """
    alias, name = " ".join(alias.split()), " ".join(name.split())
    if not folded_name(alias) or not folded_name(name):
        raise UsageError("a name is empty", 'as in tracker actor alias "MoH" "Ministry of Health"')
    actors = list_actors(store, occasion.today)
    listed = {folded_name(one.name) for one in actors}  # by itself: Parliament
    for one, other in ((alias, name), (name, alias)):
        if folded_name(one) not in listed:
            _check_is_one(one, other, _meant_by(one, actors))
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
        publishers = announcements.publishers_of(conn, {one.announcement for one in tracked})
    standings = [standing_of(one, occurrence, today) for one in tracked for occurrence in one.occurrences]
    return _grouped(standings, known, publishers)


def one_actor(store: Store, name: str, today: date) -> Actor:
    """The promisor of a name, or of another one of it; of "the council" the one that is meant by that, if it is one.

    Raises NotFoundError where nobody of that name promised, UsageError where several did.
    """
    with store.reading() as conn:
        wanted = folded_name(name if is_generic(name) else Names(aliases.all_of(conn)).own(name))
    every = list_actors(store, today)
    found = [one for one in every if folded_name(one.name) == wanted]
    found = found or [one for one in every if wanted in one.called]
    if not found:
        raise NotFoundError("actor", repr(name), "`tracker actor list` shows who promised something that is tracked")
    if len(found) > 1:
        raise UsageError(f"{len(found)} go by {name!r}", f"give one of {', '.join(repr(one.name) for one in found)}")
    return found[0]


def _meant_by(name: str, actors: Iterable[Actor]) -> tuple[str, ...]:
    """Those whom a common noun means, each in its own texts."""
    folded = folded_name(name)
    return tuple(one.name for one in actors if folded in one.roles and folded != folded_name(one.name))


def _check_is_one(name: str, other: str, meant: tuple[str, ...]) -> None:
    """Raises UsageError where one of two names to be joined means somebody else in each text."""
    if not meant and not is_generic(name):
        return
    rest = [repr(one) for one in meant if folded_name(one) != folded_name(other)]
    if rest:
        remedy = f"give the one that is meant: {' or '.join(rest)}"
    elif meant:
        remedy = f"in its own texts it is {meant[0]!r} already"
    else:
        remedy = "give a name in full, or one of `tracker actor list`"
    raise UsageError(f"{name!r} means somebody else in each text", remedy)


def _grouped(
    standings: Iterable[Standing], known: tuple[Alias, ...], publishers: Mapping[int, str]
) -> tuple[Actor, ...]:
    """By promisor."""
    names = Names(known)
    grouped: dict[str, list[Standing]] = {}
    own: dict[str, str] = {}
    for standing in standings:
        number = standing.commitment.announcement
        name = own_name(names, _called(standing), publishers.get(number, ""), number)
        own.setdefault(folded_name(name), name)
        grouped.setdefault(folded_name(name), []).append(standing)
    return tuple(
        Actor(
            own[folded],
            tuple(one.alias for one in known if folded_name(one.name) == folded),
            tuple(theirs),
            frozenset(folded_name(_called(one)) for one in theirs),
            frozenset(folded_name(_called(one)) for one in theirs if is_common(_called(one))),
        )
        for folded, theirs in sorted(grouped.items())
    )


def _called(standing: Standing) -> str:
    return bare_name(standing.commitment.found.promisor.name)
