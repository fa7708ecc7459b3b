"""A day by which others must act: "the ministry has until May to answer", "the consultation closes on 3 May"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.extraction.rules import Guard

if TYPE_CHECKING:
    from tracker.extraction.candidate import Clause

_GIVEN = re.compile(
    r"\b(?:has|have|had|is|are|was|were)(?: been)? (?:given |granted |allowed )?(?:until|till|\d+ (?:days|weeks|"
    r"months)|"
    r"[a-z]+ (?:days|weeks|months)) (?:[^,;.]{0,30} )?to\b"
    r"|\b(?:gave|gives|granted|allowed) (?!itself|themselves|himself|herself|ourselves|myself)[^,;.]{2,50} (?:until|"
    r"till|"
    r"\d+ (?:days|weeks|months)|[a-z]+ (?:days|weeks|months)) to\b"
)
# What the public hands in, and when that ends.
_HANDED_IN = re.compile(
    r"\b(?:applications?|nominations?|entries|submissions?|bids?|tenders?|comments|responses|objections|registrations?|"
    r"bookings?|orders|renewals|returns|claims|offer|consultation|deadline for [a-z]+)$"
)
_ENDING = re.compile(
    r"^(?:be )?(?:closes?|ends?|due|accepted|received|expires?|lapses?|open|remains? open|stays? open|invited|"
    r"welcome)\b"
)


def _applies(clause: Clause) -> bool:
    if _GIVEN.search(clause.sentence.low):
        return True
    subject = clause.subject.partition(" for ")[0].rstrip()
    if not _HANDED_IN.search(subject):
        return False
    return bool(_ENDING.match(clause.behind) or " due" in clause.said)


_WORDS = """
until till days weeks months
application applications nomination nominations entries submission submissions bid bids tender tenders comments
responses objections registration registrations booking bookings order orders renewals returns claims offer
consultation deadline
"""

GUARD = Guard(
    name="time_given",
    reason="it is a deadline for others",
    applies=_applies,
    examples=(
        "The consultation closes on 3 May 2026.",
        "Applications will be accepted until 3 May 2026.",
        "Renewals are due by 3 May 2026.",
        "The ministry, which will answer, has until 3 May 2026 to do so.",
        "The judge gave the firm 30 days to pay and will sit again.",
    ),
    counterexamples=(
        "The board will decide on all applications by 3 May 2026.",
        "A new tender is planned for May 2026.",
        "The night bus starts on 3 May 2026.",
        "The ministry will open a consultation by 3 May 2026.",
    ),
    words=frozenset(_WORDS.split()),
)
