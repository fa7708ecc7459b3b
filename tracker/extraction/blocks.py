"""A text in blocks: headings, paragraphs and bullets, hard wraps undone, each bullet with the stem it hangs on."""

from __future__ import annotations

import re
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from tracker.core.deadline import Span

if TYPE_CHECKING:
    from collections.abc import Iterator


class BlockKind(Enum):
    """What a block is to its reader."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    BULLET = "bullet"
    QUOTED = "quoted"


class Block(NamedTuple):
    """A piece of the text that no sentence crosses; for a bullet the span leaves its mark out.

    `heading` is the nearest heading above it; `stem` the block that introduces it, where it is a bullet.
    """

    kind: BlockKind
    span: Span
    heading: str = ""
    stem: Span | None = None


class _Line(NamedTuple):
    """A line without its indent and its bullet's mark; `width` counts both.

    sort    what its mark is, "1" for every number and "a" for every letter; empty where it is no bullet
    """

    start: int
    end: int
    width: int
    sort: str
    is_quoted: bool

    @property
    def is_bullet(self) -> bool:
        """True where it begins with a mark."""
        return bool(self.sort)


_LINE = re.compile(r"[^\n]*\n?")
_BULLET = re.compile(
    r"(?:[•‣◦▪●○∙·*–—-]|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})\)|\d{1,2}(?:\.\d{1,2})*\.?|"
    r"#{1,6})[ \t]+(?=\S)"
)
_DIGITS, _LETTERS = re.compile(r"\d+"), re.compile(r"[a-zA-Z]+")
_NUMBER_ALONE = re.compile(r"\d{1,2}[ \t]")
_QUOTED = re.compile(r"[ \t]*>")
_UNDERLINE = re.compile(r"[\s=_*~.-]*")
# A line that breaks off before its bullets: "The trust has bound itself to".
_BREAKS_OFF = re.compile(r"\b(?:to|will|shall|that|by|for|is|are|must)$")
# A last word that no heading has: what follows goes on with it, however short the writer's lines are.
_GOES_ON = re.compile(
    r"\b(?:a|an|the|its|his|her|their|our|of|by|in|on|at|to|from|with|within|until|before|after|and|or|will|shall|be)$"
)
_SENTENCE_END = re.compile(r"[.!?…:;,][\"'”’)\]]*$")
_MOST_HEADING_WORDS = 12
# "WHAT WE'LL DO."
_LONGEST_CAPITALS = 40
_ASKS = re.compile(r"(?:WHAT|HOW|WHY|WHO|WHEN|WHERE|OUR|ABOUT)\b[^a-z\d]{1,40}\.")
# What a heading says that sets a pledge: "## We will open 40 clinics by May", "## Action: the clerk to write".
_PROMISES = re.compile(r"\b(?:will|shall)\b|['’]ll\b|\bAction: ")
_LEAST_OPEN_WORDS = 4
_LEAST_WRAP = 60
_MOST_WRAP = 120


def _lines(text: str) -> Iterator[_Line | None]:
    """The lines of a text; None for a blank one."""
    for match in _LINE.finditer(text):
        raw = match[0].rstrip()
        if _UNDERLINE.fullmatch(raw):
            yield None
            continue
        start = match.start() + len(raw) - len(raw.lstrip())
        end = match.start() + len(raw)
        mark = _BULLET.match(text, start, end)
        sort = "" if mark is None or _NUMBER_ALONE.match(mark[0]) else _sort_of(mark[0])
        if mark and sort:
            start = mark.end()
        yield _Line(start, end, len(raw), sort, bool(_QUOTED.match(raw)))


def _sort_of(mark: str) -> str:
    """A bullet's mark as far as it tells one list from another."""
    return _LETTERS.sub("a", _DIGITS.sub("1", mark.strip()))


def _paragraphs(text: str) -> Iterator[list[_Line]]:
    """The runs of lines with no blank line between them."""
    run: list[_Line] = []
    for line in (*_lines(text), None):
        if line is not None:
            run.append(line)
        elif run:
            yield run
            run = []


def _is_wrapped(text: str, line: _Line, following: _Line, width: int) -> bool:
    """True where the line breaks because the next word did not fit.

    A line that ends within a sentence and is followed by a small letter is wrapped too, whatever its length, and so is
    one of several words whose last is never a last word ("The council will publish its report by").
    """
    if following.is_bullet or line.is_quoted != following.is_quoted:
        return False
    ended = _SENTENCE_END.search(text, line.start, line.end)
    if text[following.start].islower() and not (ended and ended[0][0] in ".!?:;"):
        return True
    if _GOES_ON.search(text, line.start, line.end) and text.count(" ", line.start, line.end) >= _LEAST_OPEN_WORDS:
        return True
    first_word = text[following.start : following.end].split(None, 1)[0]
    return _LEAST_WRAP <= width <= _MOST_WRAP and line.width + 1 + len(first_word) > width


def _joined(text: str, run: list[_Line]) -> Iterator[tuple[_Line, int, bool]]:
    """The lines of a run, wraps undone: the first line of each, where the last one ends, and if bullets follow."""
    width = max(line.width for line in run)
    first = run[0]
    for line, following in pairwise(run):
        if not _is_wrapped(text, line, following, width):
            yield first, line.end, following.is_bullet
            first = following
    yield first, run[-1].end, False


def _is_heading(text: str, span: Span) -> bool:
    """True for a short line that ends like no sentence, and for one in capitals that says what is told below it."""
    if span.end - span.start <= _LONGEST_CAPITALS and _ASKS.fullmatch(text, span.start, span.end):
        return True
    words = span.of(text).split(None, _MOST_HEADING_WORDS)
    return len(words) <= _MOST_HEADING_WORDS and not _SENTENCE_END.search(text, span.start, span.end)


def _kind(text: str, line: _Line, span: Span, *, is_stem: bool) -> BlockKind:
    if line.is_quoted:
        return BlockKind.QUOTED
    if line.sort.startswith("#") and _is_heading(text, span) and not _PROMISES.search(text, span.start, span.end):
        return BlockKind.HEADING
    if line.is_bullet:
        return BlockKind.BULLET
    return BlockKind.HEADING if _is_heading(text, span) and not is_stem else BlockKind.PARAGRAPH


def find_blocks(text: str) -> Iterator[Block]:
    """The blocks of a text, in its order. Their spans do not overlap and never begin or end with a space."""
    heading, stem = "", None
    outer: tuple[str, Span] | None = None
    for run in _paragraphs(text):
        for line, end, is_listed in _joined(text, run):
            span = Span(line.start, end)
            is_stem = text[end - 1] == ":" or (is_listed and bool(_BREAKS_OFF.search(text, line.start, end)))
            kind = _kind(text, line, span, is_stem=is_stem)
            if kind is BlockKind.BULLET:
                outer = None if outer and outer[0] == line.sort else outer
                yield Block(kind, span, heading, outer[1] if outer else stem)
                outer = (line.sort, span) if is_stem else outer
                continue
            yield Block(kind, span, heading)
            stem, outer = span if is_stem else None, None
            if kind is BlockKind.HEADING:
                heading = span.of(text)
