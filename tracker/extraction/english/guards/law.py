"""What a law or a contract lays down."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.extraction.english.nouns import LAW
from tracker.extraction.rules import Guard

if TYPE_CHECKING:
    from tracker.extraction.candidate import Clause

_RULE = re.compile(
    r"^ ?(?:not )?(?:be )?(?:deemed|valid|governed|construed|liable|entitled|subject to|null|void|binding|affected|"
    r"resold|exempt|"
    r"retain|apply to|admitted|regarded|considered|responsible|required|permitted|allowed|eligible|in (?:writing|"
    r"force)|mean\b)"
)
_BY_LAW = re.compile(
    r"\b(?:under the (?:law|act|directive|rules|scheme|regulations|method|new act)|by law|as the [a-z ]*(?:act|law) "
    r"(?:provides|requires|demands|says)|state law|federal rules|"
    r"provides that|(?<!on )(?<!about )the (?:law|act)|once enacted|rules say|under (?:article|section)|"
    r"from 1 [a-z]+ a|wherever|"
    r"whenever)\b"
)

_LEGAL_WORDS = """
law act requires directive rules scheme regulations method provides enacted article section from wherever whenever
"""
_LEGAL = frozenset(_LEGAL_WORDS.split())

_SUCH = re.compile(r"\bsuch (?:an? )?(?:claim|case|person|request|application|appeal|order|matter|dispute)s?\b")
_ANYBODY = re.compile(r"^(?:every|any|anyone|anybody|whoever|no|a person|persons)\b")


def _applies(clause: Clause) -> bool:
    if clause.predicate.verb == "oblige" or (
        clause.cue.name in ("shall", "will", "be_to", "would") and _RULE.search(clause.behind)
    ):
        return True
    if not _LEGAL.isdisjoint(clause.sentence.words) and _BY_LAW.search(clause.sentence.low):
        return True
    if clause.cue.name == "shall" and _ANYBODY.match(clause.subject) and not clause.predicate.is_passive:
        return True
    if clause.cue.name not in ("shall", "be_to"):
        return False
    return bool(LAW.search(clause.subject) or _SUCH.search(clause.behind))


GUARD = Guard(
    name="law",
    reason="it states a rule, not a promise",
    applies=_applies,
    examples=(
        "The treaty shall be governed by the law of Norway.",
        "Every driver shall carry a lamp from 3 May 2026.",
        "The court is to hear such cases in private.",
        "State law says that a school shall post its budget.",
        "The new Act will oblige landlords to answer within ten days.",
    ),
    counterexamples=(
        "We will hold an evening on the act in May.",
        "The firm shall repay 4 million by 1 May.",
        "The bill will be tabled in May.",
    ),
)
