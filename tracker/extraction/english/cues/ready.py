"""A promise of goodwill: "we stand ready to assist", "assured them of continued support"."""

from __future__ import annotations

from tracker.extraction.rules import Cue

CUE = Cue(
    name="ready",
    pattern=(
        r"\b(?:stands?|are|is) ready to\b|\bremains? (?:fully |firmly )?committed to\b|\bstands? by\b"
        r"|\bassur(?:ed|es|ing)\b[^.;,]{0,60}? of (?:its |his |her |their |the )?(?:\w+'s )?(?=(?:continued|full|"
        r"unwavering|every|all|further|support|help|assistance)\b)"
    ),
    words=frozenset({"ready", "remain", "remains", "assured", "assures", "assuring"}),
    examples=("We stand ready to lend pumps.", "He assured the islanders of continued support."),
    counterexamples=("The beds are ready.", "He assured them."),
)
