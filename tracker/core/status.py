"""Is it a commitment, and what became of it: two answers that only a person gives."""

from __future__ import annotations

from enum import StrEnum


class Review(StrEnum):
    """Is it a commitment? Extraction proposes, a person decides; a dismissed one is kept so as to be known again."""

    PROPOSED = "proposed"
    TRACKED = "tracked"
    DISMISSED = "dismissed"


class Status(StrEnum):
    """What became of an occurrence."""

    OPEN = "open"
    IN_PROGRESS = "in_progress"
    STALLED = "stalled"
    FULFILLED = "fulfilled"
    PARTLY_FULFILLED = "partly_fulfilled"
    NOT_FULFILLED = "not_fulfilled"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"
    UNVERIFIABLE = "unverifiable"

    @property
    def is_settled(self) -> bool:
        """True where a verdict stands; only reopening takes it back."""
        return self not in UNSETTLED

    @property
    def needs_reason(self) -> bool:
        """True where settling so takes a reason in words."""
        return self.is_settled and self is not Status.FULFILLED

    @property
    def needs_evidence(self) -> bool:
        """True for the verdicts on fulfilment, which take something to show."""
        return self in (Status.FULFILLED, Status.PARTLY_FULFILLED, Status.NOT_FULFILLED)


VERBS = {
    Status.OPEN: "reopen",
    Status.IN_PROGRESS: "start",
    Status.STALLED: "stall",
    Status.FULFILLED: "fulfil",
    Status.PARTLY_FULFILLED: "partly",
    Status.NOT_FULFILLED: "fail",
    Status.WITHDRAWN: "withdraw",
    Status.SUPERSEDED: "supersede",
    Status.UNVERIFIABLE: "unverifiable",
}
"""The word by which a person gives a status: the command, and what the history calls the change."""

UNSETTLED = frozenset({Status.OPEN, Status.IN_PROGRESS, Status.STALLED})


def can_become(old: Status, new: Status) -> bool:
    """True where the change is allowed.

    The unsettled ones turn into each other and into any verdict; a verdict turns into open and nothing else.
    """
    if old.is_settled:
        return new is Status.OPEN
    return new is not old
