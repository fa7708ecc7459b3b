"""Every guard speaks against its examples and lets its counterexamples pass."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tracker.extraction.english import guards
from tracker.extraction.english.features import find_guards
from tracker.extraction.english.guards.registry import GUARDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.extraction.candidate import Clause
    from tracker.extraction.rules import Guard

EXAMPLES = [pytest.param(guard, text, id=f"{guard.name}: {text}") for guard in GUARDS for text in guard.examples]
COUNTEREXAMPLES = [
    pytest.param(guard, text, id=f"{guard.name}: {text}") for guard in GUARDS for text in guard.counterexamples
]


@pytest.mark.parametrize(("guard", "text"), EXAMPLES)
def test_a_guard_speaks_against_its_examples(
    guard: Guard, text: str, clauses_of: Callable[[str], list[Clause]]
) -> None:
    assert any(guard.applies(clause) for clause in clauses_of(text))


@pytest.mark.parametrize(("guard", "text"), COUNTEREXAMPLES)
def test_a_guard_lets_its_counterexamples_pass(
    guard: Guard, text: str, clauses_of: Callable[[str], list[Clause]]
) -> None:
    found = clauses_of(text)
    assert found
    assert not any(guard.applies(clause) for clause in found)


@pytest.mark.parametrize(("guard", "text"), EXAMPLES)
def test_a_guard_s_gate_lets_its_examples_through(
    guard: Guard, text: str, clauses_of: Callable[[str], list[Clause]]
) -> None:
    assert any(guard in guards for guards in find_guards(clauses_of(text)))


def test_no_gate_keeps_a_guard_from_speaking(clauses_of: Callable[[str], list[Clause]]) -> None:
    announcements = Path(__file__).parents[2] / "corpus" / "own.jsonl"
    for line in announcements.read_text(encoding="utf-8").splitlines():
        for text in json.loads(line)["traps"]:
            for clause in clauses_of(text):
                assert set(*find_guards([clause])) == {guard for guard in GUARDS if guard.applies(clause)}


def test_every_file_of_guards_is_registered() -> None:
    folder = Path(guards.__path__[0])
    written = {path.stem for path in folder.glob("*.py")} - {"__init__", "registry"}
    assert written == {guard.name for guard in GUARDS}
