"""Words that count from a date which the text names before them, and say so."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.core.deadline import Anchor, DeadlineKind
from tracker.deadlines import find_deadlines, read_deadline

SAID_ON = date(2025, 9, 17)


def last_due(text: str) -> date | None:
    return find_deadlines(text, SAID_ON)[-1].due


@pytest.mark.parametrize(
    ("text", "explanation"),
    [
        (
            "It opens on 3 May and closes four weeks later.",
            "4 weeks counted from the date named before on Sunday 3 May 2026: Sunday 31 May 2026",
        ),
        (
            "We go live on 24 May, with a test a month before.",
            "1 month counted back from the date named before on Sunday 24 May 2026: Friday 24 April 2026",
        ),
        (
            "It opens on 3 November and again the following Monday.",
            "the first Monday after Monday 3 November 2025: Monday 10 November 2025",
        ),
        (
            "It sits on 3 November and rules the next morning.",
            "the next day: Tuesday 4 November 2025; counted from the date named before on Monday 3 November 2025",
        ),
        ("The vote is on 5 November. Papers come by then.", "the date named before: Wednesday 5 November 2025"),
        (
            "A panel will be named by 3 November and is to report within six months.",
            "6 months counted from the date named before on Monday 3 November 2025: Sunday 3 May 2026",
        ),
        (
            "An envoy is to be appointed on 3 November, who will report to parliament in four weeks.",
            "4 weeks counted from the date named before on Monday 3 November 2025: Monday 1 December 2025",
        ),
    ],
)
def test_the_explanation_names_the_date_it_counts_from(text: str, explanation: str) -> None:
    assert find_deadlines(text, SAID_ON)[-1].explanation == explanation


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("It must be ready before 3 May, with tests two days later.", date(2026, 5, 5)),
        ("It may begin only after 3 May, with tests to follow two days later.", date(2026, 5, 5)),
        ("It may begin no earlier than 3 May and end two days later.", date(2026, 5, 5)),
        ("It ends on 3 May; by late the following week all is gone.", date(2026, 5, 10)),
        ("He took office on 10 September and will report three weeks later.", date(2025, 10, 1)),
        ("It runs from 3 May to the following Sunday.", date(2026, 5, 10)),
        ("It meets on 3 May and, having voted, will report the week after.", date(2026, 5, 10)),
        ("Having met on 3 November, the board will report the week after.", date(2025, 11, 16)),
        ("She leaves on 3 November, and her deputy takes over the next day.", date(2025, 11, 4)),
        ("It opens in May; a second hall opens a week later.", date(2026, 6, 7)),
    ],
)
def test_the_date_that_stands_in_the_text_is_meant(text: str, due: date) -> None:
    assert last_due(text) == due


@pytest.mark.parametrize(
    "text",
    [
        "They met on 3 May. Two days later it will be said again, and then it ends, a week later.",
        "It opened in March 2020 and will close two years later.",
        "They meet every month, and a report comes two days later.",
        "It is to be done in due course, and a report comes two days later.",
        "It opens on 3 May, as it did two years earlier.",
        "It will open on 3 May, up from none the day before.",
        "It opens on 3 May. It has two halls. It has two doors. Two days later it shuts.",
        "It opens on 3 May. " + "It is a long and dull tale of a hall that has no end " * 8 + "two days later.",
        "It opens on 20 September, a week before which, and two months earlier, all was dark.",
        "It was opened on 3 September and shut two days later.",
        "The minister will visit Rome on 3 November, having met the Pope the week before.",
        "The shop will shut on 3 November, having opened two years earlier.",
    ],
)
def test_where_no_such_date_is_at_hand_nothing_is_guessed(text: str) -> None:
    counting = ("later", "earlier", "day beside")
    assert [found.words for found in find_deadlines(text, SAID_ON) if found.rules[-1] in counting] == []


def test_who_takes_over_the_day_after_does_so_on_that_day() -> None:
    found = find_deadlines("She leaves on 3 November, and her deputy will take over the day after.", SAID_ON)[-1]
    assert (found.words, found.due) == ("day after", date(2025, 11, 4))


def test_a_told_day_that_no_calendar_has_is_no_start() -> None:
    assert find_deadlines("They met on 30 February and will meet two days later.", SAID_ON) == ()


def test_a_phrase_by_itself_counts_from_the_announcement() -> None:
    read = read_deadline("two days later", SAID_ON)
    assert read is not None
    assert (read.due, read.anchor) == (date(2025, 9, 19), Anchor(SAID_ON))


def test_with_what_is_told_a_story_counts_from_its_own_dates() -> None:
    told = find_deadlines("He was elected on 3 May and resigned two days later.", SAID_ON, with_told=True)
    assert [one.due for one in told] == [date(2026, 5, 3), date(2026, 5, 5)]
    alone = find_deadlines("Two days later he resigned.", SAID_ON, with_told=True)
    assert [one.due for one in alone] == [date(2025, 9, 19)]


def test_that_meeting_is_the_one_whose_day_is_known() -> None:
    text = "A list is due on 1 October. Ahead of that meeting, papers go out."
    events = {"meeting": Anchor(date(2025, 11, 4), "the meeting")}
    known, unknown = find_deadlines(text, SAID_ON, events=events)[-1], find_deadlines(text, SAID_ON)[-1]
    assert known.explanation == "the day before the meeting: Monday 3 November 2025"
    assert unknown.due == date(2025, 9, 30)


def test_the_explanation_says_how_weeks_are_counted() -> None:
    [first] = find_deadlines("It opens in the first week of May.", SAID_ON)
    [full] = find_deadlines("It opens in the first full week of May.", SAID_ON)
    assert (first.due, full.due) == (date(2026, 5, 7), date(2026, 5, 10))
    assert first.explanation.endswith("weeks of seven days, counted from its first day")
    assert full.explanation.endswith("weeks from Monday to Sunday that lie wholly in it")


@pytest.mark.parametrize(
    "text",
    [
        "It must be cleared before the season starts, Friday at the latest.",
        "It will be painted in time for the regatta, 20-21 June.",
        "It must be cleared before the season starts in May.",
    ],
)
def test_only_a_day_stands_in_apposition_to_an_event(text: str) -> None:
    assert not any("event, dated" in found.rules[0] for found in find_deadlines(text, SAID_ON))


def test_what_waits_for_a_day_without_a_date_keeps_its_event() -> None:
    [found] = find_deadlines("The booths open by the day the tickets go on sale.", SAID_ON)
    assert found.kind is DeadlineKind.CONDITIONAL
    assert found.condition is not None
    assert found.condition.event == "the tickets go on sale"


@pytest.mark.parametrize(
    "text",
    [
        "A map will be drawn by 3 November and the council will report within six months.",
        "A panel will be named by 3 November. It is to report within six months.",
        "A panel will be named by 3 November, its members say, within six months.",
        "They will meet on 3 November and are to report within six months.",
    ],
)
def test_a_length_counts_from_the_announcement_where_nobody_is_appointed_who_has_it(text: str) -> None:
    (*_, deadline) = find_deadlines(text, SAID_ON)
    assert deadline.explanation == (
        "6 months counted from the announcement on Wednesday 17 September 2025: Tuesday 17 March 2026"
    )
