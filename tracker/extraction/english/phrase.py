"""The words of a deed: without the words of time in them, who says it behind them and what leads nowhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.extraction.english.attributed import attributions

if TYPE_CHECKING:
    from collections.abc import Iterator

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


def told(clause: Clause, start: int, end: int) -> str:
    """The words of a clause between two offsets, without its words of time and who says it."""
    text, parts, at = clause.sentence.text, [], start
    for begins, stops, is_time in sorted(_left_out(clause, start, end)):
        if start <= begins < end and begins >= at:
            is_linked = is_time and at > start and _LINK.fullmatch(text, at, begins)
            parts += [] if is_linked else [text[at:begins]]
            at = stops
    parts.append(text[at : max(at, end)])
    return tidy(" ".join(part.strip() for part in parts if part.strip()))


def _left_out(clause: Clause, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """From where to where words are left out; True for words of time."""
    for found in clause.deadlines:
        yield found.span.start + _length_held(found), found.span.end, True
    for span in attributions(clause.sentence, start, end):
        yield span.start, span.end, False


def _length_held(found: Deadline) -> int:
    held = _HELD.match(found.words)
    return held.end() if held else 0


def tidy(deed: str) -> str:
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
