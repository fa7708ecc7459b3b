"""Tells of many things that each need one of some words which sentences have a word for them."""

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

    def lets_through(self, words_of_each: Iterable[frozenset[str]]) -> list[tuple[Some, list[int]]]:
        """All of them in their order, each with the places of those sentences, told by their words, that it may be in.

        Several sentences are told at once so that each is tried on all of them in turn: what is tried is large, and
        many times slower where something else has run in between.
        """
        places: list[list[int]] = [[] for _ in self._some]
        let_through = list(zip(self._some, places, strict=True))
        for place, words in enumerate(words_of_each):
            bits = self._always
            for word in self._words & words:
                bits |= self._bits[word]
            for (bit, _), of_one in let_through:
                if bit & bits:
                    of_one.append(place)
        return [(one, of_one) for (_, one), of_one in let_through]
