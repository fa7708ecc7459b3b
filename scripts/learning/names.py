"""Names, which are not learned: a promise is none the less one for being made in India, or by a Mr Hale."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from corpus import read_kinds

from tracker.deadlines.english.words import MONTHS, WEEKDAYS
from tracker.extraction.score import WORD

# Where a word stands behind another one, so that its capital is its own.
_INSIDE = re.compile(r"(?<=[a-z,;'’-] )[A-Za-z]+")
_BEFORE_NAMES = (WORD, "ahead:", "next:", "first:", "last:")
# A word that is written with a capital in more than so many of its places is a name.
_MOSTLY = 0.8
_NONE = frozenset({"i", *MONTHS, *WEEKDAYS})


@cache
def _names() -> frozenset[str]:
    """The names in the documents that may be learned from, in small letters."""
    texts = (one["text"] for kind in read_kinds().values() for one in kind)
    found = [word for text in texts for word in _INSIDE.findall(text)]
    places = Counter(word.lower() for word in found)
    capitals = Counter(word.lower() for word in found if word[0].isupper())
    return frozenset(word for word, count in capitals.items() if count > _MOSTLY * places[word]) - _NONE


def tells_a_name(feature: str) -> bool:
    """True for a feature that is a name, or one with an ending: "word:india", "ahead:hale's"."""
    kind, _, word = feature.partition(":")
    return f"{kind}:" in _BEFORE_NAMES and word.partition("'")[0] in _names()
