"""What the check has to say: a stage that an occurrence reached, on a day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from tracker.core.outbox import Delivery
    from tracker.core.timing import Standing


class StageKind(StrEnum):
    """Why there is something to say.

    AHEAD, DUE, PAST                steps of the ladder
    OPENS, STRICT                   a window's first day; the reading without the benefit of the doubt
    REVIEW, KEPT                    to be asked about: without a due date; was to be kept
    BACKFILL                        past due before anybody tracked it
    REMINDER                        a day that a person chose
    AGAIN                           a snooze or a silence ended: the latest is said in that day's words
    DUE_CHANGED, STATUS_CHANGED     said at once, by the change itself
    """

    AHEAD = "ahead"
    DUE = "due"
    PAST = "past"
    OPENS = "opens"
    STRICT = "strict"
    REVIEW = "review"
    KEPT = "kept"
    BACKFILL = "backfill"
    REMINDER = "reminder"
    AGAIN = "again"
    DUE_CHANGED = "due_changed"
    STATUS_CHANGED = "status_changed"


@dataclass(frozen=True, slots=True)
class Stage:
    """A step of the ladder or a day of its own.

    offset   days from the due date (or from the day of its own), negative ahead of it
    on       the day it falls on
    """

    kind: StageKind
    offset: int
    on: date

    @property
    def key(self) -> str:
        """Its name, the same on every day: "ahead-7", "due", "past+30", "review+90"."""
        return f"{self.kind}{self.offset:+d}" if self.offset else str(self.kind)


@dataclass(frozen=True, slots=True)
class Alert:
    """What is said of an occurrence once: nothing else has the same occurrence, arming, stage and stage_on."""

    commitment: int
    occurrence: int
    arming: int
    stage: str
    stage_on: date
    said_on: date
    id: int = 0

    @property
    def reached(self) -> Stage:
        """The stage that it tells of. Raises ValueError where the key is none."""
        match = re.fullmatch(r"([a-z_]+)([+-][0-9]+)?", self.stage)
        if match is None:
            raise ValueError(f"{self.stage!r} is no stage")
        return Stage(StageKind(match[1]), int(match[2] or 0), self.stage_on)


@dataclass(frozen=True, slots=True)
class Said:
    """What a check says: an occurrence as it stands that day, and the stage that it reached.

    silence    the number of the silence that keeps it from being sent; None: nothing does
    """

    standing: Standing
    stage: Stage
    silence: int | None = None


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What one look at all tracked, unsettled occurrences found on one day.

    said          what is new, most urgent first; what a silence kept back too
    backfilled    occurrences that were past due before anybody tracked them, told once and together
    silenced      how many of all these a silence kept back
    overdue       how many occurrences are overdue in all, told before or not
    due_soon      how many commitments are due today or within 7 days, told or not
    waiting       proposed commitments due within 7 days or past
    is_preview    True where nothing was written
    planned       deliveries that were planned; in a preview, that would be
    unaddressed   owners that a route would have told, and of whom no address is known
    """

    today: date
    said: tuple[Said, ...]
    backfilled: tuple[Standing, ...]
    overdue: int
    waiting: int
    is_preview: bool
    planned: tuple[Delivery, ...] = ()
    unaddressed: tuple[str, ...] = ()
    silenced: int = 0
    due_soon: int = 0
