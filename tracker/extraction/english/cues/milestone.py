"""A stage of the work with its day and hardly a verb: "completion by May", "with delivery scheduled for 15 June"."""

from __future__ import annotations

from tracker.extraction.rules import Cue

_STAGES = """
completion delivery handover publication opening reopening launch commissioning inauguration implementation roll-out
rollout installation payment
"""
_NOUNS = "|".join(_STAGES.split())

CUE = Cue(
    name="milestone",
    pattern=(
        rf"\b(?P<deed>(?:full |final |first )?(?:{_NOUNS})(?: of(?: (?![a-z]+ed\b)[a-z'-]+){{1,5}}?)?),? "
        r"(?:(?:is|are|now|currently) )*(?:(?:scheduled|expected|planned|due|targeted|slated|set|foreseen|anticipated|"
        r"pencilled in) )?(?=(?:for|by|in|on|before|no later than)\b)"
    ),
    words=frozenset(_STAGES.split()) | {"roll"},
    examples=(
        "Three vans have been ordered, with delivery scheduled for 15 June 2025.",
        "The contract is let; completion of the pier by May 2026.",
    ),
    counterexamples=(
        "The completion was late.",
        "Delivery by boat is slow.",
        "The launch in 2019 failed.",
        "Payment of the grant reached us on 3 May 2026.",
    ),
    is_nominal=True,
    reach=12,
)
