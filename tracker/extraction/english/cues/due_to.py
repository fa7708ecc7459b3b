"""A thing on somebody's calendar: "is due to publish", "are set to open", "is scheduled to meet"."""

from __future__ import annotations

from tracker.extraction.rules import Cue

CUE = Cue(
    name="due_to",
    pattern=r"(?:is|are|am|'s|'re|'m)(?: now| also| currently| all)? (?:due|set|scheduled|slated|"
    r"timed|booked|planned|poised|on course|on track) to(?= [a-z])",
    words=frozenset({"due", "set", "scheduled", "slated", "timed", "booked", "planned", "poised", "course", "track"}),
    examples=("The panel is due to report on 3 May.", "It's set to lift the ban before the summer."),
    counterexamples=("The delay is due in part to frost.", "The panel was due to report last week."),
)
