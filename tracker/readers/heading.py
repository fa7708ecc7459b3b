"""What the top of a text says of itself: its title, its publisher. Where it is not plain, nothing is said."""

from __future__ import annotations

import re

from tracker.readers.dating import is_date_line
from tracker.readers.top import FURNITURE, labelled, top_lines

_LONGEST_TITLE = 140
_PUBLISHER = r"publisher|published by|issued by|source|organi[sz]ation"
_LABEL = re.compile(
    rf"(?:{_PUBLISHER}|date|author|by|contact|embargo|from|no|ref(?:erence)?|tags|to|url)[ .]?:", re.IGNORECASE
)
_FURNITURE = re.compile(FURNITURE, re.IGNORECASE)


def find_title(text: str) -> str:
    """What "Title:" says, else the first short line that is no sentence, no label and no date; else nothing.

    The text must go on below it: a text of one line has no title.
    """
    lines = top_lines(text)
    if stated := labelled(lines, "title|subject|headline"):
        return stated[0]
    for line in lines[:4]:
        if is_date_line(line) or _FURNITURE.fullmatch(line) or _LABEL.match(line):
            continue
        return line if _is_heading(line) and line is not lines[-1] else ""
    return ""


def find_publisher(text: str) -> str:
    """What "Publisher:", "Source:" or "Issued by:" says near the top; else nothing."""
    return next(iter(labelled(top_lines(text), _PUBLISHER)), "")


def _is_heading(line: str) -> bool:
    return len(line) <= _LONGEST_TITLE and not line.endswith((".", "!", "?", ":", ";", ",", "”", '"'))
