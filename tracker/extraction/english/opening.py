"""Who a line without an acting subject is entered under: named at its beginning, or in brackets at its end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.extraction.english.nouns import ACTOR, is_name

if TYPE_CHECKING:
    from tracker.extraction.candidate import Sentence

# "The committee recalls him", "Your vicar sits", "Board (Ms Aro): racks bolted".
_OPENING = re.compile(
    rf"\W*(?P<name>(?:(?:the|its|his|her|their|our|your|an?|both|each) )?(?:[\w-]+ ){{0,3}}?{ACTOR.pattern})"
    r"(?P<of> of (?:the )?[a-z]+)?(?= \(| (?!and\b|or\b|is\b|are\b|of\b|for\b|in\b|at\b)[a-z]|:)"
)
_FARTHEST = 80
# "Lift 2 back in use by May (Estates)."
_CHARGED = re.compile(r"\((?P<name>(?:the )?[A-Za-z][A-Za-z.' -]{1,30})\)[.;]?$")


def opens_with(sentence: Sentence) -> str:
    """The body, office or pronoun that a sentence's own words begin with, as it is written; empty where none."""
    match = _OPENING.match(sentence.low, sentence.begins, sentence.begins + _FARTHEST)
    if not match:
        return ""
    return sentence.text[match.start("name") : match.end("of") if match["of"] else match.end("name")]


def charged_at_the_end(sentence: Sentence) -> str:
    """Who stands in brackets at a sentence's end; empty where that is nobody."""
    match = _CHARGED.search(sentence.text, sentence.begins)
    return match["name"] if match and (ACTOR.search(match["name"].lower()) or is_name(match["name"])) else ""
