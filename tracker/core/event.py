"""An event that commitments of an announcement wait for, and the day on which it happened once somebody knows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.core.announcement import normalised

if TYPE_CHECKING:
    from datetime import date

    from tracker.core.commitment import Commitment
    from tracker.core.record import StoredCommitment


@dataclass(frozen=True, slots=True)
class Event:
    """What an announcement calls an event; another announcement's "the signing" is another event.

    name          its words as the announcement has them, normalised; empty once those were purged
    happened_on   None as long as nobody knows; `source` says where it was reported
    """

    announcement: int
    name: str
    happened_on: date | None = None
    source: str = ""
    id: int = 0
    version: int = 1


@dataclass(frozen=True, slots=True)
class AwaitedEvent:
    """An event with the commitments that wait for it or were dated by it, by their numbers."""

    event: Event
    commitments: tuple[StoredCommitment, ...]


def event_name(found: Commitment) -> str:
    """The name of the event that a commitment waits for; empty where it waits for none."""
    condition = found.deadline.condition if found.deadline else None
    return normalised(condition.event) if condition else ""
