"""What was done on the day that it is told or shortly before: "signed a memorandum today", "… on Wednesday"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.extraction.english.wording import wordings
from tracker.extraction.rules import Guard

if TYPE_CHECKING:
    from tracker.core.deadline import Deadline
    from tracker.extraction.candidate import Clause

_WORDS = """
today tonight morning afternoon evening monday tuesday wednesday thursday friday saturday sunday
"""


def _may_be_past(found: Deadline) -> bool:
    """True for the day of the announcement, and for a weekday, which is the last one beside a verb in the past."""
    return found.due == found.anchor.on or found.rules == ("on", "weekday")


def _applies(clause: Clause) -> bool:
    is_bare = clause.cue.is_last_resort or clause.cue.reach is not None
    if not (is_bare and clause.deadlines and all(map(_may_be_past, clause.deadlines))):
        return False
    return "past_tense" in wordings(clause)


GUARD = Guard(
    name="done",
    reason="it tells what was done already",
    applies=_applies,
    examples=(
        "Velmara and Castoria signed a memorandum on health today.",
        "The board today approved the budget.",
        "Norda and Veland signed a charter on tidal power on Wednesday.",
    ),
    counterexamples=(
        "The bridge opens today.",
        "The board approved the budget and will publish it on Friday.",
        "The meeting was put off to 3 May 2027.",
        "The board is to approve the budget today.",
    ),
    words=frozenset(_WORDS.split()),
)
