"""What somebody hopes or strives for: less than a promise, seldom more than a wish."""

from __future__ import annotations

from tracker.extraction.rules import Cue

_WORDS = """
hope hopes look looks seek seeks strive strives want wants like wishes dream dreams tries try
"""

CUE = Cue(
    name="hope",
    pattern=r"\b(?:hopes?|looks? forward|seeks?|strives?|wants?|would like|wishes|dreams?|tries|try)(?: to| of)(?= "
    r"[a-z]|:)",
    words=frozenset(_WORDS.split()),
    examples=("The firm hopes to move in June.", "We strive to answer within a day."),
    counterexamples=("Hopes are high.", "They look forward."),
)
