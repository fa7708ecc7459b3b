"""Patterns that match one of many words: as a tree of their letters, so that the words are tried all at once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """A pattern of one of the words; of two that begin alike the longer is tried first. Of no words: nothing."""
    by_letter: dict[str, set[str]] = {}
    rest = set(words)
    for word in rest - {""}:
        by_letter.setdefault(word[0], set()).add(word[1:])
    if not by_letter:
        return "" if rest else "(?!)"
    branches = [_plain(letter) + any_of(tails) for letter, tails in sorted(by_letter.items())]
    if len(branches) == 1 and "" not in rest:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' if '' in rest else ''}"


def _plain(letter: str) -> str:
    return letter if letter in " '-" else re.escape(letter)
