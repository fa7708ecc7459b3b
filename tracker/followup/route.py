"""Which alerts go through which channel, and to whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.core.alert import StageKind
from tracker.core.timing import Timing

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from tracker.core.alert import Stage
    from tracker.core.timing import Standing

OWNER = "owner"
"""The recipient that stands for whoever follows the commitment up."""

_STEPS = {
    Timing.LONG_OVERDUE: StageKind.PAST,
    Timing.OVERDUE: StageKind.PAST,
    Timing.DUE_TODAY: StageKind.DUE,
    Timing.DUE_SOON: StageKind.AHEAD,
    Timing.UPCOMING: StageKind.AHEAD,
    Timing.REVIEW_DUE: StageKind.REVIEW,
    Timing.UNDATED: StageKind.REVIEW,
}
"""The step of the ladder that an unsettled occurrence stands on."""

_IN_PLACE = {
    StageKind.AGAIN: frozenset(_STEPS),
    StageKind.REMINDER: frozenset(_STEPS),
    StageKind.DUE_CHANGED: frozenset(_STEPS) - {Timing.UPCOMING},
}
"""The kinds of stage that take the place of a step, and where."""


@dataclass(frozen=True, slots=True)
class Route:
    """What a filter means goes through a channel to recipients.

    channel      the channel's name
    to           addresses; `owner` is the commitment's owner; empty: the channel's own recipients
    filter       as it is typed (`core.query`); empty: everything
    stages       the kinds of stage that go this way (`kinds_of`); empty: all
    from_day     days past the due date from which on it goes this way (escalation); None: always
    immediate    the kinds of stage that go as a message of their own, ahead of the digest
    quiet_note   the day of the week, Monday 0, on which those named in `to` (else the channel's own recipients) are
                 told that nothing was new for a week, where nothing was; None: they are not
    """

    channel: str
    to: tuple[str, ...] = ()
    filter: str = ""
    stages: frozenset[StageKind] = frozenset()
    from_day: int | None = None
    immediate: frozenset[StageKind] = frozenset()
    quiet_note: int | None = None

    def takes(self, kinds: Collection[StageKind], days_past: int | None) -> bool:
        """True where a stage of these kinds goes this way, whatever its commitment.

        `days_past` is counted from the due date, negative ahead of it; None: there is none.
        """
        if self.stages and self.stages.isdisjoint(kinds):
            return False
        return self.from_day is None or (days_past is not None and days_past >= self.from_day)

    def recipients(self, owner: str, people: Mapping[str, str], own: tuple[str, ...]) -> tuple[str, ...]:
        """Whom it tells of a commitment with this owner.

        `people` holds an owner's address by the name in lower case, `own` the channel's own recipients: they are told
        where the route names nobody, and where the owner has no address, so that nobody is left untold.
        """
        told: dict[str, None] = {}
        for name in self.to:
            if name != OWNER:
                told[name] = None
            elif address := address_of(owner, people):
                told[address] = None
            else:
                told |= dict.fromkeys(own)
        return tuple(told) if self.to else own


def kinds_of(stage: Stage, standing: Standing) -> frozenset[StageKind]:
    """What a stage counts as: itself, and where it takes the place of a step, that step as well.

    So whoever is told of steps alone hears of what was put off, of what a reminder stands for, and of what a move
    brought near or past.
    """
    in_place = _IN_PLACE.get(stage.kind, ())
    is_kept = standing.timing is Timing.REVIEW_DUE and standing.occurrence.due is not None
    step = StageKind.KEPT if is_kept else _STEPS.get(standing.timing)
    return frozenset({stage.kind, step} if step and standing.timing in in_place else {stage.kind})


def address_of(owner: str, people: Mapping[str, str]) -> str:
    """An owner's address: the one that the settings give the name, else the name itself where it is one; else empty."""
    name = owner.strip()
    return people.get(name.casefold()) or (name if "@" in name else "")
