"""Lets through, of many things that each need one of some words, those that a sentence has a word for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable


class _Worded(Protocol):
    @property
    def words(self) -> frozenset[str]: ...


Some = TypeVar("Some", bound=_Worded)


class Gate(Generic[Some]):
    """Cues or guards by their words; those without are always let through."""

    def __init__(self, some: Iterable[Some]) -> None:
        self._some = [(1 << number, one) for number, one in enumerate(some)]
        self._always = sum(bit for bit, one in self._some if not one.words)
        self._words = frozenset[str]().union(*(one.words for _, one in self._some))
        self._bits = {word: sum(bit for bit, one in self._some if word in one.words) for word in self._words}

    def lets_through(self, words: frozenset[str]) -> list[Some]:
        """Those of which one of the words stands in a sentence with these words, in their order."""
        let_through = self._always
        for word in self._words & words:
            let_through |= self._bits[word]
        return [one for bit, one in self._some if bit & let_through]
