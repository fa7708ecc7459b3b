"""Who published an announcement, put right once it is stored; who promises is then read anew where that hangs on it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tracker.core.wording import count
from tracker.errors import UsageError
from tracker.services.planning import save
from tracker.services.reference import load_to_change
from tracker.store import announcements, commitments

if TYPE_CHECKING:
    from tracker.core.announcement import Announcement
    from tracker.core.commitment import Promisor
    from tracker.core.deadline import Span
    from tracker.core.record import StoredAnnouncement, StoredCommitment
    from tracker.followup.rules import FollowupRules
    from tracker.services.occasion import Occasion
    from tracker.services.reading import ReadingRules
    from tracker.services.reference import Reference
    from tracker.store.change import Change
    from tracker.store.store import Store

    Promisors = dict[tuple[Span, str], Promisor]
    """Who promises, by the sentence and the deed."""


@dataclass(frozen=True, slots=True)
class Named:
    """A commitment as it stands with its publisher named, and the numbers of all that have another promisor by it."""

    commitment: StoredCommitment
    changed: tuple[int, ...]


def name_publisher(
    store: Store,
    followup: FollowupRules,
    occasion: Occasion,
    rules: ReadingRules,
    reference: Reference,
    name: str,
    reason: str = "",
) -> Named:
    """Say who published the announcement of a commitment.

    Every commitment of that announcement whose promisor is who the reading takes without that name has the one whom it
    takes with it; dates stay. Raises NotFoundError, UsageError where the name is empty or known, ConflictError.
    """
    name = " ".join(name.split())
    if not name:
        raise UsageError("--publisher is empty", "give some words")
    with store.writing("edit", occasion.by, occasion.now) as change:
        commitment, _ = load_to_change(change.conn, reference)
        stored = announcements.get(change.conn, commitment.announcement)
        was = stored.announcement.publisher
        if was == name:
            raise UsageError("nothing to correct", f"the publisher of commitment {commitment.number} is {name} already")
        announcements.name_publisher(change, stored, name, commitment.number)
        changed = _read_anew(change, followup, rules, stored, name)
        told = f"our reading corrected: publisher {was or 'none'} → {name}"
        told += f"; {count(len(changed), 'promisor')} by it" if changed else ""
        change.summary = f"{told}; because: {' '.join(reason.split())}" if reason.strip() else told
        return Named(commitments.get(change.conn, commitment.number), changed)


def _read_anew(
    change: Change, followup: FollowupRules, rules: ReadingRules, stored: StoredAnnouncement, name: str
) -> tuple[int, ...]:
    """The numbers of the commitments that have another promisor by that publisher; one that a person named stays."""
    before = _promisors(rules, stored.announcement)
    after = _promisors(rules, replace(stored.announcement, publisher=name))
    changed = []
    for one in commitments.of_announcement(change.conn, stored.number):
        found, place = one.found, (one.found.span, one.found.deed)
        promisor = after.get(place)
        if promisor and before.get(place) == found.promisor != promisor:
            save(change, followup, one, replace(one, found=replace(found, promisor=promisor)))
            changed.append(one.number)
    return tuple(changed)


def _promisors(rules: ReadingRules, announcement: Announcement) -> Promisors:
    found = rules.extract(announcement).commitments
    return {(one.span, one.deed): one.promisor for one in found}
