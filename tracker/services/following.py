"""How one commitment is followed up: by another policy, or no further than a day."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.errors import UnknownNameError, UsageError
from tracker.registry import nearest
from tracker.services.planning import save
from tracker.services.reference import load_to_change
from tracker.store import following

if TYPE_CHECKING:
    from datetime import date

    from tracker.core.record import StoredCommitment
    from tracker.followup.rules import FollowupRules
    from tracker.services.occasion import Occasion
    from tracker.services.reference import Reference
    from tracker.store.store import Store


def set_policy(
    store: Store, followup: FollowupRules, occasion: Occasion, reference: Reference, name: str
) -> StoredCommitment:
    """Follow a commitment up by a policy of the settings; an empty name leaves it to its tags and the general one.

    Raises NotFoundError, UnknownNameError where the settings hold no such policy, ConflictError.
    """
    known = sorted(followup.policies.named)
    if name and name not in known:
        if not known:
            raise UsageError(f"there is no policy {name!r}", "the settings hold none: write [policies.NAME] there")
        raise UnknownNameError("policy", name, nearest(name, known), known)
    with store.writing("policy", occasion.by, occasion.now) as change:
        commitment, _ = load_to_change(change.conn, reference)
        change.summary = f"policy {commitment.policy or 'none'} → {name or 'none'}"
        after = replace(commitment, policy=name)
        following.save(change, after)
        return save(change, followup, commitment, after)


def end_series(
    store: Store, followup: FollowupRules, occasion: Occasion, reference: Reference, ends_on: date
) -> StoredCommitment:
    """Let a recurring commitment fall due no later than a day.

    Raises NotFoundError, UsageError where it does not recur, or has an unsettled occurrence that is due later,
    ConflictError.
    """
    with store.writing("end", occasion.by, occasion.now) as change:
        commitment, _ = load_to_change(change.conn, reference)
        number, deadline = commitment.number, commitment.found.deadline
        if deadline is None or not deadline.rrule:
            raise UsageError(f"commitment {number} does not recur", f"tracker show {number} tells its deadline")
        for one in commitment.occurrences:
            if one.due is not None and one.due > ends_on and not one.status.is_settled:
                place = f"{number}.{one.number}"
                raise UsageError(
                    f"{place} falls due on {one.due}, after {ends_on}",
                    f"give a later day, or settle it first: tracker withdraw {place} --why …",
                )
        change.summary = f"the series ends on {ends_on}"
        after = replace(commitment, ends_on=ends_on)
        following.save(change, after)
        return save(change, followup, commitment, after)
