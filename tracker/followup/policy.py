"""How often, and how long ahead, a commitment is spoken of."""

from __future__ import annotations

import hashlib
from dataclasses import astuple, dataclass

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

    @property
    def fingerprint(self) -> str:
        """What changes with any setting here: a check that finds another one plans everything anew."""
        return hashlib.sha256(repr(astuple(self)).encode()).hexdigest()[:16]
