"""Who is named in a text and what part each plays there: who acts, by whom it is done, whose thing it is."""

from __future__ import annotations

import re
from enum import Enum
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tracker.core.deadline import Span
from tracker.extraction.english.named import find_named
from tracker.extraction.english.somebody import Kind, kind_of
from tracker.extraction.english.verbs import (
    BENEFIT,
    DEED,
    HAPPENING,
    REPORTING_WORDS,
    gerund,
    irregular_participles,
    past,
    third,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


class Role(Enum):
    """What somebody who is named does there, the surest sign of a promisor first.

    Gives the word; acts; stands behind a "by"; owns what is spoken of; has something done to them.
    """

    PLEDGER = "pledger"
    SUBJECT = "subject"
    AGENT = "agent"
    OWNER = "owner"
    PATIENT = "patient"


# The subjects of verbs, active and passive.
ACTING = (Role.SUBJECT, Role.PATIENT)


class Actor(NamedTuple):
    """Somebody who is named: where, as what, and what part they play."""

    span: Span
    name: str
    role: Role
    kind: Kind


_AHEAD = 30
_PREPOSITION = re.compile(
    r"\b(?:of|to|for|from|at|in|on|against|about|into|under|than|between|like|via|behind|through|among|upon|over|"
    r"near|per|told|assured|reminded|let|[a-z]+'s)(?: the| its| a| his| her| their| our| this| that)? $|\bas $"
)
_SAID_BY = re.compile(
    r"[\",]\"? ?(?:said|says|added|adds|wrote|writes|told|tells|promised|promises|announced|insisted|insists|replied|"
    r"confirmed|warned|warns|posted|ruled|asked|vowed|pledged|explained|argued|according to) $"
)
_BY = re.compile(r"\bby $")
_DONE_BY = re.compile(
    r"(?:[a-z]+(?:ed|en|wn|nt|ght|ld|de|ne|up|out)|given|put|set|run|begun)(?: by |\b[^,;:.]{0,40} by )$", re.IGNORECASE
)
_WHO_BEHIND = re.compile(r", who(?:'ve|'ll|'re| (?:have|has|will|are|is|[a-z]+s|[a-z]+ed))\b")
_RELATIVE = re.compile(r"\b(?:that|which|as|so) $")
_PLEDGE = r"(?:undertaking|promise|pledge|assurance|commitment|guarantee|word|offer|answer)s?"
_PLEDGED_BY = re.compile(rf"\b{_PLEDGE} (?:from|of|by) $|\b(?:have|has|had) (?:it|this|that) from $", re.IGNORECASE)
_A_PLEDGE = re.compile(rf",? (?:an? |its |his |her |their |the )?(?:[a-z]+ )?{_PLEDGE}\b")

_ADVERB = (
    r"(?:[a-z]+ly|now|also|then|still|never|always|again|already|since|soon|later|first|all|both|each|not|to this day)"
)
_OF = re.compile(
    r" (?:of|for|at|from|in|on|under) (?:(?:the|its|an?|this|our|their) )?[^\W\d][\w'-]*"
    r"(?:,? (?:and )?[^\W\d][\w'-]*){0,3}?(?=[ ,])"
)
_ONE_MORE = re.compile(r" [^\W\d][\w'-]*(?=[ ,])")
_APART = re.compile(r",? (?:who|which|whose) [^,;.]{2,80},|, [^,;.]{2,90},| \([^()]{1,40}\)")
_LONGEST_OF = 60
_LONGEST_FIRST_OF = 30
_SHORT = r"'(?:ll|ve|re|d|m|s(?= (?:[a-z]+ing|been|going|not|to)\b))"
_IS = re.compile(_SHORT)
_NEXT = re.compile(
    rf"(?P<short>{_SHORT})|(?:,| here| there)? (?:{_ADVERB},? )*\"?(?P<verb>[a-z]+|[A-Z]{{4,}})(?:n't)?\b"
)
_PASSIVE = re.compile(
    r" (?:is|are|was|were|has been|have been|will be|shall be|would be|to be|be)(?: now| to be| being)? "
    r"(?:[a-z]+ly )?(?!determined|committed|agreed|prepared|pleased|bent|resolved|expected|supposed|scheduled)"
    r"[a-z]+(?:ed|en|ught|wn|lt|nt|ld)\b"
)
_MANY = re.compile(
    r"^(?:all|both|two|three|four|five|six|seven|eight|nine|ten|some|most|\d+) |(?<!s)s$|men$|people$|"
    r"staff$|crew$|team$| and "
)
# What no name begins with, and no name holds: a verb, a pronoun, a day.
_CLAUSE = re.compile(
    r"^(?:that|to|on|in|at|by|for|of|from|with|and|but|or|nor|when|if|once|as|stood|not|no|more|so|then|dear|under|"
    r"after|before|since|while|until|because|although|somebody|someone|nobody|what|which|have|has|whatever|even so|"
    r"those|heard|told)\b"
    r"|^(?!united|allied|associated|federated|limited|reed|speed)[a-z]{3,}ed\b"
    r"|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|[()]"
    r"|\b(?:gave|took|put|made|went|told|said|got|let|kept|met|won|lost|came|saw|spoke|wrote|rose|fell|began|is|are|"
    r"was|were|has|have|had|will|would|shall|does|did|should|could|can|may|must|which|that|what|who|i|we|he|she|they|"
    r"it|begs|regrets)\b"
    r"|(?<!\bthe )(?<!\ba )(?<!\ban )(?<!ly )(?<!\bits )(?<!\bour )(?<!\btheir )"
    r"\b(?!unit|limit|associat|relat|retir|elect|appoint|form)[a-z]{2,}ed\b",
    re.IGNORECASE,
)
_OTHER_FINITE_WORDS = """
will would shall has have had is are was were am can cannot could may might must do does did wo ca should to
intends means wants hopes expects plans swears insists knows thinks believes says keeps lets let rang put puts
got gets took takes goes comes stays remains sits meets owes begs regrets wishes undertakes lies sends seeks calls
came stood sat
"""
_OTHER_BARE_WORDS = "say want hope expect intend mean swear think know believe ride sit come wait reckon aim need"
_OTHER_BARE = frozenset(_OTHER_BARE_WORDS.split())
_VERBS = DEED | HAPPENING | BENEFIT


@cache
def _finite() -> frozenset[str]:
    """The forms of verbs that stand behind a subject: "will", "pays", "paid"."""
    forms = {form for verb in _VERBS for form in (third(verb), *past(verb)[:1])}
    return frozenset(forms) | REPORTING_WORDS | frozenset(_OTHER_FINITE_WORDS.split())


@cache
def _doing() -> frozenset[str]:
    """The forms that stand behind "with" and a subject: "with the trust taking over"."""
    return frozenset(form for verb in _VERBS for form in gerund(verb)) | {"having", "being"}


def find_actors(text: str, begins: int = 0, ends: int | None = None) -> Iterator[Actor]:
    """Who is named in a text with a part in it, in its order; those whom a notice addresses are left out.

    Only those are told who are named between two offsets, between which no name may be cut.
    """
    for start, end, pronoun in find_named(text, begins, ends):
        if pronoun:
            yield Actor(Span(start, end), text[start:end], Role.SUBJECT, pronoun)
        elif found := _part(text, start, end):
            role, stop = found
            yield Actor(Span(start, stop), text[start:stop], role, kind_of(text[start:end]))


@lru_cache(maxsize=4096)
def is_sensible(name: str) -> bool:
    """True for the name of somebody, False for a clause or the end of one that was taken for a name."""
    return bool(name) and not _CLAUSE.search(name) and not first_to_act(name)


def first_to_act(text: str) -> str:
    """Who acts first in words; empty where nobody does."""
    return next((one.name for one in find_actors(text) if one.role in ACTING), "")


def last_to_act(text: str) -> str:
    """Who acts last in words; empty where nobody does."""
    names = [one.name for one in find_actors(text) if one.role in ACTING]
    return names[-1] if names else ""


def _part(text: str, start: int, end: int) -> tuple[Role, int] | None:
    """What part who is named between two offsets plays, and where the name ends; None where they only stand there."""
    ahead = text[max(0, start - _AHEAD) : start]
    if _PLEDGED_BY.search(ahead) or (ahead.endswith(" from ") and _A_PLEDGE.match(text, end)):
        return Role.PLEDGER, end
    if text.startswith(("'s ", "' "), end) and not _IS.match(text, end):
        return Role.OWNER, end
    if _BY.search(ahead):
        return (Role.AGENT, end) if _DONE_BY.search(text, max(0, start - 2 * _AHEAD), start) else None
    if _SAID_BY.search(ahead) or _WHO_BEHIND.match(text, end):
        return Role.SUBJECT, end
    if _PREPOSITION.search(ahead) and not (ahead.endswith(" as ") and text.startswith("the ", start)):
        return None
    return _as_subject(text, start, end, ahead)


def _as_subject(text: str, start: int, end: int, ahead: str) -> tuple[Role, int] | None:
    """The part of a subject, where a verb stands behind it, and where its name ends with what belongs to it."""
    is_many = bool(_MANY.search(text[start:end].lower()))
    is_beside = ahead.lower().endswith(("with ", ", ", "; "))
    is_relative = bool(_RELATIVE.search(ahead))
    for stop in _stops(text, end):
        if _acts(text, stop, is_many=is_many, is_beside=is_beside, is_relative=is_relative):
            role = Role.PATIENT if _PASSIVE.match(text, stop) else Role.SUBJECT
            belongs = text.startswith((" of ", " for ", " from "), end) and "," not in text[end:stop]
            return role, stop if belongs else end
    return None


def _stops(text: str, end: int) -> Iterator[int]:
    """Where a subject may end: with its noun, with what is put in between, or with words behind a preposition."""
    yield end
    if aside := _APART.match(text, end):
        yield aside.end()
    of = _OF.match(text, end)
    while of and of.end() - end < _LONGEST_OF:
        yield of.end()
        if aside := _APART.match(text, of.end()):
            yield aside.end()
        of = _ONE_MORE.match(text, of.end()) if of.end() - end < _LONGEST_FIRST_OF else None


def _acts(text: str, stop: int, *, is_many: bool, is_beside: bool, is_relative: bool) -> bool:
    """True where a verb stands behind a subject: a finite one, or the -ing form behind "with" or a comma."""
    found = _NEXT.match(text, stop)
    if not found or found["short"]:
        return bool(found)
    verb = found["verb"].lower()
    if verb in _finite() or verb.endswith("ed") or (is_relative and verb.endswith("s")):
        return True
    if is_beside:
        return verb in _doing() or (is_many and verb in _VERBS | _OTHER_BARE)
    return verb in irregular_participles() or (is_many and verb in _VERBS | _OTHER_BARE)
