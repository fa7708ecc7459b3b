"""What the tests of extraction share: the shipped weights, and sentences taken apart."""

from __future__ import annotations

from datetime import date
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest

from tracker.core.announcement import Announcement
from tracker.core.conventions import PLAIN
from tracker.core.deadline import Span
from tracker.deadlines import find_deadlines
from tracker.extraction import Weights, extract, parse_weights
from tracker.extraction.candidate import sentence_of
from tracker.extraction.english.clauses import find_clauses
from tracker.extraction.reading import fold, read

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.core.commitment import Extraction
    from tracker.extraction.candidate import Clause

ANNOUNCED_ON = date(2025, 3, 5)


@pytest.fixture(scope="session")
def weights() -> Weights:
    return parse_weights((files("tracker.extraction.english") / "weights.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def clauses_of() -> Callable[[str], list[Clause]]:
    """The clauses of a sentence announced on 5 March 2025."""

    def take_apart(text: str) -> list[Clause]:
        span = Span(0, len(text))
        sentence = sentence_of(read(fold(text), span), span)
        return find_clauses(sentence, lambda piece: find_deadlines(piece, ANNOUNCED_ON))

    return take_apart


@pytest.fixture(scope="session")
def extracted(weights: Weights) -> Callable[..., Extraction]:
    """What is found in a text announced on 5 March 2025."""

    def find(text: str, publisher: str = "") -> Extraction:
        return extract(Announcement(text, ANNOUNCED_ON, publisher=publisher), PLAIN, weights)

    return find
