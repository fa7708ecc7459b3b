"""A commitment added by hand: its sentence is read like any other, and the person's word goes over what was read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.core.commitment import Band, Extraction, Promisor, PromisorSource
from tracker.deadlines import read_deadline
from tracker.errors import InputError
from tracker.extraction import read_sentence
from tracker.services.edit import correct_reading
from tracker.services.ingest import store_found

if TYPE_CHECKING:
    from tracker.core.announcement import Announcement
    from tracker.core.record import Ingested
    from tracker.followup.policy import Policy
    from tracker.services.edit import Correction
    from tracker.services.occasion import Occasion
    from tracker.services.reading import ReadingRules
    from tracker.store.store import Store

BY_HAND = "by hand"


def add(
    store: Store,
    policy: Policy,
    occasion: Occasion,
    rules: ReadingRules,
    announcement: Announcement,
    correction: Correction,
    deadline_words: str | None = None,
) -> Ingested:
    """Track the one commitment that a sentence, given as an announcement of its own, is taken to hold.

    `deadline_words` are read in the place of those in the sentence, and `correction` goes over all that was read.
    Raises InputError where the deadline's words cannot be read, UsageError from the correction, StoreError.
    """
    conventions = rules.conventions_for(announcement.publisher)
    found = read_sentence(announcement.text, announcement.announced_on, conventions)
    if not found.promisor.name and announcement.publisher:
        found = replace(found, promisor=Promisor(announcement.publisher, PromisorSource.PUBLISHER))
    if deadline_words is not None:
        deadline = read_deadline(deadline_words, announcement.announced_on, conventions)
        if deadline is None:
            raise InputError(f"no deadline found in {deadline_words!r}", "give the day with --due YYYY-MM-DD")
        found = replace(found, deadline=deadline)
    found = correct_reading(found, announcement.announced_on, correction)
    extraction = Extraction((replace(found, band=Band.COMMITMENT),), ())
    return store_found(store, policy, occasion, announcement, extraction, accept=True)
