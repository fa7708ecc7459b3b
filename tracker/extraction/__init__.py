"""Text to commitments: `extract` reads an announcement, `read_sentence` one sentence typed by hand."""

from __future__ import annotations

from tracker.extraction.pipeline import extract
from tracker.extraction.score import Weights, parse_weights
from tracker.extraction.typed import read_sentence

__all__ = ["Weights", "extract", "parse_weights", "read_sentence"]
