"""Evidence that says the same: five outlets that report one statement are five pieces of evidence, and one story."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from tracker.core.announcement import normalised
from tracker.core.occurrence import Stance

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from tracker.core.match import Match
    from tracker.core.occurrence import Evidence

Item = TypeVar("Item")


def grouped(
    items: Sequence[Item], evidence_of: Callable[[Item], Evidence], match_of: Callable[[Item], Match | None]
) -> tuple[tuple[Item, ...], ...]:
    """Those that say the same together, in the order of the first of each.

    The same is said where the program read the same stance on one occurrence, with the same day if it tells one; what
    only speaks of a commitment must do so in the same words. What was decided otherwise, and what a person gave,
    stands alone.
    """
    groups: dict[Hashable, list[Item]] = {}
    for item in items:
        groups.setdefault(_said(evidence_of(item), match_of(item)), []).append(item)
    return tuple(map(tuple, groups.values()))


def _said(evidence: Evidence, match: Match | None) -> Hashable:
    if match is None:
        return object()
    words = normalised(evidence.quote) if evidence.stance is Stance.MENTION else ""
    return evidence.occurrence, evidence.stance, evidence.state, match.due, match.done_on, words
