"""A present tense with words of time ahead: "buses replace trains in May", "a fair marks the day on 3 June"."""

from __future__ import annotations

from tracker.deadlines.alternation import any_of
from tracker.extraction.english.finite import BEHIND, NO_SUBJECT
from tracker.extraction.english.verbs import DEED, HAPPENING
from tracker.extraction.rules import Cue

# What ends in -s and is no verb.
_NO_VERB = """
its his this was is has as us plus less unless across towards besides perhaps always days weeks months years hours
minutes times does yes thus ours theirs yours whose
"""
_BASE = any_of(DEED | HAPPENING)

CUE = Cue(
    name="present",
    pattern=(
        rf" (?<=[a-z] )(?!(?:{'|'.join(_NO_VERB.split())}|[a-z]+(?:[eo]rs|ments|ions|ings|ists|"
        rf"ants))\b)(?=[a-z]{{2,}}s {BEHIND})"
        + NO_SUBJECT
        + rf"| (?<=s )(?<!\bis )(?<!\bwas )(?<!\bhas )(?<!\bits )(?<!\bthis )(?<!'s )(?={_BASE} )"
        + r"| (?:is|are) (?=(?:[a-z]+ly |now |also |then )?"
        + r"(?:[a-z]+ed|[a-z]+[aeou]wn|cut|set|put|shut|held|let|sold|sent)\b)"
    ),
    words=frozenset(),
    examples=("A fair delights the town on 3 June 2026.", "Buses serve town on 3 June 2026."),
    counterexamples=("A fair marked the day.", "A fair will mark the day on 3 June 2026."),
    is_last_resort=True,
)
