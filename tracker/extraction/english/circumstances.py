"""What else speaks for or against a clause: its words of time, its subject, its verb, where it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.core.deadline import DeadlineKind
from tracker.extraction.english.nouns import ACTOR, EVENT, PUBLIC, head_of, is_name
from tracker.extraction.english.predicate import predicate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.extraction.candidate import Clause

_FIRST_PERSON = re.compile(r"\b(?:i|we|our|us|my)\b")
_PRONOUN = re.compile(r"^(?:he|she|it|they|both|each|all)$")
_GENERIC = re.compile(r"^(?:an? |one in |the average )")
_ASPIRATION = re.compile(
    r"^(?:always |all )?(?:work (?:for|to|towards?|together|closely|hard|with)\b|(?:continue to |keep )?(?:stand|"
    r"strive|support|work)\b|do (?:our|its|their|my) (?:best|utmost)|"
    r"make every effort|spare no|assist|strengthen|deepen|promote|foster|contribute|cooperate|collaborate|be there)"
)
_OFFICIAL = re.compile(
    r"\b(?:minister|ministry|president|premier|mayor|governor|secretary|chief|commissioner|chair(?:man|woman)?|"
    r"director|"
    r"spokes(?:man|woman|person)|officials?|government|authority|agency|company|department|council|board|"
    r"commission|ceo|"
    r"executive|manager|statement|sources)\b"
)
_PROMISE_HEADING = re.compile(
    r"\b(?:what (?:we|the [a-z]+|happens) (?:will|next)|next steps?|actions?|commitments?|our promises?|pledges|"
    r"timetable|"
    r"timeline|key dates|dates for|calendar|diary|upcoming|coming up|what's next|decisions|milestones|roadmap|"
    r"deliverables|next meeting)\b"
)
_REPORTS_OFFICIAL = re.compile(
    r"\b(?:said|says|told|added|announced|promised|pledged|confirmed|assured|vowed|"
    r"according to|informed)\b"
)


CIRCUMSTANCES = frozenset(
    {
        *("dated", "past_date", "vague", "conditional", "undated", "recurring"),
        *("first_person", "pronoun", "actor", "name", "public_subject", "generic", "event"),
        *("aspiration", "passive_deed", "deed_verb", "passive_other"),
        *("promise_heading", "bullet", "stem", "reported"),
    }
)


def _time(clause: Clause) -> Iterator[str]:
    kinds = {found.kind for found in clause.deadlines}
    if any(found.due and not found.is_past for found in clause.deadlines):
        yield "dated"
    elif any(found.is_past for found in clause.deadlines):
        yield "past_date"
    elif DeadlineKind.VAGUE in kinds:
        yield "vague"
    elif DeadlineKind.CONDITIONAL in kinds:
        yield "conditional"
    else:
        yield "undated"
    if DeadlineKind.RECURRING in kinds:
        yield "recurring"


def _subject(clause: Clause) -> Iterator[str]:
    subject = clause.subject
    if _FIRST_PERSON.search(subject):
        yield "first_person"
    elif _PRONOUN.match(subject):
        yield "pronoun"
    elif ACTOR.search(head_of(subject)):
        yield "actor"
    elif is_name(clause.subject_text):
        yield "name"
    elif PUBLIC.search(subject):
        yield "public_subject"
    elif _GENERIC.match(subject) and not predicate(clause).has_be and not EVENT.search(head_of(subject)):
        yield "generic"
    if EVENT.search(subject):
        yield "event"


def _verb(clause: Clause) -> Iterator[str]:
    if clause.cue.is_nominal:
        return
    found = predicate(clause)
    if _ASPIRATION.match(clause.predicate):
        yield "aspiration"
    if found.is_passive and found.is_deed:
        yield "passive_deed"
    elif found.is_deed:
        yield "deed_verb"
    elif found.is_passive:
        yield "passive_other"


def _place(clause: Clause) -> Iterator[str]:
    sentence = clause.sentence
    if _PROMISE_HEADING.search(sentence.heading) or _PROMISE_HEADING.search(sentence.low, 0, sentence.begins):
        yield "promise_heading"
    if sentence.is_bullet:
        yield "bullet"
    if clause.cue_start < sentence.begins:
        yield "stem"
    if _REPORTS_OFFICIAL.search(sentence.low) and _OFFICIAL.search(sentence.low):
        yield "reported"


def circumstances(clause: Clause) -> list[str]:
    """The names of the features of a clause that are neither cue nor guard."""
    return [*_time(clause), *_subject(clause), *_verb(clause), *_place(clause)]
