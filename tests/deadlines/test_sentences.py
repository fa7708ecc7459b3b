"""Sentences and wordings, each with the day that the conventions give it, decided by hand before any was read."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from tracker.core.conventions import Conventions
from tracker.deadlines import find_deadlines, find_events

HERE = Path(__file__).parent
SENTENCES = [
    json.loads(line)
    for name in ("sentences", "rows")  # of press text; of each row of the conventions
    for line in (HERE / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
]
WORDINGS = [line.split("\t") for line in (HERE / "wordings.tsv").read_text(encoding="utf-8").splitlines()]
TEXTS = [line.split("\t") for line in (HERE / "texts.tsv").read_text(encoding="utf-8").splitlines()]
PRESS = [line.split("\t") for line in (HERE / "press.tsv").read_text(encoding="utf-8").splitlines()]


def due_dates(text: str, announced_on: str, conventions: Conventions) -> list[str]:
    """The due dates that stand in a text, those that lie before the announcement left out."""
    found = find_deadlines(text, date.fromisoformat(announced_on), conventions)
    return [one.due.isoformat() for one in found if one.due and not one.is_past]


@pytest.mark.parametrize("one", SENTENCES, ids=lambda one: f"{one['sentence']} {one['announced_on']}")
def test_a_sentence_of_press_text_has_the_due_date_that_was_decided_by_hand(one: dict[str, str | None]) -> None:
    conventions = Conventions(country=one["country"])
    assert due_dates(str(one["sentence"]), str(one["announced_on"]), conventions) == (
        [one["due"]] if one["due"] else []
    )


@pytest.mark.parametrize(("wording", "due"), WORDINGS, ids=[wording for wording, _ in WORDINGS])
def test_a_wording_that_the_conventions_name_is_read_as_they_say(wording: str, due: str) -> None:
    assert due_dates(f"The office will act {wording}.", "2025-09-17", Conventions()) == ([due] if due else [])


@pytest.mark.parametrize(("text", "due"), TEXTS, ids=[text for text, _ in TEXTS])
def test_a_text_of_several_days_has_the_due_dates_that_were_decided_by_hand(text: str, due: str) -> None:
    assert due_dates(text, "2025-09-17", Conventions()) == due.split()


@pytest.mark.parametrize(("sentence", "read"), PRESS, ids=[sentence for sentence, _ in PRESS])
def test_a_spelling_of_the_press_is_read_as_was_decided_by_hand(sentence: str, read: str) -> None:
    """Each deadline by its due date, one without by its kind."""
    said_on = date(2026, 11, 26)
    found = find_deadlines(sentence, said_on, events=find_events(sentence, said_on))
    assert [one.due.isoformat() if one.due else one.kind.value for one in found] == read.split()
