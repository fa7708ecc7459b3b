"""A text made ready for matching, which still knows where each of its characters stood."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from tracker.core.deadline import Span

# One character for one: the offsets stay true.
_PLAIN = dict.fromkeys("’‘‛ʼ", "'") | dict.fromkeys("“”„‟«»", '"')
_PLAIN |= dict.fromkeys("\u00a0\u2007\u202f\u2009\t\r\n\f\v\u2028\u2029", " ")
_HEADING = re.compile(r"^[A-Z][^\n]{0,50}(?<![.,;:!?\"”])(?=\n[A-Z])", re.MULTILINE)
_RUN = re.compile(r" {2,}(?:> ?)*|(?<= )(?:> ?)+")


class Reading(NamedTuple):
    """A text to be matched, and for each of its pieces where it begins here and where it began in the original."""

    text: str
    pieces: tuple[tuple[int, int], ...] = ((0, 0),)

    def origin(self, offset: int) -> int:
        """The place in the original of the character at an offset of this text."""
        begins, began = self.pieces[bisect_right(self.pieces, (offset, 1 << 62)) - 1]
        return began + offset - begins

    def original(self, span: Span) -> Span:
        """The piece of the original that a piece of this text was read from; it must not be empty."""
        return Span(self.origin(span.start), self.origin(span.end - 1) + 1)

    def followed_by(self, other: Reading) -> Reading:
        """Both texts as one, a space between them."""
        behind = len(self.text) + 1
        moved = tuple((begins + behind, began) for begins, began in other.pieces)
        return Reading(f"{self.text} {other.text}", self.pieces + moved)


def fold(text: str) -> str:
    """The same text, character for character, with plain quotes and every sort of space a plain one."""
    for letter, plain in _PLAIN.items():
        text = text.replace(letter, plain)
    return text


def with_headings_apart(text: str, folded: str) -> str:
    """The folded text with the break kept behind each line that looks like a heading: short, with no full stop."""
    kept = list(folded)
    for line in _HEADING.finditer(text):
        kept[line.end()] = "\n"
    return "".join(kept)


def lowered(text: str) -> str:
    """The text in lower case, character for character: what grows when lowered (İ) stays as it is."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


def read(folded: str, span: Span) -> Reading:
    """A piece of a folded text with its runs of spaces, and the quote marks of wrapped lines, made one space."""
    piece = span.of(folded)
    if "  " not in piece and " >" not in piece:
        return Reading(piece, ((0, span.start),))
    parts, pieces, at, length = [], [], 0, 0
    for run in _RUN.finditer(piece):
        keep = run.start() + 1 if run[0].startswith(" ") else run.start()
        parts.append(piece[at:keep])
        pieces.append((length, span.start + at))
        length += keep - at
        at = run.end()
    parts.append(piece[at:])
    pieces.append((length, span.start + at))
    return Reading("".join(parts), tuple(pieces))
