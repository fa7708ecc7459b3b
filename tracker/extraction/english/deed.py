"""What is to be done: the verb and what belongs to it, without the words of time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.extraction.english.actors import first_to_act
from tracker.extraction.english.own_subject import own_subject

if TYPE_CHECKING:
    from tracker.core.deadline import Deadline
    from tracker.extraction.candidate import Clause

_SAID_BEHIND = re.compile(
    r",\".*$|(?:,\"?|\") (?:(?:the|an?|its|his|her|their) )?[^,\"]{2,60}\b(?:said|says|told|"
    r"added|announced|promised|confirmed|assured|decided)\b.*$|,? (?:said|says|according to)\b.*$",
    re.IGNORECASE,
)
_SAID = re.compile(r"sa(?:id|ys)|told|added|announced|promised|confirmed|assured|decided|according|\"", re.IGNORECASE)
_NEXT_SENTENCE = re.compile(
    r" (?:and|but|so|because|although|though|while|whereas) (?:we|i|he|she|it|they|there)\b.*$", re.IGNORECASE
)
_SPACED = ("  ", " ,", " .", " ;")
_MARKS = " ,;:.–—-"
_LOOSE_WORDS = re.compile(r"(?:,? (?:and|or|but|on|by|in|from|with|as|the|which|(?:and|but) that))+[ ,;.]*$")
_LONGEST_LOOSE = 60
_RESPECTIVELY = re.compile(r"(?:,? and)?,? respectively\b,?")
# Between two words of time: "on Friday and Saturday", "in three months, that is by the end of February".
_LINK = re.compile(r",? (?:and|or|that is(?: to say)?|i\.e\.|namely),? ")
_COMMAS = re.compile(r", ?,")
_SPACES = re.compile(r"\s+(?=[,.;])|(?<=\s)\s+")
# What a deadline of the sense "keep" holds ahead of its words of time: "not rise before 2028", "no fee rises before".
_HELD = re.compile(r"(?:not|no|none|nobody|nothing)\b.*?\b(?=(?:before|until|till|prior|ahead)\b)", re.IGNORECASE)
_PRONOUN = re.compile(r"^(?:i|we|us|he|she|it|they|both|each|all|(?:our|my)(?: .*)?)$", re.IGNORECASE)
# A noun that a relative clause tells which: "the money that the council granted".
_RELATED = re.compile(r"(?:[\w'-]+ ){1,4}(?:that|which|who|whose|whom) ", re.IGNORECASE)
# Such a noun at the beginning; "the firm said that" and "it was agreed that" hold none.
_NOUN_AHEAD = re.compile(
    rf"(?:(?:The|An?|Our|Its|Their|All|Both) (?:(?!{_SAID.pattern})[\w'-]+ ){{1,3}}|[A-Z][\w'-]+ )"
    r"(?<!ed )(?:that|which|who) "
)
_TO_DO = re.compile(r" (?:to|should|would|shall|will|must) ", re.IGNORECASE)
_MODAL = frozenset({"will", "would", "shall", "be_to", "going_to", "due_to"})


def find_deed(clause: Clause, promisor: str = "", start: int | None = None, end: int | None = None) -> str:
    """What a clause promises; for one of several deeds in it, where in the reading its words start and end.

    A subject that is not the promisor belongs to the deed: "a working group established", "the ferry to sail". A
    bullet is told by its own words alone.
    """
    sentence = clause.sentence
    ends = end or clause.end
    if clause.cue_start < sentence.begins:
        return _told(clause, sentence.begins, ends)
    if start is not None:
        return _told(clause, start, ends) or _tidy(sentence.text[start:ends])
    if clause.deed_span:
        return _told(clause, clause.deed_span.start, clause.deed_span.end)
    found = clause.predicate
    behind = _behind_cue(clause)
    words = _told(clause, behind + found.start, ends)
    if clause.cue.is_nominal:
        return clause.subject_text if clause.subject_text and clause.subject_span.start >= sentence.begins else words
    words = _without_name(words, promisor.split(" (")[0])
    if not words:
        return _tidy(sentence.text[behind:ends]) or _tidy(sentence.text)
    words = f"not {words}" if found.is_negated else words
    words = f"rule out {words}" if clause.said.endswith(" out ") else words
    is_own = (
        _is_cut(clause)
        or clause.subject_text in promisor
        or _PRONOUN.match(clause.subject_text)
        or clause.said.endswith(": ")
    )
    if thing := _related(clause):
        return f"{thing} {words}"
    if found.has_be:
        return f"be {words}" if is_own else f"{clause.subject_text} {words}"
    if is_own:
        return words
    led_by = "to" if clause.cue.name in _MODAL else clause.said
    negated, rest = ("not ", words[4:]) if found.is_negated else ("", words)
    return " ".join(f"{clause.subject_text} {negated}{led_by} {rest}".split())


def _without_name(words: str, name: str) -> str:
    """Words of a deed without the name of who does it, where they begin with that: "the clerk to ask two firms"."""
    named = _TO_DO.match(words, len(name)) if name and words[: len(name)].lower() == name.lower() else None
    return words[named.end() :] if named else words


def _is_cut(clause: Clause) -> bool:
    """True where the subject holds another deed too, which is not this one's: "the board has met and".

    What is only undergone keeps its thing: "patients whose appointments were cancelled will be contacted".
    """
    if clause.predicate.has_be and _RELATED.match(clause.subject_text):
        return False
    subject = own_subject(clause)
    return bool(subject) and len(subject) < len(clause.subject_text)


def _related(clause: Clause) -> str:
    """The thing with its relative clause, where only that was taken for the subject: "the pipe that |burst in May|"."""
    span, text = clause.subject_span, clause.sentence.text
    if not clause.predicate.has_be or clause.voucher_span or not _NOUN_AHEAD.fullmatch(text, 0, span.start):
        return ""
    is_a_clause = _is_cut(clause) or first_to_act(f"He {clause.subject_text}")
    return text[: span.end] if is_a_clause else ""


def _told(clause: Clause, start: int, end: int) -> str:
    """The words of a clause between two offsets, without its words of time."""
    text, parts, at = clause.sentence.text, [], start
    for found in sorted(clause.deadlines, key=lambda one: one.span):
        begins = found.span.start + _length_held(found)
        if start <= begins < end and begins >= at:
            parts += [] if at > start and _LINK.fullmatch(text, at, begins) else [text[at:begins]]
            at = found.span.end
    parts.append(text[at : max(at, end)])
    return _tidy(" ".join(part.strip() for part in parts if part.strip()))


def _length_held(found: Deadline) -> int:
    held = _HELD.match(found.words)
    return held.end() if held else 0


def _tidy(deed: str) -> str:
    if _SAID.search(deed):
        deed = _SAID_BEHIND.sub("", deed)
    if "respectively" in deed:
        deed = _RESPECTIVELY.sub("", deed)
    deed = _NEXT_SENTENCE.sub("", deed)
    if any(gap in deed for gap in _SPACED):
        deed = _SPACES.sub("", deed)
    deed = _COMMAS.sub(",", deed)
    is_closed = deed.rstrip(_MARKS).endswith('"')
    while (shorter := _without_loose(deed)) != deed:
        deed = shorter
    return _in_pairs(deed, is_closed=is_closed) if '"' in deed else deed


def _in_pairs(deed: str, *, is_closed: bool) -> str:
    """A deed whose quotation is closed where it was, and not opened where its end is another's."""
    if deed.count('"') % 2 == 0:
        return deed
    if is_closed:
        return f'{deed}"'
    at = deed.rindex('"')
    return deed[:at] + deed[at + 1 :]


def _without_loose(deed: str) -> str:
    """A deed without marks at either end, and without the words at its end that lead nowhere."""
    deed = deed.lstrip(_MARKS).rstrip(_MARKS + '"')
    loose = _LOOSE_WORDS.search(deed, max(0, len(deed) - _LONGEST_LOOSE))
    return deed[: loose.start()] if loose else deed


def _behind_cue(clause: Clause) -> int:
    """Where the first word behind the cue stands."""
    behind = clause.sentence.text[clause.cue_end : clause.end]
    return clause.cue_end + len(behind) - len(behind.lstrip())
