"""What the store keeps: an announcement and a commitment with their numbers, and the story of each change."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from tracker.core.announcement import Announcement
    from tracker.core.commitment import Commitment, Rejection
    from tracker.core.match import Matched
    from tracker.core.occurrence import Occurrence
    from tracker.core.status import Review


@dataclass(frozen=True, slots=True)
class StoredAnnouncement:
    """An announcement under its number. `version_of` is the number of the one that it is the next version of."""

    number: int
    announcement: Announcement
    ingested_at: datetime
    version_of: int | None = None
    is_erased: bool = False


@dataclass(frozen=True, slots=True)
class StoredCommitment:
    """A commitment under the number that people type, which is never used again.

    uuid          what webhooks, calendars and exports call it
    announcement  the number of the one it was found in; `announced_on` that one's day
    found         what was read from the announcement, as corrected by people since
    tracked_on    the day on which a person took it; None while proposed
    dismissed_for why it is none, where dismissed
    occurrences   in order; a one-off has one
    policy        the name of the policy that a person chose for it; empty: its tags decide, else the general one
    ends_on       the last day on which a recurring one may fall due; None: it goes on
    """

    number: int
    uuid: str
    announcement: int
    announced_on: date
    found: Commitment
    review: Review
    tracked_on: date | None = None
    reviewed_by: str = ""
    reviewed_at: datetime | None = None
    dismissed_for: str = ""
    owner: str = ""
    tags: frozenset[str] = frozenset()
    occurrences: tuple[Occurrence, ...] = ()
    version: int = 1
    policy: str = ""
    ends_on: date | None = None

    @property
    def current(self) -> Occurrence:
        """The earliest unsettled occurrence; the last one where all are settled."""
        unsettled = (occurrence for occurrence in self.occurrences if not occurrence.status.is_settled)
        return next(unsettled, self.occurrences[-1])


@dataclass(frozen=True, slots=True)
class Ingested:
    """What became of one announcement.

    is_new       False where the same text was stored before: then nothing changed, and `commitments` are its own
    commitments  what was stored, in the order of the text
    known_again  how many were left out since an earlier version holds them, a person had dismissed them, or another
                 announcement proposed them in the same words
    matched      what it says of commitments that were tracked before, proposed as their evidence
    told_again   how many were left out since they restate or move one of those; `told_of` the numbers of these
    """

    announcement: StoredAnnouncement
    is_new: bool
    commitments: tuple[StoredCommitment, ...]
    rejections: tuple[Rejection, ...] = ()
    known_again: int = 0
    matched: tuple[Matched, ...] = ()
    told_again: int = 0
    told_of: tuple[int, ...] = ()

    def without_text(self) -> Ingested:
        """The same without the announcement's text and the rejections: what a list of many needs of each."""
        stored = self.announcement
        lean = replace(stored, announcement=stored.announcement.without_text())
        return replace(self, announcement=lean, rejections=())


@dataclass(frozen=True, slots=True)
class Note:
    """A remark on a commitment."""

    commitment: int
    text: str
    by: str
    at: datetime
    id: int = 0


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after; `before` is None for a row that was added, `after` for one that was taken away."""

    table: str
    key: str
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """What one command changed, told once and never edited.

    action    the command's word; `summary` one line for people
    undoes    the change set that it takes back
    """

    number: int
    action: str
    summary: str
    by: str
    at: datetime
    undoes: int | None = None
    commitments: tuple[int, ...] = ()
    rows: tuple[RowChange, ...] = field(default=(), repr=False)
