"""Blocks to text, in the form that extraction reads: blank lines between paragraphs, a dash before each bullet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.core.announcement import ROW

if TYPE_CHECKING:
    from collections.abc import Iterable

BULLET = "- "
_MARKS = (BULLET, ROW)


def laid_out(blocks: Iterable[str]) -> str:
    """The text of blocks; those that begin with a bullet's mark stand close together."""
    pieces, last = [], ""
    for block in blocks:
        if last:
            pieces.append("\n" if last.startswith(_MARKS) and block.startswith(_MARKS) else "\n\n")
        pieces.append(block)
        last = block
    return "".join(pieces) + "\n" if pieces else ""


def tidy(text: str) -> str:
    """A block with its runs of blanks folded and its empty lines gone."""
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
