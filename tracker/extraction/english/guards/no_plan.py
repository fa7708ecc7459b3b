"""Nothing is planned: "there are no plans to sell", "neither town intends to build"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.extraction.rules import Guard

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.extraction.candidate import Clause

_NONE = re.compile(r"\b(?:no|not|neither|nor|never|nobody|none|without)\b[^,;.\"]{0,40}$|n't $")
_CALLED_OFF = re.compile(
    r"\b(?:cancelled|canceled|called off|scrapped|abandoned|shelved|will not (?:now )?(?:take place|go ahead))\b"
)
# "Has dropped plans to sell", "scrapped its pledge to cut", "broke her promise to plant".
_GIVEN_UP = re.compile(
    r"(?<!not )(?<!never )\b(?:dropped|cancell?ed|called off|scrapped|abandoned|shelved|axed|ditched|"
    r"withdrew|withdrawn|broken?|given up|"
    r"gave up|reneged on|(?:gone|went) back on) (?:(?:on|its|his|her|their|the|all|any) ){0,2}(?:[a-z-]+ )?"
    r"(?:plans?|pledges?|promises?|proposals?|commitments?|word|intention)\b"
)
_NO_PLANS = re.compile(r"\bno (?:current |firm |present |immediate )?(?:plans?|intention|proposals?) (?:to|for|of)\b")
# A cue may end a word behind the noun: "plans to".
_NEXT = 4
_PLAN = frozenset({"intend", "hope", "expect", "due_to", "planned_for", "milestone"})


def _applies(clause: Clause) -> bool:
    if any(_is_of_the_cue(found, clause) for none in (_NO_PLANS, _GIVEN_UP) for found in _found(none, clause)):
        return True
    if clause.cue.name not in _PLAN:
        return False
    if _CALLED_OFF.search(clause.sentence.low, clause.start, clause.end):
        return True
    return bool(_NONE.search(clause.before)) or clause.said.startswith(("has no", "have no", "had no"))


def _found(none: re.Pattern[str], clause: Clause) -> Iterator[re.Match[str]]:
    return none.finditer(clause.sentence.low, clause.start, clause.end)


def _is_of_the_cue(found: re.Match[str], clause: Clause) -> bool:
    """True where the plan is what the cue promises, and no other one that stands ahead of it."""
    return _is_bare(clause) or found.start() < clause.cue_end < found.end() + _NEXT


def _is_bare(clause: Clause) -> bool:
    return clause.cue.is_last_resort or clause.cue.reach is not None


GUARD = Guard(
    name="no_plan",
    reason="it says that nothing is planned",
    applies=_applies,
    examples=(
        "Neither town has plans to sell its forest before 2027.",
        "The board does not intend to sell both farms.",
        "The launch, planned for 3 June 2026, has been cancelled.",
        "There is no plan for a rights issue before 2027.",
        "The treasury has dropped plans to sell both farms.",
        "The council scrapped its pledge to cut fees by 2027.",
    ),
    counterexamples=(
        "The board intends to sell both farms.",
        "No town has a wood, and Berga plans to plant one.",
        "The board dropped its objection and plans to sell both farms.",
        "The council cancelled its plan for a car park and will plant 400 trees by 3 May 2027.",
        "We have no intention of closing the ward and will add 20 beds by 3 May 2027.",
        "The ministry has not abandoned its commitment to end coal by 2030.",
    ),
)
