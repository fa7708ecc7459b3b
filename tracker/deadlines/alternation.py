"""Patterns that match one of many words or patterns: as a tree, so that what begins alike is tried once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_PIECES = r"\\.|\[(?:\\.|[^\]\\])*\]|(?:[?*+]|\{[\d,]+\})[?+]?|."
_QUANTIFIERS = ("?", "*", "+", "{")


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


def begun_by_any(patterns: Iterable[str]) -> str:
    """A pattern that matches where one of the patterns does; how far it reaches is not told, nor are there groups."""
    return _tree([_atoms(pattern) for pattern in patterns])


def _tree(branches: Sequence[Sequence[str]]) -> str:
    by_atom: dict[str, list[Sequence[str]]] = {}
    for branch in branches:
        if not branch:
            return ""  # whatever follows it, this one matches
        by_atom.setdefault(branch[0], []).append(branch[1:])
    joined = [atom + _tree(rests) for atom, rests in by_atom.items()]
    return joined[0] if len(joined) == 1 else f"(?:{'|'.join(joined) or '(?!)'})"


def _atoms(pattern: str) -> list[str]:
    """The parts of a pattern that follow one another, each with its quantifier."""
    atoms: list[str] = []
    depth = 0
    is_open = False
    for piece in re.findall(_PIECES, pattern):
        if piece == "|" and not depth:
            return [f"(?:{pattern})"]
        if is_open or (piece[0] in _QUANTIFIERS and atoms):
            atoms[-1] += piece
        else:
            atoms.append(piece)
        depth += (piece == "(") - (piece == ")")
        is_open = depth > 0
    return atoms
