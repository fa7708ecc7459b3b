"""From an announcement to stored commitments: proposed for review, or tracked at once where the person says so."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from tracker.core.commitment import Band
from tracker.core.event import event_name
from tracker.core.record import Ingested, StoredCommitment
from tracker.core.status import Review
from tracker.followup.plan import plan
from tracker.services.match import look, propose, told_again
from tracker.services.planning import first_occurrence
from tracker.store import announcements, commitments, events, search, versions

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.core.announcement import Announcement
    from tracker.core.commitment import Commitment
    from tracker.core.match import Matched
    from tracker.core.record import StoredAnnouncement
    from tracker.followup.rules import FollowupRules
    from tracker.services.occasion import Occasion
    from tracker.services.reading import ReadingRules
    from tracker.store.change import Change
    from tracker.store.store import Connection, Store


def ingest(
    store: Store,
    followup: FollowupRules,
    occasion: Occasion,
    rules: ReadingRules,
    announcement: Announcement,
    *,
    accept: bool,
) -> Ingested:
    """Store one announcement and what was found in it, in one change.

    With `accept` the band "commitment" is tracked at once; the band "review", and what no deed was read of, is proposed
    either way. What it says of commitments that are tracked already is proposed as their evidence; what restates or
    moves one is no second one.
    Raises StoreError.
    """
    with store.reading() as conn:
        if known := _known(conn, announcement):
            return known
        newest = search.newest(conn)
        looked = look(conn, rules, announcement, occasion.now)
    extraction = rules.extract(announcement)
    again = told_again(extraction.commitments, looked)
    with store.writing("ingest", occasion.by, occasion.now) as change:
        if known := _known(change.conn, announcement):  # another process was quicker
            return known
        if later := look(change.conn, rules, announcement, occasion.now, newest):  # another one was tracked meanwhile
            looked += later
            again = told_again(extraction.commitments, looked)
        stored = announcements.add(change, announcement, occasion.now)
        fresh = _without_known(change.conn, stored, extraction.commitments)
        matched = propose(change, occasion, rules, stored, looked)
        shown = {one.match.commitment for one in matched}
        anew = [one for one in fresh if shown.isdisjoint(again[one.key])]
        told_of = sorted({number for one in fresh for number in shown & again[one.key]})
        added = tuple(
            add_found(change, followup, occasion, stored, found, accept=accept and bool(found.deed)) for found in anew
        )
        change.summary = _summary(stored, added, matched)
    known_again = len(extraction.commitments) - len(fresh)
    left_out = len(fresh) - len(anew)
    return Ingested(stored, True, added, extraction.rejections, known_again, matched, left_out, tuple(told_of))


def _known(conn: Connection, announcement: Announcement) -> Ingested | None:
    """What is stored of a text that was taken in before; None for a new one."""
    stored = announcements.by_sha256(conn, announcement.sha256)
    return Ingested(stored, False, commitments.of_announcement(conn, stored.number)) if stored else None


def _without_known(conn: Connection, stored: StoredAnnouncement, found: Iterable[Commitment]) -> list[Commitment]:
    """What no earlier version of the announcement holds, nobody has dismissed, and does not wait for review already."""
    fresh = list(found)
    known = set(commitments.twins(conn, [one.key for one in fresh], [Review.DISMISSED, Review.PROPOSED]))
    known |= versions.keys_before(conn, stored.version_of)
    return [one for one in fresh if one.key not in known]


def add_found(
    change: Change,
    followup: FollowupRules,
    occasion: Occasion,
    stored: StoredAnnouncement,
    found: Commitment,
    *,
    accept: bool,
) -> StoredCommitment:
    """Store one commitment found in a stored announcement; with `accept` the band "commitment" is tracked."""
    is_tracked = accept and found.band is Band.COMMITMENT
    announced_on = stored.announcement.announced_on
    proposed = StoredCommitment(
        number=0,
        uuid=str(uuid4()),
        announcement=stored.number,
        announced_on=announced_on,
        found=found,
        review=Review.PROPOSED,
        occurrences=(first_occurrence(found, announced_on, followup.policies.general),),
    )
    if is_tracked:
        proposed = replace(
            proposed,
            review=Review.TRACKED,
            tracked_on=occasion.today,
            reviewed_by=occasion.by,
            reviewed_at=occasion.now,
        )
    if name := event_name(found):
        events.expect(change, stored.number, name)
    return commitments.add(change, plan(proposed, followup.policies.of(proposed), {}))


def _summary(stored: StoredAnnouncement, added: tuple[StoredCommitment, ...], matched: tuple[Matched, ...]) -> str:
    what = stored.announcement.title or stored.announcement.origin or f"announcement {stored.number}"
    tracked = sum(one.review is Review.TRACKED for one in added)
    evidence = f", {len(matched)} proposed as evidence" if matched else ""
    return f"{what}: {tracked} tracked, {len(added) - tracked} proposed{evidence}"
