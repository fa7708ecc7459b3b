"""A new family of wording is one file and one line: the one that CONTRIBUTING shows is added as its reader would."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from tracker.core.conventions import PLAIN
from tracker.core.deadline import Anchor
from tracker.deadlines.engine import Grammar
from tracker.deadlines.english import ENGLISH, RULES
from tracker.deadlines.gate import words_in
from tracker.deadlines.resolve import Context, reading_of
from tracker.deadlines.rules import Family
from tracker.deadlines.text import folded

CONTRIBUTING = Path(__file__).parents[2] / "CONTRIBUTING.md"
CONTEXT = Context(Anchor(date(2025, 9, 17)), PLAIN)


@pytest.fixture
def family(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Family:
    """The family of the file that CONTRIBUTING prints, loaded from a file."""
    _, _, behind = CONTRIBUTING.read_text(encoding="utf-8").partition("```python\n")
    path = tmp_path / "farming.py"
    path.write_text(behind.partition("```")[0], encoding="utf-8")
    spec = spec_from_file_location("farming", path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "farming", module)
    spec.loader.exec_module(module)
    assert isinstance(module.FAMILY, Family)
    return module.FAMILY


def due_dates(grammar: Grammar, text: str) -> list[str]:
    lowered = folded(text)
    all_found = grammar.scan(lowered, words_in(lowered))
    readings = [reading_of(found.meaning, CONTEXT) for found in all_found if found.meaning]
    return [str(reading.due) for reading in readings if reading]


def test_the_family_that_contributing_shows_reads_its_examples(family: Family) -> None:
    grammar = Grammar(replace(ENGLISH, families=(*RULES, family)))
    assert family.examples
    assert family.counterexamples
    for example in family.examples:
        assert due_dates(grammar, example.text) == [example.due]
        assert due_dates(Grammar(ENGLISH), example.text) == []
    for text in family.counterexamples:
        assert due_dates(grammar, text) == []


@pytest.mark.parametrize(
    ("wording", "due"),
    [
        ("no later than the lambing", "2026-04-30"),
        ("ten days before the lambing", "2026-02-19"),
        ("until the lambing", "2026-04-30"),
    ],
)
def test_a_new_noun_works_with_every_frame_that_there_is(family: Family, wording: str, due: str) -> None:
    grammar = Grammar(replace(ENGLISH, families=(*RULES, family)))
    assert due_dates(grammar, f"The mill is shut {wording}.") == [due]
