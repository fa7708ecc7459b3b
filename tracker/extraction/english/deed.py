"""What is to be done: the verb and what belongs to it, without the words of time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.extraction.english.left_out import made_whole
from tracker.extraction.english.phrase import dated_part, tidy, told
from tracker.extraction.english.thing import read_from, related_thing, thing_of
from tracker.extraction.english.verbs import bare, base_verbs

if TYPE_CHECKING:
    from tracker.extraction.candidate import Clause

_TO_DO = re.compile(
    r" (?:to|should|would|shall|will|must) (?!(?:the|an?|all|every|each|every[a-z]+|your|our)\b)", re.IGNORECASE
)
# "Take no more patches": a clause that ends with its verb, ahead of nobody and nothing.
_NO_MORE = re.compile(r"(?:no|none|not one|not a) [^,;:.]+")
_STUMP = re.compile(
    r"(?:is|are|was|be|him(?:self)?|her(?:self)?|it|them|us|in|out|up|on|off|the|an?|to|AGREED|RESOLVED)"
)
_VERBLESS = frozenset({"timed", "agenda", "nobody"})
_PRESENT = frozenset({"schedule", "present", "held"})
_MODAL = frozenset({"will", "would", "shall", "be_to", "going_to", "due_to"})


def find_deed(clause: Clause, promisor: str = "", start: int | None = None, end: int | None = None) -> str:
    """What a clause promises; for one of several deeds in it, where in the reading its words start and end.

    A subject that is not the promisor belongs to the deed: "a working group established", "the ferry to sail". A
    bullet is told by its own words alone. Where they are no more than a particle, the whole sentence is told.
    """
    deed = _found(clause, promisor, start, end)
    if deed and not _STUMP.fullmatch(deed):
        return deed
    text, begins = clause.sentence.text, clause.sentence.begins
    return told(clause, begins, len(text)) or tidy(text[begins:]) or text


def _found(clause: Clause, promisor: str, start: int | None, end: int | None) -> str:
    """The deed in the words where it is looked for; empty where none is left of them."""
    sentence = clause.sentence
    ends = end or _ends(clause)
    if clause.cue_start < sentence.begins:
        return told(clause, sentence.begins, ends)
    if start is not None:
        words = told(clause, start, ends) or tidy(sentence.text[start:ends])
        return words if clause.cue.name in _VERBLESS else _whole(clause, promisor, words, start)
    if clause.deed_span:
        return told(clause, clause.deed_span.start, clause.deed_span.end)
    if clause.cue.is_nominal and clause.subject_text and clause.subject_span.start >= sentence.begins:
        return clause.subject_text
    return _beside_cue(clause, promisor, ends) or _behind_cue(clause, promisor, ends)


def _beside_cue(clause: Clause, promisor: str, ends: int) -> str:
    """A deed that does not stand right behind its cue; empty where it does."""
    if ahead := _ahead_of_time(clause):
        return ahead
    if stop := _behind_time(clause):
        return " ".join(filter(None, (thing_of(clause, promisor), told(clause, stop, ends))))
    begin = read_from(clause)
    if begin < 0 and (part := dated_part(clause, clause.cue_end, ends)) > clause.cue_end:
        begin = part
    return told(clause, begin, ends) if begin >= 0 else ""


def _behind_cue(clause: Clause, promisor: str, ends: int) -> str:
    """The deed whose verb stands behind its cue."""
    text = clause.sentence.text
    behind = text[clause.cue_end : clause.end]
    start = clause.cue_end + len(behind) - len(behind.lstrip())
    words = _without_name(told(clause, start + clause.predicate.start, ends), promisor.split(" (")[0])
    if clause.cue.is_nominal:
        return words
    if words:
        return _with_thing(clause, promisor, words)
    thing = thing_of(clause, promisor) if clause.predicate.has_be else ""
    return thing or tidy(text[start:ends])


def _with_thing(clause: Clause, promisor: str, words: str) -> str:
    """The words of a deed with the thing that they are said of, where it is one, and how the cue leads to them."""
    found = clause.predicate
    words = f"not {words}" if found.is_negated else words
    words = f"rule out {words}" if clause.said.endswith(" out ") else words
    if thing := related_thing(clause):
        return f"{thing} {words}"
    thing = thing_of(clause, promisor)
    if found.has_be:
        return words if clause.subject == "there" else f"{thing or 'be'} {words}"
    is_label = clause.said.startswith(f"{clause.subject} ") and (thing.isupper() or thing.endswith("ed"))
    if not thing or is_label:
        verb, _, rest = words.partition(" ")
        return f"{bare(verb)} {rest}".rstrip() if clause.cue.name in _PRESENT else words
    negated, rest = ("not ", words[4:]) if found.is_negated else ("", words)
    if clause.said.startswith(thing.lower()):
        return " ".join(f"{clause.sentence.text[clause.cue_start : clause.cue_end]} {negated}{rest}".split())
    led_by = "to" if clause.cue.name in _MODAL else clause.said
    return " ".join(f"{thing} {negated}{led_by} {rest}".split())


def _ends(clause: Clause) -> int:
    """Where the words of a deed end: with its clause, or with what the verb at the end of that is done to."""
    text = clause.sentence.text
    last = text[clause.cue_end : clause.end].split()[-1:]
    none = _NO_MORE.match(text, clause.end) if last and last[0] in base_verbs() else None
    return none.end() if none else clause.end


def _ahead_of_time(clause: Clause) -> str:
    """What is told ahead of words of time that a cue was read in: "sell it |by Easter, which falls on 5 April|"."""
    reach = (one.span for one in clause.deadlines if ", which " in one.words)
    at = next((span.start for span in reach if span.start < clause.cue_start < span.end), 0)
    before = (one.span.end for one in clause.deadlines if one.span.end < at)
    return told(clause, max(before, default=clause.sentence.begins), at) if at else ""


def _whole(clause: Clause, promisor: str, words: str, start: int) -> str:
    """A further deed with what it leaves out, from the first one, whose words end with their first words of time."""
    ends = (found.span.end for found in clause.deadlines if clause.cue_end <= found.span.start < start)
    first = _found(clause, promisor, None, min(ends, default=start))
    return made_whole(
        words,
        first,
        thing_of(clause, promisor),
        has_be=clause.predicate.has_be,
        is_modal=clause.cue.name in _MODAL or clause.said.endswith(" to"),
    )


def _without_name(words: str, name: str) -> str:
    """Words of a deed without the name of who does it, where they begin with that: "the clerk to ask two firms"."""
    named = _TO_DO.match(words, len(name)) if name and words[: len(name)].lower() == name.lower() else None
    return words[named.end() :] if named else words


def _behind_time(clause: Clause) -> int:
    """Where the words of time end that a cue's own last word begins: "is down |for 12 May|"; 0 where it begins none."""
    reach = (found.span.end for found in clause.deadlines if found.span.start < clause.cue_end < found.span.end)
    return next(reach, 0) if clause.said.endswith(" for") else 0
