"""Who is bound: the subject, else the agent of the passive, else who gives the word or says so, else the publisher."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.core.commitment import Promisor, PromisorSource
from tracker.extraction.english.nouns import ACTOR, EVENT, INSTITUTIONS, PUBLIC, SET_BY_DECISION, head_of, is_name
from tracker.extraction.english.opening import charged_at_the_end, opens_with
from tracker.extraction.english.verbs import ACTED, GETTING

if TYPE_CHECKING:
    from tracker.extraction.candidate import Clause, Sentence
    from tracker.extraction.english.voices import Voices

_AGENT = re.compile(
    r"\bby (?P<agent>(?:the |its |his |her |their |our |a |an )?(?!the end|[a-z]+ing |\d)[^,.;\"()]{3,60}?)"
    r"(?= (?:by|on|in|within|at|before|from|to|and|for)\b|[,.;]|$)"
)
_THIRD = re.compile(r"^(?:it|they|each|both|all)$", re.IGNORECASE)
_PERSON = re.compile(r"^(?:he|she)$", re.IGNORECASE)
_FIRST = re.compile(r"^(?:i|we|us|(?:our|my)(?: [a-z ]+)?)$", re.IGNORECASE)
_PRONOUN = re.compile(r"^(?:i|we|us|our|my|he|she|it|they|each|both|all)$", re.IGNORECASE)
_OWNED = re.compile(r"^(?:its|their|his|her) ", re.IGNORECASE)
# "At the company's second site."
_OWNER = re.compile(rf"\b(?P<name>[Tt]he (?:[a-z]+ ){{0,2}}?(?:{'|'.join(INSTITUTIONS)}))'s ")
_PERSON_NAMED = re.compile(r"[A-Z][\w'-]+ [A-Z][\w'-]+$")
_JOINT = re.compile(
    r"\b(?:agreement|accord|memorandum|mou|treaty|pact|charter|deal|protocol|convention|joint|jointly|both|bilateral|"
    r"collaborat\w+|co-?operation|working group|two (?:countries|sides|states|governments|nations|parties))\b"
)
# Cues that are said of things as well as of who does something with them.
_OF_THINGS = frozenset({"schedule", "present", "timed", "held", "progressive", "due_to"})
# Cues that name who is charged.
_CHARGES = frozenset(
    {"action", "assigned", "resolved", "pledge", "intend", "self_imposed", "word_given", "hope", "expect"}
)
# What a subject that names nobody begins with: a clause that was taken for one, or those to whom it shall not happen.
_NOBODY = re.compile(
    r"(?:what|whatever|whoever|once|by the time|that|nor|hereby|if|when|until|before|after|because|as|there|here|"
    r"nobody|no|"
    r"no-one|none|not|such|so|yes|how|where|why|while|and|but|[\d.,]+$)\b",
    re.IGNORECASE,
)
_DEFINITE = re.compile(r"^(?:the|its|his|her|their|our|my|your|both|each) ", re.IGNORECASE)
# "Isla Mobile's answer", "the Authority's full reasons": whose thing it is.
_POSSESSOR = re.compile(r"(?P<name>[^,;:]{3,60}?)(?:'s|(?<=s)') ")
_OWN_PEOPLE = ("our own ", "its own ", "their own ", "his own ", "her own ")
# "Two of her officers": who they are stands behind "of".
_PARTITIVE = re.compile(
    r"^(?:one|two|three|four|five|six|ten|some|most|many|several|all|both|each|half|[a-z]+ty|\d+) of "
)
# "And it says the chart will": the last body named.
_IT_SAYS = re.compile(
    r"\b(?:it|they) (?:has |have |also |then )?(?:said|says|say|added|adds|told|promised|announced)\b"
)
_OURS = re.compile(r"\b(?:we|our|us|ours|my)\b|\bi\b")
_MINE = {"i": "I", "my": "my"}


def _agent_of(clause: Clause) -> str:
    """Who does it, where a passive says so."""
    match = _AGENT.search(clause.behind) if clause.predicate.is_passive else None
    if not match or not (ACTOR.search(match["agent"]) or match["agent"].startswith(_OWN_PEOPLE)):
        return ""
    at = clause.sentence.low.find(match["agent"], clause.cue_end)
    return clause.sentence.text[at : at + len(match["agent"])]


def _names_an_actor(subject: str) -> bool:
    """True where a subject is somebody who can do things, rather than a thing that is done."""
    head = head_of(_PARTITIVE.sub("", subject.lower()))
    is_somebody = bool(ACTOR.search(head) or PUBLIC.search(head)) or is_name(subject)
    return is_somebody or bool(_PERSON_NAMED.search(subject))


def hides_its_promisor(clause: Clause) -> bool:
    """True where the subject is not who is bound: it is done, set, held or given to."""
    if _FIRST.match(clause.subject) and clause.subject not in ("my", "our"):
        return False
    if _NOBODY.match(clause.subject):
        return True
    is_entry = clause.said.endswith(": ") and clause.cue.name != "action"
    if clause.cue.is_nominal or not clause.subject or is_entry:
        return clause.subject_text.lower() not in ("my", "our")
    found = clause.predicate
    if found.is_state and _THIRD.match(clause.subject) and '"' in clause.sentence.text:
        return True
    if clause.said.endswith("being ") or clause.before.endswith((" was ", " were ", " been ")):
        return True
    if SET_BY_DECISION.search(head_of(clause.subject)) or clause.subject.startswith("your "):
        return True
    if found.is_passive:
        return clause.cue.name not in ("intend", "pledge")
    return found.verb in GETTING and not found.has_be and bool(PUBLIC.search(clause.subject))


def find_promisor(clause: Clause, voices: Voices) -> Promisor:
    """Who is bound by a clause, and how that was found; the name is empty where nothing tells."""
    if agent := _agent_of(clause):
        return Promisor(agent, PromisorSource.AGENT)
    at = clause.sentence.span.end
    subject = clause.subject_text
    if not hides_its_promisor(clause):
        if meant := _meant(subject, clause, voices):
            return meant
        if clause.voucher and PUBLIC.search(clause.subject):
            return _meant(clause.voucher, clause, voices) or Promisor(
                voices.full_name(clause.voucher, at), PromisorSource.SUBJECT
            )
        is_thing = clause.predicate.verb not in ACTED and (
            clause.predicate.is_state
            or clause.cue.name in _OF_THINGS
            or EVENT.search(clause.subject)
            or (voices.said_by and voices.said_by in clause.sentence.text)
            or clause.voucher
        )
        if _names_an_actor(subject) or not is_thing or clause.cue.name in _CHARGES:
            return Promisor(_with_speaker(subject, clause, voices, at), PromisorSource.SUBJECT)
    if not clause.predicate.is_passive and (owner := _possessor(subject)):
        return Promisor(voices.full_name(owner, at), PromisorSource.SUBJECT)
    if clause.voucher:
        named = Promisor(voices.full_name(clause.voucher, at), PromisorSource.SUBJECT)
        return _meant(clause.voucher, clause, voices) or named
    return _behind(clause, voices, at)


def _possessor(subject: str) -> str:
    """Whose thing a subject is, where that is somebody; empty elsewhere."""
    match = _POSSESSOR.match(subject)
    return match["name"] if match and _names_an_actor(match["name"]) else ""


def _with_speaker(subject: str, clause: Clause, voices: Voices, at: int) -> str:
    """The subject by its fullest name; one that is nobody in particular with who says it: "a crew (the operator)"."""
    if _DEFINITE.match(subject) or is_name(subject) or not voices.said_by or voices.said_by in subject:
        return voices.full_name(subject, at)
    is_said_here = voices.said_by in clause.sentence.text
    return f"{subject} ({voices.speaker(at)})" if is_said_here else voices.full_name(subject, at)


def _meant(pronoun: str, clause: Clause, voices: Voices) -> Promisor | None:
    """Whom a pronoun stands for, with the pronoun; None where the words are none."""
    at = clause.sentence.span.end
    if _FIRST.match(pronoun):
        name, source = voices.speaker(at) or voices.publisher or voices.institution(at), PromisorSource.SPEAKER
    elif _PERSON.match(pronoun):
        name, source = voices.speaker(at) or voices.topic.name, PromisorSource.SUBJECT
        if not name:
            return Promisor(pronoun, source)
    elif _THIRD.match(pronoun):
        name, source = _antecedent(clause, voices), PromisorSource.SUBJECT
    else:
        return None
    return Promisor(f"{name} ({pronoun})", source) if name else Promisor("", PromisorSource.UNKNOWN)


def _antecedent(clause: Clause, voices: Voices) -> str:
    """What "it" or "they" stands for: who says or promises it ("the firm said that it would"), else what came last."""
    ahead = clause.sentence.text[: clause.subject_span.start]
    if voices.said_by and voices.said_by in ahead and '"' not in ahead:
        return voices.speaker(clause.sentence.span.end)
    is_named = clause.voucher and not _PRONOUN.match(clause.voucher)
    return clause.voucher if is_named else voices.institution(clause.sentence.span.start)


def _behind(clause: Clause, voices: Voices, at: int) -> Promisor:
    """Who stands behind a deed whose subject is not its promisor."""
    is_somebody = ACTOR.search(clause.subject) or EVENT.search(head_of(clause.subject))
    if _OWNED.match(voices.said_by) and is_somebody and not clause.predicate.is_passive:
        return Promisor(f"{clause.subject_text} ({voices.said_by})", PromisorSource.SPEAKER)
    if named := _named_in(clause, voices):
        return named
    if _IT_SAYS.search(clause.before) and (name := voices.institution(clause.sentence.span.start)):
        return Promisor(name, PromisorSource.SUBJECT)
    if speaker := voices.speaker(at):
        parties = voices.parties() if clause.predicate.is_passive else ""
        is_theirs = parties and speaker not in parties and _concerns(clause.sentence, parties)
        own = _ours(clause.sentence.low, clause.start, clause.end)
        if own and not is_theirs and '"' in clause.sentence.text:
            return Promisor(f"{speaker} ({own})", PromisorSource.SPEAKER)
        return Promisor(f"{parties}, through {speaker}" if is_theirs else speaker, PromisorSource.SPEAKER)
    pronoun = _ours(clause.sentence.low, 0, len(clause.sentence.low))
    if pronoun and (name := voices.publisher or voices.institution(at)):
        return Promisor(f"{name} ({pronoun})", PromisorSource.SPEAKER)
    if owner := _OWNER.search(clause.sentence.text, clause.start, clause.end):
        return Promisor(owner["name"], PromisorSource.SUBJECT)
    if name := voices.actor_in_news(clause.sentence.span.start):
        return Promisor(name, PromisorSource.SUBJECT)
    if voices.publisher:
        return Promisor(voices.publisher, PromisorSource.PUBLISHER)
    return Promisor("", PromisorSource.UNKNOWN)


def _named_in(clause: Clause, voices: Voices) -> Promisor | None:
    """Whom a sentence without an acting subject names at its beginning, or charges at its end; None where nobody."""
    sentence = clause.sentence
    if voices.said_by and voices.said_by in sentence.text:
        return None
    if clause.cue.is_last_resort and (name := charged_at_the_end(sentence)):
        return Promisor(name, PromisorSource.SUBJECT)
    name = opens_with(sentence)
    if not name or clause.predicate.is_passive:
        return None
    at = sentence.span.end
    return _meant(name, clause, voices) or Promisor(voices.full_name(name, at), PromisorSource.SUBJECT)


def _ours(low: str, start: int, end: int) -> str:
    """The pronoun by which words speak of who says them; empty where none does."""
    found = _OURS.search(low, start, end)
    return _MINE.get(found[0], "we") if found else ""


def _concerns(sentence: Sentence, parties: str) -> bool:
    """True where a sentence speaks of an agreement, or names its parties itself ("a Norda-Veland board")."""
    return bool(_JOINT.search(sentence.low)) or all(one.split()[-1] in sentence.text for one in parties.split(" and "))
