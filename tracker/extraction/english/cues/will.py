"""The plain future: "the ministry will publish", "we'll build"."""

from __future__ import annotations

from tracker.extraction.rules import Cue

CUE = Cue(
    name="will",
    pattern=r"will\b(?! of\b| power\b)|won't\b|'ll\b",
    words=frozenset({"will", "won't", "'ll"}),
    examples=(
        "The museum will reopen its east wing in June.",
        "We'll repaint every crossing on Mill Road.",
        "A helpline will be set up within two weeks.",
    ),
    counterexamples=("She left the house to them by will of 1911.", "It takes will power."),
)
