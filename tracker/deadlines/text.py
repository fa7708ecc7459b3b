"""How the grammar sees a text: in lower case with plain marks, as words, digits and what may stand before them."""

from __future__ import annotations

import re
from functools import cache

_SAME = str.maketrans(
    dict.fromkeys("’‘ʼ`", "'") | dict.fromkeys("–‐‑−", "-") | dict.fromkeys("\t\n\r\v\f\u00a0\u202f\u2009", " ")
)


def folded(text: str) -> str:
    """A text in lower case, with plain spaces, hyphens and apostrophes; every character keeps its offset."""
    lowered = text.lower()
    if lowered.isascii() and lowered.isprintable() and "`" not in lowered:
        return lowered
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    return lowered.translate(_SAME)


@cache
def word_pattern() -> re.Pattern[str]:
    """Words and numbers."""
    return re.compile(r"[a-z]+|\d+")


def words_of(text: str) -> list[str]:
    """The words and numbers of a folded text, as the gate and the index of rules know them."""
    return word_pattern().findall(text)


@cache
def _inside() -> re.Pattern[str]:
    """What may not stand right before an expression: it would be a piece of a number, a sum, a name or an address."""
    return re.compile(r"[\w$€£¥₹@#&/'\\+]|(?<=\w)-|(?<=\d)[.,]")


def is_inside(text: str, start: int) -> bool:
    """True where the offset stands within a number, a sum of money, a name or an address."""
    if start == 0 or text[start - 1] == " ":
        return False
    return _inside().match(text, start - 1) is not None
