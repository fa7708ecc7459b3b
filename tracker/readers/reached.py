"""Lines of headed paper that say where a body is and how it is reached: no headline, and no part of what it says."""

from __future__ import annotations

import re

_NAME = r"(?-i:[^\W\d_a-zß-ÿ])[\w'’.-]*"
_NAMES = rf"{_NAME}(?: (?:(?:of|the|de|del|la|upon|on|am|der) )?{_NAME}){{0,3}}"
_STREET = (
    r"(?:street|road|row|lane|avenue|square|place|way|drive|quay|wharf|terrace|close|court|crescent|hill|gardens|parade"
    r"|embankment|boulevard|market|green|gate|house|building|(?:st|rd|ave|blvd|dr|ln|sq)\.?)"
)
_CODE = r"(?:[A-Z]{1,2}-?)?\d{4,6}|(?-i:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})"
_TOWN = rf"(?:,? (?:{_CODE}|{_NAME}))*+"
_NUMBER = r"\d{1,4}[a-z]?(?:[-–/]\d{1,4}[a-z]?)?"
_PLACES = (
    rf"{_NUMBER},? {_NAME}(?: {_NAME}){{0,3}} {_STREET}{_TOWN}",
    rf"{_NAMES} (?:house|building|hall),? {_NUMBER}{_TOWN}",
    rf"{_NAMES} {_NUMBER}, (?:{_CODE}) {_NAMES}",
    rf"(?:{_CODE}) {_NAMES}",
    rf"{_NAMES},? (?-i:[A-Z]{{1,2}}\d[A-Z\d]? ?\d[A-Z]{{2}})",
    rf"(?:p\.? ?o\.? )?box \d+{_TOWN}",
)
_WAYS = (
    r"(?:(?:tele)?phone|tel|fax|mobile|t|f)\b[.:]* ?[+(\d][\d ()/.–-]{4,30}",
    r"(?:(?:e-?mail|web(?:site)?)[.:]* )?[\w.+-]{1,64}@[\w.-]{1,64}",
    r"(?:web(?:site)?[.:]* )?(?:https?://|www\.)\S{1,100}",
)
_REACHED = re.compile("|".join((*_PLACES, *_WAYS)), re.IGNORECASE)
_BETWEEN = re.compile(r"\s*[|•·;]\s*")
_LONGEST = 200


def is_reached_at(line: str) -> bool:
    """True for a line of nothing but addresses and numbers: "14 Harbour Row, Port Ellery", "Tel. +44 20 0000 0000"."""
    pieces = _BETWEEN.split(line.strip()) if len(line) <= _LONGEST else [""]
    return all(_REACHED.fullmatch(piece.rstrip(",.")) for piece in pieces)
