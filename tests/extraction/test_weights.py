"""The shipped weights are what scripts/train writes, and the scorer scores as it says."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).parents[2]
LEARNING = ROOT / "scripts" / "learning"
SHIPPED = ROOT / "tracker" / "extraction" / "english" / "weights.json"


def test_the_shipped_weights_are_what_the_fit_writes() -> None:
    command = [sys.executable, LEARNING / "write_weights.py", "--print"]
    printed = subprocess.run(command, capture_output=True, text=True, check=True)
    fitted = json.loads(printed.stdout)
    shipped = json.loads(SHIPPED.read_text(encoding="utf-8"))
    assert {shipped[name] for name in ("version", "origin")} == {fitted[name] for name in ("version", "origin")}
    # The last digit is the processor's.
    assert shipped["bias"] == pytest.approx(fitted["bias"], abs=0.005)
    assert shipped["bands"] == pytest.approx(fitted["bands"], abs=0.005)
    assert shipped["features"] == pytest.approx(fitted["features"], abs=0.005)


def test_the_shipped_weights_carry_their_figures_and_their_date() -> None:
    shipped = json.loads(SHIPPED.read_text(encoding="utf-8"))
    assert shipped["fitted_on"] >= "2026-01-01"
    assert shipped["figures"]["folds"] == 5
    assert 0 < shipped["figures"]["hard"]["found"]["f1"] < 1


def test_what_is_held_back_is_in_no_file_that_is_learned_from() -> None:
    ids = {
        path.name: [json.loads(line)["id"] for line in path.read_text(encoding="utf-8").splitlines()]
        for path in _files()
    }
    held = set(ids.pop("own_held.jsonl"))
    assert held
    assert not held & {one for names in ids.values() for one in names}


def _files() -> list[Path]:
    return sorted((ROOT / "tests" / "corpus").glob("*.jsonl"))


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    spec = spec_from_file_location("scorer", LEARNING / "scorer.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


DOCUMENT: dict[str, Any] = {
    "id": "one",
    "announced_on": "2025-03-05",
    "commitments": [
        {
            "sentence": "We sell the crane by May.",
            "due": "2025-05-31",
            "deadline": "by May",
            "who": "We",
            "type": "dated",
        },
        {"sentence": "We buy a tug.", "due": None, "deadline": None, "who": "", "type": "open"},
    ],
    "traps": ["Prices will rise."],
}


def predicted(sentence: str, due: str | None, band: str = "commitment") -> dict[str, Any]:
    deadline = {"words": "by May", "kind": "dated", "due": due} if due else None
    return {"sentence": sentence, "promisor": "we, the port", "band": band, "deadline": deadline}


def test_figures_are_shares_of_what_is_annotated_and_predicted(scorer: ModuleType) -> None:
    found = [
        predicted("We sell the crane by May.", "2025-05-31"),
        predicted("Prices will rise.", None),
        predicted("We buy a tug.", None, "review"),
    ]
    figures = scorer.score([DOCUMENT], [{"id": "one", "commitments": found}])
    assert figures["found"] == {"precision": 0.5, "recall": 0.5, "f1": 0.5}
    assert figures["dated"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0}
    assert figures["review"] == {"recall": 1.0, "size": 0.5}
    assert (figures["promisor"]["right"], figures["traps"]["hit"], figures["kind"]["right"]) == (1.0, 1.0, 1.0)


def test_a_document_without_a_prediction_counts_as_one_in_which_nothing_was_found(scorer: ModuleType) -> None:
    assert scorer.score([DOCUMENT], [])["found"] == {"precision": 0.0, "recall": 0.0, "f1": 0.0}


def test_misses_are_told_by_line(scorer: ModuleType) -> None:
    found = [predicted("We sell the crane by May.", "2025-05-30"), predicted("Prices will rise.", None)]
    lines = list(scorer.misses(DOCUMENT, {"id": "one", "commitments": found}))
    assert [line.split()[0] for line in lines] == ["missed", "due", "extra"]


def test_the_readme_tells_the_figures_of_the_shipped_weights() -> None:
    figures = json.loads(SHIPPED.read_text(encoding="utf-8"))["figures"]
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for kind, one in figures.items():
        if kind != "folds":
            (row,) = (line for line in readme.splitlines() if line.startswith(f"| {kind} ("))
            told = [cell.strip() for cell in row.strip("|").split("|")]
            assert told[1] == f"{one['found']['f1']:.3f}"
            assert told[4:6] == [f"{one['dated']['f1']:.3f}", f"{one['review']['recall']:.3f}"]
            assert told[7:] == [f"{one['promisor']['right']:.3f}", f"{one['traps']['hit']:.3f}"]
