"""All that decides what is said of a commitment, when, and to whom."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, tzinfo
from typing import TYPE_CHECKING

from tracker.followup.policy import Policies
from tracker.followup.quiet import Quiet

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tracker.followup.route import Route


def itself(channel: str) -> tuple[str, ...]:
    """The recipients of a channel that knows none: its name."""
    return (channel,)


@dataclass(frozen=True, slots=True)
class FollowupRules:
    """How commitments are followed up: the settings as the planner, the check and the composer need them.

    zone         whose days count
    people       an owner's address by the name, in lower case
    me           who `owner:me` means in a route's filter; None: nobody in particular
    recipients   a channel's own recipients, by its name; asked only where something is to be told
    """

    policies: Policies = field(default_factory=Policies)
    routes: tuple[Route, ...] = ()
    quiet: Quiet = field(default_factory=Quiet)
    zone: tzinfo = UTC
    people: Mapping[str, str] = field(default_factory=dict)
    me: str | None = None
    recipients: Callable[[str], tuple[str, ...]] = field(default=itself, repr=False, compare=False)
