"""A row of a table of actions: "Repair the gate. Owner: the caretaker; due: 3 May", "lead: Estates, by 3 May"."""

from __future__ import annotations

from tracker.extraction.rules import Cue

CUE = Cue(
    name="assigned",
    pattern=(
        r"^(?P<deed>[^:;]{4,200}?)[.;,|( –—-]+(?:action )?(?:owner|lead|responsible|responsibility|assigned to|"
        r"assignee)"
        r"(?: officer)?: ?(?P<who>[^;,|.:()]{2,50}?)(?: ?[;,|.–—]| -)(?: ?(?:due|deadline|by|when|target date)\b:?)?"
    ),
    words=frozenset({"owner", "lead", "responsible", "responsibility", "assigned", "assignee"}),
    examples=(
        "Repair the gate. Owner: the caretaker; due: 3 May 2026.",
        "Draft the lease; lead: Estates; deadline: 3 May 2026.",
    ),
    counterexamples=("The owner: a man of few words.", "Responsible people lock their doors by 3 May 2026."),
    reach=60,
)
