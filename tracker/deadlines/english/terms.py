"""A term that somebody is given, or that is moved: "has until 28 February to reply", "was postponed to March"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.deadlines.alternation import any_of
from tracker.deadlines.english.events import DATED
from tracker.deadlines.english.words import word_set
from tracker.deadlines.examples import Example
from tracker.deadlines.rules import Family, FrameRule
from tracker.deadlines.spec import Frame, Framed

if TYPE_CHECKING:
    from tracker.deadlines.rules import Match
    from tracker.deadlines.spec import Meaning, Noun

_HAVING = word_set("has have having")
_GIVING = word_set("gave give gives given giving grant grants granted allow allows allowed")
_WHOM = (
    r"(?:(?:it|them|him|her|us|me|you|itself|themselves|himself|herself|ourselves|myself)"
    r"|(?:the|both|all|each|every|its|their|his|her|our) (?:[\w'-]{1,20} ){0,2}?[\w'-]{1,20}|[a-z-]{2,20}(?<!s)s)"
)
_TERM = r"(?:until|till|up (?:to|until)(?! \d{1,9}\b(?! [a-z]{3,9}\b)))(?: and including)?"
_MOVED = word_set(
    "postponed postpone postpones delayed delays delay deferred defer defers slipped slips slip slipping moved pushed "
    "shifted rescheduled adjourned extended extend extends prolonged"
)
_AWAY = r"(?: (?:back|forward|out|on|ahead))?"
_PUT = r"put (?:off|back)"
_DEADLINE = (
    r"(?: (?:the|its|their|this|that) (?:[\w'-]{1,20} ){0,2}?(?:deadline|date|term|period|launch|opening|vote))?"
)


def _given(match: Match, noun: Noun) -> Meaning:
    del match
    return Framed(Frame.BY, noun)


def _moved(match: Match, noun: Noun) -> Meaning:
    del match
    return Framed(Frame.BY if isinstance(noun, DATED) else Frame.WINDOW, noun)


RULES = (
    FrameRule(
        "given until",
        _HAVING | _GIVING,
        rf"(?:{any_of(_HAVING)}(?: only| just| now)?|{any_of(_GIVING)}(?: {_WHOM})?(?: only| just)?)"
        rf" (?P<own>{_TERM}) ",
        _given,
        far=word_set("until till up"),
    ),
    FrameRule(
        "moved to",
        _MOVED | {"put"},
        rf"(?:{any_of(_MOVED)}{_AWAY}|{_PUT}){_DEADLINE} (?P<own>until|till|to) ",
        _moved,
        far=word_set("until till to"),
    ),
)

EXAMPLES = (
    Example("The agency has until 28 February to reply.", "2026-02-28"),
    Example("The owners have only until Friday to pay.", "2025-09-19"),
    Example("The ministry gave itself until May to end the review.", "2026-05-31", strict_due="2026-04-30"),
    Example("The court gave the state until the end of the month to comply.", "2025-09-30"),
    Example("The firms have been given till 3 May to leave.", "2026-05-03"),
    Example("The vote is postponed to March.", "2026-03-31", opens="2026-03-01"),
    Example("The launch was put off until 3 May.", "2026-05-03"),
    Example("The opening has slipped to the third quarter of 2026.", "2026-09-30", opens="2026-07-01"),
    Example("The board will extend the deadline to 30 June.", "2026-06-30"),
    Example("The sale has been pushed back to next year.", "2026-12-31", opens="2026-01-01"),
)

COUNTEREXAMPLES = (
    "They have to march on.",
    "He was moved to tears in her seat.",
    "The permit gave them leave to stay.",
    "They put off to sea.",
    "The wall was extended to the river.",
)

FAMILY = Family("terms", RULES, EXAMPLES, COUNTEREXAMPLES)
