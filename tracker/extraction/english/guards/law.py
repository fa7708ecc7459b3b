"""What a law or a contract lays down."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.extraction.candidate import Guard
from tracker.extraction.english.nouns import LAW

if TYPE_CHECKING:
    from tracker.extraction.candidate import Clause

_RULE = re.compile(
    r"^ ?(?:not )?(?:be )?(?:deemed|valid|governed|construed|liable|entitled|subject to|null|void|binding|affected|"
    r"resold|exempt|"
    r"retain|apply to|admitted|regarded|considered|responsible|required|permitted|allowed|eligible|in (?:writing|"
    r"force)|mean\b)"
)
_BY_LAW = re.compile(
    r"\b(?:under the (?:law|act|directive|rules|scheme|regulations|method|new act)|by law|as the [a-z ]*act "
    r"provides|state law|federal rules|"
    r"provides that|the law|the act|once enacted|rules say|under (?:article|section)|from 1 [a-z]+ a|wherever|"
    r"whenever)\b"
)


def _applies(clause: Clause) -> bool:
    if clause.cue.name in ("shall", "will", "be_to", "would") and _RULE.search(clause.predicate):
        return True
    if _BY_LAW.search(clause.sentence.low):
        return True
    return clause.cue.name in ("shall", "be_to") and bool(LAW.search(clause.subject))


GUARD = Guard(
    name="law",
    reason="it states a rule, not a promise",
    applies=_applies,
    examples=(
        "The treaty shall be governed by the law of Norway.",
        "State law says that a school shall post its budget.",
    ),
    counterexamples=(
        "The firm shall repay 4 million by 1 May.",
        "The bill will be tabled in May.",
    ),
)
