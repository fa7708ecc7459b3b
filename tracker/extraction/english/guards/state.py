"""A state of things rather than a deed: being, lasting, needing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.extraction.english.nouns import ACTOR
from tracker.extraction.english.predicate import is_due, is_kept
from tracker.extraction.rules import Guard

if TYPE_CHECKING:
    from tracker.extraction.candidate import Clause

_READY_WORDS = (
    "ready available open operational complete finished running back out online up in on over live there done able "
    "made free at gone under public full with yours ours theirs here dealt"
)
_READY = frozenset(_READY_WORDS.split())
_STATIVE_WORDS = "be have remain stay last need cost know see cover consist contain mean include run look feel focus"
_STATIVE = frozenset(_STATIVE_WORDS.split())
# What somebody makes of a thing by a day.
_GOAL = re.compile(r"(?:free|neutral|ready|compliant|[ai]ble|electric|digital|live|clean|safe|public|independent)$")

_NO_EFFECT = re.compile(
    r"have (?:no|little|an?|some|any) (?:[a-z]+ )?(?:effect|impact|bearing|influence|implications?)\b"
)

# For how long, nobody says: "for now the schools will stay shut".
_FOR_NOW = re.compile(r"\b(?:for now|for the (?:time being|moment)|until further notice|as long as necessary)\b")
_LASTING = frozenset({"stay", "remain", "keep", "continue"})

# What somebody feels, and says no more: "we are sorry", "we are proud of our drivers".
_FEELS = re.compile(
    r"\W*(?:we|i)(?:'re|'m| are| am)(?: [a-z]+ly| very| so| truly)? "
    r"(?:sorry|grateful|thankful|pleased|proud|delighted|happy|glad|sad|saddened|aware|conscious|lucky|honou?red)\b"
)


def _applies(clause: Clause) -> bool:
    if clause.voucher_span:
        return False
    found = clause.predicate
    if clause.cue.is_last_resort and _FEELS.match(clause.sentence.low, clause.sentence.begins):
        return True
    if is_kept(clause):
        return False
    if found.is_state:
        if is_due(clause) and _GOAL.search(found.verb):
            return False
        return found.verb not in _READY and not found.verb.endswith("ing")
    if _NO_EFFECT.match(clause.behind) or (found.verb in _LASTING and _FOR_NOW.search(clause.sentence.low)):
        return True
    if found.verb == "have" and clause.deadlines:
        return False
    if clause.behind.startswith(("look into", "see to", "see that")):
        return False
    return found.verb in _STATIVE and not found.has_be and not ACTOR.search(clause.subject)


GUARD = Guard(
    name="state",
    reason="it describes a state, not a deed",
    applies=_applies,
    examples=(
        "The course will last six months.",
        "The winter will be cold.",
        "We are very sorry.",
        "For now the schools will stay shut.",
        "The new tariff would have no effect on pensions, the minister said.",
    ),
    counterexamples=(
        "The fair agreed to look into it.",
        "The firm promised that the course would be cold.",
        "Every village will have a well by May.",
        "The course will be ready by May.",
        "All stations shall be step-free by May.",
        "The gates will remain shut until 3 May 2026.",
        "The course will be held in May.",
        "The schools will stay shut until 3 May 2026.",
    ),
)
