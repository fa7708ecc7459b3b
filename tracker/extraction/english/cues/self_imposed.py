"""A deadline that somebody sets itself: "gave itself 90 days", "the date we have set ourselves"."""

from __future__ import annotations

from tracker.extraction.rules import Cue

CUE = Cue(
    name="self_imposed",
    pattern=r"\b(?:gave|given|gives?|set|sets|setting|allowed) (?:itself|themselves|himself|herself|ourselves|"
    r"myself)\b",
    words=frozenset({"itself", "themselves", "himself", "herself", "ourselves", "myself"}),
    examples=("The board gave itself until 3 May to find a buyer.", "The date we have set ourselves is 4 May."),
    counterexamples=("She set the table herself.",),
    reach=80,
)
