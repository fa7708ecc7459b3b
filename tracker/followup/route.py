"""Which alerts go through which channel, and to whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.core.alert import Said, StageKind

OWNER = "owner"
"""The recipient that stands for whoever follows the commitment up."""


@dataclass(frozen=True, slots=True)
class Route:
    """What a filter means goes through a channel to recipients.

    channel      the channel's name
    to           addresses; `owner` is the commitment's owner; empty: the channel's own recipients
    filter       as it is typed (`core.query`); empty: everything
    stages       the kinds of stage that go this way; empty: all
    from_day     days from the due date from which on it goes this way (escalation); None: always
    immediate    the kinds of stage that go as a message of their own, ahead of the digest
    quiet_note   the day of the week, Monday 0, on which those named in `to` (else the channel's own recipients) are
                 told that nothing was new for a week, where nothing was; None: they are not
    people       an owner's name, in lower case, and the address to be used for it
    """

    channel: str
    to: tuple[str, ...] = ()
    filter: str = ""
    stages: frozenset[StageKind] = frozenset()
    from_day: int | None = None
    immediate: frozenset[StageKind] = frozenset()
    quiet_note: int | None = None
    people: tuple[tuple[str, str], ...] = ()

    def takes(self, said: Said) -> bool:
        """True where this goes this way, whatever its commitment."""
        if self.stages and said.stage.kind not in self.stages:
            return False
        days = said.standing.days
        return self.from_day is None or (days is not None and -days >= self.from_day)
