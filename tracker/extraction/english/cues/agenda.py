"""An entry with its day: "Annual results: 4 June", "Second partner meeting: Porto, 9 June", "due: 31 October"."""

from __future__ import annotations

from tracker.extraction.candidate import Cue

CUE = Cue(
    name="agenda",
    pattern=r"^(?!.*\b(?:is|are|was|were|has|had|have|will|lists?|said|says|who|chaired|approved)\b)[^:.;]{3,80}: |"
    r"\b(?:due|deadline|by|when|target date|completion): ",
    words=frozenset({":"}),
    examples=("Annual results: 4 June 2026.", "Second meeting: Leeds, 9 June 2026", "Owner: the clerk; due: 3 May."),
    counterexamples=("We met at noon.",),
    is_nominal=True,
    reach=40,
)
