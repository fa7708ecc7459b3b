"""The announced future: "we are going to plant", "she's going to sign"."""

from __future__ import annotations

from tracker.extraction.rules import Cue

CUE = Cue(
    name="going_to",
    pattern=r"(?:am|is|are|'m|'s|'re)(?: now| also| all)? going to(?! be fun\b)",
    words=frozenset({"going"}),
    examples=("We are going to plant a hedge along the canal.", "I'm now going to write to all of them."),
    counterexamples=("They were going to a wedding.",),
)
