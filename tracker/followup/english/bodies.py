"""What organisations and offices are called by common nouns, and which of these an organisation answers to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.followup.english.promisors import HEADS, ROLES
from tracker.followup.english.words import word_set, words_of

if TYPE_CHECKING:
    from tracker.followup.english.words import Word

_LOCAL = word_set("town city borough county district municipality parish village")
_BESIDE = _LOCAL | word_set("municipal local new full")
"""Words beside an organisation's or an office's that tell no two of them apart."""

_OFFICES = ROLES | word_set("clerk secretary governor treasurer director chair chairman commissioner")
_COMPANIES = word_set(
    "plc ltd limited inc incorporated corp corporation co company gmbh ag sa llc llp nv bv spa oyj ab"
)
"""What stands behind a company's name, in lower case."""

_ALSO = dict.fromkeys(_LOCAL, word_set("council")) | dict.fromkeys(_COMPANIES, word_set("company firm group"))
"""What else an organisation is: a town has a council."""

_OFFICES_OF = {
    "minister": word_set("ministry department"),
    "governor": word_set("bank"),
    "commissioner": word_set("commission"),
    **dict.fromkeys(["mayor", "clerk", "councillor"], word_set("council")),
}
"""Whose text may call the holder of an office by it alone."""

_DEFINITE = word_set("the our this")
_OF_OR_COMMA = re.compile(r"\s+of\s+|,", re.IGNORECASE)


def is_role(name: str) -> bool:
    """True for the bare word of an organisation or an office, with no name beside it: "The Ministry", "Town Clerk"."""
    said = _said(name)
    heads = [word for word in said if word.stem in HEADS or word.text.lower() in _OFFICES]
    return bool(heads) and all(word in heads or word.text.lower() in _BESIDE for word in said)


def is_body(name: str, organisation: str) -> bool:
    """True where an organisation is called so in its own texts: "the council" of "Elsin Town Council"."""
    *beside, head = _lower(name) or [""]
    return head in _kinds(organisation) and _are_of(beside, organisation)


def is_office_of(name: str, organisation: str) -> bool:
    """True where an organisation has an office of that name, "the minister" of "Ministry of Works"."""
    *beside, head = _lower(name) or [""]
    return not _OFFICES_OF.get(head, frozenset()).isdisjoint(_kinds(organisation)) and _are_of(beside, organisation)


def _kinds(organisation: str) -> frozenset[str]:
    """What an organisation is, in lower case: the council and the town of "Elsin Town Council", the ministry of
    "Ministry of Works"."""
    ahead = [word.text.lower() for word in words_of(_OF_OR_COMMA.split(organisation.strip(), maxsplit=1)[0])]
    if not ahead:
        return frozenset()
    return frozenset({ahead[-1], *_ALSO.get(ahead[-1], ()), *_LOCAL.intersection(ahead)})


def _are_of(beside: list[str], organisation: str) -> bool:
    """True where the words beside an organisation's or an office's tell it from none of this organisation's."""
    own = {*_lower(organisation), *_kinds(organisation), "new"}
    return own.issuperset(beside)


def _lower(name: str) -> list[str]:
    return [word.text.lower() for word in _said(name)]


def _said(name: str) -> list[Word]:
    return [word for word in words_of(name) if word.text.lower() not in _DEFINITE]
