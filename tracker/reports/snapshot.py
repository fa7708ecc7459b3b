"""What a report is made from: everything loaded before, and the day on which it is looked at."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC
from typing import TYPE_CHECKING

from tracker.core.wish import Wishes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime, tzinfo

    from tracker.core.match import Match
    from tracker.core.occurrence import Amendment, Evidence, Occurrence
    from tracker.core.outbox import Attempt, Message, MessageState, SwitchedOff, Told
    from tracker.core.record import ChangeSet, Note, StoredAnnouncement, StoredCommitment
    from tracker.core.status import Review
    from tracker.core.timing import Standing, Timing


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The whole store on one day, as far as a dashboard needs it.

    standings      tracked and unsettled occurrences, in any order: at least those that are overdue, due within
                   7 days or due for review; of the upcoming ones as many as are worth showing
    timings        how many tracked occurrences there are of each timing word; a word left out counts 0
    reviews        how many commitments there are in each state of review
    waiting        proposed commitments, the most urgent first; as many as are worth showing
    pressing       how many of the proposed ones are due within 7 days or past
    proposed_evidence  how many pieces of evidence wait for a person's word
    events         the latest change sets, newest first
    checked_at     when the last check ran; None: never
    dead           how many messages were given up
    zone           in which people read instants
    """

    today: date
    standings: tuple[Standing, ...] = ()
    timings: Mapping[Timing, int] = field(default_factory=dict)
    reviews: Mapping[Review, int] = field(default_factory=dict)
    waiting: tuple[StoredCommitment, ...] = ()
    pressing: int = 0
    proposed_evidence: int = 0
    events: tuple[ChangeSet, ...] = ()
    checked_at: datetime | None = None
    dead: int = 0
    zone: tzinfo = UTC


@dataclass(frozen=True, slots=True)
class CommitmentSnapshot:
    """One commitment on one day, with all that belongs to it.

    occurrence                    the one that was asked for; None: the current one
    amendments, evidence, notes   in the order in which they were recorded
    matches                       what the program read, by the number of the evidence that it proposed
    history                       the change sets that touched it, newest first
    wishes                        those in force on the day, of the occurrence that is shown
    silenced_until                the end of the silence that kept back what was said of it last; None: none did
    """

    today: date
    commitment: StoredCommitment
    announcement: StoredAnnouncement
    occurrence: Occurrence | None = None
    amendments: tuple[Amendment, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    matches: Mapping[int, Match] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    history: tuple[ChangeSet, ...] = ()
    wishes: Wishes = field(default_factory=Wishes)
    silenced_until: date | None = None
    zone: tzinfo = UTC

    @property
    def is_of_row(self) -> bool:
        """True where its sentence was made of a row of a table, so that it is no quotation."""
        return self.announcement.announcement.is_of_row(self.commitment.found.span)


@dataclass(frozen=True, slots=True)
class EvidenceSnapshot:
    """One piece of evidence with the commitment that it is of.

    match          what the program read, where it proposed it; None where a person gave it
    announcement   the one that it was read in
    """

    evidence: Evidence
    commitment: StoredCommitment
    match: Match | None = None
    announcement: StoredAnnouncement | None = None

    @property
    def occurrence(self) -> Occurrence:
        """The occurrence that it is of."""
        return next(one for one in self.commitment.occurrences if one.id == self.evidence.occurrence)


@dataclass(frozen=True, slots=True)
class OutboxSnapshot:
    """What was sent and what waits.

    messages   newest first, as many as are worth showing; `counts` how many there are of each state
    has_more   there are older ones that were asked for and are not among the messages
    planned    by channel, deliveries that are planned and in no message yet
    off        recipients to whom nothing is sent, as their servers wished
    """

    messages: tuple[Message, ...] = ()
    counts: Mapping[MessageState, int] = field(default_factory=dict)
    planned: Mapping[str, int] = field(default_factory=dict)
    off: tuple[SwitchedOff, ...] = ()
    has_more: bool = False


@dataclass(frozen=True, slots=True)
class MessageSnapshot:
    """One message with its attempts, oldest first, and the alerts that it tells of."""

    message: Message
    attempts: tuple[Attempt, ...] = ()
    told: tuple[Told, ...] = ()
