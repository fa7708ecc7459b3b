"""What somebody asks of somebody else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.extraction.candidate import Guard

if TYPE_CHECKING:
    from tracker.extraction.candidate import Clause

_JOINT = re.compile(r"; |, (?:and|but) ")
_DEMAND = re.compile(
    r"\b(?:call(?:s|ed|ing)? (?:on|for)|urg(?:e|es|ed|ing)|demand(?:ed|ing|s that)|ordered|orders (?:it|the)|"
    r"directed|directs|instruct(?:s|ed)|requested|requests that|"
    r"recommend(?:s|ed)?|ask(?:s|ed|ing)?|appeal(?:s|ed)?|remind(?:s|ed)?|insist(?:s|ed)?|wants?|would like|"
    r"advis(?:e|es|ed)|"
    r"(?:have|has|had|been|were|was|are|is) (?:been )?told|told (?:it|its|them|him|her|the [a-z]+) to|invit(?:e|es|"
    r"ed)|requires|oblige[sd]?)\b"
)


def _applies(clause: Clause) -> bool:
    joints = [joint.end() for joint in _JOINT.finditer(clause.before)]
    return bool(_DEMAND.search(clause.before, joints[-1] if joints else 0))


GUARD = Guard(
    name="demand",
    reason="it asks somebody else for it",
    applies=_applies,
    examples=(
        "The union demanded that the firm would pay by May.",
        "She called on the state to see that a road will be built.",
    ),
    counterexamples=(
        "The firm will pay what the union demanded by May.",
        "The state will build the road.",
    ),
)
