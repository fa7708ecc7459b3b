"""What a product or a measure is said to bring."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.extraction.english.nouns import ACTOR, PUBLIC, is_name
from tracker.extraction.english.verbs import BENEFIT, DEED, GETTING
from tracker.extraction.rules import Guard

if TYPE_CHECKING:
    from tracker.extraction.candidate import Clause

_GAIN = re.compile(
    r"\b(?:make it (?:easier|harder|possible|simpler)|easier|faster|quieter|healthier|cheaper|able to|less time|"
    r"more time|save (?:time|money|about)|"
    r"the way (?:we|our|people|customers)|the benefit|real gains|find it|for (?:years|generations) to come|(?:within|"
    r"in) (?:[a-z]+ |\d+ )?(?:seconds|minutes)|second to none|"
    r"on the map|at the (?:very )?fore?front|a great "
    r"deal|game.changer)\b"
)
_GAINING_WORDS = """
make easier faster quieter healthier cheaper able time save way benefit gains find come deal game seconds minutes
second map front forefront
"""
_GAINING = frozenset(_GAINING_WORDS.split())


def _applies(clause: Clause) -> bool:
    if clause.voucher_span:
        return False
    found = clause.predicate
    if not _GAINING.isdisjoint(clause.sentence.words) and _GAIN.search(clause.behind):
        return True
    if found.verb in GETTING and PUBLIC.search(clause.subject):
        return not clause.deadlines and not any(letter.isdigit() for letter in clause.behind)
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
        "The new pump will tell a nurse within seconds.",
        "The new hall will bring the quarter to life.",
    ),
    counterexamples=(
        "The firm promised that the app would help every user by 3 May 2026.",
        "The ministry will help every user by 3 May.",
        "The rules will be published on Monday.",
    ),
)
