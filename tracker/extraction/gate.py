"""Tells of many things that each need one of some words which sentences have a word for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class _Worded(Protocol):
    @property
    def words(self) -> frozenset[str]: ...


Some = TypeVar("Some", bound=_Worded)


class Gate(Generic[Some]):
    """Cues or guards by their words; those without are always let through."""

    def __init__(self, some: Iterable[Some]) -> None:
        self._some = tuple(some)
        self._words = frozenset[str]().union(*(one.words for one in self._some))
        self._numbers = {
            word: [number for number, one in enumerate(self._some) if word in one.words] for word in self._words
        }

    def lets_through(self, words_of_each: Sequence[frozenset[str]]) -> list[tuple[Some, list[int]]]:
        """All of them in their order, each with the places of those sentences, told by their words, that it may be in.

        Several sentences are told at once so that each is tried on all of them in turn: what is tried is large, and
        many times slower where something else has run in between.
        """
        everywhere = range(len(words_of_each))
        places: list[list[int]] = [[] if one.words else [*everywhere] for one in self._some]
        for place, words in enumerate(words_of_each):
            for number in set[int]().union(*map(self._numbers.__getitem__, self._words & words)):
                places[number].append(place)
        return list(zip(self._some, places, strict=True))
