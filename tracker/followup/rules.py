"""All that decides what is said of a commitment, when, and to whom."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, tzinfo
from typing import TYPE_CHECKING

from tracker.followup.policy import Policies
from tracker.followup.quiet import Quiet

if TYPE_CHECKING:
    from tracker.followup.route import Route


@dataclass(frozen=True, slots=True)
class FollowupRules:
    """How commitments are followed up: the settings as the planner, the check and the composer need them.

    zone    whose days count
    """

    policies: Policies = field(default_factory=Policies)
    routes: tuple[Route, ...] = ()
    quiet: Quiet = field(default_factory=Quiet)
    zone: tzinfo = UTC

    @property
    def fingerprint(self) -> str:
        """What changes with any setting here: a check that finds another one plans everything anew."""
        return hashlib.sha256(repr(self).encode()).hexdigest()[:16]
