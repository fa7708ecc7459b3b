"""Deadlines are found where they stand, in order, each read by itself."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.core.calendar import Period
from tracker.core.conventions import PLAIN, Conventions, NamedDays
from tracker.core.deadline import Anchor, DeadlineKind
from tracker.deadlines import find_deadlines
from tracker.deadlines.english import RULES
from tracker.deadlines.examples import Example  # noqa: TC001 - hypothesis reads the annotations
from tracker.deadlines.resolve import Context, reading_of
from tracker.deadlines.spec import Frame, Framed
from tracker.errors import UnknownNameError

SAID_ON = date(2025, 9, 17)
PLAIN_EXAMPLES = [
    example
    for family in RULES
    for example in family.examples
    if example.announced_on == SAID_ON.isoformat() and not example.conventions.named_days and not example.events
]


def test_spans_point_at_the_words() -> None:
    text = "İstanbul:  the depot opens by 3 March, and a second one\nwithin two\nyears."
    deadlines = find_deadlines(text, SAID_ON)
    assert [deadline.span.of(text) for deadline in deadlines] == ["by 3 March", "within two\nyears"]
    assert [deadline.words for deadline in deadlines] == ["by 3 March", "within two\nyears"]


def test_typographic_marks_are_read_like_plain_ones() -> None:
    [deadline] = find_deadlines("It opens in two weeks’ time.", SAID_ON)
    assert deadline.due == date(2025, 10, 1)
    [window] = find_deadlines("It runs 12–15 May.", SAID_ON)
    assert (window.opens, window.due) == (date(2026, 5, 12), date(2026, 5, 15))


@given(st.text())
def test_any_text_is_read_without_an_error_and_without_overlap(text: str) -> None:
    end = 0
    for deadline in find_deadlines(text, SAID_ON):
        assert end <= deadline.span.start < deadline.span.end
        end = deadline.span.end


@given(st.sampled_from(PLAIN_EXAMPLES), st.sampled_from(PLAIN_EXAMPLES))
def test_no_rule_reads_across_anothers_example(first: Example, second: Example) -> None:
    alone = find_deadlines(second.text, SAID_ON, second.conventions)
    together = find_deadlines(f"{first.text} {second.text}", SAID_ON, second.conventions)
    before = 2 if first.named else 1
    assert [deadline.words for deadline in together][before:] == [deadline.words for deadline in alone]


def test_a_list_shares_the_frame_of_its_first_item() -> None:
    deadlines = find_deadlines("Reports fall due on 3 May, 5 May and 8 May 2026.", SAID_ON)
    assert [deadline.due for deadline in deadlines] == [date(2026, 5, 3), date(2026, 5, 5), date(2026, 5, 8)]
    assert all(deadline.rules[0] == "on" for deadline in deadlines)


def test_that_year_is_the_year_of_the_deadline_before() -> None:
    deadlines = find_deadlines("The first comes by 20 April 2026, the second by the end of that year.", SAID_ON)
    assert [deadline.due for deadline in deadlines] == [date(2026, 4, 20), date(2026, 12, 31)]


def test_a_day_number_belongs_to_the_month_of_the_deadline_before() -> None:
    deadlines = find_deadlines("The tour begins on 3 June and ends on the 21st.", SAID_ON)
    assert [deadline.due for deadline in deadlines] == [date(2026, 6, 3), date(2026, 6, 21)]


def test_that_day_without_a_day_before_it_is_vague() -> None:
    [deadline] = find_deadlines("By that day all will be done.", SAID_ON)
    assert deadline.kind is DeadlineKind.VAGUE


def test_an_unknown_language_is_refused_by_name() -> None:
    with pytest.raises(UnknownNameError, match="there is no language 'eng'"):
        find_deadlines("by Friday", SAID_ON, language="eng")


def test_a_fiscal_year_of_no_country_says_what_is_missing() -> None:
    [deadline] = find_deadlines("All is paid in FY26.", SAID_ON)
    assert deadline.kind is DeadlineKind.VAGUE
    assert "no country" in deadline.explanation


def test_a_day_beyond_the_calendar_is_no_deadline() -> None:
    assert find_deadlines("It lasts within 9000 years.", SAID_ON) == ()


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("It ends by the first of the month.", "2025-10-01"),
        ("It ends in 2026 and 2027.", "2027-12-31"),
        ("It ends within one year and six months.", "2027-03-17"),
        ("It ends in half a year.", "2026-03-17"),
        ("It ends in two and a half weeks.", "2025-10-05"),
        ("It ends in half a day.", "2025-09-18"),
        ("It ends in a quarter of 2026 or by Friday of this week.", "2025-09-19"),
        ("It ends around the end of March.", "2026-03-31"),
        ("It ends in the following week.", "2025-09-28"),
        ("It ends on the last day of 2026.", "2026-12-31"),
        ("It ends in the last month of 2026.", "2026-12-31"),
        ("It ends in the last week of May.", "2026-05-31"),
        ("It ends by Memorial Day.", "2026-05-25"),
        ("It ends in the first half of spring 2026.", "2026-04-15"),
        ("It ends this fortnight.", "2025-09-28"),
        ("It ends at the weekend.", "2025-09-21"),
        ("It ends by roughly the end of March.", "2026-03-31"),
        ("It runs for the rest of 2026.", "2026-12-31"),
        ("It ends by the 112th floor, that is, on the 13th.", "2025-10-13"),
        ("It ends in the sale of 30 homes by the 12th.", "2025-10-12"),
    ],
)
def test_rarer_wordings_are_read(text: str, due: str) -> None:
    [deadline] = find_deadlines(text, SAID_ON)
    assert deadline.due == date.fromisoformat(due)


@pytest.mark.parametrize(
    "text",
    [
        "It ends by Thursday the 31st.",
        "It ends on 30/31.",
        "It ends on 31/2.",
        "It comes every 1.5 years.",
        "Since 1 of them left, all have waited for years.",
        "By the end of the end of the end of the end of the end of the end of May.",
        "Early in the sixth of the halves it snowed.",
    ],
)
def test_what_names_no_day_is_left_alone(text: str) -> None:
    assert [deadline.due for deadline in find_deadlines(text, SAID_ON)] == []


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("by 31 February", "31 February does not exist (February has 29 days at the most)"),
        ("on 31 June", "31 June does not exist (June has 30 days)"),
        ("29 February 2027", "29 February 2027 does not exist (February 2027 has 28 days)"),
        ("by 29 February next year", "29 February 2026 does not exist (February 2026 has 28 days)"),
        ("on 31/02/2026", "31 February 2026 does not exist (February 2026 has 28 days)"),
        ("on 2026-02-30", "30 February 2026 does not exist (February 2026 has 28 days)"),
        ("by the 31st of this month", "the 31st of this month does not exist (it has 30 days)"),
        ("from 3 May to 31 June", "31 June does not exist (June has 30 days)"),
        ("on Monday 31 June", "31 June does not exist (June has 30 days)"),
    ],
)
def test_a_day_that_does_not_exist_is_read_without_a_due_date_and_says_so(words: str, why: str) -> None:
    (deadline,) = find_deadlines(f"The hall closes {words}.", SAID_ON)
    assert (deadline.words, deadline.due, deadline.explanation) == (words, None, why)
    assert deadline.is_undetermined


def test_vague_words_are_not_taken_for_a_day_that_does_not_exist() -> None:
    vague = [rule for family in RULES if family.name == "vague" for rule in family.rules]
    assert {rule.name for rule in vague} == {"vague"}
    (deadline,) = find_deadlines("The hall closes soon.", SAID_ON)
    assert not deadline.is_undetermined


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It ends on the first Monday of 3 May.", "3 May"),
        ("It ends in the first week of 3 May.", "week of 3 May"),
        ("It ends in the first two weeks of 3 May.", "3 May"),
        ("It ends on 3 May, and – as ever – late.", "on 3 May"),
    ],
)
def test_a_day_has_no_weeks_to_count(text: str, words: str) -> None:
    assert find_deadlines(text, SAID_ON)[-1].words == words


def test_a_day_that_the_month_lacks_is_sought_in_the_next() -> None:
    [deadline] = find_deadlines("It ends by the 31st.", date(2025, 11, 5))
    assert deadline.due == date(2025, 12, 31)


def test_a_feast_beyond_the_calendars_is_no_deadline() -> None:
    assert find_deadlines("It ends by Eid al-Fitr.", date(2300, 1, 1)) == ()


def test_a_leap_day_with_the_wrong_weekday_stays_in_the_future() -> None:
    [deadline] = find_deadlines("It ends on Friday 29 February.", date(2027, 3, 20))
    assert deadline.due == date(2028, 2, 29)
    assert "the text says Friday" in deadline.explanation


def test_december_of_that_year_follows_the_deadline_before() -> None:
    deadlines = find_deadlines("The first comes in May 2027, the rest by December that year.", SAID_ON)
    assert [deadline.due for deadline in deadlines] == [date(2027, 5, 31), date(2027, 12, 31)]


def test_the_right_one_of_several_known_events_is_taken() -> None:
    events = {"hearing": Anchor(date(2026, 1, 1), "the hearing"), "vote": Anchor(date(2026, 2, 1), "the vote")}
    [deadline] = find_deadlines("It starts within ten days of the vote.", SAID_ON, events=events)
    assert deadline.due == date(2026, 2, 11)


def test_own_named_days_are_told_apart() -> None:
    names = (
        NamedDays("Expo 2027", Period(date(2027, 6, 1), date(2027, 9, 30))),
        NamedDays("COP31", Period(date(2026, 11, 9), date(2026, 11, 20))),
    )
    deadlines = find_deadlines("It ends before COP31, or by Expo 2027.", SAID_ON, Conventions(named_days=names))
    assert [deadline.due for deadline in deadlines] == [date(2026, 11, 8), date(2027, 9, 30)]


@pytest.mark.parametrize(
    ("text", "due", "rrule"),
    [
        ("We report annually from 2027.", "2027-12-31", "FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=-1"),
        ("We report every two years from 2027.", "2027-12-31", "FREQ=MONTHLY;INTERVAL=24;BYMONTHDAY=-1"),
    ],
)
def test_a_series_may_begin_in_a_named_period(text: str, due: str, rrule: str) -> None:
    [deadline] = find_deadlines(text, SAID_ON)
    assert (deadline.due, deadline.rrule) == (date.fromisoformat(due), rrule)


def test_a_meaning_that_nothing_resolves_is_a_fault_of_the_program() -> None:
    context = Context(Anchor(SAID_ON), PLAIN)
    with pytest.raises(TypeError, match="no resolver"):
        reading_of(None, context)  # type: ignore[arg-type]  # what a faulty rule would yield
    with pytest.raises(TypeError, match="no resolver"):
        reading_of(Framed(Frame.BY, None), context)  # type: ignore[arg-type]  # what a faulty rule would yield


@pytest.mark.parametrize(
    ("text", "opens", "due"),
    [
        ("It runs from next Friday to 1 October 2026.", "2025-09-26", "2026-10-01"),
        ("It runs from Monday to 3 October.", "2025-09-22", "2025-10-03"),
        ("It runs between Monday and Thursday.", "2025-09-22", "2025-09-25"),
        ("It runs from 1 to 30 September.", "2025-09-01", "2025-09-30"),
        ("It runs from November to January 2028.", "2027-11-01", "2028-01-31"),
    ],
)
def test_the_end_of_a_window_settles_its_start(text: str, opens: str, due: str) -> None:
    [deadline] = find_deadlines(text, SAID_ON)
    assert (deadline.opens, deadline.due) == (date.fromisoformat(opens), date.fromisoformat(due))


@pytest.mark.parametrize(
    ("text", "dues"),
    [
        ("Half will be paid by June and the rest by December.", ["2026-06-30", "2026-12-31"]),
        ("Phase one opens in April, phase two in December.", ["2026-04-30", "2026-12-31"]),
        ("The draft is due by 31 March 2026 and the report by 15 December.", ["2026-03-31", "2026-12-15"]),
        ("The first vote is due by 10 October, and the other one by 1 October.", ["2025-10-10", "2025-10-01"]),
        ("The fee is due by June and the gate will be shut by December.", ["2026-06-30", "2025-12-31"]),
        ("It is payable on 12 January, to holders of record on 22 December.", ["2026-01-12", "2025-12-22"]),
    ],
)
def test_the_deadlines_of_a_list_of_things_go_on_from_year_to_year(text: str, dues: list[str]) -> None:
    found = find_deadlines(text, SAID_ON)
    assert [str(one.due) for one in found] == dues


def test_the_year_of_a_later_thing_is_explained() -> None:
    *_, last = find_deadlines("Half will be paid on 3 June and the rest on 3 December.", SAID_ON)
    assert "the first one that ends on or after Wednesday 3 June 2026" in last.explanation
