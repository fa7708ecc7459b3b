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
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|[a-z])\.\s*$",
    re.IGNORECASE,
)
_SECTION = re.compile(r"\s*(?:sec|section|art|article)\.?\s+\d+\.\s*", re.IGNORECASE)
# Where it goes on though a sentence has ended: after a clock time, and after a plain word that it holds for an
# abbreviation ("month.").
_BREAK = re.compile(
    r"(?<=[ap]\.m\.)\s+(?!(?:Eastern|Central|Mountain|Pacific|Greenwich|[A-Z][a-z]+day|Jan|Feb|Ma|Apr|Ju|Aug|Sep|"
    r"Oct|Nov|Dec))"
    r"(?=[A-Z][a-z]+\s(?!\d))"
    r"|(?<=[a-z]{4}\.)(?<!approx\.)(?<!dept\.)(?<!prof\.)(?<!capt\.)(?<!corp\.)(?<!bros\.)(?<!govt\.)(?<!messrs\.)"
    r"(?<!Sept\.)(?<!Dept\.)(?<!Prof\.)(?<!Capt\.)(?<!Corp\.)(?<!Bros\.)(?<!Govt\.)(?<!Cllrs\.)(?<!Supt\.)(?<!Messrs\.)"
    r"\s+(?=[A-Z\"])"
)


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
    return bool(_UNFINISHED.search(text, start, end) or _SECTION.fullmatch(text, start, end))


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """The splitter's sentences, with what it wrongly parts joined and what it wrongly joins parted."""
    start = None
    for begins, ends in _splitter().span_tokenize(text):
        start = begins if start is None else start
        if ends < len(text) and _is_unfinished(text, start, ends):
            continue
        for gap in _BREAK.finditer(text, start, ends):
            yield start, gap.start()
            start = gap.end()
        yield start, ends
        start = None


def find_sentences(folded: str, block: Span) -> Iterator[Span]:
    """The sentences of a block of a folded text, as places in that text; none begins or ends with a space."""
    for begins, ends in _pieces(block.of(folded)):
        raw = folded[block.start + begins : block.start + ends]
        start = block.start + begins + len(raw) - len(raw.lstrip())
        yield Span(start, start + len(raw.strip()))
