"""One visit of the watch list: what is new is taken in, once each, and what is down for now is left for a later one."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from tracker.core.announcement import Announcement, DateSource
from tracker.core.clean import clean_line
from tracker.core.watch import Visit, Watched
from tracker.errors import DatingError, FutureDateError, InputError, NetError, NetFault, TrackerError
from tracker.readers.discovery import refuse_list_of_news
from tracker.readers.feed import SUMMARY
from tracker.readers.fetch import Marks
from tracker.readers.intake import read_source
from tracker.readers.source import Given
from tracker.store import watches

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
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

PATIENCE = timedelta(hours=12)
"""How long a page that is down is asked for again, before what its feed says of it is taken in its place."""

MOST_DOWN = 3
"""Pages of one visit that are down, after which the others are not asked for before the next."""

_NOT_GIVEN = {NetFault.STATUS, NetFault.ROBOTS}
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


@dataclass(slots=True)
class _Taken:
    """What became of new entries, by their keys: taken in, with the SHA-256 of the text that was, or left for a later
    visit; whatever failed with them, and whose page could not be read.
    """

    done: list[Ingested] = field(default_factory=list)
    seen: dict[str, str] = field(default_factory=dict)
    waits: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    failure: str = ""


def visit(store: Store, visiting: Visiting, occasion: Occasion, one: Watched) -> Visit:
    """Fetch one feed or page, take in what is new, and note how it went, whatever failed.

    Raises StoreError where not even that can be written.
    """
    try:
        changed = visiting.fetcher.changed(one.url, Marks(one.etag, one.last_modified))
        found: list[Reading] = []
        if changed:
            source, marks = changed
            found = list(read_source(source.url, source, Given(publisher=one.publisher), visiting.today_of))
            _suggest_feed(source, found)
            one = replace(one, etag=marks.etag, last_modified=marks.last_modified)
        return _taken_in(store, visiting, occasion, one, found)
    except TrackerError as error:
        failed = _failed(one, str(error), visiting.every, occasion.now)
        _record(store, occasion, failed, _Taken(), {})
        return Visit(failed, problems=(failed.problem,))


def _suggest_feed(source: Source, found: list[Reading]) -> None:
    """Raises UnreadableInputError for a page that cannot be used itself and names a feed that may be.

    So are most pages that list news: they bear no date of their own.
    """
    if all(isinstance(one, InputError) for one in found):
        refuse_list_of_news(source)


def _taken_in(store: Store, visiting: Visiting, occasion: Occasion, one: Watched, found: list[Reading]) -> Visit:
    """The visit, once what is new was stored. What has no entry that can be used has failed as a whole."""
    problems = [_told(error) for error in found if isinstance(error, InputError)]
    entries = {_key(entry): entry for entry in found if isinstance(entry, Announcement)}
    with store.reading() as conn:
        unseen = watches.unseen(conn, entries)
        waiting = watches.waiting(conn, unseen)
        gone = _gone(watches.gone(conn, one.url, entries), entries)
    new = [key for key in entries if key in unseen]
    others = [key for key in new if key not in waiting]
    others.sort(key=lambda key: _has_page(entries[key]))  # what waits, or may have to, must not keep others waiting
    now = [*others, *waiting][:MOST_AT_ONCE]
    waiting.update(dict.fromkeys(gone, occasion.now - PATIENCE))  # its feed will not tell it again: it waits no longer
    asked = {**{key: entries[key] for key in now}, **gone}
    taken = _take_in(store, visiting, occasion, asked, waiting)
    failure = taken.failure or (problems[0] if problems and not entries else "")
    if failure:
        one = _failed(one, failure, visiting.every, occasion.now)
    else:
        is_at_once = len(now) < len(new) and bool(taken.seen) and not taken.waits  # there is more of it, and all is up
        next_at = occasion.now + (timedelta() if is_at_once else visiting.every)
        one = replace(one, visited_at=occasion.now, next_at=next_at, failures=0, problem="")
    is_early = any(isinstance(error, FutureDateError) for error in found)
    is_used = taken.seen.keys() >= {*new, *gone}
    if is_early or not is_used:  # it must be sent the same again
        one = replace(one, etag="", last_modified="")
    _record(store, occasion, one, taken, asked)
    fresh = [ingested for ingested in taken.done if ingested.is_new]
    count = sum(len(ingested.commitments) for ingested in fresh)
    told = (tuple(said)[:_MOST_PROBLEMS] for said in (problems + taken.problems, taken.notes))
    return Visit(one, len(fresh), count, *told)


def _told(error: InputError) -> str:
    """An error in words that fit here, where nobody can say the day of publication."""
    error = error.said_with("tracker ingest ADDRESS --announced-on") if isinstance(error, DatingError) else error
    return str(error)[:_MOST_WORDS]


def _gone(waiting: Mapping[str, Announcement], entries: Mapping[str, Announcement]) -> dict[str, Announcement]:
    """What waits and stands in its feed no longer, not even in other words. A feed that says nothing lost nothing."""
    named = {(entry.url, entry.id) for entry in entries.values()}
    return {key: entry for key, entry in waiting.items() if named and (entry.url, entry.id) not in named}


def _key(entry: Announcement) -> str:
    """The SHA-256 by which an entry is known again: its text's; with its address where the text is only a teaser."""
    if entry.kind != SUMMARY:
        return entry.sha256
    return hashlib.sha256("\n".join((entry.url, entry.id, entry.sha256)).encode()).hexdigest()


def _take_in(
    store: Store,
    visiting: Visiting,
    occasion: Occasion,
    entries: Mapping[str, Announcement],
    waiting: Mapping[str, datetime],
) -> _Taken:
    """Stores each entry as a whole; one that fails is told and stops no other, several that are down stop the rest."""
    taken = _Taken()
    for key, entry in entries.items():
        if len(taken.waits) == MOST_DOWN:
            break
        is_last = occasion.now - waiting.get(key, occasion.now) >= PATIENCE
        try:
            one, note = _whole(entry, visiting, is_last=is_last)
            with store.reading() as conn:
                is_new = bool(watches.unseen(conn, [one.sha256]))
            if is_new:
                taken.done.append(visiting.take_in(one))
                taken.notes += [note] if note else []
            taken.seen[key] = one.sha256
        except NetError as error:
            taken.waits.append(key)
            taken.problems.append(str(error)[:_MOST_WORDS])
        except TrackerError as error:
            taken.failure = str(error)
            taken.problems.append(taken.failure[:_MOST_WORDS])
    return taken


def _has_page(entry: Announcement) -> bool:
    """True where its page may say more than the entry does."""
    return entry.kind == SUMMARY and bool(entry.url)


def _whole(entry: Announcement, visiting: Visiting, *, is_last: bool) -> tuple[Announcement, str]:
    """The page that an entry sums up, where there is one that says more and can be read; else the entry itself.

    Beside it a note where its server does not give that page.

    A page without fields that date it has its entry's day. Raises NetError for one that is down, and may be asked for
    again later, unless this is the last time that it is asked for.
    """
    note = ""
    if not _has_page(entry):
        return entry, note
    try:
        source = visiting.fetcher.page(entry.url)
        for given in (
            Given(publisher=entry.publisher, feed_on=entry.announced_on),
            Given(entry.announced_on, entry.publisher),
        ):
            found = list(read_source(source.url, source, given, visiting.today_of))
            one = found[0] if len(found) == 1 else None
            if isinstance(one, Announcement) and len(one.text) > len(entry.text):
                return (replace(one, date_source=DateSource.FEED) if given.announced_on else one), note
    except NetError as error:
        if error.may_pass and not is_last:
            raise
        if error.fault in _NOT_GIVEN:
            note = f"{error.problem[:_MOST_WORDS]}, so what its feed says was taken"
    except InputError:
        pass  # what its feed says is what there is
    return entry, note


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
        problem=clean_line(problem)[:_MOST_WORDS],
    )


def _record(store: Store, occasion: Occasion, one: Watched, taken: _Taken, entries: Mapping[str, Announcement]) -> None:
    with store.writing("watch", occasion.by, occasion.now) as change:
        watches.record_visit(change.conn, one)
        watches.mark_seen(change.conn, {*taken.seen, *taken.seen.values()}, occasion.now)
        watches.mark_waiting(change.conn, one.url, {key: entries[key] for key in taken.waits}, occasion.now)
