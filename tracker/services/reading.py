"""How announcements are read; no database is needed for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.extraction import extract

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.core.announcement import Announcement
    from tracker.core.commitment import Extraction
    from tracker.core.conventions import Conventions
    from tracker.extraction import Weights


@dataclass(frozen=True, slots=True)
class ReadingRules:
    """How announcements are read: the weights of the score, and the conventions of a publisher by its name."""

    weights: Weights
    conventions_for: Callable[[str], Conventions]

    def extract(self, announcement: Announcement) -> Extraction:
        """What is found in an announcement."""
        return extract(announcement, self.conventions_for(announcement.publisher), self.weights)
