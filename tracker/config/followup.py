"""The tables that say what is spoken of, when, and to whom."""

from __future__ import annotations

from typing import Annotated

import msgspec

from tracker.config.section import Section
from tracker.config.types import ClockTime, Weekday
from tracker.core.alert import StageKind
from tracker.followup.policy import LADDER, Policy
from tracker.followup.quiet import Quiet
from tracker.followup.route import Route

Step = Annotated[int, msgspec.Meta(ge=-3650, le=3650)]
Days = Annotated[int, msgspec.Meta(ge=1, le=3650)]
Name = Annotated[str, msgspec.Meta(min_length=1)]


def _check_ladder(ladder: tuple[int, ...]) -> None:
    if list(ladder) != sorted(set(ladder)):
        raise ValueError("expected a ladder of ascending days, each once")


class Check(Section, frozen=True):
    """When the daily check runs under `tracker serve`, and what it speaks of, in days."""

    at: ClockTime = ClockTime("07:00")
    review_vague_after: Days = Policy().review_after
    ladder: tuple[Step, ...] = LADDER

    def __post_init__(self) -> None:
        _check_ladder(self.ladder)

    @property
    def policy(self) -> Policy:
        """The same for the planner."""
        return Policy(self.ladder, self.review_vague_after)


class NamedPolicy(Section, frozen=True):
    """Another policy, for a tag of its name or for a commitment that was given it; what it leaves out [check] says."""

    review_vague_after: Days | None = None
    ladder: tuple[Step, ...] | None = None

    def __post_init__(self) -> None:
        _check_ladder(self.ladder or ())

    def over(self, general: Policy) -> Policy:
        """The same for the planner."""
        ladder = general.ladder if self.ladder is None else self.ladder
        return Policy(ladder, self.review_vague_after or general.review_after)


class RouteTable(Section, frozen=True):
    """Which alerts go through which channel to whom; the fields are those of `followup.route.Route`."""

    channel: str
    to: tuple[Name, ...] = ()
    filter: str = ""
    stages: tuple[StageKind, ...] = ()
    from_day: Step | None = None
    immediate: tuple[StageKind, ...] = ()
    quiet_note: Weekday | None = None

    @property
    def route(self) -> Route:
        """The same for the planner."""
        stages, immediate = frozenset(self.stages), frozenset(self.immediate)
        note = None if self.quiet_note is None else list(Weekday).index(self.quiet_note)
        return Route(self.channel, self.to, self.filter, stages, self.from_day, immediate, note)


class QuietTable(Section, frozen=True):
    """Hours and days on which nothing is sent."""

    start: ClockTime | None = msgspec.field(default=None, name="from")
    end: ClockTime | None = msgspec.field(default=None, name="to")
    days: tuple[Weekday, ...] = ()

    def __post_init__(self) -> None:
        if (self.start is None) != (self.end is None):
            raise ValueError("expected both from and to, or neither")
        if self.start is not None and self.start == self.end:
            raise ValueError("expected hours that do not last the whole day")
        if len(set(self.days)) == len(Weekday):
            raise ValueError("expected a day of the week on which something may be sent")

    @property
    def quiet(self) -> Quiet:
        """The same for the planner."""
        start, end = (clock.time if clock else None for clock in (self.start, self.end))
        return Quiet(start, end, frozenset(list(Weekday).index(day) for day in self.days))
