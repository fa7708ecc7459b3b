"""Words of time ahead and no cue at all: "Members' evening, 18 June, 7 pm", "a month from now the sheds are gone"."""

from __future__ import annotations

from tracker.extraction.rules import Cue

CUE = Cue(
    name="timed",
    pattern="^",
    words=frozenset(),
    examples=("Members' evening, 18 June 2026, 7 pm.",),
    counterexamples=("Members' evening.", "Members' evening will be on 18 June 2026."),
    is_nominal=True,
    is_last_resort=True,
)
