"""What others must do: applicants, residents, members of the public."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.extraction.english.nouns import PUBLIC
from tracker.extraction.english.verbs import GETTING
from tracker.extraction.rules import Guard

if TYPE_CHECKING:
    from tracker.extraction.candidate import Clause

_DUTY = re.compile(
    r"\b(?:must|should|have to|has to|need to|needs to|are asked|are required|are advised|are "
    r"reminded|are invited|ought to)\b"
)
# What is asked of those who read it: "Please return all books", "The balance is due from each of you".
_ASKED = re.compile(
    r"^please\b|\b(?:subscriptions?|balance|fees|names|forms|entries|nominations) (?:[^,;]{1,30} )?(?:is|are) "
    r"(?:due|wanted|to reach|to be with)\b"
)
_AUTHORITY = re.compile(
    r"\b(?:minist\w+|government|secretary|board of|association|union|federation|committee|"
    r"company|council's|engineers|parties|sides|states)\b"
)

# What members bind themselves to do year by year; one day for all of them is a notice.
_MEMBERS = re.compile(r"^(?:(?:the|all|its|our) )?(?:members|signatories|partners)$")


def _is_bound(clause: Clause) -> bool:
    """True where it is said of the public, and not that they are given something ("you shall have our answer")."""
    return bool(PUBLIC.search(clause.subject)) and clause.predicate.verb not in GETTING


def _applies(clause: Clause) -> bool:
    if _MEMBERS.match(clause.subject) and any(found.rrule for found in clause.deadlines):
        return False
    is_laid_down = clause.cue.name == "shall" or (clause.cue.name == "be_to" and not clause.predicate.has_be)
    if is_laid_down and _is_bound(clause) and not _AUTHORITY.search(clause.subject):
        return True
    sentence = clause.sentence
    if _ASKED.search(sentence.low):
        return True
    return bool(_DUTY.search(sentence.low, clause.start, clause.end) or _DUTY.search(sentence.low, 0, sentence.begins))


_WORDS = """
shall are please is must should have has need needs asked required advised reminded invited ought
"""

GUARD = Guard(
    name="public_duty",
    reason="it tells the public what to do",
    applies=_applies,
    examples=(
        "Applicants shall apply by 3 May.",
        "All who will attend must tell the clerk by Friday.",
        "Please return all library books by 10 July.",
        "Commercial banks are to lodge their reserves by 3 May.",
        "The balance is due from each of you by Friday.",
    ),
    counterexamples=(
        "The council will write to residents by 3 May.",
        "We will pay all residents by Friday.",
        "Customers are to be repaid by Friday.",
        "Every spring, members shall report to one another.",
    ),
    words=frozenset(_WORDS.split()),
)
