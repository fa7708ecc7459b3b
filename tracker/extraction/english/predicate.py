"""The verb that a cue leads to: "will soon be |opened|", "is to |publish|"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.core.deadline import Sense
from tracker.extraction.candidate import Predicate
from tracker.extraction.english.verbs import UNDERGONE, deed_words, irregular_participles, participles

if TYPE_CHECKING:
    from tracker.extraction.candidate import Clause

_ADVERB = r"(?!(?:app|supp|rep|re|f|comp|imp|multip|al|tal)ly\b)[a-z]+ly"
_PREDICATE = re.compile(
    r"^[ :]*(?:,[^,]{2,70}, ?)?(?:(?:also|now|then|soon|first|still|finally|therefore|meanwhile|again|next|each|"
    r"both|all|in turn|too|once again|"
    rf"jointly|together|{_ADVERB}),? )*"
    r"(?P<no>not |never |no longer )?"
    rf"(?:(?:also|now|then|soon|first|again|only|{_ADVERB}) )*"
    rf"(?P<be>(?:have |has )?(?:be|been|being) (?:(?:also|now|then|soon|first|again|{_ADVERB}) )*)?"
    r"(?:(?:start(?:ing)?|begin(?:ning)?|continu(?:e|ing)|keep(?:ing)?) (?:to (?=[a-z])|(?=[a-z]+ing\b)))?"
    r"(?P<verb>[a-z-]+)?"
)

_FARTHEST = 120
_HELD_WORDS = """
stay remain keep hold be frozen kept held suspended continue freeze shut closed
"""
_HELD = frozenset(_HELD_WORDS.split())
_BY = frozenset({"by", "before", "within", "no later than"})


def parse_predicate(words: str, *, is_negated: bool = False) -> Predicate:
    """The verb in the words behind a cue, which may itself say no ("won't")."""
    match = next(_PREDICATE.finditer(words, 0, _FARTHEST))  # every part is optional, so there is always one
    verb, has_be = match["verb"] or "", bool(match["be"])
    is_passive = has_be and (verb.endswith("ed") or verb in irregular_participles() or verb in participles())
    return Predicate(
        verb=verb,
        start=match.start("verb") if verb else match.end(),
        is_negated=is_negated or bool(match["no"]),
        has_be=has_be,
        is_passive=is_passive,
        is_deed=(is_passive and verb not in UNDERGONE) or (not has_be and verb in deed_words()),
    )


def is_kept(clause: Clause) -> bool:
    """True where something is held until a day ("will not rise before 2028", "stay frozen until June")."""
    if not any(found.sense is Sense.KEEP and found.due for found in clause.deadlines):
        return False
    found = clause.predicate
    is_none = found.is_negated or clause.subject.startswith(("no ", "nobody", "none "))
    return is_none or clause.cue.name == "held" or found.verb in _HELD


def is_due(clause: Clause) -> bool:
    """True where a day is set by which it shall be so, rather than one on which it happens."""
    return any(found.due and found.rules[0] in _BY for found in clause.deadlines)
