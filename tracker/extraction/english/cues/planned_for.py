"""A thing with its day, and no verb: "a second round is planned for May", "the launch is set for 3 June"."""

from __future__ import annotations

from tracker.extraction.candidate import Cue

CUE = Cue(
    name="planned_for",
    pattern=r"(?:\b(?:is|are)|(?<=[a-z])'(?:s|re))(?: now| also| currently| provisionally)? (?:due|planned|"
    r"scheduled|slated|set|booked|fixed|timed|pencilled in|targeted|foreseen|envisaged)(?= (?:for|on|by|in|at|"
    r"before|from|within|during|next|this|early|late|mid|towards|between|no later)\b)",
    words=frozenset(
        {
            "due",
            "planned",
            "scheduled",
            "slated",
            "set",
            "booked",
            "fixed",
            "timed",
            "pencilled",
            "targeted",
            "foreseen",
            "envisaged",
        }
    ),
    examples=("A second round of talks is planned for March.", "The opening is now set for 3 June."),
    counterexamples=("The opening was planned for March.", "The table is set."),
    is_nominal=True,
    reach=40,
)
