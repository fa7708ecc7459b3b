"""What the top of a text says of itself: its title, its publisher. Where it is not plain, nothing is said."""

from __future__ import annotations

import re

from tracker.readers.dating import is_date_line
from tracker.readers.reached import is_reached_at
from tracker.readers.top import FURNITURE, labelled, top_lines

_LONGEST_TITLE = 140
_PUBLISHER = r"publisher|published by|issued by|source|from|organi[sz]ation"
_LABEL = re.compile(
    rf"(?:{_PUBLISHER}|date|author|by|contact|embargo|from|no|ref(?:erence)?|tags|to|url)[ .]?:", re.IGNORECASE
)
_NUMBERED = r"(?:no|nr|number|reference|ref)?[ .:#]*\d[\d./-]*"
_FURNITURE = re.compile(rf"{FURNITURE}(?:[ ,:–—-]+{_NUMBERED})?|{_NUMBERED}", re.IGNORECASE)
_RECORD = re.compile(r"(?:(?:draft|approved) )?(?:minutes|record|communiqué) of\b", re.IGNORECASE)
_BY = re.compile(r"(?:published|issued) by (?P<name>.+)", re.IGNORECASE)
_HEADED = (
    r"ministry|department|office|council|board|bureau|agency|authority|commission|committee|directorate|institute"
    r"|university|government|bank|chamber|federation|association|society|union|town|city|county|borough|parish|village"
    r"|district|municipality|province|republic|port"
)
_BODIES = (
    rf"{_HEADED}|administration|assembly|parliament|senate|secretariat|company|corporation|foundation|trust"
    r"|hospital|police|ltd|limited|plc|inc|group"
)
_WORD = r"(?:(?-i:[^\W\d_a-zß-ÿ])[\w'’.-]*|of|and|for|the|&|on|in|de|del|la|du|des|upon)"
_NO_BODY = (
    r"(?:(?:draft |open |annual )?(?:minutes|record|report|statement|letter|speech|agenda|meeting|notes|news\w*"
    r"|bulletin|plan|programme|strategy|response|communiqué)\b|.*\b(?:to|will|has|is|are|says|said|opens|reopens|announces"
    r"|raises|cuts|launches|publishes|signs|sets|plans|unveils|approves|calls|names|issues|reports|keeps|agrees|wins)\b)"
)
"""What a headline or a document's own name has and the name of a body has not."""

_LETTERHEAD = re.compile(
    rf"(?!{_NO_BODY})(?:the )?"
    rf"(?:(?:{_WORD} ){{0,5}}(?:{_HEADED}) (?:of|for)(?: {_WORD},?)+|(?:{_WORD} )+(?:{_BODIES})\.?)",
    re.IGNORECASE,
)
_MOST_AHEAD = 4
_ENDS = (".", "!", "?", ":", ";", ",", "”", '"')
_LONGEST_NAME = 100
_NO_NAME = re.compile(r"\d|(?:the )?(?:end|early|mid|late|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\b")


def find_title(text: str) -> str:
    """What "Title:" says, else the first short line that is no sentence, no label and no date, below the letterhead
    where there is one; else nothing.

    The text must go on below it: a text of one line has no title.
    """
    lines = top_lines(text)
    if stated := labelled(lines, "title|subject|headline"):
        return stated[0]
    heads = _heads(lines)
    below = heads[1:] if _letterhead(heads, lines) else heads
    return below[0] if below and _is_title(below[0], lines) else ""


def find_publisher(text: str) -> str:
    """What "Publisher:", "Source:", "From:" or "Issued by" says near the top, else the body whose name stands above
    the headline, or above the day, an address or "Press release"; else nothing."""
    lines = top_lines(text)
    stated = [*labelled(lines, _PUBLISHER), *(match["name"] for line in lines if (match := _BY.fullmatch(line)))]
    return next(filter(_is_name, stated), "") or _letterhead(_heads(lines), lines)


def _heads(lines: list[str]) -> list[str]:
    """The first lines without those that say the day, what the document calls itself, an address, or a label's."""
    return [line for line in lines if not _is_foreign(line)][:_MOST_AHEAD]


def _is_foreign(line: str) -> bool:
    foreign = (_FURNITURE.fullmatch, _LABEL.match, _BY.fullmatch, is_reached_at, is_date_line)
    return not _RECORD.match(line) and any(is_one(line) for is_one in foreign)


def _letterhead(heads: list[str], lines: list[str]) -> str:
    """The first line, where it is plainly the name of a body and a headline stands below it, or what else stands on
    headed paper; else nothing."""
    if not heads or len(heads[0]) > _LONGEST_NAME or not _LETTERHEAD.fullmatch(heads[0]):
        return ""
    below = lines[lines.index(heads[0]) + 1 :]
    is_above = (below and _is_foreign(below[0])) or (len(heads) > 1 and _is_title(heads[1], lines))
    return heads[0] if is_above else ""


def _is_name(value: str) -> bool:
    """True for what may name who published: no day ("Published by 3 March"), no sentence."""
    return len(value) <= _LONGEST_NAME and not _NO_NAME.match(value.lower()) and not is_date_line(value)


def _is_title(line: str, lines: list[str]) -> bool:
    return len(line) <= _LONGEST_TITLE and not line.endswith(_ENDS) and line is not lines[-1]
