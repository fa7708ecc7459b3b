"""A promise called by its name: "our undertaking to report by May", "a written pledge: ninety beds by June"."""

from __future__ import annotations

from tracker.extraction.rules import Cue

_PROMISES = "pledge|promise|undertaking|commitment|guarantee|assurance|vow"

CUE = Cue(
    name="word_given",
    pattern=(
        rf"\b(?P<who>our|my) (?:[a-z]+ ){{0,2}}(?:{_PROMISES}|word)(?: to (?:you|them|readers|customers|members|all))?"
        r"(?: (?:is )?(?:to|that)\b|: )|\b(?:our|my) (?:[a-z]+ )?(?:goal|target|aim): "
        rf"|\b(?:an?|its|his|her|their|the) (?:firm |written |solemn |public |clear |formal )?(?:{_PROMISES})"
        r"(?: to [^,;.:]{2,40})?: (?=[a-z0-9£$€])"
        r"|\b(?:gave|gives?|given) (?:(?:you|them|him|her|us|it) )?(?:its|his|her|their|our|my) word (?:to|"
        r"that)(?= [a-z])"
        rf"|\b(?:made|makes?|renew(?:ed|s)|repeat(?:ed|s)|sign(?:ed|s)) (?:an?|its|his|her|their|our|my|the) "
        rf"(?:[a-z]+ )?(?:{_PROMISES}|word) (?:to|that)(?= [a-z])"
    ),
    words=frozenset({*_PROMISES.split("|"), "word", "goal", "target", "aim"}),
    examples=(
        "Our goal: no waste at all by 2030.",
        "It is our undertaking to publish the accounts by 3 May 2026.",
        "He left the room with a written pledge: ninety beds by June 2026.",
        "Here is my word to the islands: a ferry by May 2026.",
        "The mayor renewed her promise to plant a wood.",
    ),
    counterexamples=("The promise was broken.", "Our word is good.", "They kept the pledge of 1911."),
)
