"""What is to be done: the verb and what belongs to it, without the words of time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.extraction.english.predicate import predicate

if TYPE_CHECKING:
    from tracker.core.deadline import Deadline
    from tracker.extraction.candidate import Clause

_SAID_BEHIND = re.compile(
    r",\".*$|(?:,\"?|\") (?:(?:the|an?|its|his|her|their) )?[^,\"]{2,60}\b(?:said|says|told|"
    r"added|announced|promised|confirmed|assured|decided)\b.*$|,? (?:said|says|according to)\b.*$",
    re.IGNORECASE,
)
_LOOSE = re.compile(r"^[\s,;:.–—-]+|[\s,;:.–—\"-]+$|(?:,? (?:and|or|but|on|by|in|from|with|as|the|which))+[\s,;.]*$")
_SPACES = re.compile(r"\s+(?=[,.;])|(?<=\s)\s+")


def _without_time(text: str, start: int, end: int, deadlines: tuple[Deadline, ...]) -> str:
    parts, at = [], start
    for found in sorted(deadlines, key=lambda one: one.span):
        if start <= found.span.start < end and found.span.start >= at:
            parts.append(text[at : found.span.start])
            at = found.span.end
    parts.append(text[at : max(at, end)])
    return " ".join(part.strip() for part in parts if part.strip())


def _tidy(deed: str) -> str:
    deed = _SPACES.sub("", _SAID_BEHIND.sub("", deed))
    while (shorter := _LOOSE.sub("", deed)) != deed:
        deed = shorter
    return deed


def find_deed(clause: Clause, start: int | None = None, end: int | None = None) -> str:
    """What a clause promises; for one of several deeds in it, where in the reading its words start and end.

    A passive is told with its subject ("a working group established"), a bullet by its own words alone.
    """
    sentence = clause.sentence
    found = predicate(clause)
    ends = end or clause.end
    if clause.cue_start < sentence.begins:
        return _tidy(_without_time(sentence.text, sentence.begins, ends, clause.deadlines))
    behind = _behind_cue(clause) + (0 if found.is_negated else found.start) if start is None else start
    words = _tidy(_without_time(sentence.text, behind, ends, clause.deadlines))
    if clause.cue.is_nominal:
        return clause.subject_text or words
    if found.is_passive and start is None:
        return f"{clause.subject_text} {words}".strip()
    return words or _tidy(sentence.text[behind:ends]) or _tidy(sentence.text)


def _behind_cue(clause: Clause) -> int:
    """Where the first word behind the cue stands."""
    behind = clause.sentence.text[clause.cue_end : clause.end]
    return clause.cue_end + len(behind) - len(behind.lstrip())
