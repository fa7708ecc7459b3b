"""The names that promisors go by: which of them mean the same one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.core.announcement import normalised

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name of a promisor: "MoH" of the "Ministry of Health"."""

    alias: str
    name: str


def bare_name(name: str) -> str:
    """A promisor's name without the pronoun that it was found by: "Elsin Council (We)" is "Elsin Council"."""
    return re.sub(r"(?<=\S)\s*\([^()]*\)$", "", name.strip())


def folded_name(name: str) -> str:
    """A name as it is compared: without letter case, spaces folded, without the article."""
    return normalised(name).removeprefix("the ")


class Names:
    """Which names mean the same promisor."""

    def __init__(self, aliases: Iterable[Alias]) -> None:
        self._aliases = tuple(aliases)
        self._own = {folded_name(one.alias): one.name for one in self._aliases}

    def own(self, name: str) -> str:
        """The name that a promisor is listed by: what the name is an alias of, else the name itself."""
        bare = bare_name(name)
        return self._own.get(folded_name(bare), bare)

    def others(self, name: str) -> tuple[str, ...]:
        """All names of the same promisor, its own first."""
        own = self.own(name)
        return (own, *(one.alias for one in self._aliases if folded_name(one.name) == folded_name(own)))
