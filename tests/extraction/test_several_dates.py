"""Several days, and several deeds, of one sentence: none is lost, and none is another's."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tracker.core.announcement import Announcement
from tracker.core.conventions import PLAIN
from tracker.extraction import extract

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.core.commitment import Commitment
    from tracker.extraction import Weights

    Told = Callable[[str], list[tuple[str, str]]]

SAID_ON = date(2026, 11, 26)


@pytest.fixture
def commitments(weights: Weights) -> Callable[[str], tuple[Commitment, ...]]:
    """What a council promises in a sentence of 26 November 2026."""
    return lambda text: extract(Announcement(text, SAID_ON, publisher="Town Council"), PLAIN, weights).commitments


@pytest.fixture
def told(commitments: Callable[[str], tuple[Commitment, ...]]) -> Told:
    """The same: each deed with its due date, empty where it has none."""

    def tell(text: str) -> list[tuple[str, str]]:
        return [(one.deed, str(one.deadline.due or "") if one.deadline else "") for one in commitments(text)]

    return tell


@pytest.mark.parametrize(
    ("text", "dues"),
    [
        ("We will pay on 10 December, 11 December and 14 December.", ["2026-12-10", "2026-12-11", "2026-12-14"]),
        ("The grant will be paid on 31 December and 1 January.", ["2026-12-31", "2027-01-01"]),
        ("Clinics will be held on Monday, Tuesday and Thursday.", ["2026-11-30", "2026-12-01", "2026-12-03"]),
        ("We will meet the unions today and tomorrow.", ["2026-11-27"]),
    ],
)
def test_days_in_a_row_are_each_one_of_their_own(told: Told, text: str, dues: list[str]) -> None:
    assert [due for _, due in told(text)] == dues
    assert len({deed for deed, _ in told(text)}) == 1


def test_what_links_the_days_of_a_list_is_no_part_of_the_deed(told: Told) -> None:
    assert [deed for deed, _ in told("We will go round on Friday and Saturday, with a lamp.")] == [
        "go round, with a lamp"
    ] * 2


def test_of_two_days_to_choose_from_the_later_one_is_due_and_the_choice_is_told(
    commitments: Callable[[str], tuple[Commitment, ...]],
) -> None:
    [by] = commitments("We will publish the plan by 30 June or 31 December.")
    [on] = commitments("We will publish the plan on 30 June or on 2 July.")
    assert by.deadline
    assert on.deadline
    assert (by.deadline.words, by.deadline.due) == ("by 30 June or 31 December", date(2027, 12, 31))
    assert by.deadline.explanation.endswith("the text leaves a choice: it may be Wednesday 30 June 2027 as well")
    assert (by.deadline.opens, on.deadline.opens) == (None, date(2027, 6, 30))


@pytest.mark.parametrize(
    "text",
    [
        "We will publish the plan in three months, that is by the end of February.",
        "We will publish the plan in three months, i.e. by the end of February.",
    ],
)
def test_words_of_time_that_say_the_same_again_are_no_other_deed(told: Told, text: str) -> None:
    assert told(text) == [("publish the plan", "2027-02-28")]


@pytest.mark.parametrize(
    "text",
    [
        "We will refund every customer, and we'll write to you by 8 January.",
        "The council will refund every customer, and it will write to you by 8 January.",
    ],
)
def test_an_undated_deed_stays_beside_a_dated_one_that_names_its_promisor_again(told: Told, text: str) -> None:
    assert told(text) == [("refund every customer", ""), ("write to you", "2027-01-08")]


@pytest.mark.parametrize(
    "text",
    [
        "We will refund every customer, and we will refund each of them by 8 January.",
        "We are going to refund every customer, and we'll write to you by 8 January.",
        "It will be cold in every house, and residents will get a stove by 8 January.",
    ],
)
def test_an_undated_clause_gives_way_to_the_dated_one_of_the_same_deed(told: Told, text: str) -> None:
    assert [due for _, due in told(text)] == ["2027-01-08"]


@pytest.mark.parametrize(
    "text",
    [
        "Every Monday until Easter we will publish the figures.",
        "We will publish the figures every Monday until Easter.",
    ],
)
def test_a_series_with_an_end_is_a_series_on_either_side_of_the_verb(
    commitments: Callable[[str], tuple[Commitment, ...]], text: str
) -> None:
    [found] = commitments(text)
    assert found.deadline
    assert (found.deadline.rrule, found.deadline.due) == ("FREQ=WEEKLY;INTERVAL=1;BYDAY=MO", date(2026, 11, 30))


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Following the burst main on Mill Road on 2 November, we will mend the road.", ""),
        ("We will publish a report about the leak on 2 November.", ""),
        ("We will mend the pier after the storm of 28 October.", ""),
        ("We will mend the pier after the regatta on 3 May.", "2027-05-03"),
        ("We will mend the pier after the regatta on 2 November 2027.", "2027-11-02"),
    ],
)
def test_the_day_of_what_has_happened_is_no_deadline(told: Told, text: str, due: str) -> None:
    assert [found for _, found in told(text)] == [due]
