"""The watch list: feeds and pages visited again and again, and what is new in them put up for review."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from tracker.core.announcement import Announcement
from tracker.core.watch import Visit, Watched
from tracker.errors import InputError, UnreadableInputError
from tracker.net import check_url
from tracker.readers.discovery import feed_named
from tracker.readers.feed import SUMMARY
from tracker.readers.fetch import Marks
from tracker.readers.intake import read_source
from tracker.readers.source import Given
from tracker.store import watches

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date, datetime

    from tracker.core.record import Ingested
    from tracker.readers import Reading
    from tracker.readers.fetch import Fetcher
    from tracker.readers.source import Source
    from tracker.services.occasion import Occasion
    from tracker.store.store import Store

MOST_AT_ONCE = 100
"""New announcements that one visit takes in; a feed with more of them is taken in by several visits."""

LONGEST_WAIT = timedelta(days=1)
"""Between two visits of what fails again and again."""

_MOST_PROBLEMS = 20
_MOST_WORDS = 300


@dataclass(frozen=True, slots=True)
class Visiting:
    """What visits need.

    fetcher    fetches what has changed
    take_in    stores an announcement and what it promises, for review
    today_of   the day it is where a publisher is
    every      between two visits of what answers
    """

    fetcher: Fetcher
    take_in: Callable[[Announcement], Ingested]
    today_of: Callable[[str], date]
    every: timedelta = timedelta(hours=1)


def watch(store: Store, occasion: Occasion, url: str, publisher: str = "", *, allow_private: bool = False) -> Watched:
    """Put a feed or a page on the list; nothing is fetched yet.

    Raises AddressError for an address that is never fetched, UsageError for one that is watched already.
    """
    address = str(check_url(url.strip(), allow_private=allow_private))
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
            yield _visit(store, visiting, occasion, one)


def _visit(store: Store, visiting: Visiting, occasion: Occasion, one: Watched) -> Visit:
    try:
        changed = visiting.fetcher.changed(one.url, Marks(one.etag, one.last_modified))
        found = []
        if changed:
            source, marks = changed
            given = Given(publisher=one.publisher)
            found = list(read_source(source.url, source, given, visiting.today_of))
            _suggest_feed(source, found)
            one = replace(one, etag=marks.etag, last_modified=marks.last_modified)
    except InputError as error:
        failed = _failed(one, str(error), visiting.every, occasion.now)
        _record(store, occasion, failed)
        return Visit(failed, problems=(failed.problem,))
    return _taken_in(store, visiting, occasion, one, found)


def _suggest_feed(source: Source, found: list[Reading]) -> None:
    """Raises UnreadableInputError for a page that cannot be used itself and names a feed that may be.

    So are most pages that list news: they bear no date of their own.
    """
    if all(isinstance(one, InputError) for one in found) and (feed := feed_named(source)):
        raise UnreadableInputError(source.origin, "is no announcement itself", f"watch its feed: {feed}")


def _taken_in(store: Store, visiting: Visiting, occasion: Occasion, one: Watched, found: list[Reading]) -> Visit:
    """The visit, once what is new was stored. What has no entry that can be used has failed as a whole."""
    problems = tuple(str(error)[:_MOST_WORDS] for error in found if isinstance(error, InputError))
    announcements = {entry.sha256: entry for entry in found if isinstance(entry, Announcement)}
    with store.reading() as conn:
        new = watches.unseen(conn, announcements)
    now = [sha256 for sha256 in announcements if sha256 in new][:MOST_AT_ONCE]
    done = [visiting.take_in(whole(announcements[sha256], visiting)) for sha256 in now]
    if problems and not announcements:
        one = _failed(one, problems[0], visiting.every, occasion.now)
    else:
        next_at = occasion.now + visiting.every
        one = replace(one, visited_at=occasion.now, next_at=next_at, failures=0, problem="")
    if len(now) < len(new):  # the next visit, which is due at once, takes in the others: it must be sent the same again
        one = replace(one, etag="", last_modified="", next_at=occasion.now)
    _record(store, occasion, one, now)
    fresh = [ingested for ingested in done if ingested.is_new]
    count = sum(len(ingested.commitments) for ingested in fresh)
    return Visit(one, len(fresh), count, problems[:_MOST_PROBLEMS])


def whole(entry: Announcement, visiting: Visiting) -> Announcement:
    """The page that an entry sums up, where there is one that says more and can be read; else the entry itself.

    A page without a date of its own has its entry's.
    """
    if entry.kind != SUMMARY or not entry.url:
        return entry
    try:
        source = visiting.fetcher.page(entry.url)
        for given in (Given(publisher=entry.publisher), Given(entry.announced_on, entry.publisher)):
            found = list(read_source(source.url, source, given, visiting.today_of))
            one = found[0] if len(found) == 1 else None
            if isinstance(one, Announcement) and len(one.text) > len(entry.text):
                return replace(one, date_source=entry.date_source) if given.announced_on else one
    except InputError:
        pass  # the summary is what there is
    return entry


def _failed(one: Watched, problem: str, every: timedelta, now: datetime) -> Watched:
    """The same after a visit that failed. What was sent last is asked for anew: it was not used."""
    wait = min(every * 2 ** min(one.failures, 20), max(LONGEST_WAIT, every))
    return replace(
        one,
        etag="",
        last_modified="",
        visited_at=now,
        next_at=now + wait,
        failures=one.failures + 1,
        problem=problem[:_MOST_WORDS],
    )


def _record(store: Store, occasion: Occasion, one: Watched, new: Iterable[str] = ()) -> None:
    with store.writing("watch", occasion.by, occasion.now) as change:
        watches.record_visit(change.conn, one)
        watches.mark_seen(change.conn, new, occasion.now)
