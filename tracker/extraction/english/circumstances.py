"""What else speaks for or against a clause: its words of time, its subject, its verb, where it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.core.deadline import DeadlineKind
from tracker.extraction.english.nouns import ACTOR, EVENT, PUBLIC, head_of, is_name
from tracker.extraction.english.predicate import is_kept
from tracker.extraction.english.verbs import GETTING
from tracker.extraction.english.wording import WORDINGS, wordings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.extraction.candidate import Clause

_FIRST_PERSON = re.compile(r"\b(?:i|we|us|my)\b")
_PRONOUN = re.compile(r"^(?:he|she|it|they|both|each|all)$")
_GENERIC = re.compile(r"^(?:an? |one in |the average )")
_ASPIRATION = re.compile(
    r"^(?:always |all )?(?:work (?:for|to|towards?|together|closely|hard|with)\b|(?:continue to |keep )?(?:stand|"
    r"strive|support|work)\b|do (?:our|its|their|my) (?:best|utmost)|"
    r"do (?:better|more|all|everything)\b|make every effort|spare no|assist|strengthen|deepen|promote|foster|"
    r"contribute|cooperate|collaborate|be there)"
)
_PROMISING = re.compile(
    r"\b(?:agree[ds]?|commit\w*|undert\w+|promise[sd]?|pledge[sd]?|resolve[sd]?|decide[sd]?|will|shall|plans?|next|"
    r"intends?|vow(?:s|ed)?|steps?|actions?|going to|dates?|is to|are to|guarantees?|targets?|goals?)\b"
)
_OFFICIALS = """
minister ministry president premier mayor governor secretary chief commissioner chair chairman chairwoman director
spokesman spokeswoman spokesperson official officials government authority agency company department council board
commission ceo executive manager statement sources
"""
_OFFICIAL = frozenset(_OFFICIALS.split())
_PROMISE_HEADING = re.compile(
    r"\b(?:what (?:we|the [a-z]+|happens) (?:will|next)|next steps?|actions?|commitments?|our promises?|pledges|"
    r"timetable|"
    r"timeline|key dates|dates for|calendar|diary|upcoming|coming up|what's next|decisions|milestones|roadmap|"
    r"deliverables|next meeting)\b"
)
_REPORTS_WORDS = """
said says told added announced promised pledged confirmed assured vowed according informed
"""
_REPORTS = frozenset(_REPORTS_WORDS.split())


CIRCUMSTANCES = frozenset(
    {
        *("dated", "past_date", "vague", "conditional", "undated", "recurring", "kept"),
        *("first_person", "pronoun", "actor", "name", "public_subject", "generic", "event"),
        *("aspiration", "passive_deed", "deed_verb", "passive_other", "refuses"),
        *("promise_heading", "bullet", "stem", "reported", "vouched"),
        *("you_get", "agent_acts", "promising_stem"),
        *WORDINGS,
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
    if is_kept(clause):
        yield "kept"


def _subject(clause: Clause) -> Iterator[str]:
    subject = clause.subject
    if _FIRST_PERSON.search(subject) or _is_ours(clause):
        yield "first_person"
    elif _PRONOUN.match(subject):
        yield "pronoun"
    elif ACTOR.search(head_of(subject)):
        yield "actor"
    elif is_name(clause.subject_text):
        yield "name"
    elif PUBLIC.search(subject):
        yield "public_subject"
    elif _GENERIC.match(subject) and not clause.predicate.has_be and not EVENT.search(head_of(subject)):
        yield "generic"
    if EVENT.search(subject):
        yield "event"


def _is_ours(clause: Clause) -> bool:
    """True for "our drivers", and for "our cream" only where something is done with it, not where it works wonders."""
    if "our" not in clause.subject.split():
        return False
    return clause.predicate.has_be or bool(ACTOR.search(head_of(clause.subject)))


def _names_somebody(clause: Clause) -> bool:
    return bool(ACTOR.search(head_of(clause.subject))) or is_name(clause.subject_text)


def _verb(clause: Clause) -> Iterator[str]:
    if clause.cue.is_nominal:
        return
    found = clause.predicate
    if found.verb in GETTING and not found.has_be and PUBLIC.search(clause.subject):
        yield "you_get"
    if _ASPIRATION.match(clause.behind):
        yield "aspiration"
    if found.is_passive and found.is_deed:
        yield "passive_deed"
    elif found.is_deed:
        yield "deed_verb"
        if _FIRST_PERSON.search(clause.subject) or _PRONOUN.match(clause.subject) or _names_somebody(clause):
            yield "agent_acts"
    elif found.is_passive:
        yield "passive_other"
    if found.is_negated and (_FIRST_PERSON.search(clause.subject) or _names_somebody(clause)):
        yield "refuses"


def _place(clause: Clause) -> Iterator[str]:
    sentence = clause.sentence
    above = (sentence.heading, sentence.low[: sentence.begins])
    if any(words and _PROMISE_HEADING.search(words) for words in above):
        yield "promise_heading"
    if sentence.is_bullet:
        yield "bullet"
    if clause.cue_start < sentence.begins:
        yield "stem"
    if clause.voucher_span:
        yield "vouched"
    if sentence.begins and _PROMISING.search(sentence.low, 0, sentence.begins):
        yield "promising_stem"
    if not _REPORTS.isdisjoint(sentence.words) and not _OFFICIAL.isdisjoint(sentence.words):
        yield "reported"


def circumstances(clause: Clause) -> list[str]:
    """The names of the features of a clause that are neither cue nor guard."""
    return [*_time(clause), *_subject(clause), *_verb(clause), *_place(clause), *wordings(clause)]
