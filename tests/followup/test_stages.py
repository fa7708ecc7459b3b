"""Which days of an occurrence have something to say."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.core.alert import Stage, StageKind
from tracker.core.commitment import Band, Commitment, Promisor, PromisorSource
from tracker.core.deadline import Anchor, Deadline, DeadlineKind, Sense, Span
from tracker.core.occurrence import Occurrence
from tracker.core.record import StoredCommitment
from tracker.core.status import Review
from tracker.followup.policy import Policy
from tracker.followup.stages import first_stage_after, stages_until

ANNOUNCED = date(2025, 9, 17)
POLICY = Policy()


def commitment(sense=Sense.ACHIEVE, announced_on=ANNOUNCED, **dates):
    deadline = Deadline("w", Span(0, 1), DeadlineKind.DATED, ("by",), Anchor(announced_on), "", sense=sense)
    found = Commitment("s", Span(0, 1), Promisor("p", PromisorSource.SUBJECT), "d", Band.COMMITMENT, 1.0, (), deadline)
    occurrence = Occurrence(1, id=1, **dates)
    return StoredCommitment(
        1, "u", 1, announced_on, found, Review.TRACKED, tracked_on=announced_on, occurrences=(occurrence,)
    )


def keys(one, last):
    return [stage.key for stage in stages_until(one, one.current, POLICY, last)]


def test_a_promise_of_a_year_is_spoken_of_on_the_whole_ladder_and_then_yearly():
    due = ANNOUNCED + timedelta(days=365)
    one = commitment(due=due)
    assert keys(one, due + timedelta(days=1100)) == [
        "ahead-30", "ahead-7", "ahead-1", "due", "past+1", "past+7", "past+30", "past+60", "past+90", "past+180",
        "past+365", "past+730", "past+1095",
    ]  # fmt: skip


def test_a_thirty_day_promise_begins_seven_days_ahead():
    one = commitment(due=ANNOUNCED + timedelta(days=30))
    assert keys(one, one.current.due) == ["ahead-7", "ahead-1", "due"]


def test_a_lead_of_exactly_half_of_the_promise_is_kept():
    one = commitment(due=ANNOUNCED + timedelta(days=60))
    assert keys(one, one.current.due)[0] == "ahead-30"
    shorter = commitment(due=ANNOUNCED + timedelta(days=59))
    assert keys(shorter, shorter.current.due)[0] == "ahead-7"


def test_a_promise_for_the_day_itself_is_only_spoken_of_on_it_and_after():
    one = commitment(due=ANNOUNCED)
    assert keys(one, ANNOUNCED + timedelta(days=1)) == ["due", "past+1"]


def test_a_window_is_told_as_it_opens():
    one = commitment(due=date(2026, 6, 30), opens=date(2026, 6, 1))
    assert Stage(StageKind.OPENS, 0, date(2026, 6, 1)) in stages_until(one, one.current, POLICY, date(2026, 6, 30))


def test_a_window_that_was_open_when_announced_is_not_told():
    one = commitment(due=date(2026, 6, 30), opens=ANNOUNCED)
    assert "opens" not in keys(one, date(2026, 6, 30))


def test_the_strict_reading_has_a_day_of_its_own():
    one = commitment(due=date(2027, 12, 31), strict_due=date(2026, 12, 31))
    assert Stage(StageKind.STRICT, 0, date(2026, 12, 31)) in stages_until(one, one.current, POLICY, date(2027, 1, 1))


def test_a_strict_reading_that_lies_before_the_announcement_says_nothing():
    one = commitment(due=date(2025, 9, 30), strict_due=date(2025, 8, 31))
    assert "strict" not in keys(one, date(2026, 1, 1))


def test_an_undated_one_is_asked_about_on_its_review_day_and_every_ninety_days_after():
    one = commitment(review_on=date(2025, 12, 16))
    assert keys(one, date(2026, 6, 20)) == ["review", "review+90", "review+180"]


def test_an_undated_one_without_a_review_day_has_nothing_to_say():
    one = commitment()
    assert keys(one, date(2035, 1, 1)) == []
    assert first_stage_after(one, one.current, POLICY, None) is None


def test_what_is_kept_is_asked_about_from_the_day_after_and_never_before():
    one = commitment(Sense.KEEP, due=date(2026, 6, 30))
    stages = stages_until(one, one.current, POLICY, date(2026, 10, 1))
    assert [(stage.key, stage.on) for stage in stages] == [
        ("kept+1", date(2026, 7, 1)),
        ("kept+91", date(2026, 9, 29)),
    ]


def test_a_ladder_that_ends_ahead_of_the_due_date_goes_on_a_year_past_it():
    one = commitment(due=date(2026, 9, 17))
    stages = stages_until(one, one.current, Policy(ladder=(-7,)), date(2027, 9, 17))
    assert [stage.key for stage in stages] == ["ahead-7", "past+365"]


@pytest.mark.parametrize("dates", [{"due": date(9999, 12, 30)}, {"review_on": date(9999, 12, 30)}])
def test_the_end_of_the_calendar_is_the_end_of_the_ladder(dates):
    one = commitment(**dates)
    assert first_stage_after(one, one.current, POLICY, date(9999, 12, 31)) is None
    assert stages_until(one, one.current, POLICY, date.max)


@given(
    length=st.integers(0, 4000),
    opens=st.none() | st.integers(1, 4000),
    strict=st.none() | st.integers(-100, 4000),
    after=st.none() | st.integers(-10, 6000),
)
def test_the_next_stage_is_the_first_of_the_stages_later_than_a_day(length, opens, strict, after):
    days = {"due": length, "opens": opens, "strict_due": strict}
    one = commitment(**{name: ANNOUNCED + timedelta(days=n) for name, n in days.items() if n is not None})
    since = None if after is None else ANNOUNCED + timedelta(days=after)
    later = [s for s in stages_until(one, one.current, POLICY, date(2060, 1, 1)) if since is None or s.on > since]
    found = first_stage_after(one, one.current, POLICY, since)
    assert found is not None
    assert found.on == later[0].on
