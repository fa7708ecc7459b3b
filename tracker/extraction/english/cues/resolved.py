"""What a meeting resolved: "RESOLVED that two wardens be appointed", "agreed: the chair write to the county"."""

from __future__ import annotations

from tracker.deadlines.alternation import any_of
from tracker.extraction.english.verbs import DEED
from tracker.extraction.rules import Cue

_VERBS = any_of(DEED)
# A clause with such a verb has its own cue; without one it is a subjunctive ("that two wardens be appointed").
_NO_MODAL = r"(?![^.;]*\b(?:shall|will|would|should|must|can|could|may|is|are|was|were|has|had)\b)"
# When, and with how many votes, it was resolved.
_HOW = (
    r" (?:unanimously|today|yesterday|last (?:night|week)|(?:late )?on [a-z]{2,6}day(?: (?:night|evening))?"
    r"|\d+(?: to |[-–])\d+)"
)

CUE = Cue(
    name="resolved",
    pattern=(
        rf"(?:resolved|agreed|decided),?(?: that|:) {_NO_MODAL}"
        r"(?P<who>(?:(?:the|an?|its|our|all|both) )?[^ ,.;][^,.;]{1,60}?) "
        rf"(?=be\b|(?:{_VERBS})\b)|(?:resolved|decided|voted)(?:, [^,]{{2,30}},|{_HOW})? to(?= [a-z])"
    ),
    words=frozenset({"resolved", "agreed", "decided", "voted"}),
    examples=(
        "RESOLVED that two wardens be appointed.",
        "The board resolved to sell the crane.",
        "It decided to close one lane.",
        "The board voted on Monday to sell the crane.",
        "Deputies voted 61 to 12 to set up a fund.",
    ),
    counterexamples=("It was agreed that the play area was too small.", "They agreed with the plan."),
)
