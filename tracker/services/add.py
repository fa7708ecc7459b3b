"""A commitment added by hand: its sentence is read like any other, and the person's word goes over what was read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.core.commitment import Band, Promisor, PromisorSource
from tracker.core.record import Ingested
from tracker.core.status import Review
from tracker.deadlines import read_deadline
from tracker.errors import InputError, UsageError
from tracker.extraction import read_sentence
from tracker.services.edit import correct_reading
from tracker.services.ingest import add_found
from tracker.store import announcements, commitments

if TYPE_CHECKING:
    from tracker.core.announcement import Announcement
    from tracker.core.commitment import Commitment
    from tracker.followup.rules import FollowupRules
    from tracker.services.edit import Correction
    from tracker.services.occasion import Occasion
    from tracker.services.reading import ReadingRules
    from tracker.store.change import Change
    from tracker.store.store import Store

BY_HAND = "by hand"


def add(
    store: Store,
    followup: FollowupRules,
    occasion: Occasion,
    rules: ReadingRules,
    announcement: Announcement,
    correction: Correction,
    deadline_words: str | None = None,
) -> Ingested:
    """Track the one commitment that a sentence, given as an announcement of its own, is taken to hold.

    `deadline_words` are read in the place of those in the sentence, and `correction` goes over all that was read.
    Raises InputError where the deadline's words cannot be read, UsageError from the correction and where the
    sentence is known already, StoreError.
    """
    found = correct_reading(_read(rules, announcement, deadline_words), announcement.announced_on, correction)
    with store.writing("add", occasion.by, occasion.now) as change:
        _refuse_known(change, announcement, found)
        stored = announcements.add(change, announcement, occasion.now)
        added = add_found(change, followup, occasion, stored, replace(found, band=Band.COMMITMENT), accept=True)
        change.summary = f"by hand: {found.deed}"
    return Ingested(stored, True, (added,))


def _read(rules: ReadingRules, announcement: Announcement, deadline_words: str | None) -> Commitment:
    conventions = rules.conventions_for(announcement.publisher)
    found = read_sentence(announcement.text, announcement.announced_on, conventions)
    if not found.promisor.name and announcement.publisher:
        found = replace(found, promisor=Promisor(announcement.publisher, PromisorSource.PUBLISHER))
    if deadline_words is None:
        return found
    deadline = read_deadline(deadline_words, announcement.announced_on, conventions)
    if deadline is None:
        raise InputError(f"no deadline found in {deadline_words!r}", "give the day with --due YYYY-MM-DD")
    return replace(found, deadline=deadline)


def _refuse_known(change: Change, announcement: Announcement, found: Commitment) -> None:
    """Raises UsageError, naming the commitment, where the sentence was added or dismissed before."""
    known = announcements.by_sha256(change.conn, announcement.sha256)
    if known is not None:
        held = commitments.of_announcement(change.conn, known.number)
        name = f"commitment {held[0].number}" if held else f"announcement {known.number}"
        raise UsageError(f"this sentence is {name} already", "tracker edit corrects it, tracker move moves its date")
    for number in commitments.twins(change.conn, [found.key], [Review.DISMISSED]).values():
        raise UsageError(
            f"this sentence was dismissed as commitment {number}",
            f"tracker review {number} --restore proposes it again",
        )
