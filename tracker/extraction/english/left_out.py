"""What a further deed of a clause leaves out, from the first one: "open a hall in May and |another| in June"."""

from __future__ import annotations

import re
from functools import cache

from tracker.extraction.english.verbs import base_verbs, finite_verbs, irregular_participles, participles

_PREPOSITIONS_WORDS = "in on at to for from with by of between under into across through over near along"
_PREPOSITIONS = _PREPOSITIONS_WORDS.split()
_PREPOSITION = rf"(?:{'|'.join(_PREPOSITIONS)})"
# "Raise rents by |3 per cent| in April and |2 per cent| a year later".
_AMOUNT = re.compile(r"\d[\d.,]*(?: ?%| per cent| percent| percentage points?)")
_PLACED = re.compile(rf" {_PREPOSITION} ")
_STARTING = re.compile(r"(?:starting|beginning|chiefly|first|including) ")
_ELSEWHERE = re.compile(r"(?:everywhere|elsewhere|again|twice|once more|all day|all night|all week)\b")
# What a thing is by then: "out of service on Monday and |back in use| on Friday".
_STATE = re.compile(r"(?:back|down|off|up|out|open|closed|live|ready|complete|free|in|on|under)\b")
# Of several parts each has its day: "in two stages, |the first| by May, |the second| by July".
_PART = re.compile(r", (?:(?:the|its|their) first|one|half|some|numbers?|\d[\d,.]*)\b[^,]*$")
_OTHER_PART = re.compile(r"(?:(?:the|its|their) (?:second|third|rest|others?|last|remaining)|another|half|numbers?|\d)")
_SENTENCE = re.compile(
    r"(?:^| )(?:will|would|shall|should|is|are|was|were|has|have|had|could|can|may|must|said|told|being|did)\b"
    r"|^(?:which|that|who|so|once|until|while|where|when|in which|then|not|do|it|they|we|he|she|you|after|if)\b|;"
)
_TO_DO = re.compile(r" to (?P<verb>[a-z]+)")
_NO_NOUN = re.compile(rf"(?:{_PREPOSITION}|no|not|so|or|and) ")
_NUMBERED = re.compile(r"\w+ \d")
# A clause of its own: "the crews move to the new base", "the haul tipped into the furnace".
_ACTING = re.compile(rf"(?:s (?P<verb>[a-z]+)|[a-z] (?P<done>[a-z]+)) (?:{'|'.join(_PREPOSITIONS)}|it|them|back|out)\b")
_AS_IT_IS = re.compile(r" (?:in use|in place|back|closed|open|ready)$")
_MOST_WORDS = 9
_MOST_NOUN_WORDS = 5
# Where the particle ahead of an object is the verb's own: "hand in its report".
_PARTICLES = "up out down off back over in on"
_TWO_WORDS = """
hand take put set bring start open roll carry draw close shut phase give send pay lay turn wind fit hold cut call buy
switch build clear pick rule sign read throw write
"""
_PHRASAL = re.compile(
    rf"(?:{'|'.join(_TWO_WORDS.split())}) (?:{'|'.join(_PARTICLES.split())})(?= (?:the|an?|its|their|his|her|our|\d))"
)
# What stands behind the object and belongs to the verb: "have one unit |in service|", "put tickets |on sale|".
_WITH_OBJECT = re.compile(
    r"(?P<verb>have|put|bring|keep|get|make) .+?"
    r"(?P<tail> (?:in service|in place|in use|on sale|online|on line|ready|running|working|on show|into service))$"
)


@cache
def _done() -> frozenset[str]:
    return irregular_participles() | participles()


def made_whole(words: str, first: str, thing: str, *, has_be: bool, is_modal: bool) -> str:
    """The words of a further deed with what they leave out.

    `first` is the first deed as it is told, `thing` what that begins with, if it does; `is_modal` where the verb is
    one in its base form ("will open").
    """
    led = thing if thing and first.startswith(thing) else ""
    opening = words.partition(" ")[0].lower()
    if not words:
        return ""
    if led and (joined := _with_thing(words, opening, led, has_be=has_be, is_modal=is_modal)):
        return joined
    if (opening in base_verbs() or (opening in finite_verbs() and not is_modal and not led)) or _is_sentence(words):
        return words
    if (part := _PART.search(first)) and _OTHER_PART.match(words):
        return f"{first[: part.start()]}, {words}"
    if _STARTING.match(words):
        return f"{first}, {words}"
    rest = first[len(led) :].strip()
    behind_verb = rest.find(" ", 3 if rest.startswith("to ") else 0)
    if behind_verb < 0:
        if _ELSEWHERE.match(words):
            return f"{first} {words}"
        follows = rest if led or not is_modal else f"to {rest}"
        is_verb = rest.removeprefix("to ") in base_verbs() | finite_verbs()
        return f"{words} {follows}" if is_verb and _is_noun(words) else words
    return _in_place_of(words, opening, first, led, len(first) - len(rest) + behind_verb)


def _with_thing(words: str, opening: str, thing: str, *, has_be: bool, is_modal: bool) -> str:
    """A verb of the same thing, or what it is by then; empty for anything else."""
    if opening == "be" and len(words) > len("be "):
        return f"{thing} {words[3:]}"
    if has_be and (opening in _done() or _STATE.match(words)):
        return f"{thing} {words}"
    if is_modal and opening in base_verbs():
        return f"{thing} to {words}"
    is_verb = not is_modal and opening in finite_verbs() | base_verbs() and not _NUMBERED.match(words)
    return f"{thing} {words}" if is_verb else ""


def _in_place_of(words: str, opening: str, first: str, led: str, behind_verb: int) -> str:
    """Words that stand in the place of some of the first deed's: of its object, of where, or of its thing."""
    if _AMOUNT.fullmatch(words):
        return _AMOUNT.sub(words, first, count=1)
    if opening in _PREPOSITIONS:
        at = first.find(f" {opening} ", behind_verb)
        return f"{first[:at]} {words}" if at >= 0 else words
    placed = _PLACED.search(first, behind_verb)
    if _ELSEWHERE.match(words):
        return f"{first[: placed.start()] if placed else first} {words}"
    if not _is_noun(words):
        return words
    if led:
        return _with_verb(words, first[len(led) : placed.start() if placed else None], first)
    if first.split(maxsplit=1)[0] not in base_verbs():
        return words
    if whole := _WITH_OBJECT.match(first):
        return f"{whole['verb']} {words}{whole['tail']}"
    if first.startswith(("have ", "keep ")):
        return words
    if phrasal := _PHRASAL.match(first):
        return f"{phrasal[0]} {words}"
    is_bare = placed is not None and placed.start() == behind_verb
    return f"{words} to {first[:behind_verb]}" if is_bare else f"{first[:behind_verb]} {words}"


def _with_verb(words: str, verb: str, first: str) -> str:
    """Another thing with the first one's verb: "the other three to shut"; alone where that may not be said of it."""
    own, said = verb.removeprefix(" to").split(), words.split()
    if own[0] not in base_verbs() | finite_verbs() and _done().isdisjoint(own):
        return words
    if len(said) > _MOST_NOUN_WORDS or " to the " in first or _AS_IT_IS.search(words):
        return words
    is_clause = any(word.endswith("ing") or word in _done() for word in said[1:])
    return words if is_clause else f"{words}{verb}"


def _is_sentence(words: str) -> bool:
    """True where words are a clause of their own, or too many to be part of one."""
    if _SENTENCE.search(words) or len(words.split()) > _MOST_WORDS or not finite_verbs().isdisjoint(words.split()[1:]):
        return True
    if any(found["verb"] in base_verbs() for found in _TO_DO.finditer(words)):
        return True
    return any(found["verb"] in base_verbs() or found["done"] in _done() for found in _ACTING.finditer(words))


def _is_noun(words: str) -> bool:
    """True where words may be somebody or something: neither how it is then, nor where, nor cut."""
    return not _NO_NOUN.match(words) and not _STATE.match(words) and not words.endswith(('"', ")")) and "," not in words
