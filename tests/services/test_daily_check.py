"""The daily check over days, downtime and changed settings."""

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from tracker.core.timing import Timing
from tracker.followup.policy import Policies, Policy
from tracker.followup.route import Route
from tracker.followup.rules import FollowupRules
from tracker.services.amend import Move, move
from tracker.services.annotate import set_tags
from tracker.services.daily_check import check, preview
from tracker.services.following import set_policy
from tracker.services.reference import Reference
from tracker.store import checks, commitments

NOW, FAR = datetime(2025, 9, 3, 12, tzinfo=UTC), date(2099, 1, 1)


def postpone(store, *numbers):
    """Write a day that no plan has, so that planning anew shows."""
    with store.writing("check", "test", NOW) as change:
        for number in numbers:
            checks.set_next_stages(change, {commitments.get(change.conn, number).current.id: FAR})


def next_stage_of(store, number):
    with store.reading() as conn:
        return commitments.get(conn, number).current.next_stage_on


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


def test_another_general_policy_plans_everything_anew_some_at_a_time(store, followup, on, take_in, monkeypatch):
    monkeypatch.setattr(commitments, "LOADED_AT_ONCE", 1)
    for place in ("fish hall", "north pier", "slipway"):
        take_in(f"The board will open the {place} by 30 September 2025.")
    check(store, followup, on("2025-09-03"))
    other = FollowupRules(Policies(Policy(ladder=(-10, 0))))
    assert keys(check(store, other, on("2025-09-20"))) == ["ahead-10"] * 3


def test_settings_that_no_plan_hangs_on_plan_nothing_anew(store, followup, on, take_in):
    number = take_in().commitments[0].number
    check(store, followup, on("2025-09-03"))
    postpone(store, number)
    check(store, replace(followup, routes=(Route("mail"),), me="Ada", zone=ZoneInfo("Asia/Karachi")), on("2025-09-04"))
    assert next_stage_of(store, number) == FAR


def test_another_policy_of_a_name_plans_anew_what_bears_it_and_nothing_else(store, followup, on, take_in):
    tagged, given, plain = (
        take_in(f"The board will open the {place} by 30 September 2025.").commitments[0].number
        for place in ("fish hall", "north pier", "slipway")
    )
    before = replace(followup, policies=Policies(named={"urgent": Policy()}))
    set_tags(store, before, on("2025-09-03"), Reference(tagged), ["urgent"], [])
    set_policy(store, before, on("2025-09-03"), Reference(given), "urgent")
    check(store, before, on("2025-09-03"))
    postpone(store, tagged, given, plain)
    after = replace(followup, policies=Policies(named={"urgent": Policy(ladder=(-10, 0))}))
    check(store, after, on("2025-09-04"))
    assert [next_stage_of(store, one) for one in (tagged, given, plain)] == [date(2025, 9, 20), date(2025, 9, 20), FAR]


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
