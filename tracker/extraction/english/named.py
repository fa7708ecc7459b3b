"""Who is named in a text, whatever part they play there."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tracker.extraction.english.nouns import EVENT, PUBLIC
from tracker.extraction.english.somebody import HEAD, NAME, NO_NAMES, Kind, is_head, is_thing
from tracker.extraction.english.verbs import DEED, third

if TYPE_CHECKING:
    from collections.abc import Iterator


class Named(NamedTuple):
    """Where somebody is named, and which pronoun it is where it is one."""

    start: int
    end: int
    pronoun: Kind | None = None


_BETWEEN = (
    r"(?!(?:of|to|for|by|from|with|at|in|on|and|or|that|which|who|is|are|was|were|will|has|have|had|would|shall|if|"
    r"when|until|as|but|not|than|the|a|an|its|their|his|her|our)\b)[\w'-]+"
)
_DETERMINER = (
    r"(?:the|an?|its|our|their|his|her|my|your|this|both|each|all|some|most|two|three|four|five|six|seven|eight|nine|"
    r"ten|[1-9]\d?)"
)
_FIRST_LETTER = re.compile(r"(^|[|:])([a-z])")


def _in_either_case(pattern: str) -> str:
    """A pattern whose words may begin with a capital; so much faster to try than one that ignores case."""
    return _FIRST_LETTER.sub(lambda found: f"{found[1]}[{found[2].upper()}{found[2]}]", pattern).replace(
        "[a-z]", "[A-Za-z]"
    )


_ANY_HEAD = _in_either_case(HEAD)
_WHO = re.compile(
    rf"(?<![\w'-])(?:(?P<pronoun>I|[Ww]e|[Hh]e|[Ss]he|[Tt]hey)(?![\w-])"
    rf"|(?P<noun>(?:{_in_either_case(_DETERMINER)}|{NAME}(?:'s|(?<=s)')) (?:{_BETWEEN} ){{0,3}}?{_ANY_HEAD}"
    rf"(?: {_ANY_HEAD})*(?:'s (?:{_BETWEEN} )?{_ANY_HEAD})?"
    rf"(?: {NAME})?)(?![\w-])"
    rf"|(?P<name>{NAME}))"
)
_PRONOUNS = {"he": Kind.PERSON, "she": Kind.PERSON, "i": Kind.PERSON, "they": Kind.MANY, "we": Kind.MANY}
# How somebody is spoken to rather than of.
_ADDRESSED = ("Mr Speaker", "Madam Speaker", "Mr Chairman", "Mr President")
_WORD = re.compile(r"[\w&'.-]+")
_LINK = re.compile(r"(?:of|for|and|the) (?:the )?")
_BEGINS = (".", "!", "?", ":", "–", "—", "-")
_SURE_VERB = re.compile(
    r", |'|:| (?:has|have|is|are|was|were|will|would|shall|does|did|can|may|must|said|says|[a-z]+ed)\b"
)
_VERB_BEHIND = re.compile(r" (?P<verb>[a-z]+s) (?:the|an?|us|them|him|her|his|its|it|out|up)\b")
_SINGULAR_VERB = re.compile(r" (?:has|is|was|says|wants|plans)\b")


def find_named(text: str, begins: int = 0, ends: int | None = None) -> Iterator[Named]:
    """Who is named between two offsets of a text; those whom a notice addresses are left out."""
    for match in _WHO.finditer(text, begins, len(text) if ends is None else ends):
        start, end = match.span()
        if match["pronoun"]:
            yield Named(start, end, _PRONOUNS[match[0].lower()])
            continue
        if match["name"]:
            start = _without_leading(text, start, end)
            if start == end or _is_thing(text, start, end):
                continue
        elif PUBLIC.search(match[0].lower()):
            continue
        yield Named(start, end)


@cache
def _deeds() -> frozenset[str]:
    """The deeds in the third person: "counts", "pays"."""
    return frozenset(map(third, DEED))


def _acts(text: str, end: int) -> bool:
    """True where a deed in the third person stands behind a word: "Bea counts the float"."""
    verb = _VERB_BEHIND.match(text, end)
    return bool(verb and verb["verb"] in _deeds())


def _without_leading(text: str, start: int, end: int) -> int:
    """Where a name begins behind the words that only a sentence's beginning writes with a capital."""
    for word in _WORD.finditer(text, start, end):
        if word.start() < start:
            continue
        is_article = word[0] == "The" and word.end() < end
        if is_article or word[0].lower().strip(".") not in NO_NAMES:
            return start
        start = min(end, word.end() + 1)
        if joined := _LINK.match(text, start, end):
            start = joined.end()
    return end


def _is_thing(text: str, start: int, end: int) -> bool:
    """True for a name that is nobody's: one that ends like a thing's, or a plain word that begins a sentence."""
    name = text[start:end]
    if is_thing(name) or name in _ADDRESSED:
        return True
    if " " in name or is_head(name):
        return False
    is_event = bool(EVENT.search(name.lower()))
    if _SINGULAR_VERB.match(text, end):
        return is_event
    ahead = text[:start].rstrip(" \"'(")
    if ahead and not ahead.endswith(_BEGINS):
        return False
    is_plain = name.endswith(("ing", "ed")) or (name.endswith("s") and not name.endswith("ss"))
    return is_event or is_plain or not (_SURE_VERB.match(text, end) or _acts(text, end))
