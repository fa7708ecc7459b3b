"""Strangers' text made safe for a terminal: no control, escape or bidirectional character gets through.

What is taken out: C0 and C1 controls and DEL (ECMA-48), the bidirectional controls (UAX #9), which can make a line
read otherwise than it is stored, and every other invisible format character (Unicode category Cf). What stays: the
zero-width joiner and non-joiner, which Persian, the Indic scripts and emoji need, and the visible Cf signs that
precede Arabic, Syriac and Kaithi numbers (Unicode property Prepended_Concatenation_Mark).
"""

from __future__ import annotations

import re
import unicodedata

JOINERS = frozenset("\u200c\u200d")
VISIBLE_FORMAT_SIGNS = frozenset(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
)
LINE_END = re.compile(r"\r\n|[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]")
TAB_OR_LINE_END = re.compile(rf"{LINE_END.pattern}|[\t\x1f]")


def is_dangerous(character: str) -> bool:
    """True for a character that must not reach a terminal as it is; line ends and tabs are among them."""
    if character in JOINERS or character in VISIBLE_FORMAT_SIGNS:
        return False
    return unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"}


def with_whole_characters(text: str) -> str:
    """The text with halves of a surrogate that stand together made one character; half a one alone is U+FFFD."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def clean_line(text: str) -> str:
    """The text on one line: line ends and tabs are a space, dangerous characters gone, half a surrogate is U+FFFD."""
    if text.isprintable():
        return text
    return "".join(map(_clean_character, TAB_OR_LINE_END.sub(" ", text)))


def clean_text(text: str) -> str:
    """The text with its line ends kept, all of them as "\\n", and every line cleaned."""
    return "\n".join(clean_line(line) for line in LINE_END.split(text))


def _clean_character(character: str) -> str:
    if character.isprintable() or not is_dangerous(character):
        return character
    return "\ufffd" if unicodedata.category(character) == "Cs" else ""
