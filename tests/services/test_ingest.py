"""Announcements stored once, with what is new in them."""

from datetime import date

import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tracker.core.status import Review
from tracker.store import commitments

ADDRESS = "https://example.org/plan"
TEXT = "The harbour board will publish its dredging plan by 30 September 2025."


def test_what_is_found_is_tracked_where_the_person_accepts_and_proposed_elsewhere(take_in):
    (tracked,) = take_in().commitments
    assert (tracked.review, tracked.tracked_on, tracked.reviewed_by) == (Review.TRACKED, date(2025, 9, 3), "Ada")
    (proposed,) = take_in("The board will open the fish hall by 1 October 2025.", accept=False).commitments
    assert (proposed.review, proposed.tracked_on, proposed.reviewed_by) == (Review.PROPOSED, None, "")


def test_a_tracked_one_knows_the_day_of_its_first_stage_and_a_proposed_one_has_none(take_in):
    assert take_in().commitments[0].current.next_stage_on == date(2025, 9, 23)
    proposed = take_in("The board will open the fish hall by 1 October 2025.", accept=False)
    assert proposed.commitments[0].current.next_stage_on is None


def test_the_same_text_with_other_spaces_and_letter_case_is_the_same_announcement(take_in):
    first = take_in()
    again = take_in(f"  {TEXT.upper()}\n")
    assert not again.is_new
    assert again.announcement.number == first.announcement.number
    assert again.commitments == first.commitments


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(times=st.integers(1, 3), spaces=st.text(" \n\t", max_size=3))
def test_however_often_it_is_taken_in_nothing_more_is_stored(take_in, store, times, spaces):
    for _ in range(times):
        number = take_in(TEXT + spaces).announcement.number
    with store.reading() as conn:
        assert len(commitments.of_announcement(conn, number)) == 1


def test_a_new_version_of_the_same_address_adds_only_what_is_new(take_in):
    first = take_in(url=ADDRESS)
    text = f"{TEXT} It will open the fish hall by 15 October 2025."
    second = take_in(text, url=ADDRESS)
    assert second.announcement.version_of == first.announcement.number
    assert [one.current.due for one in second.commitments] == [date(2025, 10, 15)]
    assert second.known_again == 1


def test_a_third_version_still_knows_what_the_first_one_said(take_in):
    take_in(url=ADDRESS)
    take_in(f"{TEXT} It will open the fish hall by 15 October 2025.", url=ADDRESS)
    third = take_in(f"{TEXT} It will close the slipway by 1 November 2025.", url=ADDRESS)
    assert [one.current.due for one in third.commitments] == [date(2025, 11, 1)]


def test_an_undated_one_is_to_be_asked_about_ninety_days_after_the_announcement(take_in):
    (found,) = take_in("The harbour board will publish its dredging plan in due course.").commitments
    assert found.current.review_on == date(2025, 12, 1)


def test_lines_of_one_file_that_share_an_address_are_no_versions_of_one_another(take_in):
    first, second = (take_in(f"{TEXT} {n}", url=ADDRESS, origin=f"many.jsonl:{n}") for n in (1, 2))
    assert (first.announcement.version_of, second.announcement.version_of) == (None, None)
    later = take_in(f"{TEXT} At last.", url=ADDRESS, origin="many.jsonl:1", day="2025-09-04")
    assert later.announcement.version_of == second.announcement.number


def test_entries_with_names_of_their_own_are_versions_of_their_namesakes(take_in):
    first, other = (take_in(f"{TEXT} {name}", url=ADDRESS, id=name) for name in ("a", "b"))
    again = take_in(f"{TEXT} Anew.", url=ADDRESS, id="a")
    page = take_in(f"{TEXT} And the page.", url=ADDRESS)
    assert [one.announcement.version_of for one in (first, other, again, page)] == [None, None, 1, 3]


def test_the_twentieth_version_costs_no_more_questions_than_the_third(take_in):
    asked = []

    def take_in_version(number):
        before = len(asked)
        take_in(f"{TEXT} Version {number}.", url=ADDRESS, accept=False)
        return len(asked) - before

    def note(*_):
        asked.append(1)

    sa.event.listen(sa.engine.Engine, "before_cursor_execute", note)
    try:
        costs = [take_in_version(number) for number in range(20)]
    finally:
        sa.event.remove(sa.engine.Engine, "before_cursor_execute", note)
    assert costs[19] == costs[2]
