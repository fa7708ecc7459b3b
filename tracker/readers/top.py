"""The top of a text, where a document says what it is: its first lines without their decoration, and labels in them."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MOST_LINES = 12
_MOST_CHARACTERS = 3_000
_DECORATION = " \t\f\u00a0\ufeff*_#>|-–—•‣"
_ITEM = re.compile(r"\s*(?:[-–—•‣*+]|\d{1,2}[.)])\s")
_ROW = re.compile(r"\s*\|.*\|\s*")

FURNITURE = r"(?:(?:press|media|news) (?:release|statement|notice)|for immediate release|statement)"
"""What a document calls itself, as a pattern to be matched without regard to case."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that says something, freed of its decoration, and what it stands among.

    above, below  the lines right above and below it; empty at the edge of a paragraph
    ahead         the last line ahead of it that says something, in its own paragraph or not
    is_item       an item of a list
    is_row        a row of a table of bars
    """

    text: str
    above: str = ""
    below: str = ""
    ahead: str = ""
    is_item: bool = False
    is_row: bool = False


def top_lines(text: str) -> list[str]:
    """The first lines that say something, freed of Markdown's marks and of rules."""
    return [line.text for line in lines_at_the_top(text)]


def lines_at_the_top(text: str) -> list[Line]:
    """The same lines with what each stands among."""
    raw = text[:_MOST_CHARACTERS].splitlines()
    bare = [line.strip(_DECORATION) for line in raw]
    found: list[Line] = []
    for place, (written, said) in enumerate(zip(raw, bare, strict=True)):
        if said and len(found) < _MOST_LINES:
            above = bare[place - 1] if place else ""
            below = bare[place + 1] if place + 1 < len(bare) else ""
            ahead = found[-1].text if found else ""
            found.append(Line(said, above, below, ahead, bool(_ITEM.match(written)), bool(_ROW.fullmatch(written))))
    return found


def labelled(lines: list[str], labels: str) -> list[str]:
    """What stands behind a label and its colon; `labels` are the alternatives of a pattern, in lower case."""
    pattern = re.compile(rf"(?:{labels})[\s*_]*:[\s*_]*(.+)", re.IGNORECASE)
    matches = (pattern.match(line) for line in lines)
    return [match[1].strip(" \"'") for match in matches if match]
