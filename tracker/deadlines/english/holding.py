"""What is held to a day: "freeze fares to the end of 2025", "kept at its present level to 30 June"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.core.deadline import Sense
from tracker.deadlines.alternation import any_of
from tracker.deadlines.english.words import EVERY_WEEKDAY, MONTHS, word_set
from tracker.deadlines.examples import Example
from tracker.deadlines.rules import Family, FrameRule
from tracker.deadlines.spec import Frame, Framed

if TYPE_CHECKING:
    from tracker.deadlines.rules import Match
    from tracker.deadlines.spec import Meaning, Noun

_HOLDING = word_set(
    "freeze freezes freezing frozen hold holds holding held keep keeps keeping kept maintain maintains maintaining "
    "maintained cap caps capping capped fix fixed fixes peg pegs pegged lock locks locked stay stays staying remain "
    "remains remaining ban moratorium truce suspend suspends suspended"
)
_BREAKS = any_of(
    word_set("in by until till before after from since to through and or than that which") | {*MONTHS, *EVERY_WEEKDAY}
)
_IN_PLACE = (
    r"(?: in (?:(?:the|this|that|his|her|its|their) )?(?:post|office|place|force|effect|charge|job|role|use)\b)?"
)
_BETWEEN = rf"{_IN_PLACE}(?: (?!{_BREAKS}\b)[\w%.,'£$€-]{{1,20}}){{0,7}}?"
_GOES_ON = any_of(word_set("and but by with for at in under as while when if unless or so"))
_LEADING = word_set("committed close closer loyal due next access path road way line route")
_NO_PLACE = "".join(rf"(?<!\s{word})" for word in sorted(_LEADING))
"""What these lead to is a place, a person or an aim, whatever its name: "close to Easter Road"."""
_NO_LEVEL = rf"(?!(?:the )?(?:19|20)\d\d (?!{_GOES_ON}\b)[a-z])"
"""What is held "to 2019 levels" is held to a measure."""
_NO_KIND = rf"(?!(?:(?<=applies\sto\s)|(?<=apply\sto\s)){any_of(MONTHS)}(?: (?:19|20)\d\d)? (?!{_GOES_ON}\b)[a-z])"
"""What holds of a month's things ends on no day: "applies to May graduates"."""


def _held(match: Match, noun: Noun) -> Meaning:
    del match
    return Framed(Frame.UNTIL, noun)


RULES = (
    FrameRule(
        "held to",
        _HOLDING,
        rf"(?<!was\s)(?<!were\s)(?<!had\s){any_of(_HOLDING)}{_BETWEEN}{_NO_PLACE} (?P<own>(?:up )?to )"
        rf"{_NO_LEVEL}{_NO_KIND}",
        _held,
        far=frozenset({"to"}),
    ),
)

EXAMPLES = (
    Example("The firms will freeze them to the end of 2025.", "2025-12-31", sense=Sense.KEEP),
    Example("The rate will be held at its present level to 30 June.", "2026-06-30", sense=Sense.KEEP),
    Example("The duty is capped at 4 per cent to the end of March.", "2026-03-31", sense=Sense.KEEP),
    Example("The grant will be kept at this level to 2028.", "2028-12-31", sense=Sense.KEEP),
    Example("The council will maintain the subsidy to 31 August 2026.", "2026-08-31", sense=Sense.KEEP),
    Example("Prices remain fixed to Easter.", "2026-04-05", sense=Sense.KEEP),
    Example("The town keeps its baths open to 5 October.", "2025-10-05", sense=Sense.KEEP),
    Example("Fees will be pegged up to 31 January.", "2026-01-31", sense=Sense.KEEP),
    Example("The levy stays suspended to next June.", "2026-06-30", sense=Sense.KEEP),
    Example("The firm accepted a ban on lay-offs to the end of 2029.", "2029-12-31", sense=Sense.KEEP),
    Example("They will keep the road shut to 3 May.", "2026-05-03", sense=Sense.KEEP),
    Example("She will remain in the post to the end of the month.", "2025-09-30", sense=Sense.KEEP),
    Example("Parking will remain free to the end of June.", "2026-06-30", sense=Sense.KEEP),
)

COUNTEREXAMPLES = (
    "A vote was held to fill the seat.",
    "The rent was frozen to May.",
    "Costs are kept to 2026 levels.",
    "They hold to their word.",
    "The door is kept locked to strangers.",
    "The council will keep the path to May Street open.",
    "The state remains committed to March for its budget.",
    "It remains committed to 2030 as its net-zero date.",
    "The ban applies to May 2026 graduates.",
    "Residents will stay close to Easter Road.",
)

FAMILY = Family("holding", RULES, EXAMPLES, COUNTEREXAMPLES)
