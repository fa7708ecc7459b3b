"""Reads once what a text repeats: tables, forms and lines without a sentence say the same in the same surroundings."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.deadlines.reader import Found

BACK = 150
AHEAD = 1500
"""How many characters before and behind a place decide what is read there: as far as any rule can look."""
_MOST = 1000

Surroundings: TypeAlias = tuple[str, int]
"""The text around a place, and how far behind it something was told as past; 0 where nothing near was."""


class Reading(NamedTuple):
    """What was read at a place, and where it ends; there where nothing was read."""

    start: int
    end: int
    all_found: Sequence[Found]


class Repeats:
    """The latest readings of a text by their surroundings."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[Surroundings, Reading] = {}
        self._last_start = len(text) - AHEAD

    def around(self, start: int, told_end: int) -> Surroundings | None:
        """The surroundings of a place; None where the text begins or ends within them."""
        if not BACK <= start <= self._last_start:
            return None
        told_back = start - told_end
        return self._text[start - BACK : start + AHEAD], told_back if told_end and told_back <= BACK else 0

    def reading(self, around: Surroundings, start: int) -> Reading | None:
        """What is read in such surroundings, as if it were at this place; None where that is not known."""
        known = self._known.get(around)
        if known is None or not known.all_found:
            return known and Reading(start, start + known.end - known.start, ())
        by = start - known.start
        return Reading(start, known.end + by, [found.moved(by) for found in known.all_found])

    def keep(self, around: Surroundings, reading: Reading) -> None:
        """Remembers a reading; of many it forgets the earlier ones."""
        if len(self._known) >= _MOST:
            self._known.clear()
        self._known[around] = reading
