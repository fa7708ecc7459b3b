"""The arranged future: "the two sides are to exchange lists", "the bridge is to be closed"."""

from __future__ import annotations

from tracker.extraction.rules import Cue

CUE = Cue(
    name="be_to",
    pattern=r"(?:is|are|'s|'re)(?: now| also| each| both| all| then| therefore)?,? to(?= "
    r"[a-z])(?! say\b| blame\b| us\b| them\b)",
    words=frozenset({"is", "are", "'s", "'re"}),
    examples=("The two ports are to share their pilots from May.", "The depot is now to be sold by the autumn."),
    counterexamples=("That is to say, nobody knows.", "Who is to blame?", "She was to speak at noon."),
)
