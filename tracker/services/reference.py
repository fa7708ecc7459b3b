"""What people type to name a commitment or one of its occurrences: `12`, `12.3`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.errors import NotFoundError, UsageError
from tracker.store import commitments

if TYPE_CHECKING:
    from tracker.core.occurrence import Occurrence
    from tracker.core.record import StoredCommitment
    from tracker.store.store import Connection

LARGEST = 2**63 - 1


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
