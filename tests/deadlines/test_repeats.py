"""A text that repeats itself is read once, and yet gives everything that stands in it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tracker.deadlines import find_deadlines

SAID_ON = date(2025, 9, 17)


@pytest.mark.parametrize("with_told", [False, True])
@pytest.mark.parametrize(
    "text",
    [
        "The mill opens by 3 May 2026. ",
        "It opens on 3, 5 and 8 May 2026 and shuts two days later. ",
        "He resigned on Friday and left the next day; he will report within 30 days. ",
        "By then, a week later, in the year after, on May, a day from 2: ",
        "30 February 2026, by 3 March 2026 ",
    ],
)
def test_what_is_repeated_is_found_each_time(text: str, *, with_told: bool) -> None:
    """Its beginning and its end have other surroundings: those are read by themselves."""
    once, few, many = (find_deadlines(text * times, SAID_ON, with_told=with_told) for times in (1, 100, 200))
    assert len(many) - len(few) == 100 * len(once)
    assert [one.words for one in many[: len(few)]] == [one.words for one in few]
    assert all(one.span.of(text * 200) == one.words for one in many)
    assert len({one.span for one in many}) == len(many)


def test_a_deadline_amid_many_near_matches_is_found() -> None:
    line = "a day from 2 once a " * 500
    [deadline] = find_deadlines(f"{line}by 3 May 2026 {line}", SAID_ON)
    assert (deadline.span.start, deadline.due) == (len(line), date(2026, 5, 3))


def test_a_long_table_of_days_is_read_to_its_end() -> None:
    days = [SAID_ON + timedelta(days=number) for number in range(1, 1500)]
    read = find_deadlines("\n".join(f"{day}; pump {day.toordinal()} checked" for day in days), SAID_ON)
    assert [one.due for one in read] == days
