"""What is kept as it is until something else happens: "the pool stays shut until its roof is mended"."""

from __future__ import annotations

from tracker.extraction.rules import Cue

CUE = Cue(
    name="held_until",
    pattern=(
        r" (?:now |also )?(?=(?:stays?|remains?|keeps?|holds?|is|are) (?!until\b)[^.;,]{1,60}? "
        r"(?:until|as long as|while) (?:the|an?|its?|they|we|he|she|you|all|every|both|another|"
        r"[a-z]+ (?:has|have|is|are))\b)(?<!will )(?<!would )(?<!shall )(?<!to )(?<!not )"
    ),
    words=frozenset({"until", "while", "long"}),
    examples=(
        "The pool stays shut until its roof is mended.",
        "Trucks are kept off the dam until it has been inspected.",
        "Rents are halved for as long as the scaffold stands.",
    ),
    counterexamples=("The pool stays shut.", "The pool will stay shut until its roof is mended."),
)
