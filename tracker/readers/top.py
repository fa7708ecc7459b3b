"""The top of a text, where a document says what it is: its first lines without their decoration, and labels in them."""

from __future__ import annotations

import re

_MOST_LINES = 12
_MOST_CHARACTERS = 3_000
_DECORATION = " \t\f\u00a0\ufeff*_#>|-–—•"

FURNITURE = r"(?:(?:press|media|news) (?:release|statement|notice)|for immediate release|statement)"
"""What a document calls itself, as a pattern to be matched without regard to case."""


def top_lines(text: str) -> list[str]:
    """The first lines that say something, freed of Markdown's marks and of rules."""
    stripped = (line.strip(_DECORATION) for line in text[:_MOST_CHARACTERS].splitlines())
    return [line for line in stripped if line][:_MOST_LINES]


def labelled(lines: list[str], labels: str) -> list[str]:
    """What stands behind a label and its colon; `labels` are the alternatives of a pattern, in lower case."""
    pattern = re.compile(rf"(?:{labels})[\s*_]*:[\s*_]*(.+)", re.IGNORECASE)
    matches = (pattern.match(line) for line in lines)
    return [match[1].strip(" \"'") for match in matches if match]
