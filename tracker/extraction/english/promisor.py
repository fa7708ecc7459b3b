"""Who is bound: the subject, else who is named beside it as doing, charging or saying it, else the publisher."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.core.commitment import Promisor, PromisorSource
from tracker.extraction.english.actors import is_sensible
from tracker.extraction.english.elsewhere import (
    acts_elsewhere,
    acts_first,
    acts_later,
    body_here,
    done_by,
    giver_of,
    is_said_here,
    named_elsewhere,
    reported_by,
)
from tracker.extraction.english.hidden import DEFINITE, hides_its_promisor
from tracker.extraction.english.minutes import label_ahead
from tracker.extraction.english.nouns import ACTOR, EVENT, PUBLIC, head_of, is_name
from tracker.extraction.english.own_subject import (
    PRONOUN,
    agreed_for,
    gives_the_word,
    has_acted,
    own_subject,
    possessor,
    voucher_of,
)
from tracker.extraction.english.pronouns import PERSON, is_spoken, meant_by, ours_in_quotes, owner_of
from tracker.extraction.english.somebody import JOINED, NO_NAMES, is_somebody
from tracker.extraction.english.verbs import ACTED, base_verbs

if TYPE_CHECKING:
    from tracker.extraction.candidate import Clause, Sentence
    from tracker.extraction.english.voices import Voices

_AGENT = re.compile(
    r"\bby (?P<agent>(?:the |its |his |her |their |our |a |an )?(?!the end|[a-z]+ing |\d)[^,.;\"()]{3,60}?)"
    r"(?= (?:by|on|in|within|at|before|from|to|and|for)\b|[,.;]|$)"
)
_LEFT_TO = re.compile(r" *(?P<name>(?:the [a-z]+|[A-Z][\w'-]+(?: [A-Z][\w'-]+)*)) to (?=(?P<verb>[a-z]+) )")
# What somebody is asked to do besides the deeds of promises.
_ASKED = frozenset({"look", "come", "try", "talk", "think", "allow", "learn", "start", "watch", "wait"})
_OWN_PEOPLE = ("our own ", "its own ", "their own ", "his own ", "her own ")
_OWNED = re.compile(r"^(?:its|their|his|her) ", re.IGNORECASE)
_JOINT = re.compile(
    r"\b(?:agreement|accord|memorandum|mou|treaty|pact|charter|deal|protocol|convention|joint|jointly|both|bilateral|"
    r"collaborat\w+|co-?operation|working group|two (?:countries|sides|states|governments|nations|parties))\b"
)
# Cues that are said of things as well as of who does something with them.
_OF_THINGS = frozenset({"schedule", "present", "timed", "held", "progressive", "due_to"})
# Cues by which the entries of a list go on with the words that it hangs on: "To sell …", "pays …".
_OF_ENTRIES = frozenset({"resolution", "schedule", "present"})
# Cues that name who is charged.
_CHARGES = frozenset(
    {"action", "assigned", "resolved", "pledge", "intend", "self_imposed", "word_given", "hope", "expect"}
)
# "A new auditor, Stroud & Kay, takes over".
_CALLED = re.compile(
    rf", (?P<name>(?!(?:{'|'.join(word.title() for word in sorted(NO_NAMES))})\b)"
    r"[A-Z][\w'-]*(?: (?:& |of )?[A-Z][\w'-]*)+),"
)


def find_promisor(clause: Clause, voices: Voices) -> Promisor:
    """Who is bound by a clause, and how that was found; the name is empty where nothing tells."""
    if agent := _agent_of(clause):
        return Promisor(agent, PromisorSource.AGENT)
    if giver := giver_of(clause, voices):
        return giver
    if charged := agreed_for(clause):
        return _named(charged, clause, voices)
    subject = own_subject(clause)
    if subject and subject == voices.said_by and subject not in clause.subject_text:
        subject = ""
    if subject and not hides_its_promisor(clause, subject) and (found := _as_subject(subject, clause, voices)):
        return found
    if not clause.predicate.is_passive and (owner := possessor(subject)):
        return _named(owner, clause, voices)
    if gives_the_word(clause):
        return _given_by(clause, voices)
    return _behind(subject, clause, voices)


def left_to(clause: Clause, start: int) -> tuple[Promisor, int] | None:
    """To whom a later deed of a clause is left that starts at an offset, and where the deed itself starts.

    "Norda undertakes to dredge it, and Veland to replace the buoys"; not "and the police to local control".
    """
    match = _LEFT_TO.match(clause.sentence.text, start)
    if not match or match["verb"] not in base_verbs() | _ASKED or not is_somebody(match["name"]):
        return None
    return Promisor(match["name"], PromisorSource.SUBJECT), match.end()


def _agent_of(clause: Clause) -> str:
    """Who does it, where a passive says so."""
    match = _AGENT.search(clause.behind) if clause.predicate.is_passive else None
    if not match or not (ACTOR.search(match["agent"]) or match["agent"].startswith(_OWN_PEOPLE)):
        return ""
    at = clause.sentence.low.find(match["agent"], clause.cue_end)
    if any(found.span.start < at + len(match["agent"]) and at < found.span.end for found in clause.deadlines):
        return ""  # "by the end of the next parliament"
    return clause.sentence.text[at : at + len(match["agent"])]


def _named(name: str, clause: Clause, voices: Voices) -> Promisor:
    return Promisor(voices.full_name(name, clause.sentence.span.end), PromisorSource.SUBJECT)


def _given_by(clause: Clause, voices: Voices) -> Promisor:
    """Who gives the word for a clause."""
    voucher = voucher_of(clause)
    return meant_by(voucher, clause, voices) or _named(voucher, clause, voices)


def _as_subject(subject: str, clause: Clause, voices: Voices) -> Promisor | None:
    """The promisor of a clause whose subject may be it; None where it is a thing, and nobody is named beside it."""
    is_pronoun = PRONOUN.match(subject) and subject.lower() not in ("my", "our")
    if is_pronoun and (label := label_ahead(clause.sentence, clause.subject_span.start)):
        name = voices.full_name(label, clause.sentence.span.end)
        return Promisor(f"{name} ({subject})", PromisorSource.SUBJECT)
    if subject.lower() == "it" and gives_the_word(clause) and PRONOUN.match(voucher_of(clause)):
        return _given_by(clause, voices)
    if meant := meant_by(subject, clause, voices):
        return meant
    if gives_the_word(clause) and (PUBLIC.search(clause.subject) or clause.predicate.is_state):
        return _given_by(clause, voices)
    if clause.cue.name == "resolved" and not is_somebody(subject) and (agent := done_by(clause)):
        return _named(agent, clause, voices)
    acts = is_somebody(subject) or clause.cue.name in _CHARGES or has_acted(subject, clause)
    if not acts and (named := _for_a_thing(subject, clause, voices)):
        return named
    if not acts and _is_doubtful(clause, voices):
        return None
    return Promisor(_with_speaker(subject, clause, voices), PromisorSource.SUBJECT)


def _for_a_thing(subject: str, clause: Clause, voices: Voices) -> Promisor | None:
    """Who gives the word for a subject that may be a thing, whose it is, or who acts beside it; None where nobody."""
    if gives_the_word(clause):
        return _given_by(clause, voices)
    if clause.predicate.verb not in ACTED and (owner := possessor(subject)):
        return _named(owner, clause, voices)
    return acts_elsewhere(clause, voices)


def _is_doubtful(clause: Clause, voices: Voices) -> bool:
    """True where a subject that may be a thing does what things do."""
    if clause.predicate.verb in ACTED:
        return False
    is_of_things = clause.predicate.is_state or clause.cue.name in _OF_THINGS or EVENT.search(clause.subject)
    return bool(is_of_things or is_said_here(clause, voices) or clause.voucher_span)


def _with_speaker(subject: str, clause: Clause, voices: Voices) -> str:
    """The subject by its fullest name; one that is nobody in particular with who says it: "a crew (the operator)"."""
    text, at = clause.sentence.text, clause.sentence.span.end
    called = _CALLED.search(text, clause.subject_span.start, clause.cue_start + 1)
    if called and text[clause.subject_span.start : called.start()] == subject:
        return f"{subject}, {called['name']}"
    name = voices.full_name(subject, at)
    if _is_certain(subject, voices):
        return name
    if is_said_here(clause, voices):
        speaker = voices.said_by if _OWNED.match(voices.said_by) else voices.speaker(at)
        return name if voices.said_by in subject else f"{subject} ({speaker})"
    reported = reported_by(clause, voices)
    if not reported or not reported.name:
        return name
    return f"{subject} ({reported.name.replace(' (', ', ').rstrip(')')})"


def _is_certain(subject: str, voices: Voices) -> bool:
    """True for somebody in particular: not "a crew", "tenants", or one capital word that only begins its sentence."""
    low = subject.lower()
    if is_name(subject) or JOINED.match(subject):
        return (" " in subject or voices.is_name(subject)) and not PUBLIC.match(low)
    return bool(DEFINITE.match(subject)) and not PUBLIC.search(low)


def _behind(subject: str, clause: Clause, voices: Voices) -> Promisor:
    """Who stands behind a deed whose subject is not its promisor."""
    is_doer = bool(ACTOR.search(clause.subject) or EVENT.search(head_of(clause.subject)))
    is_doer = is_doer and not clause.predicate.is_passive and is_sensible(clause.subject_text)
    if is_doer and _OWNED.match(voices.said_by) and is_said_here(clause, voices):
        return Promisor(f"{clause.subject_text} ({voices.said_by})", PromisorSource.SPEAKER)
    if found := named_elsewhere(subject, clause, voices) or _spoken_by(clause, voices):
        return found
    if name := _named_around(clause, voices):
        return Promisor(name, PromisorSource.SUBJECT)
    if voices.publisher:
        return Promisor(voices.publisher, PromisorSource.PUBLISHER)
    at = clause.sentence.span.end
    if speaker := voices.speaker(at):
        return Promisor(speaker, PromisorSource.SPEAKER)
    name = voices.institution(at)
    return Promisor(name, PromisorSource.SUBJECT if name else PromisorSource.UNKNOWN)


def _spoken_by(clause: Clause, voices: Voices) -> Promisor | None:
    """Who says a clause, or acts at the beginning of what they say; None where it is nobody's words."""
    speaker = voices.speaker(clause.sentence.span.end) if is_spoken(clause, voices) else ""
    if not speaker:
        return None
    first = acts_first(clause) if not clause.subject else ""
    if PERSON.match(first) and _OWNED.match(voices.said_by):
        return meant_by(first, clause, voices)
    if first and not PRONOUN.match(first) and first not in f"{speaker} {voices.said_by}":
        return Promisor(f"{first} ({speaker})", PromisorSource.SUBJECT)
    return Promisor(_through(speaker, clause, voices), PromisorSource.SPEAKER)


def _named_around(clause: Clause, voices: Voices) -> str:
    """Who is named in or around a sentence in which nobody acts: in the line that its list hangs on, as an owner."""
    start = clause.sentence.span.start
    listed = voices.stem(start)
    return (
        (listed if _is_entry(clause) else "")
        or body_here(clause)
        or owner_of(clause, voices)
        or listed
        or acts_later(clause)
        or voices.actor_in_news(start)
    )


def _is_entry(clause: Clause) -> bool:
    """True where a sentence begins with its verb, as the entries of a list do: "To sell the shops", "pays a fine"."""
    ahead = clause.sentence.low[clause.sentence.begins : clause.cue_start]
    return (
        not clause.subject and clause.cue.name in _OF_ENTRIES and ahead.strip(" (abcdefghi.)0123456789") in ("", "not")
    )


def _through(speaker: str, clause: Clause, voices: Voices) -> str:
    """Who speaks, with "we" where that is said; or the parties of an agreement, who speak through them."""
    parties = voices.parties() if clause.predicate.is_passive else ""
    if parties and speaker not in parties and _concerns(clause.sentence, parties):
        return f"{parties}, through {speaker}"
    own = ours_in_quotes(clause)
    return f"{speaker} ({own})" if own and not speaker.endswith(")") else speaker


def _concerns(sentence: Sentence, parties: str) -> bool:
    """True where a sentence speaks of an agreement, or names its parties itself ("a Norda-Veland board")."""
    return bool(_JOINT.search(sentence.low)) or all(one.split()[-1] in sentence.text for one in parties.split(" and "))
