"""An entry with its day: "Annual results: 4 June", "Second partner meeting: Porto, 9 June"."""

from __future__ import annotations

from tracker.extraction.rules import Cue

CUE = Cue(
    name="agenda",
    pattern=r"^(?!.*\b(?:is|are|was|were|has|had|have|will|lists?|said|says|who|chaired|"
    r"approved)\b)(?:date of (?:the )?)?(?P<deed>[^:.;]{3,80}): ",
    words=frozenset({":"}),
    examples=("Annual results: 4 June 2026.", "Second meeting: Leeds, 9 June 2026", "Next meeting: 3 May."),
    counterexamples=("We met at noon.",),
    is_nominal=True,
    reach=40,
)
