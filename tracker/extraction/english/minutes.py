"""Whom a line of minutes charges: in brackets at its end, under a label, behind a colon, between commas."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.extraction.english.nouns import ACTOR, EVENT, is_name
from tracker.extraction.english.somebody import HEAD, NO_NAMES, is_head

if TYPE_CHECKING:
    from tracker.extraction.candidate import Sentence

_ONE = (
    r"(?:(?:Mr|Mrs|Ms|Dr|Cllr|Cr)\.? [A-Z][\w'-]+|(?:[A-Z]\. ?){1,2}[A-Z][\w'-]+|[A-Z]{2,3}|"
    r"[A-Z][a-z]+(?: [A-Z][a-z]+)?(?: and [A-Z][a-z]+)?)"
)
_OFFICE = rf"(?:(?:the |your |[A-Z]?[a-z]+ )?(?i:{HEAD}))"
_LABELLED = (
    rf"(?:^\W*|\. )(?:[A-Za-z]+ (?:from|of|by) )?(?P<name>(?:[Tt]he (?:[A-Z][a-z]+ )?)?"
    rf"(?:{_OFFICE}|(?:Mr|Mrs|Ms|Dr) [A-Z]\w+|[A-Z]{{2,3}}|[A-Z]{{2,}}(?: [A-Z]{{2,}}\.?)+))(?: \([^()]*\))?: "
)
_LABEL = re.compile(_LABELLED)
_TIME = "by|before|on|in|this|next|w/c|within|for|as|first|at|no|after|from|until|end|today|tomorrow|tonight|[a-z]+day"
# The surest first; the last one only where a line has no verb.
_CHARGED = tuple(
    re.compile(pattern)
    for pattern in (
        r"\((?P<name>(?:the )?[A-Za-z][A-Za-z.' -]{1,30})\)[.;]?$",  # "Lift 2 back in use by May (Estates)."
        r"\((?P<name>[A-Z]{2,3}), [^()]*\)[.;]?$",  # "Chain to be replaced (JT, 4 January)."
        rf"(?:[,;:–-] |^)(?P<name>{_ONE}) (?:in charge|responsible|to lead|leads)\b",
        r"^\W*(?:AI|AP|Action|ACTION) \((?P<name>[A-Z][\w. ]*)\):",
        # "roll: dike reeve to table it", "Agreed, finance committee to have it"
        rf"(?:^|[:;.] |^(?:Agreed|Resolved),? )(?P<name>(?:{_OFFICE}|{_ONE})) to (?!be\b|the\b|come\b)[a-z]+",
        rf"^[^:]{{3,50}}: (?P<name>{_OFFICE}) (?:has|have|is|are|will|wants?|[a-z]+s) ",  # "Form: chair has it"
        r": that (?P<name>[Tt]he [A-Z]?[a-z]+) (?!be\b)[a-z]+ (?:the|an?|its|out|up|to|for)\b",
        _LABELLED,  # "Managing agent: parts clear customs on Wednesday"
        rf"(?:: | [–-] )(?P<name>{_ONE})(?:, (?={_TIME})| [–-] |[.;]?$)",  # "lids: Yusuf, before Sunday"
        r", (?P<name>(?:Mr|Mrs|Ms|Dr)\.? [A-Z][\w'-]+|[A-Z]\. [A-Z][\w'-]+)(?:, |[.;]?$)",
    )
)


def charged_in(sentence: Sentence, *, is_verbless: bool) -> str:
    """Whom a line of minutes charges; empty where nobody.

    Between commas only where the line has no verb: "stall rota, A. Petit, first Advent".
    """
    text = sentence.text[sentence.begins :]
    for pattern in _CHARGED if is_verbless else _CHARGED[:-1]:
        for match in pattern.finditer(text):
            if _is_somebody(match["name"]):
                return match["name"]
    return ""


def label_ahead(sentence: Sentence, at: int) -> str:
    """Under whom what begins at an offset is entered: "Mr Tighe: they would"; empty where under nobody."""
    match = _LABEL.search(sentence.text, sentence.begins, at)
    return match["name"] if match else ""


def _is_somebody(name: str) -> bool:
    low = name.lower()
    if low.split()[0] in NO_NAMES - {"the", "your"}:
        return False
    return (
        bool(ACTOR.search(low))
        or is_head(low.split()[-1])
        or is_name(name)
        or (name.istitle() and not EVENT.search(low))
    )
