"""What tells the day of something that happens, or of the middle of a sentence, from the day a document bears."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.readers.top import Line

_OPEN = re.compile(
    r"(?:\b(?:an?|the|and|or|but|nor|by|on|in|at|of|to|for|from|until|till|before|after|since|with|within|between|during"
    r"|as|than|that|which|is|are|was|were|be|been|being|will|shall|would|must|may|can|due|dated|effective|starting"
    r"|beginning|ending|than|through|around|about|every|next|last|this|also|not|held|published|opened|it|he|she|they"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|[,;:(–—-])$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"\b(?:will|shall|would|must|may|can|could|should|has|have|had)\b|[.!?] (?-i:[A-Z])", re.IGNORECASE
)
_ENDS = re.compile(r"[.!?][\"'”’)]*$")
_STOPS = re.compile(r"\d\.$")
_SMALL = re.compile(r"(?!by )[a-zß-ÿ]")
_HAPPENING = (
    r"(?:due|deadlines?|clos(?:e|es|ed|ing|ure)|open(?:s|ed|ing)?|reopen(?:s|ed|ing)?|next|meetings?|hearings?|sessions?"
    r"|events?|festivals?|conferences?|launch(?:es|ed|ing)?|start(?:s|ed|ing)?|begin(?:s|ning)?|began|end(?:s|ed|ing)?"
    r"|expir(?:es|ed|y)|effective|valid|until|target|completion|completed|consultations?"
    r"|responses?|submissions?|applications?|votes?|elections?|exams?|appointments?|when|held|takes?|postponed"
    r"|deliver(?:y|ed)|payments?|paid|milestones?|force|commenc\w+|adopted|signed|awarded|arriv\w+|depart\w*|born|died"
    r"|founded|anniversary|ceremony|visit|review|audit|inspection|timeline|history|schedule|agenda)"
)
_AT_AN_EDGE = re.compile(rf"(?:the )?{_HAPPENING}\b.*|.*\b{_HAPPENING}[\s.:]*(?:date|day|on)?[\s:]*", re.IGNORECASE)
_ANYWHERE = re.compile(rf"\b{_HAPPENING}\b", re.IGNORECASE)
_EVENTS_HEAD = re.compile(
    r"(?:^|[|;•·]\s*)(?:(?:start(?:ing)? )?times?|venue|where|doors?(?: open)?|room|admission|tickets?|rsvp)"
    r"[\s*_]*(?:[:|]|$)",
    re.IGNORECASE,
)
_OF_RECORDS = re.compile(
    r"\b(?:minutes|communiqué|record of|notes of)\b|^(?:present|attend(?:ees|ance|ing)|in attendance|apologies)\b",
    re.IGNORECASE,
)
_MOST_WORDS = 4
"""Words of a heading that may label the day below it; a longer one tells a story."""


def names_what_happens(words: str) -> bool:
    """True for words that a date beside them dates: "Next meeting", "Deadline for responses", "Bridge opens"."""
    return bool(_AT_AN_EDGE.fullmatch(words)) or bool(_OPEN.search(words))


def announces_an_event(lines: Iterable[Line]) -> bool:
    """True for the top of a notice whose "Date:" is its event's, as a time or a venue beside it says.

    Minutes have such heads too; their day is the one that they bear.
    """
    texts = [line.text for line in lines]
    return any(map(_EVENTS_HEAD.search, texts)) and not any(map(_OF_RECORDS.search, texts))


def may_happen(place: str) -> bool:
    """True for words in the place of a place that tell of something: "Bridge Opening"."""
    return bool(_ANYWHERE.search(place))


def stands_for_itself(line: Line, labels: re.Pattern[str]) -> bool:
    """True for a line, one that is a date, that no sentence runs through, and that no heading gives to an event.

    `labels` match what may stand above the day of publication: "Published on".
    """
    if labels.fullmatch(line.ahead):
        return True
    if _OPEN.search(line.ahead) or (len(line.ahead.split()) <= _MOST_WORDS and names_what_happens(line.ahead)):
        return False
    if line.below[:1].islower():
        return False
    if not line.above:
        return True
    is_heading = not any(pattern.search(line.above) for pattern in (_GOES_ON, _ENDS)) and not _SMALL.match(line.above)
    return line.is_item or (is_heading and not _STOPS.search(line.text))
