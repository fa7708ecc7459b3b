"""Which rich style each tone has. Only the sixteen colours that every terminal's own theme sets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from tracker.reports.table import Tone

if TYPE_CHECKING:
    from tracker.render.layout import Piece

STYLES = {
    Tone.PLAIN: "",
    Tone.STRONG: "bold",
    Tone.MUTED: "dim",
    Tone.GOOD: "green",
    Tone.NOTICE: "cyan",
    Tone.WARNING: "yellow",
    Tone.ALARM: "bold red",
    Tone.MARKED: "bold underline",
}
TITLE = "bold"
HEADING = "bold"
RULE = "dim"
HINT = "dim italic"


def styled(piece: Piece) -> Text:
    """A piece in its tone, which folds a word too long for a line instead of cutting it."""
    return Text(piece.text, STYLES[piece.tone], overflow="fold")
