"""The arranged present: "we are filing a complaint on Friday", "the crossing is being reopened on Thursday"."""

from __future__ import annotations

from tracker.extraction.rules import Cue

CUE = Cue(
    name="progressive",
    pattern=r"(?:am|is|are|'m|'s|'re)(?: now| also| all)?(?: being)? (?=[a-z]+)(?! ?going "
    r"to\b)(?! ?(?:being|considering|discussing|examining|looking|weighing|pending|expected|planned|according|"
    r"outstanding|missing|interesting|during|including))(?:(?<=being )|(?=[a-z]+ing\b))",
    words=frozenset({"am", "is", "are", "'m", "'s", "'re"}),
    examples=("We are filing the appeal on Friday.", "The gate is being reopened on 3 May."),
    counterexamples=("We are going to file it.", "The gate was closing."),
    reach=120,
)
