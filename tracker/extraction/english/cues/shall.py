"""The future of decrees and of speeches: "the company shall install", "I shall report"."""

from __future__ import annotations

from tracker.extraction.rules import Cue

CUE = Cue(
    name="shall",
    pattern=r"shall\b|shan't\b",
    words=frozenset({"shall", "shan't"}),
    examples=("The council shall repay the loan by 1 May.", "I shall report to this House every spring."),
    counterexamples=("The shallow end is closed.",),
)
