"""What people type to name a commitment or one of its occurrences: `12`, `12.3`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.core.status import Review
from tracker.errors import NotFoundError, UsageError
from tracker.reports.wording import spell
from tracker.store import announcements, commitments

if TYPE_CHECKING:
    from tracker.core.occurrence import Occurrence
    from tracker.core.record import StoredCommitment
    from tracker.store.store import Connection

LARGEST = 2**31 - 1
"""Of the numbers that a database gives: PostgreSQL keeps them in its integer."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A commitment's number, and an occurrence's place in it (None: the earliest unsettled one)."""

    commitment: int
    occurrence: int | None = None

    def __str__(self) -> str:
        return str(self.commitment) if self.occurrence is None else f"{self.commitment}.{self.occurrence}"


def parse_reference(text: str) -> Reference:
    """What `12` or `12.3` names. Raises UsageError where it is neither, NotFoundError where no number is so large."""
    match = re.fullmatch(r"#?([0-9]{1,40})(?:\.([0-9]{1,9}))?", text.strip())
    if match is None:
        raise UsageError(f"{text!r} names no commitment", "give its number: 12, or 12.3 for its third occurrence")
    number = int(match[1])
    if number > LARGEST:
        raise NotFoundError("commitment", match[1])
    return Reference(number, int(match[2]) if match[2] else None)


def load_to_change(conn: Connection, reference: Reference) -> tuple[StoredCommitment, Occurrence]:
    """The same, for a change. Raises NotFoundError, UsageError where the announcement was erased for good."""
    commitment, occurrence = load(conn, reference)
    if announcements.get(conn, commitment.announcement).is_erased:
        raise UsageError(
            f"commitment {commitment.number} was erased with its announcement", "nothing of it can be changed"
        )
    return commitment, occurrence


def check_tracked(commitment: StoredCommitment) -> None:
    """Raises UsageError, with what to do first, where nobody tracks the commitment."""
    number = commitment.number
    remedies = {
        Review.PROPOSED: f"accept it first: tracker review {number} --accept",
        Review.DISMISSED: f"first tracker review {number} --restore, then tracker review {number} --accept",
    }
    if commitment.review in remedies:
        raise UsageError(f"commitment {number} is {commitment.review}, not tracked", remedies[commitment.review])


def check_unsettled(commitment: StoredCommitment, occurrence: Occurrence) -> None:
    """Raises UsageError, with what to do first, where a verdict stands."""
    if occurrence.status.is_settled:
        raise UsageError(
            f"commitment {commitment.number} is settled as {spell(occurrence.status)}",
            f"first tracker reopen {commitment.number}",
        )


def load(conn: Connection, reference: Reference) -> tuple[StoredCommitment, Occurrence]:
    """The commitment and the occurrence meant. Raises NotFoundError."""
    commitment = commitments.get(conn, reference.commitment)
    if reference.occurrence is None:
        return commitment, commitment.current
    if not 1 <= reference.occurrence <= len(commitment.occurrences):
        raise NotFoundError(
            "occurrence", str(reference), f"commitment {commitment.number} has {len(commitment.occurrences)}"
        )
    return commitment, commitment.occurrences[reference.occurrence - 1]
