"""What nobody shall suffer: "nobody pays more", "not one family sleeps in a tent", "no brick of it is sold"."""

from __future__ import annotations

from tracker.extraction.rules import Cue

CUE = Cue(
    name="nobody",
    pattern=(
        r"(?<!have )(?<!has )(?<!had )(?<!with )(?<!be )(?<!make )(?<!made )(?<!makes )"
        r"(?P<who>(?:nobody|no[- ]one)(?: (?:who|that|in|on|at|there|else)\b(?: [a-z]+){0,5}?)?|"
        r"none of [a-z]+(?: [a-z]+)?|"
        r"not (?:one|a single|a) [a-z]+(?: [a-z]+){0,4}?|"
        r"no [a-z]+(?: (?:of|in|on|at|from|under|over) (?:the |our |its |their )?[a-z]+){0,2})"
        r"(?= (?!knows\b|its\b|his\b|as\b|was\b|has\b|is\b|doubts\b|seems\b|needs\b|less\b)[a-z]+[^s\W]s\b(?! (?:of|"
        r"was|were|has|have|had|"
        r"will|would|is|are|can|may|shall)\b)| (?:is|are) (?:[a-z]+ed|sold|let|left|sent|put|cut|lost|laid|turned)\b)"
    ),
    words=frozenset({"nobody", "no", "none", "not"}),
    examples=(
        "Nobody pays more before the work is done.",
        "Not one family from the quay sleeps in a tent.",
        "No brick of the mill is sold.",
    ),
    counterexamples=(
        "Nobody knows.",
        "No date was named.",
        "It is not known.",
        "It would have no effect on rail services.",
    ),
)
