"""What will not be done. Who says so of itself may well promise it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.extraction.english.predicate import is_kept
from tracker.extraction.rules import Guard

if TYPE_CHECKING:
    from tracker.extraction.candidate import Clause

_NOTHING = re.compile(r"^(?:.*\b)?(?:no(?!\. ?\d)|none|nobody|no one|neither|nothing|never|not)\b")
# Then it is promised, until something else happens: "it will not charge until the regulator has approved".
_UNTIL = re.compile(
    r"\b(?:until|before|unless) (?:the|an?|its?|they|we|he|she|you|all|every|both|another|[a-z]+ (?:has|have|is|are))\b"
)


def _applies(clause: Clause) -> bool:
    if (
        is_kept(clause)
        or clause.voucher_span
        or clause.cue.name in ("word_given", "pledge", "bond", "nobody", "resolution", "granted")
        or _UNTIL.search(clause.behind)
    ):
        return False
    if any(found.due and found.rules[0] == "from" for found in clause.deadlines):
        return False
    return clause.predicate.is_negated or bool(_NOTHING.search(clause.subject)) or clause.said.startswith("no ")


GUARD = Guard(
    name="negation",
    reason="it says what will not happen",
    applies=_applies,
    examples=(
        "Fees paid before May will not be refunded.",
        "No visitor will be let in.",
    ),
    counterexamples=(
        "Fees will be refunded by May.",
        "The board will not raise its fees before 2027.",
        "The visitors will be let in.",
        "No pupil will pay for the bus from 3 May 2026.",
        "The board will not charge until its books have been audited.",
    ),
    words=frozenset({"no", "not", "never", "none", "nobody", "neither", "nothing"}),
)
