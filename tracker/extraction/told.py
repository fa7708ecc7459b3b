"""All that an announcement tells, sentence by sentence: what a later one may say of a deed stands in any of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.extraction.blocks import find_blocks
from tracker.extraction.english.boilerplate import drop_boilerplate
from tracker.extraction.reading import fold
from tracker.extraction.sentences import find_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.core.deadline import Span


def find_told(text: str) -> Iterator[Span]:
    """The place of each sentence and heading of a text, in its order; boilerplate is left out."""
    folded = fold(text)
    for block in drop_boilerplate(text, find_blocks(text)):
        yield from find_sentences(folded, block.span)
