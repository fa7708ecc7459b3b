"""How the grammar sees a text: in lower case with plain marks, as words, digits and what may stand before them."""

from __future__ import annotations

import re

_SAME = (
    dict.fromkeys("’‘ʼ`", "'")
    | dict.fromkeys("“”„«»", '"')  # no rule asks for them: a text of plain letters is searched faster
    | dict.fromkeys("–‐‑−", "-")
    | dict.fromkeys("\t\n\r\v\f\u00a0\u202f\u2009", " ")
)


def folded(text: str) -> str:
    """A text in lower case, with plain spaces, hyphens and apostrophes; every character keeps its offset."""
    lowered = text.lower()
    if lowered.isascii() and lowered.isprintable() and "`" not in lowered:
        return lowered
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    for mark, plain in _SAME.items():  # quicker than to translate letter by letter
        if mark in lowered:
            lowered = lowered.replace(mark, plain)
    return lowered


def words_of(text: str) -> list[str]:
    """The words and numbers of a folded text, as the gate and the index of rules know them."""
    return re.findall(r"[a-z]+|\d+", text)
