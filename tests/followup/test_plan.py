"""What is said on a day, and when there is something to say next."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tracker.core.alert import Alert
from tracker.core.commitment import Band, Commitment, Promisor, PromisorSource
from tracker.core.deadline import Span
from tracker.core.occurrence import Occurrence
from tracker.core.record import StoredCommitment
from tracker.core.status import Review, Status
from tracker.followup.plan import Known, next_stage_on, plan, step_on
from tracker.followup.policy import Policy

ANNOUNCED, DUE = date(2025, 9, 17), date(2025, 10, 17)
POLICY = Policy()


def commitment(review=Review.TRACKED, tracked_on=ANNOUNCED, **fields):
    found = Commitment("s", Span(0, 1), Promisor("p", PromisorSource.SUBJECT), "d", Band.COMMITMENT, 1.0)
    occurrence = Occurrence(1, id=7, **{"due": DUE, **fields})
    return StoredCommitment(1, "u", 1, ANNOUNCED, found, review, tracked_on=tracked_on, occurrences=(occurrence,))


def said(stage, on, arming=0):
    return Alert(1, 7, arming, stage, on, on)


def step(one, today, last=None):
    return step_on(one, one.current, POLICY, Known(last), today)


def test_nothing_is_said_before_the_first_stage():
    found = step(commitment(), date(2025, 10, 9))
    assert found.stage is None
    assert found.next_on == date(2025, 10, 10)


def test_a_stage_is_said_on_its_day():
    found = step(commitment(), date(2025, 10, 10))
    assert found.stage.key == "ahead-7"
    assert found.next_on == date(2025, 10, 16)


def test_after_days_of_downtime_the_latest_stage_is_said_once():
    found = step(commitment(), date(2025, 10, 20), said("ahead-7", date(2025, 10, 10)))
    assert found.stage.key == "past+1"
    assert found.next_on == date(2025, 10, 24)


def test_what_was_said_is_not_said_again_until_the_next_stage():
    last = said("past+1", date(2025, 10, 20))
    assert step(commitment(), date(2025, 10, 20), last).stage is None
    assert step(commitment(), date(2025, 10, 24), last).stage.key == "past+7"


def test_a_late_check_counts_from_the_day_it_spoke_and_not_from_the_stage():
    spoke_late = Alert(1, 7, 0, "past+1", date(2025, 10, 18), date(2025, 10, 25))
    assert next_stage_on(commitment(), commitment().current, POLICY, Known(spoke_late)) == date(2025, 11, 16)


def test_a_new_arming_makes_the_latest_stage_sayable_again():
    one = commitment(arming=1)
    assert step(one, date(2025, 10, 20), said("past+1", date(2025, 10, 20))).stage.key == "past+1"


def test_one_that_was_past_due_before_it_was_tracked_is_told_as_a_backfill():
    one = commitment(tracked_on=date(2025, 12, 1))
    found = step(one, date(2025, 12, 1))
    assert found.stage.key == "backfill"
    assert found.next_on == date(2025, 12, 16)
    told = Alert(1, 7, 0, "backfill", DUE, date(2025, 12, 1))
    assert step(one, date(2025, 12, 16), told).stage.key == "past+60"


def test_a_preview_of_a_day_before_it_was_tracked_shows_the_ladder():
    assert step(commitment(tracked_on=date(2026, 11, 23)), date(2025, 10, 18)).stage.key == "past+1"


def test_what_was_said_after_the_day_of_a_preview_does_not_count_in_it():
    later = said("past+30", date(2025, 11, 16))
    assert step(commitment(), date(2025, 10, 18), later).stage.key == "past+1"


def test_one_that_was_moved_since_is_no_backfill():
    one = commitment(tracked_on=date(2025, 12, 1), arming=1)
    assert step(one, date(2025, 12, 1)).stage.key == "past+30"


def test_an_undated_one_is_no_backfill_and_may_have_nothing_to_say_ever():
    one = commitment(due=None, review_on=date(2025, 12, 16))
    assert step(one, date(2025, 12, 20)).stage.key == "review"
    silent = commitment(due=None)
    assert step(silent, date(2030, 1, 1)).next_on is None
    assert next_stage_on(silent, silent.current, POLICY) is None


def test_only_what_is_tracked_and_unsettled_has_a_next_stage():
    tracked, proposed = commitment(), commitment(Review.PROPOSED)
    settled = commitment(status=Status.FULFILLED)
    assert next_stage_on(tracked, tracked.current, POLICY) == date(2025, 10, 10)
    assert next_stage_on(proposed, proposed.current, POLICY) is None
    assert next_stage_on(settled, settled.current, POLICY) is None


def test_a_plan_gives_every_occurrence_its_own_next_day():
    one = commitment()
    first, second = one.current, replace(one.current, id=8, number=2, due=date(2026, 1, 17))
    planned = plan(replace(one, occurrences=(first, second)), POLICY, {7: Known(said("due", DUE))})
    assert [occurrence.next_stage_on for occurrence in planned.occurrences] == [date(2025, 10, 18), date(2025, 12, 18)]


@given(st.lists(st.integers(0, 900), min_size=1, max_size=30, unique=True))
def test_whatever_the_days_of_the_checks_no_stage_is_said_twice_and_the_planned_day_is_the_next_to_speak(offsets):
    one, last, told = commitment(), None, []
    for offset in sorted(offsets):
        today = ANNOUNCED + timedelta(days=offset)
        planned = next_stage_on(one, one.current, POLICY, Known(last))
        found = step(one, today, last)
        assert (found.stage is not None) == (planned <= today)
        if found.stage:
            told.append(found.stage.key)
            last = Alert(1, 7, 0, found.stage.key, found.stage.on, today)
        assert found.next_on > today
    assert len(told) == len(set(told))
