"""Who a sentence without an acting subject begins with."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tracker.extraction.english.actors import is_sensible
from tracker.extraction.english.nouns import ACTOR
from tracker.extraction.english.own_subject import PRONOUN
from tracker.extraction.english.somebody import is_head
from tracker.extraction.english.verbs import DEED, HAPPENING

if TYPE_CHECKING:
    from tracker.extraction.candidate import Sentence

# "The committee recalls him", "Your vicar sits", "Board (Ms Aro): racks bolted".
_INNER = r"(?!(?:let|at|in|on|of|for|to|by|from|with|under|after|before|until|once|when|if|since|as)\b)[\w-]+"
_OPENING = re.compile(
    rf"\W*(?P<name>(?:(?:the|its|his|her|their|our|your|an?|both|each) )?(?:{_INNER} ){{0,3}}?{ACTOR.pattern})"
    r"(?P<of> of (?:the )?[a-z]+)?(?= \(| (?!(?:and|or|is|are|of|for|in|at|to|on|from|with|by|under)\b)[a-z]|:)"
)
# "Manager Rui Castell".
_CALLED = re.compile(r"(?: [A-Z][\w-]+){1,3}")
# "School classes go first": who seems to open the sentence is only a part of its noun.
_NOUN_BEHIND = re.compile(r" (?:[a-z]+ )?(?P<noun>[a-z]+[^s]s) (?P<verb>[a-z]+)\b")
_FARTHEST = 80


@cache
def _may_be_done() -> frozenset[str]:
    """The verbs that may stand behind a plural: "go", "are"."""
    return DEED | HAPPENING | frozenset(("are", "were", "have", "will", "would", "shall", "fall", "bow", "come"))


def opens_with(sentence: Sentence) -> str:
    """The body, office or pronoun that a sentence's own words begin with, as it is written; empty where none."""
    match = _OPENING.match(sentence.low, sentence.begins, sentence.begins + _FARTHEST)
    if not match:
        return ""
    noun = _NOUN_BEHIND.match(sentence.low, match.end())
    if noun and noun["verb"] in _may_be_done() and not is_head(noun["noun"]):
        is_ours = match["name"].startswith(("our ", "my "))
        return sentence.text[match.start("name") : noun.end("noun")] if is_ours else ""
    called = _CALLED.match(sentence.text, match.end("name"))
    if called:
        return sentence.text[match.start("name") : called.end()]
    name = sentence.text[match.start("name") : match.end("of") if match["of"] else match.end("name")]
    return name if PRONOUN.match(name) or is_sensible(name) else ""
