"""Who is bound: the subject, else the agent of the passive, else who says so, else the publisher."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.core.commitment import Promisor, PromisorSource
from tracker.extraction.english.nouns import ACTOR, EVENT, PUBLIC, head_of, is_name
from tracker.extraction.english.predicate import predicate

if TYPE_CHECKING:
    from tracker.extraction.candidate import Clause

_AGENT = re.compile(
    r"\bby (?P<agent>(?:the |its |his |her |their |our |a |an )?(?!the end|[a-z]+ing |\d)[^,.;\"()]{3,60}?)"
    r"(?= (?:by|on|in|within|at|before|from|to|and|for)\b|[,.;]|$)"
)
_PRONOUN = re.compile(r"^(?:he|she|it|they|each|both|all)$", re.IGNORECASE)
_FIRST = re.compile(r"^(?:i|we|us|our [a-z ]+|my [a-z ]+)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Voices:
    """Who may stand behind a sentence that does not name its promisor.

    `speaker` says it, `topic` was the last one named, `publisher` put the announcement out; each may be empty.
    """

    speaker: str = ""
    topic: str = ""
    publisher: str = ""


def _agent_of(clause: Clause) -> str:
    """Who does it, where a passive says so."""
    match = _AGENT.search(clause.predicate) if predicate(clause).is_passive else None
    if not match or not ACTOR.search(match["agent"]):
        return ""
    at = clause.sentence.low.find(match["agent"], clause.cue_end)
    return clause.sentence.text[at : at + len(match["agent"])]


def _names_an_actor(subject: str) -> bool:
    """True where a subject is somebody who can do things, rather than a thing that is done."""
    head = head_of(subject).lower()
    return bool(ACTOR.search(head) or PUBLIC.search(head)) or is_name(subject)


def find_promisor(clause: Clause, voices: Voices) -> Promisor:
    """Who is bound by a clause, and how that was found."""
    if agent := _agent_of(clause):
        return Promisor(agent, PromisorSource.AGENT)
    found = predicate(clause)
    subject = clause.subject_text
    hides = clause.cue.is_nominal or not subject or (found.is_passive and clause.cue.name not in ("intend", "pledge"))
    if not hides and _FIRST.match(subject):
        return Promisor(f"{voices.speaker or voices.publisher} ({subject})", PromisorSource.SPEAKER)
    if not hides and _PRONOUN.match(subject):
        meant = voices.speaker if subject.lower() in ("he", "she") else voices.topic or voices.speaker
        return Promisor(f"{meant} ({subject})" if meant else subject, PromisorSource.SUBJECT)
    if not hides and (_names_an_actor(subject) or not (EVENT.search(subject.lower()) or voices.speaker)):
        return Promisor(subject, PromisorSource.SUBJECT)
    if voices.speaker:
        return Promisor(voices.speaker, PromisorSource.SPEAKER)
    if voices.publisher:
        return Promisor(voices.publisher, PromisorSource.PUBLISHER)
    return Promisor(subject, PromisorSource.UNKNOWN)
