"""Sentences by nupunkt, each with its place in the original text."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Protocol

from tracker.core.deadline import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# What the splitter takes for the end of a sentence though a figure or a name must follow.
_UNFINISHED = re.compile(
    r"(?:^|[\s(\"'])(?:rs|nos?|approx|cllrs?|smt|shri|hon|art|reg|fig|para|ca|cf|vs|pp?|st|mt|ft|lt|gen|capt|col|sgt|"
    r"w\.e\.f|i\.e|e\.g|viz|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|[a-z])\.\s*$",
    re.IGNORECASE,
)
_LONGEST_UNFINISHED = 12
# A row of a table of actions goes on with who is charged and by when.
_GOES_ON = re.compile(r"\s*(?:Owner|Lead|Responsible|Assigned to|Due|Deadline|Target date|By when)\s*:")
_SECTION = re.compile(r"\s*(?:sec|section|art|article)\.?\s+\d+\.\s*", re.IGNORECASE)
# Words that a full stop shortens, though they are written in small letters.
_SHORTENED = (
    "approx dept prof capt corp bros govt messrs cllrs supt sept etc vol gen col sgt inc ltd rev hon fig est art sec "
    "ref tel ext cap eds min max res reg jan feb mar apr jun jul aug oct nov dec sen rep gov pres ave blvd maj cmdr "
    "incl excl resp para paras nos vols pts cert"
)
# Where a sentence surely ends: after a clock time, and after a plain word, which the splitter may hold for an
# abbreviation ("month.", "cow.").
_BREAK = re.compile(
    r"\.(?<=[ap]\.m\.)(\s+)(?!(?:Eastern|Central|Mountain|Pacific|Greenwich|[A-Z][a-z]+day|Jan|Feb|Ma|Apr|Ju|Aug|Sep|"
    r"Oct|Nov|Dec))(?=[A-Z][a-z]+\s(?!\d))"
    r"|\.(?<=[a-z]{3}\.)"
    + "".join(f"(?<!\\b{word}\\.)(?<!\\b{word.title()}\\.)" for word in _SHORTENED.split())
    + r"(\s+)(?=[A-Z\"])(?!(?:Owner|Lead|Responsible|Assigned to|Due|Deadline|Target date|By when)\s*:)"
)
# Where one may end: the splitter is slow, and asked only there.
_MAY_END = re.compile(r"[.!?…]\S*\s")


class _Splitter(Protocol):
    def span_tokenize(self, text: str) -> Iterator[tuple[int, int]]: ...


@cache
def _splitter() -> _Splitter:
    """The sentence splitter; its model takes a quarter of a second to load, so it waits for the first sentence."""
    from nupunkt import load_default_model

    splitter: _Splitter = load_default_model()
    return splitter


def _is_unfinished(text: str, start: int, end: int) -> bool:
    """True where a piece ends with an abbreviation, or is the number of a section."""
    tail = max(start, end - _LONGEST_UNFINISHED)
    return bool(_UNFINISHED.search(text, tail, end) or _SECTION.fullmatch(text, start, end))


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """A block parted where a sentence surely ends."""
    at = 0
    for gap in _BREAK.finditer(text):
        yield at, gap.start() + 1
        at = gap.end()
    yield at, len(text)


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a block; the splitter is asked only where it is in doubt whether one ends."""
    for begins, ends in _parts(text):
        if not _MAY_END.search(text, begins, ends):
            yield begins, ends
            continue
        start = begins
        for _, end in _splitter().span_tokenize(text[begins:ends]):
            stop = begins + end
            if stop == ends or not (_is_unfinished(text, start, stop) or _GOES_ON.match(text, stop)):
                yield start, stop
                start = stop


def find_sentences(folded: str, block: Span) -> Iterator[Span]:
    """The sentences of a block of a folded text, as places in that text; none begins or ends with a space."""
    for begins, ends in _pieces(block.of(folded)):
        raw = folded[block.start + begins : block.start + ends]
        start = block.start + begins + len(raw) - len(raw.lstrip())
        if raw := raw.strip():
            yield Span(start, start + len(raw))
