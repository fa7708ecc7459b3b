"""What somebody asks of somebody else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.extraction.rules import Guard

if TYPE_CHECKING:
    from tracker.extraction.candidate import Clause

_JOINT = re.compile(r"[;:] |, (?:and|but|with) ")
_DEMAND = re.compile(
    r"\b(?:call(?:s|ed|ing)? (?:on|for)|urg(?:e|es|ed|ing)|demand(?:ed|ing|s that)|(?<!been )ordered(?= (?:to|that|"
    r"the|its|his|their|all|every|it|them|a|an|[a-z]+ to)\b)|orders (?:it|the)|"
    r"directed|directs|instruct(?:s|ed)|requested|requests that|"
    r"recommend(?:s|ed)?|encourag(?:es|ed)|(?<!which we have )(?<!, )ask(?:s|ed|ing)?(?! (?:for|about) (?:the|an?|"
    r"its|their|his|her|whom|two|[a-z]+'s) (?:[a-z]+ ){0,3}(?:time|matter)\b)|appeal(?:s|ed) (?:to|for|on)\b|"
    r"remind(?:s|ed)?|insist(?:s|ed)? (?:on|that)\b|wants?|"
    r"would like|"
    r"advis(?:e|es|ed)|"
    r"(?:been|were|was|are|is) told|told (?:it|them|him|her|(?:the|its|his|their) (?:[a-z-]+ ){0,2}[a-z]+) to|"
    r"invit(?:e|es|"
    r"ed)|requires|oblige[sd]?)\b"
)
_DEMANDING = re.compile(
    r"(?:urging|asking|calling (?:on|for)|demanding|pressing|begging|inviting|encouraging|seeking)\b"
)

# The verb itself: "we ask that you close it", "I call on the banks to wait".
_DEMANDS = re.compile(
    r"(?:now |also )?(?:calls? (?:on|for)|asks? (?:that|you|all|every)|demands? (?:that|the)|requires?|urges?|"
    r"wants? (?:the|its|us|them|him|her) (?:[a-z]+ ){0,3}to|wants (?!to\b))\b"
)
# A whole sentence without a cue: "The council on Monday asked the panel to report by Friday".
_CHARGED = re.compile(
    r"\b(?:asked|told|ordered|directed|instructed|urged|requested|required|invited|reminded|called (?:up)?on|pressed|"
    r"commanded)(?! (?:reporters|journalists|parliament|staff|me|us)\b) (?:[\w'-]+ ){1,8}?to (?!the\b|an?\b)[a-z]+"
)
_TO_LEARN = re.compile(r"(?:be told|know|see|hear)\b")


def _applies(clause: Clause) -> bool:
    if "want" in clause.said and _TO_LEARN.match(clause.behind):
        return True
    if _DEMANDING.match(clause.behind) or (_is_bare(clause) and _DEMANDS.match(clause.behind)):
        return True
    if clause.cue.is_last_resort and _CHARGED.search(clause.sentence.low, clause.start, clause.end):
        return True
    joints = [joint.end() for joint in _JOINT.finditer(clause.before)]
    return bool(_DEMAND.search(clause.before, joints[-1] if joints else 0))


def _is_bare(clause: Clause) -> bool:
    """True where the cue is the tense of the verb that it leads to."""
    return clause.cue.is_last_resort or clause.cue.reach is not None


_WORDS = """
call calls called calling urge urges urged urging demand demanded demanding demands ordered orders directed directs
instructs instructed requested requests encourages encouraged urging asking calling demanding pressing begging
inviting encouraging seeking recommend recommends recommended ask asks asked asking appeal appeals appealed remind
reminds reminded insist insists insisted want wants like advise advises advised told invite invites invited requires
require oblige obliges obliged
"""

GUARD = Guard(
    name="demand",
    reason="it asks somebody else for it",
    applies=_applies,
    examples=(
        "The union demanded that the firm would pay by May.",
        "Two provinces are urging senators to pass the bill by 3 May 2026.",
        "She called on the state to see that a road will be built.",
        "The league requires every club to register by 3 May 2026.",
        "We ask that you close the gate by 3 May 2026.",
        "The regulator wants a table of progress by 3 May 2026.",
        "The ministry wants to be told by 3 May 2026.",
        "The council on Monday asked the joint panel to present, by 3 May 2026, a report on the floods.",
    ),
    counterexamples=(
        "The firm has told the board that it will pay by May.",
        "The firm will pay what the union demanded by May.",
        "The ministry wants to build the road by 3 May 2026.",
        "The state will build the road.",
        "Nine days were asked for to the last man; the road opens on 3 May 2026.",
    ),
    words=frozenset(_WORDS.split()),
)
