"""A date that the sentence before names is at hand for words that count from it."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.deadlines import find_deadlines

SAID_ON = date(2025, 9, 17)
CLOSES = "The bridge will close on 3 November."


def due_of(text: str, preceding: str) -> date | None:
    found = find_deadlines(text, SAID_ON, preceding=preceding)
    return found[-1].due if found else None


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("It will reopen two weeks later.", date(2025, 11, 17)),
        ("By then the ferry will run.", date(2025, 11, 3)),
        ("Signs will be put up before that.", date(2025, 11, 2)),
        ("In the following week it will be painted.", date(2025, 11, 16)),
        ("A ferry will start that same evening.", date(2025, 11, 3)),
        ("A ferry will start on the same day.", date(2025, 11, 3)),
        ("A ferry will start on the Thursday.", date(2025, 11, 6)),
        ("A ferry will start that Thursday.", date(2025, 11, 6)),
        ("The plans will be shown a fortnight ahead of that.", date(2025, 10, 20)),
        ("The rails will be laid at the same time.", date(2025, 11, 3)),
    ],
)
def test_words_count_from_the_date_of_the_sentence_before(text: str, due: date) -> None:
    assert due_of(text, CLOSES) == due


def test_the_text_s_own_date_goes_first() -> None:
    assert due_of("A ferry will start on 6 May and stop two weeks later.", CLOSES) == date(2026, 5, 20)


def test_a_date_told_as_past_serves_what_is_to_come() -> None:
    assert due_of("It will reopen two weeks later.", "The bridge was closed on 10 September.") == date(2025, 9, 24)
    assert due_of("Two weeks later it fell.", "The bridge was closed on 10 September.") is None


def test_the_day_of_saying_so_is_passed_over() -> None:
    said = "The union will be joined on 1 January 2026, the ministry announced today."
    assert due_of("Coupons will be sold from the same day.", said) == date(2026, 1, 1)


def test_what_comes_again_is_no_start() -> None:
    assert due_of("The ferry will stop that evening.", "The bridge will close every Sunday.") is None
    assert due_of("In the following week it will be painted.", "It closes every Sunday.") == date(2025, 9, 28)


def test_a_sentence_before_without_words_of_time_helps_nobody() -> None:
    assert due_of("It will reopen two weeks later.", "The bridge will close.") is None
    assert due_of("In the following week it will be painted.", "The bridge will close.") == date(2025, 9, 28)


def test_the_running_month_is_that_of_a_date_in_the_same_sentence_only() -> None:
    assert due_of("It will be painted before the month is out.", CLOSES) == date(2025, 9, 30)
    assert due_of("It will close on 3 November and be painted before the month is out.", "") == date(2025, 11, 30)


@pytest.mark.parametrize(
    "text",
    [
        "Ring, and we will send you another the next morning.",
        "Any letter to us will be answered the next morning.",
        "Whoever writes to us will have an answer two days later.",
    ],
)
def test_what_follows_a_reader_s_own_act_does_not_count_from_it(text: str) -> None:
    assert due_of(text, CLOSES) is None
