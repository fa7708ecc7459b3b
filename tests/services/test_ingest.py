"""Announcements stored once, with what is new in them."""

from datetime import date

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
