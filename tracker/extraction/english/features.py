"""A clause's named features: its cue, its guards, its circumstances."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.extraction.english.circumstances import circumstances
from tracker.extraction.english.guards.registry import GUARDS
from tracker.extraction.gate import Gate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.extraction.candidate import Clause
    from tracker.extraction.rules import Guard
    from tracker.extraction.score import Learned

_GATE = Gate(GUARDS)


def find_guards(clauses: Sequence[Clause]) -> list[list[Guard]]:
    """The guards that speak against each clause."""
    against: list[list[Guard]] = [[] for _ in clauses]
    for guard, places in _GATE.lets_through([clause.sentence.words for clause in clauses]):
        for place in places:
            if guard.applies(clauses[place]):
                against[place].append(guard)
    return against


def name_features(clause: Clause, guards: Sequence[Guard]) -> list[str]:
    """The names of all that speaks for or against a clause; each has its weight in weights.json."""
    return [clause.cue.name, *[guard.name for guard in guards], *circumstances(clause)]


def name_pairs(features: list[str]) -> list[Learned]:
    """The cue, which is named first, with each other feature: what a day tells beside one cue and not another."""
    cue, *others = features
    return [f"{cue}&{other}" for other in others]
