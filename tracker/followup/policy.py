"""How often, and how long ahead, a commitment is spoken of."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.core.record import StoredCommitment

GENERAL = ""
"""The name of the policy that holds where no other does."""

LADDER = (-30, -7, -1, 0, 1, 7, 30, 60, 90, 180, 365)


@dataclass(frozen=True, slots=True)
class Policy:
    """The settings of the reminder ladder.

    ladder         days from the due date, ascending, negative ahead of it; after its last step it goes on yearly
    review_after   days from the announcement, or from the last question, after which an undated commitment,
                   or one that was to be kept, is asked about again
    """

    ladder: tuple[int, ...] = LADDER
    review_after: int = 90


@dataclass(frozen=True, slots=True)
class Policies:
    """The general policy, and those of a name of their own: for a commitment that a person gave it, or for a tag."""

    general: Policy = Policy()
    named: Mapping[str, Policy] = field(default_factory=dict)

    def of(self, commitment: StoredCommitment) -> Policy:
        """The policy that a person chose, else that of the first of its tags (in the order of the alphabet) that
        names one, else the general one. A name that no policy has any more says nothing."""
        names = (commitment.policy, *sorted(commitment.tags))
        return next((self.named[name] for name in names if name in self.named), self.general)

    @property
    def fingerprints(self) -> dict[str, str]:
        """What changes with a policy, by its name; the general one has none."""
        policies = {GENERAL: self.general, **self.named}
        return {name: _fingerprint(policies[name]) for name in sorted(policies)}

    def changed_since(self, before: Mapping[str, str]) -> frozenset[str]:
        """The names of the policies that came, went or changed since these fingerprints were taken."""
        now = self.fingerprints
        return frozenset(name for name in now.keys() | before.keys() if now.get(name) != before.get(name))


def _fingerprint(policy: Policy) -> str:
    return hashlib.sha256(repr(policy).encode()).hexdigest()[:16]
