"""A sentence with the words marked from which who, what and by when were read."""

from __future__ import annotations

import re
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from tracker.core.deadline import Span
from tracker.reports.table import Cell, Fact, Tone

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tracker.core.commitment import Commitment

_WORD = re.compile(r"[^\W_]+")
_LEAST_RUN = 2
"""Words of a deed that must stand side by side to be marked; a lone "the" is not its trace."""

_MOST_WORDS = 400
"""Words of a sentence that are looked through; what is longer is a table that lost its line breaks."""

_BOLD = re.compile(r"\*\*|__")
_LEAST_LETTERS = 4
"""Letters of a word that is marked though it stands alone."""


def without_marks(text: str) -> str:
    """Words without the marks by which Markdown makes them bold."""
    return _BOLD.sub("", text)


def marked_words(sentence: str, words: Iterable[str]) -> tuple[Fact, ...]:
    """A sentence in parts, the ones in which these words stand marked."""
    wanted = {word.lower() for word in words}
    spans = [Span(found.start(), found.end()) for found in _WORD.finditer(sentence) if found[0].lower() in wanted]
    return _parts(sentence, spans)


def marked_sentence(found: Commitment) -> tuple[Fact, ...]:
    """The sentence of a commitment in parts, its promisor, its deed and its words of time marked."""
    sentence = found.sentence
    spans = [*_found(sentence, found.promisor.name), *_deadline(found), *_runs(sentence, found.deed)]
    return _parts(sentence, spans)


def _found(sentence: str, words: str) -> Iterator[Span]:
    """Where words stand in a sentence as they are, but for letter case and spacing."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    if pattern and (match := re.search(rf"(?<!\w){pattern}(?!\w)", sentence, re.IGNORECASE)):
        yield Span(*match.span())


def _deadline(found: Commitment) -> Iterator[Span]:
    if found.deadline is None:
        return
    span = found.deadline.span.moved(-found.span.start)
    if span.of(found.sentence) == found.deadline.words:
        yield span
    else:
        yield from _found(found.sentence, found.deadline.words)


def _runs(sentence: str, deed: str) -> Iterator[Span]:
    """The words of a deed that stand side by side in the sentence too, in the deed's order."""
    wanted = [word.lower() for word in _WORD.findall(deed)]
    there = [*islice(_WORD.finditer(sentence), _MOST_WORDS)]
    low = [word[0].lower() for word in there]
    place = 0
    while place < len(wanted):
        starts = (at for at, word in enumerate(low) if word == wanted[place])
        length, start = max(((_shared(low, at, wanted, place), -at) for at in starts), default=(0, 0))
        if length >= _LEAST_RUN or (length and len(wanted[place]) >= _LEAST_LETTERS):
            yield Span(there[-start].start(), there[-start + length - 1].end())
        place += max(length, 1)


def _shared(one: list[str], at: int, other: list[str], place: int) -> int:
    """How many words two lists have alike, from a place in each on."""
    pairs = zip(islice(one, at, None), islice(other, place, None), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _parts(sentence: str, spans: Iterable[Span]) -> tuple[Fact, ...]:
    """The sentence cut at the spans, which may overlap; runs of spaces become one."""
    parts: list[tuple[str, Tone]] = []
    at = 0
    for span in sorted(spans):
        start = max(at, span.start)
        if start < span.end:
            parts += [(sentence[at:start], Tone.STRONG), (sentence[start : span.end], Tone.MARKED)]
            at = span.end
    parts.append((sentence[at:], Tone.STRONG))
    return tuple(
        Fact(f"part_{number}", "part", Cell(re.sub(r"\s+", " ", without_marks(text)), tone=tone))
        for number, (text, tone) in enumerate(parts, 1)
    )
