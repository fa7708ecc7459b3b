"""Whom a pronoun stands for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.core.commitment import Promisor, PromisorSource
from tracker.extraction.english.actors import first_to_act
from tracker.extraction.english.own_subject import PRONOUN, persons_in, voucher_of
from tracker.extraction.english.somebody import Kind, kind_of

if TYPE_CHECKING:
    from tracker.extraction.candidate import Clause
    from tracker.extraction.english.voices import Voices

THIRD = re.compile(r"^(?:it|they|each|both|all)$", re.IGNORECASE)
PERSON = re.compile(r"^(?:he|she)$", re.IGNORECASE)
FIRST = re.compile(r"^(?:i|we|us|me|(?:our|my)(?: [a-z ]+)?)$", re.IGNORECASE)
_OURS = re.compile(r"\b(?:we|our|us|ours|my|(?<!\blet )(?<!\btell )(?<!\bfor )me)\b")
# Who speaks for himself ahead of a pronoun: "we pay nobody, and that is how it stays", "I have told them, and they".
_FIRST_SAYS = re.compile(r"\b(?:i|we)\b(?:'| )(?!say|gather|hear|understand|believe|thank)")
_OWNED = re.compile(r"(?P<whose>[Ii]ts|[Tt]heir|[Hh]is|[Hh]er) [a-z]")
_OWNERS = {"its": "it", "their": "they", "his": "he", "her": "she"}
_I = re.compile(r"(?<![.])\bi\b(?!\.\w)")
_MINE = {"i": "I", "my": "my", "me": "me", "us": "us"}


def meant_by(pronoun: str, clause: Clause, voices: Voices) -> Promisor | None:
    """Whom a pronoun stands for, with the pronoun; None where the words are none."""
    if FIRST.match(pronoun):
        return _first(pronoun, clause, voices)
    if PERSON.match(pronoun):
        name = _person(pronoun, clause, voices)
        return Promisor(f"{name} ({pronoun})" if name else pronoun, PromisorSource.SUBJECT)
    if not THIRD.match(pronoun):
        return None
    if clause.cue_start and _FIRST_SAYS.search(clause.sentence.low, clause.sentence.begins, clause.subject_span.start):
        return _first(ours(clause.sentence.low, clause.sentence.begins), clause, voices)
    name = _antecedent(pronoun, clause, voices)
    return Promisor(f"{name} ({pronoun})", PromisorSource.SUBJECT) if name else _UNKNOWN


_UNKNOWN = Promisor("", PromisorSource.UNKNOWN)


def _first(pronoun: str, clause: Clause, voices: Voices) -> Promisor:
    """Who says "we": who is quoted, else the publisher."""
    if pronoun.lower() in ("my", "our"):
        pronoun = ours(clause.sentence.low)
    at = clause.sentence.span.end
    speaker = voices.speaker(at) if is_spoken(clause, voices) else ""
    name = speaker or voices.publisher or voices.institution(at)
    return Promisor(f"{name} ({pronoun})", PromisorSource.SPEAKER) if name else _UNKNOWN


def _person(pronoun: str, clause: Clause, voices: Voices) -> str:
    """Who "she" is: the person who acted last, else who speaks, else whom the sentence names behind it."""
    at = clause.sentence.span.end
    if _says_ahead(clause, voices) and kind_of(voices.said_by) in (Kind.PERSON, Kind.NAME):
        return voices.speaker(at)
    name = voices.stands_for(pronoun, _here(clause)) or voices.speaker(at) or voices.topic.name
    return voices.full_name(name, at) or next(iter(persons_in(clause)), "")


def _antecedent(pronoun: str, clause: Clause, voices: Voices) -> str:
    """What "it" or "they" stands for: who says or promises it ("the firm said that it would"), else what came last."""
    if _says_ahead(clause, voices):
        return voices.speaker(clause.sentence.span.end)
    voucher = voucher_of(clause)
    if voucher and not PRONOUN.match(voucher):
        return voices.full_name(voucher, clause.sentence.span.end)
    if named := voices.stands_for(pronoun, _here(clause)):
        return named
    acting = first_to_act(clause.sentence.text[: clause.subject_span.start])
    return acting if acting and not PRONOUN.match(acting) else voices.institution(clause.sentence.span.start)


def _says_ahead(clause: Clause, voices: Voices) -> bool:
    """True where who says it is named ahead of the subject, and not quoted: "the clerk says she will sign"."""
    ahead = clause.sentence.text[: clause.subject_span.start]
    return bool(voices.said_by) and voices.said_by in ahead and '"' not in ahead


def _here(clause: Clause) -> int:
    """Where the subject of a clause stands in the announcement."""
    return clause.sentence.reading.origin(clause.subject_span.start)


def owner_of(clause: Clause, voices: Voices) -> str:
    """Whose the thing is that a sentence begins with: "her last day is 22 July"; empty where that is not told."""
    match = _OWNED.match(clause.sentence.text, clause.sentence.begins)
    if not match:
        return ""
    at = clause.sentence.reading.origin(match.start())
    name = voices.stands_for(_OWNERS[match["whose"].lower()], at)
    return f"{name} ({match['whose']})" if name else ""


def is_spoken(clause: Clause, voices: Voices) -> bool:
    """True where a clause is somebody's words: its sentence says whose, or it stands within quote marks."""
    if not voices.said_by or voices.said_by in clause.sentence.text:
        return bool(voices.said_by)
    is_opened = clause.sentence.text.startswith('"', clause.cue_start)
    return voices.is_quoted(clause.sentence.reading.origin(clause.cue_start) + is_opened)


def ours_in_quotes(clause: Clause) -> str:
    """The pronoun by which a clause, or else what is quoted beside it, speaks of who says it; empty where none does."""
    low = clause.sentence.low
    if '"' not in low:
        return ""
    if own := ours(low, clause.start, clause.end):
        return own
    quoted = ours(low, low.find('"'), low.rfind('"'))
    return "" if quoted == "my" else quoted  # "my lady"


def ours(low: str, start: int = 0, end: int | None = None) -> str:
    """The pronoun by which words speak of who says them; empty where none does."""
    ends = len(low) if end is None else end
    found = _I.search(low, start, ends) or _OURS.search(low, start, ends)
    return _MINE.get(found[0], "we") if found else ""
