"""The daily check over days, downtime and changed settings."""

from dataclasses import replace
from datetime import date

from tracker.core.timing import Timing
from tracker.followup.policy import Policies, Policy
from tracker.followup.rules import FollowupRules
from tracker.services.amend import Move, move
from tracker.services.daily_check import check, preview
from tracker.services.reference import Reference
from tracker.store import checks


def keys(result):
    return [one.stage.key for one in result.said]


def test_each_day_says_what_its_ladder_step_is_and_nothing_twice(store, followup, on, take_in):
    take_in()
    said = {day: keys(check(store, followup, on(f"2025-09-{day}"))) for day in range(20, 31)}
    assert {day: stages for day, stages in said.items() if stages} == {23: ["ahead-7"], 29: ["ahead-1"], 30: ["due"]}


def test_the_run_of_a_day_is_recorded(store, followup, on):
    check(store, followup, on("2025-09-23"))
    with store.reading() as conn:
        assert checks.last_run(conn) == (date(2025, 9, 23), on("2025-09-23").now)


def test_a_check_and_its_preview_say_the_same(store, followup, on, take_in):
    take_in()
    take_in("The board will open the fish hall by 1 October 2025.")
    seen = preview(store, followup, on("2025-10-02"))
    assert replace(seen, is_preview=False) == check(store, followup, on("2025-10-02"))


def test_a_move_tells_where_it_stands_and_the_check_goes_on_from_there(store, followup, on, take_in):
    number = Reference(take_in().commitments[0].number)
    assert keys(check(store, followup, on("2025-09-30"))) == ["due"]
    move(store, followup, on("2025-09-30"), number, Move(date(2025, 10, 2), "https://example.org", "rain"))
    assert keys(check(store, followup, on("2025-09-30"))) == []
    assert keys(check(store, followup, on("2025-10-01"))) == ["ahead-1"]
    move(store, followup, on("2025-10-01"), number, Move(date(2025, 9, 30), "https://example.org", "sun"))
    assert keys(check(store, followup, on("2025-10-01"))) == []
    assert keys(check(store, followup, on("2025-10-07"))) == ["past+7"]


def test_new_settings_plan_everything_anew(store, followup, on, take_in):
    take_in()
    check(store, followup, on("2025-09-03"))
    other = FollowupRules(Policies(Policy(ladder=(-10, 0))))
    assert keys(check(store, other, on("2025-09-20"))) == ["ahead-10"]


def test_what_waits_for_review_and_is_pressing_is_counted(store, followup, on, take_in):
    take_in(accept=False)
    assert check(store, followup, on("2025-09-22")).waiting == 0
    assert check(store, followup, on("2025-09-23")).waiting == 1


def test_what_is_overdue_is_counted_whether_told_before_or_not(store, followup, on, take_in):
    take_in()
    check(store, followup, on("2025-10-01"))
    again = check(store, followup, on("2025-10-02"))
    assert (again.said, again.overdue) == ((), 1)
    (standing,) = [one.standing for one in check(store, followup, on("2026-01-05")).said]
    assert standing.timing is Timing.LONG_OVERDUE


def test_what_is_kept_is_asked_about_the_day_after_and_never_called_overdue(store, followup, on, take_in):
    take_in("The harbour board will keep its fees frozen until 30 September 2025.")
    assert keys(check(store, followup, on("2025-09-30"))) == []
    result = check(store, followup, on("2025-10-01"))
    assert (keys(result), result.overdue) == (["kept+1"], 0)
