"""A clause's named features: its cue, its guards, its circumstances."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.extraction.english.circumstances import circumstances
from tracker.extraction.english.guards.registry import GUARDS

if TYPE_CHECKING:
    from tracker.extraction.candidate import Clause
    from tracker.extraction.rules import Guard

_NO_WORDS: frozenset[str] = frozenset()


def find_guards(clause: Clause) -> tuple[Guard, ...]:
    """The guards that speak against a clause."""
    words = clause.sentence.words
    return tuple(
        guard for guard in GUARDS if not (guard.words and guard.words.isdisjoint(words)) and guard.applies(clause)
    )


def telling_words(clause: Clause) -> frozenset[str]:
    """The words of a clause's sentence where its cue tells little by itself; where it tells much they only distract."""
    return clause.sentence.words if clause.cue.is_last_resort or clause.cue.reach is not None else _NO_WORDS


def name_features(clause: Clause, guards: tuple[Guard, ...]) -> list[str]:
    """The names of all that speaks for or against a clause; each has its weight in weights.json."""
    return [clause.cue.name, *(guard.name for guard in guards), *circumstances(clause)]
