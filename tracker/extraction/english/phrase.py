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
_FINITE_WORDS = """
has have had is are was were will would can could may must shall should stays stay gets get goes go takes take comes
come gives give begins begin starts start ends end holds hold keeps keep pays pay follows follow lands land cannot won't
"""
_SPACED = ("  ", " ,", " .", " ;")
_MARKS = " ,;:.–—-"
# At the end of a deed: what leads to nothing.
_LOOSE_WORDS = re.compile(
    r"(?:,? (?:and|or|but|the|an?|which|though|although|while|whereas|because|(?:and|but|so) that|"
    r"(?:which|that) (?:is|are|was)|w\.e\.f|be it)"
    r"|(?<!they)(?<!\bit)(?<!that)(?<!what)(?<!\bhe)(?<!she)(?<!we)(?<!who) (?:is|are)|(?<!such) as)+[ ,;.]*$"
)
# What leads to words that were cut off; where none were it is the verb's own: "dealt with", "handed in".
_CUT_OFF = re.compile(r"(?:,? (?:on|by|in|from|with|at|of|to|for|between|until|till|than))+[ ,;.]*$")
# What leads to words of time: "until at least |30 June|", "later |on Thursday|", "on the morning of |the 3rd|".
_LEADS = re.compile(
    r"(?:(?:,? (?:until|for|by|from))? at (?:the )?(?:least|most|latest|earliest)"
    r"|(?: (?:on|in|by|for|at|over|until|instead of))? the (?:afternoon|morning|evening|night|eve|"
    r"(?:small |early )?hours|close|rest|end|start) of"
    r"|(?: (?:on|in|at))? or|,? (?:that is|w\.e\.f\.?|later|early|earlier|late|as (?:early|late) as|some ?time|"
    r"instead of))$"
)
# The same ahead of words of time that have no preposition of their own: "at |9 a.m.|", "between |3 and 5 May|".
_LEADS_BARE = re.compile(r"(?:,? (?:at|between|from|until|till|on|of|by|in|for|to))?(?: the)?$")
_HAS_OWN = re.compile(
    r"(?:at|by|on|in|before|after|within|from|for|until|till|through\w*|over|during|ahead|between|no|not|next|this|last|"
    r"today|tomorrow|tonight|once|when\w*|as|every|each|\w+ly|soon|upon|towards?|with|starting|beginning|effective|up|"
    r"prior|now|later|while|if|without|under|to|twice)\b",
    re.IGNORECASE,
)
# The thing that words of time tell: "at the |3 June| fair".
_NO_NOUN_WORDS = """
to and or in on at for of by with from but as after before until when while once so if where which who that each all
either rather instead unless because under through without between is are will would should must can may shall has have
had was were you we it they he she i than too also again not during within over into onto
"""
_OF_A_NOUN = re.compile(rf" (?!(?:{'|'.join(_NO_NOUN_WORDS.split())})\b)[a-z]")
# What goes on behind words of time: "from 2027 |on|".
_CLOCK = r"\d{1,2}(?:[.:]\d\d)?(?: ?[ap]\.?m\b\.?)?"
_TRAILS = re.compile(
    r",? (?:on|onwards?|at the (?:very )?(?:latest|earliest|most|least)|or (?:so|earlier|sooner))(?=[,.;]|$)"
    r"|, the \d+(?:st|nd|rd|th)\b|,? rather than (?:in|on|by|at) [A-Z][a-z]+(?=[,.;]|$)"
    r"|(?<=day) (?:morning|afternoon|evening|night)s?\b(?!')"
    rf"|,? (?=[^,;]{{0,25}}(?:[ap]\.?m\b|\d:\d\d))(?:at |from |between )?{_CLOCK}(?: ?(?:to|and|until|-|–) ?{_CLOCK})?"
    r"(?: (?:[A-Z]{2,4}|Eastern(?: Time)?|local time)\b)?"
)
_EMPTY = re.compile(r" ?\((?:[^():]*:)?[\s,;.–-]*\)")
_LAST_MARKS = re.compile(r"[\s,;:]+(?=\))")
_NOT_CLOSED = re.compile(r" ?\([^()]*$")
# What joins a deed to the words ahead of it: "|which| begins", "|and is| paying for it".
_JOINED = re.compile(
    r"(?:(?:and|but|or|so|which|who|of which|in which|for which)\b(?: (?:is|are|was|were)(?= \w+ing\b))?,? )+(?=\S)",
    re.IGNORECASE,
)
_LONGEST_LOOSE = 60
# A clause with a subject of its own: ", and the rest has been paid".
_OWN_SUBJECT = re.compile(
    r",\"? (?:and|but|so|while|whereas|because|since|though) (?:the|an?|its|their|his|her|our|my|each|every|all|no|"
    r"those|both|nobody|[A-Z][\w'-]+) (?:(?!(?:that|which|who|whose|where|to|and)\b)[^,;:\s]+ ){0,6}?"
    rf"(?:{'|'.join(_FINITE_WORDS.split())})\b"
)
# What is only told beside a deed, at its end: "…, one of the first in the country to do so", "…, as the Act lays down".
_ASIDE = re.compile(
    r", (?:(?:one of|who|which|whose|where|the (?:first|last) (?:since|to|in))\b[^,\"();]*"
    r"|(?:as (?:the|it|he|she|they|we|its|planned|promised|before|usual|ever)|now that|so that|since|"
    r"by order of|in line with|something that|because|twice as|(?:more|less|fewer) than|"
    r"an? (?:step|move|task|job|promise|pledge|date|measure|decision|matter|day)|"
    r"(?:[a-z]+ ){1,3}(?:years?|months?|weeks?|days?) (?:after|before|since|ahead))\b[^\"();]*)$"
)
_SEMICOLON = re.compile("; ")
_PART = re.compile(r"; (?!(?:that|this|it|he|she|they|we|i|so)\b|that's)", re.IGNORECASE)
_LEAST_WORDS = 2
_LEAST_PART = 10
_RESPECTIVELY = re.compile(r"(?:,? and)?,? respectively\b,?")
# Between two words of time: "on Friday and Saturday", "in three months, that is by the end of February".
_LINK = re.compile(r",? (?:and|or|that is(?: to say)?|i\.e\.|namely),? ")
_SOON_AS = re.compile(r" as as\b.*$")
_COMMAS = re.compile(r", ?,")
_SPACES = re.compile(r"\s+(?=[,.;])|(?<=\s)\s+")
# What a deadline of the sense "keep" holds ahead of its words of time: "not rise before 2028", "no fee rises before".
_HELD = re.compile(r"(?:not|no|none|nobody|nothing)\b.*?\b(?=(?:before|until|till|prior|ahead)\b)", re.IGNORECASE)

# "By 3 billion a month from January": how fast belongs to the deed.
_RATE = re.compile(r"\w+ \w+")


def told(clause: Clause, start: int, end: int) -> str:
    """The words of a clause between two offsets, without its words of time and who says it."""
    text, parts, at = clause.sentence.text, [], start
    end = _without_asides(clause, start, end)
    for begins, stops, words in sorted(_left_out(clause, start, end)):
        if start <= begins < end and begins >= at:
            is_linked = words and at > start and _LINK.fullmatch(text, at, begins)
            is_left = not words or _OF_A_NOUN.match(text, stops)
            parts += [] if is_linked else [text[at:begins] if is_left else _without_lead(text[at:begins], words)]
            trail = _TRAILS.match(text, stops) if words else None
            at = trail.end() if trail else stops
    last = text[at : max(at, end)]
    parts.append(last)
    is_cut = bool(last.strip()) and last.rstrip()[-1].isalnum() and end < len(text)
    return tidy(" ".join(part.strip() for part in parts if part.strip()), is_cut=is_cut)


def _without_asides(clause: Clause, start: int, end: int) -> int:
    """Where words end without what goes on behind their last words of time: a clause of its own, or an aside."""
    text = clause.sentence.text
    timed = max((found.span.end for found in clause.deadlines if start <= found.span.start < end), default=start)
    for pattern in (_SEMICOLON, _OWN_SUBJECT, _ASIDE):
        behind = pattern.search(text, timed, end)
        if behind and len(text[start : behind.start()].split()) >= _LEAST_WORDS:
            end = behind.start()
    return end


def dated_part(clause: Clause, start: int, end: int) -> int:
    """Where in words the part begins that has the first words of time, where they are parted by a semicolon."""
    timed = min((found.span.start for found in clause.deadlines if start <= found.span.start < end), default=start)
    parts = [part.end() for part in _PART.finditer(clause.sentence.text, start, timed)]
    return parts[-1] if parts and timed - parts[-1] > _LEAST_PART else start


def _left_out(clause: Clause, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """From where to where words are left out, with those that are words of time."""
    for found in clause.deadlines:
        yield found.span.start + _length_held(found), found.span.end, found.words
    for span in attributions(clause.sentence, start, end):
        yield span.start, span.end, ""


def _without_lead(part: str, words: str) -> str:
    """What stands ahead of words of time, without what leads to them: "until at least", "at", "later"."""
    part = _LEADS.sub("", part.rstrip())
    return part if _HAS_OWN.match(words) else _LEADS.sub("", _LEADS_BARE.sub("", part))


def _length_held(found: Deadline) -> int:
    held = (_RATE if found.rules[0] == "so many a day, from" else _HELD).match(found.words)
    return held.end() if held else 0


def tidy(deed: str, *, is_cut: bool = True) -> str:
    """A deed without who says it and without what leads nowhere; `is_cut` where its last words lead on."""
    if _SAID.search(deed):
        deed = _SAID_BEHIND.sub("", deed)
    if "respectively" in deed:
        deed = _RESPECTIVELY.sub("", deed)
    deed = _SOON_AS.sub("", _NEXT_SENTENCE.sub("", deed))
    if any(gap in deed for gap in _SPACED):
        deed = _SPACES.sub("", deed)
    if "(" in deed or ")" in deed:
        deed = _without_brackets(deed)
    deed = _COMMAS.sub(",", deed).lstrip(_MARKS)
    joined = _JOINED.match(deed)
    deed = deed[joined.end() :] if joined else deed
    is_closed = deed.rstrip(_MARKS).endswith('"')
    while (shorter := _without_loose(deed, is_cut=is_cut)) != deed:
        deed = shorter
    return _in_pairs(deed, is_closed=is_closed) if '"' in deed else deed


def _without_brackets(deed: str) -> str:
    """A deed without brackets that are empty or have lost their fellow."""
    deed = _LAST_MARKS.sub("", _EMPTY.sub("", deed))
    if deed.count("(") > deed.count(")"):
        return _NOT_CLOSED.sub("", deed)
    return deed if deed.count("(") == deed.count(")") else deed.replace(")", "", 1)


def _in_pairs(deed: str, *, is_closed: bool) -> str:
    """A deed whose quotation is closed where it was, and not opened where its end is another's."""
    if deed.count('"') % 2 == 0:
        return deed
    if is_closed:
        return f'{deed}"'
    at = deed.rindex('"')
    return deed[:at] + deed[at + 1 :]


def _without_loose(deed: str, *, is_cut: bool) -> str:
    """A deed without marks at either end, and without the words at its end that lead nowhere."""
    deed = deed.lstrip(_MARKS).rstrip(_MARKS + '"')
    begin = max(0, len(deed) - _LONGEST_LOOSE)
    loose = _LOOSE_WORDS.search(deed, begin) or (_CUT_OFF.search(deed, begin) if is_cut else None)
    return deed[: loose.start()] if loose else deed
