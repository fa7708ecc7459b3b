"""Where the subject of a clause is not who is bound: something is done to it, set, held, or given to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.extraction.english.nouns import ACTOR, PUBLIC, SET_BY_DECISION, head_of, is_name
from tracker.extraction.english.own_subject import NOBODY, PRONOUN
from tracker.extraction.english.pronouns import FIRST, THIRD
from tracker.extraction.english.somebody import is_somebody
from tracker.extraction.english.verbs import GETTING, third

if TYPE_CHECKING:
    from tracker.extraction.candidate import Clause

# Cues of what is so on a day, whoever brings it about.
_AS_THINGS_ARE = frozenset({"schedule", "present", "timed", "held"})
_GETS = GETTING | frozenset(map(third, GETTING))
# "Your vicar" may be who promises, "your bin" is not.
_YOURS = re.compile(rf"your (?!(?:[a-z]+ )?{ACTOR.pattern}$)")
_MANY = re.compile(r"(?:children|men|women|folk)\b")
DEFINITE = re.compile(r"^(?:the|its|his|her|their|our|my|your|both|each) ", re.IGNORECASE)


def hides_its_promisor(clause: Clause, subject: str) -> bool:
    """True where the subject, which is given by itself, is not who is bound."""
    if (FIRST.match(clause.subject) and clause.subject not in ("my", "our")) or _is_charged(clause):
        return False
    if NOBODY.match(subject):
        return True
    is_entry = clause.said.endswith(": ") and clause.cue.name != "action"
    if clause.cue.is_nominal or not clause.subject or is_entry:
        return clause.subject_text.lower() not in ("my", "our")
    if SET_BY_DECISION.search(head_of(clause.subject)) or _YOURS.match(clause.subject):
        return True
    return _is_no_deed_of_its_own(clause)


def _is_charged(clause: Clause) -> bool:
    """True where the cue's own words name who is charged: "agreed that the chair write"."""
    is_named = clause.cue_start <= clause.subject_span.start < clause.subject_span.end <= clause.cue_end
    return is_named and clause.cue.name == "resolved" and is_somebody(clause.subject_text)


def _is_no_deed_of_its_own(clause: Clause) -> bool:
    """True where the verb tells of no deed of the subject's: it is mended, is ready, gets a letter."""
    found = clause.predicate
    if (
        (found.is_state or clause.cue.name in _AS_THINGS_ARE)
        and THIRD.match(clause.subject)
        and '"' in clause.sentence.text
    ):
        return True
    if clause.said.endswith("being ") or clause.before.endswith((" was ", " were ", " been ")):
        return True
    if found.is_passive:
        return clause.cue.name not in ("intend", "pledge")
    return found.verb in _GETS and not found.has_be and _is_given_to(clause)


def _is_given_to(clause: Clause) -> bool:
    """True where those who get something are people at large: "tenants", "welders"."""
    subject = clause.subject
    if PRONOUN.match(subject) or (is_name(clause.subject_text) and not _MANY.match(subject)):
        return False
    return bool(PUBLIC.search(subject) or _MANY.match(subject)) or (
        subject.endswith("s") and not DEFINITE.match(subject)
    )
