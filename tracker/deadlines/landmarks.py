"""Words that a rule needs some way behind its first one: "within [the next three or four] weeks".

Where a text has none near, the rule need not be tried. The next such word is looked for once and then remembered, so
that a whole text is searched once at most, however many words could begin the rule.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

REACH = 130
"""How many characters may lie between the first word of a rule and a landmark that it needs."""


class Landmark:
    """The places of such words in one text, asked for from left to right."""

    __slots__ = ("_next", "_search", "_text")

    def __init__(self, search: Callable[[str, int], re.Match[str] | None], text: str) -> None:
        self._search = search
        self._text = text
        self._next = -1

    def is_near(self, start: int) -> bool:
        """True where one begins within reach behind an offset."""
        if self._next < start:
            found = self._search(self._text, start)
            self._next = found.start() if found else len(self._text) + REACH + 1
        return self._next - start <= REACH
