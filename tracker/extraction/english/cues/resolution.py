"""An infinitive that stands alone, as in a list of undertakings: "To sell the pier", "Not to raise the rents"."""

from __future__ import annotations

from tracker.extraction.rules import Cue

CUE = Cue(
    name="resolution",
    pattern=r"^\W*(?:and )?(?:not |never )?to (?=[a-z]+\b)(?!(?:date|sum|say|be sure|begin with|start with|this|that|"
    r"the|"
    r"our|my|your|all|those|them|him|her|us)\b)(?![^,]{2,80}, (?:the|we|i|it|he|she|they|you|our|its|a|an)\b)",
    words=frozenset(),
    examples=("To sell the pier by 3 May 2026.", "Not to raise any rent before 3 May 2026."),
    counterexamples=("To win them back, the pier is mended by 3 May 2026.", "To the pier by 3 May 2026."),
    is_last_resort=True,
)
