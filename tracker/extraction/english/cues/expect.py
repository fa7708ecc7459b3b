"""What somebody expects of itself: "we expect to finish by May"."""

from __future__ import annotations

from tracker.extraction.rules import Cue

_WORDS = """
expect expects expected anticipate anticipates anticipated projected target targets
"""

CUE = Cue(
    name="expect",
    pattern=(
        r"\b(?:expects?|anticipates?|targets?) to(?= [a-z]|:)"
        r"|(?:is|are|'s|'re) (?:now |also |still )?(?:expected|anticipated|projected) to(?= [a-z])"
    ),
    words=frozenset(_WORDS.split()),
    examples=("We expect to finish the wall by 4 March.", "The firm expects to move in June."),
    counterexamples=("We expect rain.", "Hopes are high."),
)
