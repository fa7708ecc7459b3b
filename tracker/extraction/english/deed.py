"""What is to be done: the verb and what belongs to it, without the words of time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.extraction.english.left_out import made_whole
from tracker.extraction.english.phrase import tidy, told
from tracker.extraction.english.thing import related_thing, thing_of

if TYPE_CHECKING:
    from tracker.extraction.candidate import Clause

_TO_DO = re.compile(r" (?:to|should|would|shall|will|must) ", re.IGNORECASE)
_VERBLESS = frozenset({"timed", "agenda", "nobody"})
_MODAL = frozenset({"will", "would", "shall", "be_to", "going_to", "due_to"})


def find_deed(clause: Clause, promisor: str = "", start: int | None = None, end: int | None = None) -> str:
    """What a clause promises; for one of several deeds in it, where in the reading its words start and end.

    A subject that is not the promisor belongs to the deed: "a working group established", "the ferry to sail". A
    bullet is told by its own words alone.
    """
    sentence = clause.sentence
    ends = end or clause.end
    if clause.cue_start < sentence.begins:
        return told(clause, sentence.begins, ends)
    if start is not None:
        words = told(clause, start, ends) or tidy(sentence.text[start:ends])
        return words if clause.cue.name in _VERBLESS else _whole(clause, promisor, words, start)
    if clause.deed_span:
        return told(clause, clause.deed_span.start, clause.deed_span.end)
    found = clause.predicate
    behind = _behind_cue(clause)
    if stop := _behind_time(clause):
        return " ".join(filter(None, (thing_of(clause, promisor), told(clause, stop, ends)))) or tidy(sentence.text)
    words = told(clause, behind + found.start, ends)
    if clause.cue.is_nominal:
        return clause.subject_text if clause.subject_text and clause.subject_span.start >= sentence.begins else words
    words = _without_name(words, promisor.split(" (")[0])
    if not words:
        return tidy(sentence.text[behind:ends]) or tidy(sentence.text)
    words = f"not {words}" if found.is_negated else words
    words = f"rule out {words}" if clause.said.endswith(" out ") else words
    if thing := related_thing(clause):
        return f"{thing} {words}"
    thing = thing_of(clause, promisor)
    if found.has_be:
        return words if clause.subject == "there" else f"{thing or 'be'} {words}"
    if not thing:
        return words
    led_by = "to" if clause.cue.name in _MODAL else clause.said
    negated, rest = ("not ", words[4:]) if found.is_negated else ("", words)
    return " ".join(f"{thing} {negated}{led_by} {rest}".split())


def _whole(clause: Clause, promisor: str, words: str, start: int) -> str:
    """A further deed with what it leaves out, from the first one, whose words end with their first words of time."""
    ends = (found.span.end for found in clause.deadlines if clause.cue_end <= found.span.start < start)
    first = find_deed(clause, promisor, None, min(ends, default=start))
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


def _behind_cue(clause: Clause) -> int:
    """Where the first word behind the cue stands."""
    behind = clause.sentence.text[clause.cue_end : clause.end]
    return clause.cue_end + len(behind) - len(behind.lstrip())


def _behind_time(clause: Clause) -> int:
    """Where the words of time end that a cue's own last word begins: "is down |for 12 May|"; 0 where it begins none."""
    reach = (found.span.end for found in clause.deadlines if found.span.start < clause.cue_end < found.span.end)
    return next(reach, 0) if clause.said.endswith(" for") else 0
