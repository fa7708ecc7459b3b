"""Every due date says how it was reached, so that a person can check it."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest

from tracker.core.conventions import PLAIN, Conventions, DateOrder
from tracker.core.deadline import Deadline
from tracker.deadlines import read_deadline

SAID_ON = date(2025, 9, 17)
ANNOUNCED = "the announcement on Wednesday 17 September 2025"


@pytest.mark.parametrize(
    ("phrase", "conventions", "explanation"),
    [
        ("within 30 days", PLAIN, f"30 days counted from {ANNOUNCED}: Friday 17 October 2025"),
        ("by Friday", PLAIN, "the first Friday after Wednesday 17 September 2025: Friday 19 September 2025"),
        (
            "by 2027",
            PLAIN,
            "the last day of 2027: Friday 31 December 2027; on the strict reading Thursday 31 December 2026",
        ),
        (
            "before March 2026",
            PLAIN,
            "the day before March 2026 begins: Saturday 28 February 2026",
        ),
        (
            "by 17 October",
            PLAIN,
            (f"Friday 17 October 2025; no year is written: the first one that ends on or after {ANNOUNCED}"),
        ),
        (
            "by 10/11/2025",
            PLAIN,
            ("Monday 10 November 2025; the digits are ambiguous: read with the day first; otherwise 11 October 2025"),
        ),
        (
            "by 10/11/2025",
            Conventions(date_order=DateOrder.MDY),
            (
                "Saturday 11 October 2025; the digits are ambiguous: read with the month first; "
                "otherwise 10 November 2025"
            ),
        ),
        (
            "by Tuesday 17 October 2025",
            PLAIN,
            "Friday 17 October 2025; the text says Tuesday, which that day is not",
        ),
        (
            "in 2019",
            PLAIN,
            f"the last day of 2019: Tuesday 31 December 2019; the written date is past, seen from {ANNOUNCED}",
        ),
        ("until 30 June 2026", PLAIN, "held until Tuesday 30 June 2026"),
        (
            "not before 1 March 2026",
            PLAIN,
            "not before 1 March 2026, so it opens on Sunday 1 March 2026 and has no due date",
        ),
        ("within 60 days of signing", PLAIN, "60 days after 'signing', whose day is not known"),
        ("in due course", PLAIN, "'in due course' names no day"),
        (
            "by the 30th",
            PLAIN,
            f"the 30th: Tuesday 30 September 2025; no month is written: the first 30th on or after {ANNOUNCED}",
        ),
        (
            "from early March 2026",
            PLAIN,
            "begins on the first day of the first third of March 2026: Sunday 1 March 2026",
        ),
        (
            "within five working days",
            PLAIN,
            (
                f"5 working days counted from {ANNOUNCED}: Wednesday 24 September 2025; Saturday and Sunday left out; "
                "no country is set, so no public holidays are left out"
            ),
        ),
        (
            "by the end of next month",
            PLAIN,
            f"the end of next month: Friday 31 October 2025; counted from {ANNOUNCED}",
        ),
        ("within one and a half weeks", PLAIN, f"1½ weeks counted from {ANNOUNCED}: Sunday 28 September 2025"),
        ("within 1.25 weeks", PLAIN, f"1.25 weeks counted from {ANNOUNCED}: Friday 26 September 2025"),
        (
            "every quarter",
            PLAIN,
            (
                "first due on the last day of the first full quarter, counted from the announcement on "
                "Wednesday 17 September 2025: Wednesday 31 December 2025"
            ),
        ),
    ],
)
def test_one_sentence_says_how_the_day_was_reached(phrase: str, conventions: Conventions, explanation: str) -> None:
    deadline = read_deadline(phrase, SAID_ON, conventions)
    assert deadline is not None
    assert deadline.explanation == explanation


def test_working_days_name_the_holidays_left_out() -> None:
    deadline = read_deadline("within 40 working days", SAID_ON, Conventions(country="PK", weekend=frozenset({6})))
    assert deadline is not None
    assert deadline.due == date(2025, 11, 3)
    deadline = read_deadline("within 50 working days", SAID_ON, Conventions(country="AE"))
    assert deadline is not None
    assert "public holidays left out: Monday 1 December 2025 (National Day)" not in deadline.explanation
    deadline = read_deadline("within 60 working days", SAID_ON, Conventions(country="AE"))
    assert deadline is not None
    assert "public holidays left out: Monday 1 December 2025 (National Day)" in deadline.explanation


def test_the_weekend_comes_from_the_country() -> None:
    deadline = read_deadline("within two working days", date(2025, 9, 18), Conventions(country="SA"))
    assert deadline is not None
    assert deadline.due == date(2025, 9, 22)
    assert "Friday and Saturday left out" in deadline.explanation


def test_an_unknown_country_has_no_holidays() -> None:
    deadline = read_deadline("within two working days", SAID_ON, Conventions(country="XX"))
    assert deadline is not None
    assert deadline.due == date(2025, 9, 19)
    assert "no public holidays are known for XX" in deadline.explanation


def test_a_country_without_a_holiday_on_the_way_is_named() -> None:
    deadline = read_deadline("within 30 working days", SAID_ON, Conventions(country="PK"))
    assert deadline is not None
    assert "no public holiday of PK on the way" in deadline.steps


def test_working_days_are_counted_back_from_a_date() -> None:
    deadline = read_deadline("five working days before 1 October 2025", SAID_ON, Conventions(country="GB"))
    assert deadline is not None
    assert deadline.due == date(2025, 9, 24)


def test_steps_show_the_arithmetic() -> None:
    deadline = read_deadline("within two and a half months", SAID_ON)
    assert deadline is not None
    assert deadline.steps == (
        f"start: {ANNOUNCED}",
        "plus 2 months: Monday 17 November 2025",
        "plus 15 days: Tuesday 2 December 2025",
    )


def test_the_rule_of_a_recurring_deadline_is_a_step() -> None:
    deadline = read_deadline("every quarter", SAID_ON)
    assert deadline is not None
    assert deadline.steps == (
        f"start: {ANNOUNCED}",
        "first due on the last day of the first full quarter: Wednesday 31 December 2025",
        "then by the rule FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1",
    )


def test_a_deadline_that_was_read_equals_one_that_was_stored() -> None:
    read = read_deadline("by 3 March 2026", SAID_ON)
    assert read is not None
    stored = Deadline(**{field.name: getattr(read, field.name) for field in fields(read)})
    assert stored == read_deadline("by 3 March 2026", SAID_ON)
    assert hash(stored) == hash(read)
    assert replace(read, words="").explanation == "Tuesday 3 March 2026"
    assert repr(read) == repr(stored)


@pytest.mark.parametrize("is_read_before", [True, False])
def test_a_deadline_placed_in_another_text_tells_the_same(is_read_before: bool) -> None:
    found = read_deadline("by the end of March", SAID_ON)
    assert found
    told = (found.explanation, found.steps) if is_read_before else None
    placed = found.placed("By the end of March", found.span.moved(40))
    assert (placed.words, placed.span.start) == ("By the end of March", found.span.start + 40)
    assert placed == replace(found, words=placed.words, span=placed.span)
    assert told in (None, (placed.explanation, placed.steps))
