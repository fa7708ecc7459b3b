"""What will happen by itself, or what somebody foresees."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.extraction.candidate import Guard
from tracker.extraction.english.nouns import is_name
from tracker.extraction.english.predicate import predicate
from tracker.extraction.english.verbs import DEED, HAPPENING

if TYPE_CHECKING:
    from tracker.extraction.candidate import Clause

_HAPPENING = HAPPENING - DEED
_EITHER = HAPPENING & DEED
_FORESEEN = re.compile(
    r"\b(?:forecast|forecasts|predict(?:s|ed)?|projected|projections?|estimates? (?:that|of|it)|estimated|outlook|"
    r"expected to|likely|unlikely|"
    r"probably|analysts?|economists|reckons?|no doubt|god willing|if the weather|on present trends|on average|by "
    r"mid-century|"
    r"warned|foresees?|calculated|prices?|sales will|demand|growth|inflation|unemployment|temperatures?|rainfall|"
    r"rain|sea levels?|revenues?|turnout)\b"
)
_ACTOR = re.compile(
    r"\b(?:i|we|minist\w+|government|council|company|board|agency|department|bank|commission|"
    r"committee|operator|utility|mr|ms|dr)\b"
)


_HAPPENS = re.compile(
    r"^(?:run (?:out|short|low)|go (?:under|up|down|wrong)|come true|be gone|take (?:years|months|place by itself))\b"
)


def _applies(clause: Clause) -> bool:
    verb = predicate(clause).verb
    if _FORESEEN.search(clause.before) or (
        clause.cue.name not in ("intend", "pledge") and _FORESEEN.search(clause.subject)
    ):
        return True
    if clause.cue.name in ("intend", "pledge", "action"):
        return False
    if verb in _HAPPENING or _HAPPENS.match(clause.predicate):
        return True
    return verb in _EITHER and not _ACTOR.search(clause.subject) and not is_name(clause.subject_text)


GUARD = Guard(
    name="forecast",
    reason="it foresees what will happen; nobody decides it",
    applies=_applies,
    examples=(
        "The ice will melt within weeks.",
        "Prices will rise by a tenth before the winter.",
        "The bank predicts that growth will slow in 2027.",
    ),
    counterexamples=(
        "The firm plans to grow its staff by May.",
        "We will raise wages by a tenth before the winter.",
        "The bank will publish its forecast in May.",
    ),
)
