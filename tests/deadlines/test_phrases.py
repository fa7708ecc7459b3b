"""A hundred phrases, each with the day that the conventions give it, decided by hand before any was read."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from tracker.core.conventions import Conventions
from tracker.deadlines import find_deadlines, read_deadline

PHRASES = [
    json.loads(line) for line in Path(__file__).with_name("phrases.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: f"{phrase['phrase']}, said {phrase['announced_on']}")
def test_a_phrase_is_due_on_the_day_that_was_decided_by_hand(phrase: dict[str, str | None]) -> None:
    said_on = date.fromisoformat(str(phrase["announced_on"]))
    conventions = Conventions(country=phrase["country"])
    alone = read_deadline(str(phrase["phrase"]), said_on, conventions)
    [within] = find_deadlines(f"The new rules will take effect {phrase['phrase']}.", said_on, conventions)
    due = date.fromisoformat(phrase["due"]) if phrase["due"] else None
    assert alone is not None
    assert (alone.due, within.due) == (due, due)
