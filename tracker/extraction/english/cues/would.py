"""The future as it was told: "she said the road would open in May", "it would, he added, be free"."""

from __future__ import annotations

from tracker.extraction.rules import Cue

CUE = Cue(
    name="would",
    pattern=r"would\b(?! like\b| rather\b| (?:have|only have) (?:been\b|[a-z]+ed\b))|'d\b(?<=[heitywu]'d)(?! "
    r"better\b| like\b| rather\b| been\b)",
    words=frozenset({"would", "'d"}),
    examples=("She said that the road would open on 3 May.", "The trains, he added, would run by Friday."),
    counterexamples=("They would rather wait.", "It would have helped."),
)
