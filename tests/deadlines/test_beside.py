"""Weekdays and weeks stand beside days, never beside months."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.deadlines import find_deadlines

SAID_ON = date(2025, 9, 17)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("The stalls will be up by the Monday after March.", "weekday beside"),
        ("The stalls will be up in the week after March.", "week beside"),
        ("The stalls will be up by the Friday after the fair, March 2026.", "weekday beside event, dated"),
        ("The stalls will be up before the October fair (March 2026).", "event of a month, dated"),
        ("The stalls will be up before the third day of the instant, March 2026.", "counted day, dated"),
    ],
)
def test_nothing_stands_beside_a_month(text: str, rule: str) -> None:
    assert not any(rule in found.rules for found in find_deadlines(text, SAID_ON))


def test_a_date_that_has_the_weekday_is_the_day_itself() -> None:
    [exact] = find_deadlines("It will open by the Friday before Founders' Day, 22 May.", SAID_ON)
    [beside] = find_deadlines("It will open by the Friday before Founders' Day, 26 May.", SAID_ON)
    assert exact.due == beside.due == date(2026, 5, 22)
    assert beside.explanation.startswith("the last Friday before 26 May 2026: Friday 22 May 2026")


def test_the_explanation_names_the_day_that_a_weekday_follows() -> None:
    [found] = find_deadlines("It will open by the Monday after 4 November.", SAID_ON)
    assert found.explanation.startswith("the first Monday after 4 November 2025: Monday 10 November 2025")
