"""Acknowledged, snoozed and reminded of: what is said then, and what is said again."""

from datetime import date

import pytest

from tracker.core.alert import StageKind
from tracker.core.status import Status
from tracker.errors import NotFoundError, UsageError
from tracker.followup.route import Route
from tracker.followup.rules import FollowupRules
from tracker.services.amend import Move, move
from tracker.services.daily_check import check
from tracker.services.reference import Reference
from tracker.services.settle import Verdict, settle
from tracker.services.undo import undo
from tracker.services.wishes import acknowledge, forget_reminder, remind, snooze

DESK = "desk@x.example"


def test_an_acknowledged_one_is_not_repeated_until_it_stands_otherwise(store, routed, on, number, keys_on):
    assert keys_on(routed, "2025-10-01") == ["past+1"]
    acknowledge(store, routed, on("2025-10-02"), number)
    assert keys_on(routed, "2025-10-07") == []
    assert keys_on(routed, "2025-10-30") == []
    assert keys_on(routed, "2025-11-29") == ["past+60"]


def test_whoever_is_told_of_steps_alone_hears_of_what_was_snoozed_and_of_a_reminder(store, on, number, planned):
    rules = FollowupRules(routes=(Route("mail", ("boss@x.example",), stages=frozenset({StageKind.PAST})),))
    snooze(store, rules, on("2025-09-30"), number, date(2025, 10, 5))
    remind(store, rules, on("2025-09-30"), number, date(2025, 10, 8))
    for day in ("2025-10-01", "2025-10-05", "2025-10-07", "2025-10-08"):
        check(store, rules, on(day))
    assert planned(number) == [("again", "boss@x.example"), ("reminder", "boss@x.example")]


def test_a_reminder_on_the_day_of_a_move_is_said_besides_it_and_once(store, routed, on, number, keys_on):
    assert keys_on(routed, "2025-09-04") == []
    remind(store, routed, on("2025-09-04"), number, date(2025, 9, 20))
    move(store, routed, on("2025-09-20"), number, Move(date(2025, 9, 21), "https://example.org", "early"))
    assert [keys_on(routed, f"2025-09-{day}") for day in (20, 20, 21, 22, 28)] == [["reminder"], [], [], [], ["past+7"]]


def test_an_acknowledgement_ends_with_the_arming(store, routed, on, number, keys_on):
    acknowledge(store, routed, on("2025-10-02"), number)
    move(store, routed, on("2025-10-02"), number, Move(date(2025, 10, 1), "https://example.org", "a slip"))
    assert [keys_on(routed, day) for day in ("2025-10-02", "2025-10-08")] == [[], ["past+7"]]


def test_long_overdue_it_is_spoken_of_again_after_ninety_days_or_on_the_day_named(store, routed, on, number, next_day):
    check(store, routed, on("2025-11-29"))
    assert acknowledge(store, routed, on("2025-12-01"), number).wish.day == date(2026, 3, 1)
    assert next_day(number) == "2026-03-01"
    acknowledge(store, routed, on("2025-12-01"), number, date(2025, 12, 15), "asked them")
    assert [one.stage.key for one in check(store, routed, on("2025-12-15")).said] == ["again"]
    assert next_day(number) == "2025-12-29"


def test_a_snoozed_one_is_silent_and_then_said_once_in_that_days_words(store, routed, on, number, keys_on, planned):
    assert keys_on(routed, "2025-09-30") == ["due"]
    snooze(store, routed, on("2025-09-30"), number, date(2025, 10, 5))
    assert planned(number, "why") == [("due", "snoozed")]
    assert [keys_on(routed, f"2025-10-0{day}") for day in (1, 4, 5, 5, 6)] == [[], [], ["again"], [], []]
    assert keys_on(routed, "2025-10-07") == ["past+7"]


def test_after_a_downtime_over_the_end_of_a_snooze_the_latest_is_said_once(store, routed, on, number, keys_on):
    snooze(store, routed, on("2025-09-20"), number, date(2025, 10, 5))
    assert keys_on(routed, "2025-10-08") == ["past+7"]
    assert keys_on(routed, "2025-10-09") == []


def test_undoing_a_snooze_says_what_it_kept_back_and_leaves_an_acknowledgement_in_force(
    store, routed, on, number, keys_on, planned
):
    assert keys_on(routed, "2025-10-01") == ["past+1"]
    snooze(store, routed, on("2025-10-01"), number, date(2025, 10, 20))
    undo(store, routed, on("2025-10-02"))
    assert planned(number) == [("past+1", DESK)]
    acknowledge(store, routed, on("2025-10-02"), number)
    snooze(store, routed, on("2025-10-02"), number, date(2025, 10, 20))
    undo(store, routed, on("2025-10-02"))
    assert keys_on(routed, "2025-10-07") == []
    undo(store, routed, on("2025-10-07"))
    assert keys_on(routed, "2025-10-07") == ["past+7"]


def test_a_reminder_takes_the_place_of_a_step_close_by_and_outlives_a_move(store, routed, on, number, keys_on):
    remind(store, routed, on("2025-09-20"), number, date(2025, 9, 28))
    assert [keys_on(routed, f"2025-09-{day}") for day in (23, 28, 29, 30)] == [["ahead-7"], ["reminder"], [], []]
    assert keys_on(routed, "2025-10-01") == ["past+1"]
    remind(store, routed, on("2025-10-02"), number, date(2025, 11, 3))
    move(store, routed, on("2025-10-02"), number, Move(date(2025, 12, 31), "https://example.org", "rain"))
    assert keys_on(routed, "2025-10-03") == []
    assert keys_on(routed, "2025-11-03") == ["reminder"]


def test_a_reminder_is_taken_away_and_that_is_undone(store, routed, on, number, next_day):
    remind(store, routed, on("2025-09-04"), number, date(2025, 9, 10))
    assert next_day(number) == "2025-09-10"
    with pytest.raises(UsageError, match="has a reminder on 2025-09-10 already"):
        remind(store, routed, on("2025-09-04"), number, date(2025, 9, 10))
    forget_reminder(store, routed, on("2025-09-04"), number, date(2025, 9, 10))
    assert next_day(number) == "2025-09-23"
    with pytest.raises(NotFoundError, match="2025-09-10"):
        forget_reminder(store, routed, on("2025-09-04"), number, date(2025, 9, 10))
    undo(store, routed, on("2025-09-04"))
    assert next_day(number) == "2025-09-10"


def test_an_acknowledged_one_is_still_spoken_of_on_a_day_of_ones_own(store, routed, on, number, keys_on):
    acknowledge(store, routed, on("2025-10-02"), number)
    remind(store, routed, on("2025-10-02"), number, date(2025, 10, 10))
    assert keys_on(routed, "2025-10-10") == ["reminder"]


def test_wishes_that_have_no_use_are_refused(store, routed, on, number, take_in):
    for wish in (
        lambda: snooze(store, routed, on("2025-09-04"), number, date(2025, 9, 4)),
        lambda: remind(store, routed, on("2025-09-04"), number, date(2025, 9, 3)),
        lambda: acknowledge(store, routed, on("2025-09-04"), number, date(2025, 9, 4)),
    ):
        with pytest.raises(UsageError, match="is not to come"):
            wish()
    snooze(store, routed, on("2025-09-04"), number, date(2025, 9, 20))
    with pytest.raises(UsageError, match="snoozed until 2025-09-20"):
        remind(store, routed, on("2025-09-04"), number, date(2025, 9, 19))
    settle(store, routed, on("2025-09-04"), number, Verdict(Status.WITHDRAWN, reason="dropped"))
    with pytest.raises(UsageError, match="settled as withdrawn"):
        acknowledge(store, routed, on("2025-09-04"), number)
    proposed = take_in("The board will open the fish hall by 1 October 2025.", accept=False).commitments[0].number
    with pytest.raises(UsageError, match="not tracked"):
        acknowledge(store, routed, on("2025-09-04"), Reference(proposed))
