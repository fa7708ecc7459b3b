"""The watch list: feeds and pages visited again and again, and what is new in them put up for review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.core.watch import Watched
from tracker.net import check_url
from tracker.services.visit import Visiting, visit
from tracker.store import watches

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from tracker.core.watch import Visit
    from tracker.services.occasion import Occasion
    from tracker.store.store import Store

__all__ = ["Visiting", "run_watch", "unwatch", "watch", "watch_list"]


def watch(store: Store, occasion: Occasion, url: str, publisher: str = "", *, allow_private: bool = False) -> Watched:
    """Put a feed or a page on the list; nothing is fetched yet.

    Raises AddressError for an address that is never fetched, UsageError for one that is watched already.
    """
    address = str(check_url(url.strip(), allow_private=allow_private, table="web"))
    new = Watched(address, publisher=publisher.strip(), added_by=occasion.by, added_at=occasion.now)
    with store.writing("watch", occasion.by, occasion.now) as change:
        change.summary = f"watching {address}"
        return watches.add(change, new)


def unwatch(store: Store, occasion: Occasion, number: int) -> Watched:
    """Take one off the list; what was taken in from it stays. Raises NotFoundError."""
    with store.writing("unwatch", occasion.by, occasion.now) as change:
        removed = watches.remove(change, number)
        change.summary = f"no longer watching {removed.url}"
        return removed


def watch_list(store: Store) -> tuple[Watched, ...]:
    """The whole list, in the order in which it was written."""
    with store.reading() as conn:
        return watches.every(conn)


def next_visit(store: Store) -> datetime | None:
    """The UTC instant of the next visit, which may have passed; None where nothing is watched."""
    with store.reading() as conn:
        return watches.next_visit(conn)


def run_watch(
    store: Store, visiting: Visiting, occasion: Occasion, numbers: Iterable[int] = (), *, is_forced: bool = False
) -> Iterator[Visit]:
    """Visit what is due, one after the other, and give what each visit found.

    `numbers` are those to be visited, else all; with `is_forced` also those that are not due. One that fails is noted,
    waits twice as long each time, a day at the most, and stops no other. Each announcement is taken in once, even
    where a person took it back since. Raises StoreError, NotFoundError where a number stands for nothing.
    """
    with store.reading() as conn:
        wanted = {watches.get(conn, number).number for number in numbers}
    for one in watch_list(store):
        is_due = is_forced or one.next_at is None or one.next_at <= occasion.now
        if is_due and (not wanted or one.number in wanted):
            yield visit(store, visiting, occasion, one)
