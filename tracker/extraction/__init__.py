"""Text to commitments: `extract` reads an announcement, `read_sentence` one sentence typed by hand.

`find_told` gives all sentences, for who looks for something else in them.
"""

from __future__ import annotations

from tracker.extraction.pipeline import extract
from tracker.extraction.score import Weights, parse_weights
from tracker.extraction.told import find_told
from tracker.extraction.typed import read_sentence

__all__ = ["Weights", "extract", "find_told", "parse_weights", "read_sentence"]
