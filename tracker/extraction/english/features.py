"""A clause's named features: its cue, its guards, its circumstances."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.extraction.english.circumstances import circumstances
from tracker.extraction.english.guards.registry import GUARDS
from tracker.extraction.gate import Gate

if TYPE_CHECKING:
    from tracker.extraction.candidate import Clause
    from tracker.extraction.rules import Guard
    from tracker.extraction.score import Learned

_GATE = Gate(GUARDS)


def find_guards(clause: Clause) -> tuple[Guard, ...]:
    """The guards that speak against a clause."""
    return tuple([guard for guard in _GATE.lets_through(clause.sentence.words) if guard.applies(clause)])


def name_features(clause: Clause, guards: tuple[Guard, ...]) -> list[str]:
    """The names of all that speaks for or against a clause; each has its weight in weights.json."""
    return [clause.cue.name, *(guard.name for guard in guards), *circumstances(clause)]


def name_pairs(features: list[str]) -> list[Learned]:
    """The cue, which is named first, with each other feature: what a day tells beside one cue and not another."""
    cue, *others = features
    return [f"{cue}&{other}" for other in others]
