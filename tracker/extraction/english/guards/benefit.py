"""What a product or a measure is said to bring."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.extraction.candidate import Guard
from tracker.extraction.english.nouns import ACTOR, PUBLIC, is_name
from tracker.extraction.english.predicate import predicate
from tracker.extraction.english.verbs import BENEFIT, DEED

if TYPE_CHECKING:
    from tracker.extraction.candidate import Clause

_GAIN = re.compile(
    r"\b(?:make it (?:easier|harder|possible|simpler)|easier|faster|quieter|healthier|cheaper|able to|less time|"
    r"more time|save (?:time|money|about)|"
    r"the way (?:we|our|people|customers)|the benefit|real gains|find it|for (?:years|generations) to come|a great "
    r"deal|game.changer)\b"
)


# What people are said to get from it, by no deed of anybody's.
_GETTING = frozenset({"see", "have", "get", "find", "enjoy", "receive", "learn", "gain", "save", "feel", "benefit"})


def _applies(clause: Clause) -> bool:
    found = predicate(clause)
    if _GAIN.search(clause.predicate):
        return True
    if found.verb in _GETTING and PUBLIC.search(clause.subject):
        return not clause.deadlines and not any(letter.isdigit() for letter in clause.predicate)
    if found.verb not in BENEFIT or found.has_be or ACTOR.search(clause.subject):
        return False
    return found.verb not in DEED or not (clause.deadlines or is_name(clause.subject_text))


GUARD = Guard(
    name="benefit",
    reason="it praises what a thing will do for people",
    applies=_applies,
    examples=(
        "The app will help users to save energy.",
        "The new rules will make it easier to hire.",
        "Visitors will see more of the river.",
        "The new hall will bring the quarter to life.",
    ),
    counterexamples=(
        "The ministry will help every user by 3 May.",
        "The rules will be published on Monday.",
    ),
)
