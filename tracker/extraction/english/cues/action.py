"""A line of minutes: "ACTION: the clerk to circulate the draft", "Clerk to ask two firms"."""

from __future__ import annotations

from tracker.deadlines.alternation import any_of
from tracker.extraction.english.verbs import DEED
from tracker.extraction.rules import Cue

_VERBS = any_of(DEED)
_OFFICE = (
    r"(?:the )?(?:vice[- ]|deputy )?(?:clerk|chair(?:man|woman)?|treasurer|secretary|officers?|director|manager|"
    r"head|committee|board|"
    r"council|members|staff|team|president|warden|caretaker|coordinator|editor|it|hr|all)"
)
_INITIALS = (
    r"(?!(?:how|due|way|who|yet|has|had|are|was|is|as|not|and|but|it|be|or|him|her|them|us|set|up|out)\b)[a-z]{2,3}"
)
_TITLED = r"(?:mr|mrs|ms|dr|cllr|councillor) [a-z'-]+|[a-z]\. ?[a-z'-]+"
_WHO = rf"(?:{_OFFICE}(?: of [a-z]+)?(?: and {_OFFICE})?|{_TITLED}(?: and {_TITLED})?|{_INITIALS})"
# Whoever stands at the head of a line, and what no verb begins with.
_ANYBODY = (
    r"(?!(?:how|what|where|when|who|due|way|yet|up|next|back|i|he|she|it|they|we|you|there|these|those|this|that|not|"
    r"thanks|according|prior|subject|only)\b)[a-z][a-z.'-]+(?: (?!(?:has|have|had)\b)[a-z][a-z.'-]*[^sd\W](?<!ing))?"
)
_NO_VERB = r"(?!(?:the|an?|its|his|her|their|our|your|my|this|that|be|[a-z]+day|[a-z]+s|[a-z]+ing|date|him|them)\b)"
CUE = Cue(
    name="action",
    pattern=(
        rf"^(?:(?P<who>{_WHO}) to (?=(?:{_VERBS})\b)"
        rf"|(?P<who_anybody>{_ANYBODY}) to {_NO_VERB}(?=[a-z]+ (?:the|an?|its|his|her|their|our|two|three|for|"
        rf"with|at|on|"
        r"back|all|up|out)\b)"
        r"|action(?: points?| items?)?(?: \d+)?(?: \((?P<who_entered>[a-z.]+)\))? ?[:.–—-] ?"
        r"(?:(?P<who_charged>[\w.' &-]{2,40}?)(?: to |: ))?)"
    ),
    words=frozenset({"to", "action", "actions"}),
    examples=(
        "ACTION: Treasurer to send the accounts by Friday.",
        "Clerk to ask the county for a grit bin.",
        "ACTION – T. Aro: ask the county for a grit bin.",
    ),
    counterexamples=("The action was brave.", "The way to the mill is shut.", "It wants the city to pay."),
)
