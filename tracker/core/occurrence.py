"""One time that a commitment falls due, and what moved or showed what became of it. A one-off has exactly one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from tracker.core.status import Status

if TYPE_CHECKING:
    from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time that a commitment falls due.

    id             the store's, 0 before it has one; `commitment` its commitment's number, `number` its place, from 1
    due            the last day on time as it stands now; `first_due` as first announced
    opens          the first day of its window; `strict_due` the reading without the benefit of the doubt
    review_on      for an undated or a kept one, the day to ask again
    done_on        the day of the deed, once settled with one
    settled_at     UTC instant; `settled_by` who, `reason` why
    arming         rises by one whenever what was said must be sayable again: moved, reopened, undone
    next_stage_on  the earliest day on which there is something to say, or another one is to be made; None: never
    version        rises with every change of the row
    """

    commitment: int
    number: int = 1
    id: int = 0
    status: Status = Status.OPEN
    due: date | None = None
    first_due: date | None = None
    opens: date | None = None
    strict_due: date | None = None
    review_on: date | None = None
    done_on: date | None = None
    settled_at: datetime | None = None
    settled_by: str = ""
    reason: str = ""
    superseded_by: int | None = None
    arming: int = 0
    next_stage_on: date | None = None
    version: int = 1

    @property
    def slippage(self) -> int:
        """Days between the first and the latest due date; 0 where it never moved."""
        return (self.due - self.first_due).days if self.due and self.first_due else 0


@dataclass(frozen=True, slots=True)
class Amendment:
    """A due date that the promisor moved: from when to when, where that was announced, who recorded it and why."""

    occurrence: int
    old_due: date | None
    new_due: date
    source: str
    reason: str
    by: str
    at: datetime
    id: int = 0


class EvidenceKind(StrEnum):
    """What a piece of evidence is; a search that found nothing and a question left unanswered count."""

    PAGE = "page"
    FILE = "file"
    SEARCH = "search"
    QUESTION = "question"
    ANNOUNCEMENT = "announcement"


class Stance(StrEnum):
    """What a piece of evidence says of a commitment."""

    DONE = "done"
    PARTLY_DONE = "partly_done"
    NOT_DONE = "not_done"
    MOVED = "moved"
    DROPPED = "dropped"
    RESTATED = "restated"
    MENTION = "mention"


class EvidenceState(StrEnum):
    """Whether a person took a proposed piece of evidence."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What shows what became of an occurrence.

    reference   the page's address, the file's path, or what was searched or asked, in words
    sha256      of the file's bytes when it was added, in hexadecimal; empty for the other kinds
    """

    occurrence: int
    kind: EvidenceKind
    reference: str
    stance: Stance
    state: EvidenceState
    by: str
    at: datetime
    quote: str = ""
    sha256: str = ""
    id: int = 0
