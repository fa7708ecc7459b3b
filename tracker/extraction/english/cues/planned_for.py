"""A thing with its day, and no verb: "a second round is planned for May", "the launch is set for 3 June"."""

from __future__ import annotations

from tracker.extraction.rules import Cue

CUE = Cue(
    name="planned_for",
    pattern=r"(?:is|are|'s|'re)(?: now| also| currently| provisionally)? (?:due|planned|"
    r"scheduled|slated|set|booked|fixed|timed|pencilled in|targeted|foreseen|envisaged|listed)(?= (?:for|on|by|in|at|"
    r"before|from|within|during|next|this|early|late|mid|towards|between|no later)\b)"
    r"|(?:has|have)(?: now)? been (?:put back|moved|brought forward|postponed|rescheduled|deferred|pushed back|"
    r"delayed|"
    r"fixed|set|scheduled|arranged)(?: (?:to|until|for))?(?= (?:for|on|to|until|\d|[a-z]+day|early|late|mid|next|"
    r"january|"
    r"february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter)\b)"
    r"|(?:due|deadline|by|when|target date|completion): | (?:is|are)(?= on (?:\d|(?:mon|tues|wednes|thurs|fri|satur|"
    r"sun)day\b))",
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
            "on",
            ":",
            "been",
            "listed",
        }
    ),
    examples=(
        "A second round of talks is planned for March.",
        "The opening is now set for 3 June.",
        "The next hearing is on 3 June.",
        "Sell the crane; due: 3 May 2026.",
        "The ball has been put back to 3 June.",
    ),
    counterexamples=("The opening was planned for March.", "The table is set."),
    is_nominal=True,
    reach=40,
)
