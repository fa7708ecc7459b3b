"""What will not be done. Who says so of itself may well promise it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.extraction.candidate import Guard
from tracker.extraction.english.predicate import predicate

if TYPE_CHECKING:
    from tracker.extraction.candidate import Clause

_NOTHING = re.compile(r"^(?:.*\b)?(?:no(?!\. ?\d)|none|nobody|no one|neither|nothing|never|not)\b")


def _applies(clause: Clause) -> bool:
    return predicate(clause).is_negated or bool(_NOTHING.search(clause.subject)) or clause.said.startswith("no ")


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
        "The visitors will be let in.",
    ),
)
