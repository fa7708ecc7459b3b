"""A phrase about time has one reading, the longest that stands in it."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.deadlines import find_deadlines, read_deadline

SAID_ON = date(2025, 9, 17)


@pytest.mark.parametrize(
    ("phrase", "due"),
    [("March", date(2026, 3, 31)), ("2027", date(2027, 12, 31)), ("within 30 days", date(2025, 10, 17)),
     ("the end of May", date(2026, 5, 31)), ("done by Friday", date(2025, 9, 19))],
)  # fmt: skip
def test_a_phrase_by_itself_is_read_even_where_it_is_bare(phrase: str, due: date) -> None:
    deadline = read_deadline(phrase, SAID_ON)
    assert deadline is not None
    assert deadline.due == due


@pytest.mark.parametrize("phrase", ["", "!", "cheese", "32 February"])
def test_a_phrase_without_words_of_time_has_no_reading(phrase: str) -> None:
    assert read_deadline(phrase, SAID_ON) is None


@pytest.mark.parametrize(
    ("phrase", "due"),
    [
        ("two days ago", "2025-09-15"),
        ("three weeks earlier", "2025-08-27"),
        ("yesterday", "2025-09-16"),
        ("the day before yesterday", "2025-09-15"),
        ("last Friday", "2025-09-12"),
        ("this past Friday", "2025-09-12"),
        ("Tuesday of last week", "2025-09-09"),
        ("last month", "2025-08-31"),
        ("1 year, 2 months and 3 days ago", "2024-07-14"),
    ],
)
def test_a_phrase_may_be_past_and_says_so(phrase: str, due: str) -> None:
    deadline = read_deadline(phrase, SAID_ON)
    assert deadline is not None
    assert (deadline.due, deadline.is_past) == (date.fromisoformat(due), True)
    assert find_deadlines(f"It was sold {phrase}.", SAID_ON) == ()


def test_a_phrase_of_a_story_is_counted_from_the_anchor() -> None:
    deadline = read_deadline("a fortnight later", SAID_ON)
    assert deadline is not None
    assert deadline.due == date(2025, 10, 1)
