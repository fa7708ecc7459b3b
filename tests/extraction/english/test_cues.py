"""Every cue matches its examples, leaves its counterexamples alone, and is found by its own gate words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tracker.extraction.english import cues
from tracker.extraction.english.cues.registry import CUES

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.extraction.candidate import Clause
    from tracker.extraction.rules import Cue

EXAMPLES = [pytest.param(cue, text, id=f"{cue.name}: {text}") for cue in CUES for text in cue.examples]
COUNTEREXAMPLES = [pytest.param(cue, text, id=f"{cue.name}: {text}") for cue in CUES for text in cue.counterexamples]


@pytest.mark.parametrize(("cue", "text"), EXAMPLES)
def test_a_cue_finds_its_examples(cue: Cue, text: str, clauses_of: Callable[[str], list[Clause]]) -> None:
    assert cue.name in {clause.cue.name for clause in clauses_of(text)}


@pytest.mark.parametrize(("cue", "text"), COUNTEREXAMPLES)
def test_a_cue_leaves_its_counterexamples_alone(cue: Cue, text: str, clauses_of: Callable[[str], list[Clause]]) -> None:
    assert cue.name not in {clause.cue.name for clause in clauses_of(text)}


def test_every_file_of_cues_is_registered() -> None:
    folder = Path(cues.__path__[0])
    written = {path.stem for path in folder.glob("*.py")} - {"__init__", "registry"}
    assert written == {cue.name for cue in CUES}
