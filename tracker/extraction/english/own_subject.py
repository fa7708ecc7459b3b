"""The subject of a clause, and who gives the word for it, without what was taken for a part of the name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.extraction.english.actors import ACTING, find_actors, first_to_act, is_sensible
from tracker.extraction.english.somebody import NO_NAMES, Kind, is_somebody

if TYPE_CHECKING:
    from tracker.extraction.candidate import Clause

PRONOUN = re.compile(r"^(?:i|we|us|our|my|he|she|it|they|each|both|all)$", re.IGNORECASE)
_PRONOUN_FIRST = re.compile(r"(?:i|we|he|she|it|they)\b(?!')", re.IGNORECASE)
# What a subject that names nobody begins with: a clause that was taken for one, or those to whom it shall not happen.
NOBODY = re.compile(
    r"(?:what|whatever|whoever|once|by the time|that|nor|hereby|if|when|until|before|after|because|as|there|here|"
    r"nobody|nothing|no|no-one|none|you|everyone|everybody|anyone|anybody|not|such|so|yes|how|where|why|while|and|but|[\d.,]+$)\b",
    re.IGNORECASE,
)
# "The registrar has my cheque and": what stands ahead of the first verb.
_AHEAD_OF_VERB = re.compile(
    r"(?P<name>(?:(?:the|an?|our|its|his|her|their|all|both|two|three) )?(?:[\w'-]+ ){0,3}?[\w'-]+),? "
    r"(?:has|have|had|is|are|was|were|will|would|put|took|gave|made|signed)\b",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"\b(?P<name>(?:the|an?|two|three|four|five|six|ten|\d+|all|both|our|its) (?:[\w'-]+ ){0,3}?[\w'-]+), who $"
)
_RELATIVE = re.compile(r"\b(?:who|which|whom|whose)\b")
_JOINT = re.compile(r"^.*(?:,? (?:and|but|or|while)|[;:,.–—]) (?=\S)")
# "…, its director told the council, is to open": who is told.
_IS_TOLD = re.compile(r"\b(?:told|assured|informed) $")
_PRONOUN_AHEAD = re.compile(r"(?<![\w'-])(?P<pronoun>I|[Ww]e|[Hh]e|[Ss]he|[Ii]t|[Tt]hey)$")
# "Homeless, the festival is pitching its tents".
_BARE = re.compile(r"[A-Z][a-z]+")
_APART = re.compile(r", (?P<name>(?:the|our|its|his|her|their) [a-z' -]+?) ?$")
# "Under the new contract the plant reopens": no word that joins two nouns stands ahead of the second one.
_FRONTED = re.compile(
    r"\W*(?:(?:for|under|in|at|on|by|with|from|where|when|to|between|until|every|each)\b|[a-z]+ing )[^,;:]*?"
    r"(?<!\bof)(?<!\bto)(?<!\bfor)(?<!\bby)(?<!\bfrom)(?<!\bwith)(?<!\bat)(?<!\bin)(?<!\bon)(?<!\band)(?<!\bor)"
    r"(?<!\bthat)(?<!\bthan)(?<!\bas)(?<!\bunder)(?<!\binto)(?<!\bwhich)(?<!\bwhere)(?<!\bwhen)(?<!\bevery)"
    r"(?<!\bbetween)(?<!\buntil)(?<!\ball)"
    r" (?P<name>(?:the|our|its|his|her|their|my) (?:[\w'-]+ ){0,3}?[\w'-]+?)"
    r"(?: (?:has|have|had|also|now|then|is|are))* ?$",
    re.IGNORECASE,
)
_OURS = re.compile(r"(?:our|my) ", re.IGNORECASE)
_BETWEEN = frozenset({"", "and", "but"})
_SELF = re.compile(r"\b(?:him|her)self\b")
_MODAL = r"(?:would|should|shall|will|must)"
_PLAIN = rf"(?!(?:be|{_MODAL})\b)[a-z-]+"
_TITLED = r"(?:(?:Mr|Mrs|Ms|Dr|Cllr|Cr)\.? )?[A-Z][\w'-]*"
# Whom others charge: "that the chair write", "that Mr Hill would write"; nobody in "that the hall (should) be mended".
_AGREED = re.compile(
    r"\b(?i:it (?:was|is|has been) (?:further |also |then )?(?:resolved|agreed|decided|noted|recommended|our|my))\b"
    rf"(?: that (?P<name>(?:the|each|both) (?:{_PLAIN} ){{0,2}}?{_PLAIN}|{_TITLED}(?: [A-Z][\w'-]+)?)"
    rf"(?= {_MODAL} (?!be\b)| (?!be\b|{_MODAL}\b)[a-z]))?"
)
_FARTHEST = 120
_ACTED_BEFORE = re.compile(r" (?:has |have )?(?!been\b|is\b|are\b|was\b|were\b)(?:put|took|gave|made|[a-z]+ed)\b")
_WAS_TOLD = re.compile(
    r" (?:was|were|is|are|has been|have been) (?:[a-z]+ly )?(?:assured|told|promised|informed|advised)\b"
)
# "Isla Mobile's answer", "the Authority's full reasons": whose thing it is.
_POSSESSOR = re.compile(r"(?P<name>[^,;:]{3,60}?)(?:'s|(?<=s)') ")


def own_subject(clause: Clause) -> str:
    """The subject by itself; empty where it names nobody at all."""
    subject = clause.subject_text.removeprefix("that ")
    if is_agreed(clause):
        return agreed_for(clause)
    if _IS_TOLD.search(clause.sentence.low, 0, clause.subject_span.start):
        return ""
    if ahead := _PRONOUN_AHEAD.search(clause.sentence.text, 0, clause.cue_start):
        return ahead["pronoun"]
    if fronted := _behind_what_is_fronted(clause, subject):
        return fronted
    if not subject or is_sensible(subject) or PRONOUN.match(subject):
        return subject
    if _SELF.search(clause.said) and (persons := persons_in(clause, clause.cue_start)):
        return persons[-1]
    text, start = clause.sentence.text, clause.subject_span.start
    acting = [one for one in find_actors(text[: clause.cue_end]) if one.role in ACTING]
    if behind := [one for one in acting if one.span.end >= clause.subject_span.end]:
        is_apart = behind[0].span.start > clause.subject_span.end
        may_be_first = is_apart and not _RELATIVE.search(text, clause.subject_span.end, clause.cue_start)
        first = [one for one in acting if may_be_first and one.span.start == start]
        return (first or behind)[0].name
    return _parted(clause, subject)


def _behind_what_is_fronted(clause: Clause, subject: str) -> str:
    """The subject that stands right behind other words that open its clause; empty where there are none."""
    text = clause.sentence.text
    if _BARE.fullmatch(subject) and (apart := _APART.match(text, clause.subject_span.end, clause.cue_start)):
        return apart["name"]
    opened = _FRONTED.match(text, clause.start, clause.cue_start)
    return opened["name"] if opened and (is_somebody(opened["name"]) or _OURS.match(opened["name"])) else ""


def _parted(clause: Clause, subject: str) -> str:
    """The subject that stands in a longer one: behind its last joint, or ahead of its first verb."""
    if NOBODY.match(subject):
        return subject
    text, start = clause.sentence.text, clause.subject_span.start
    if who := _WHO.search(text, 0, clause.cue_start):
        return who["name"]
    if pronoun := _PRONOUN_FIRST.match(subject):
        return pronoun[0]
    for one in find_actors(text[start : clause.cue_end]):
        ahead = text[start : start + one.span.start]
        if one.role in ACTING and (not ahead or _JOINT.fullmatch(ahead)):
            return one.name
    between = text[clause.subject_span.end : clause.cue_start].strip(" ,")
    cut = _AHEAD_OF_VERB.match(subject) if between in _BETWEEN else None
    return cut["name"] if cut and is_sensible(cut["name"]) else first_to_act(text[: clause.cue_end])


def is_agreed(clause: Clause) -> bool:
    """True where the subject is the "it" of "it was agreed"."""
    return _agreed(clause) is not None


def agreed_for(clause: Clause) -> str:
    """Whom others have charged: "it was agreed that the chair write"; empty where nobody is."""
    match = _agreed(clause)
    return (match["name"] or "") if match else ""


def _agreed(clause: Clause) -> re.Match[str] | None:
    start = clause.subject_span.start
    return _AGREED.search(clause.sentence.text, start, start + _FARTHEST)


def persons_in(clause: Clause, end: int | None = None) -> list[str]:
    """The persons who act in a clause's sentence, up to an offset in its text."""
    return [
        one.name
        for one in find_actors(clause.sentence.text[:end])
        if one.role in ACTING and one.kind is Kind.PERSON and not PRONOUN.match(one.name)
    ]


def has_acted(subject: str, clause: Clause) -> bool:
    """True where the sentence tells of another deed of the same subject, or says "who" of it.

    "The forward signed on Tuesday and stays", "two hands, who start on Monday".
    """
    if clause.before.endswith(" who "):
        return True
    rest = clause.subject_text.removeprefix(subject)
    return rest != clause.subject_text and bool(_ACTED_BEFORE.match(rest))


def gives_the_word(clause: Clause) -> bool:
    """True where somebody gives the word, rather than being told: "riders were assured that"."""
    return bool(clause.voucher_span and not _WAS_TOLD.match(clause.sentence.low, clause.voucher_span.end))


def voucher_of(clause: Clause) -> str:
    """Who gives the word for a clause; empty where it stands for itself."""
    said = clause.voucher
    if not said or is_sensible(said) or PRONOUN.match(said):
        return said
    pronoun = _PRONOUN_FIRST.match(said)
    return pronoun[0] if pronoun else first_to_act(clause.sentence.text[: clause.cue_start])


def possessor(subject: str) -> str:
    """Whose thing a subject is, where that is somebody; empty elsewhere."""
    match = _POSSESSOR.match(subject)
    if not match or match["name"].lower() in NO_NAMES or not is_sensible(match["name"]):
        return ""
    return match["name"] if is_somebody(match["name"]) else ""
