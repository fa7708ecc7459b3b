"""The due dates of the annotated announcements, read by the grammar alone where the annotation puts their words."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from tracker.deadlines import find_deadlines, find_events

CORPUS = Path(__file__).parents[1] / "corpus"


def due_at(sentence: str, words: str, found_in: str, announced_on: date) -> date | None:
    """What is due by the words of a sentence; a sentence need not hold them as they were annotated."""
    found = find_deadlines(sentence, announced_on, events=find_events(found_in, announced_on))
    place = re.search(rf"{re.escape(words)}(?!\w)", sentence)
    start = place.start() if place else -1
    beside = [one for one in found if start < 0 or (one.span.start < start + len(words) and start < one.span.end)]
    whole = [one for one in beside if one.words.casefold() == words.casefold()]
    return next((one.due for one in whole + beside if one.due), None)


@pytest.mark.no_cover  # it goes a thousand times where others have been, and being traced takes most of its time
@pytest.mark.parametrize("name", ["announcements", "hard", "long"])
def test_all_but_a_few_annotated_due_dates_are_exact(name: str) -> None:
    exact, found, dated = 0, 0, 0
    for line in (CORPUS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        announcement = json.loads(line)
        said_on = date.fromisoformat(announcement["announced_on"])
        for one in announcement["commitments"]:
            if one["due"] is None:
                continue
            due = due_at(one["sentence"], one["deadline"], announcement["text"], said_on)
            dated += 1
            found += due is not None
            exact += due == date.fromisoformat(one["due"])
    assert found >= 0.95 * dated
    assert exact >= 0.98 * found
