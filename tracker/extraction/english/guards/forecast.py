"""What will happen by itself, or what somebody foresees."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.extraction.english.nouns import ACTOR, SET_BY_DECISION, head_of, is_name
from tracker.extraction.english.predicate import is_kept
from tracker.extraction.english.verbs import DEED, HAPPENING
from tracker.extraction.rules import Guard

if TYPE_CHECKING:
    from tracker.extraction.candidate import Clause

_HAPPENING = HAPPENING - DEED
_EITHER = HAPPENING & DEED
_FORESEEN = re.compile(
    r"\b(?:forecast|forecasts|predict(?:s|ed)?|projected|projections?|estimates? (?:that|of|it)|estimated|outlook|"
    r"expected to|likely|unlikely|"
    r"probably|at (?:this|the present|the current) rate|analysts?|economists|reckons?|the average|no doubt|"
    r"god willing|if the weather|on present trends|"
    r"on average|by "
    r"mid-century|"
    r"warned|foresees?|calculated|prices?|sales will|demand|growth|inflation|unemployment|temperatures?|rainfall|"
    r"rain|sea levels?|revenues?|turnout)\b"
)
# "On current assumptions the school will be in deficit", "… on the secretariat's figures".
_RECKONED = re.compile(
    r"\b(?:on|by|in) (?:[a-z'-]+ ){0,4}(?:assumptions|figures|model(?:l?ing|s)|reckoning|projections|calculations|"
    r"reading)(?=[ ,.]|$)"
)
_GROWN = re.compile(r"have (?:doubled|trebled|tripled|halved|grown|shrunk|fallen|risen|shifted|cost)\b")
_FORETELLING_WORDS = """
forecast forecasts predict predicts predicted projected projection projections estimate estimates estimated outlook
expected rate likely unlikely probably analyst analysts economist economists reckon reckons doubt willing weather trends
average mid warned foresee foresees calculated price prices sales demand growth inflation unemployment temperature
temperatures rainfall rain sea revenue revenues turnout
"""
_FORETELLING = frozenset(_FORETELLING_WORDS.split())
_HAPPENS = re.compile(
    r"^(?:run (?:out|short|low)|be (?:remembered|missed|spoken of|felt|known|forgotten|told off)\b|"
    r"go (?:under|wrong|(?:up|down)(?! (?:on|at|in) (?:the|our|its|a|this|every|sale|"
    r"show)\b))|come true|be gone|"
    r"take (?:(?:[a-z]+|\d+) )?(?:years|months|weeks|days|hours|minutes|seconds))\b"
)
# "By June the rains will have taken two more".
_HAS_COME = re.compile(
    r"have (?:[a-z]+ly )?(?!been (?!lost|gone)[a-z]+|had (?:its|their|the|his|her|a|an)\b)(?:[a-z]+ed|"
    r"[a-z]+en|lost|gone|read|heard|had|found|spent|left|come|sunk|run)\b(?! by\b)"
)


# "Engineers will freeze its design": somebody does it to something. "See its first patient", "take up its work".
_OBJECT = re.compile(r"freeze (?:its|the|their|all|our)\b|see (?:its|their) first\b|reach (?:each|every|all|our)\b")


def _names_somebody(clause: Clause) -> bool:
    return bool(ACTOR.search(clause.subject)) or is_name(clause.subject_text)


def _applies(clause: Clause) -> bool:
    if clause.voucher_span:
        return False
    if is_kept(clause):
        return False
    if not _FORETELLING.isdisjoint(clause.sentence.words) and _FORESEEN.search(clause.before):
        return True
    if clause.cue.name in ("intend", "pledge", "action", "resolved"):
        return False
    if clause.cue.name in ("will", "would") and _RECKONED.search(clause.sentence.low):
        return True
    return _happens(clause) and not SET_BY_DECISION.search(head_of(clause.subject))


def _happens(clause: Clause) -> bool:
    verb = clause.predicate.verb
    if _OBJECT.match(clause.behind):
        return False
    if verb in _HAPPENING or _HAPPENS.match(clause.behind) or _GROWN.match(clause.behind):
        return True
    if _HAS_COME.match(clause.behind):
        return not _names_somebody(clause)
    return verb in _EITHER and not _names_somebody(clause)


GUARD = Guard(
    name="forecast",
    reason="it foresees what will happen; nobody decides it",
    applies=_applies,
    examples=(
        "The ice will melt within weeks.",
        "Prices will rise by a tenth before the winter.",
        "The bank predicts that growth will slow in 2027.",
        "By June 2026 the rains will have taken two more.",
        "On current assumptions the school will be in deficit by March 2027.",
        "Traffic will have doubled by 2036.",
    ),
    counterexamples=(
        "The firm promised that the ice would melt by May.",
        "The firm plans to grow its staff by May.",
        "We will raise wages by a tenth before the winter.",
        "Fares will not rise before 2028.",
        "The ferries will reach all our islands in May.",
        "School fees will rise by a tenth on 1 September 2025.",
        "On the figures of last year, the board has agreed to add two rooms by May.",
        "The bank will publish its forecast in May.",
    ),
)
