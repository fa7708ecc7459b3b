"""Who is told of what, and what is withdrawn before it is sent."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
import sqlalchemy as sa

from tracker.core.alert import StageKind
from tracker.core.status import Status
from tracker.followup.quiet import Quiet
from tracker.followup.route import Route
from tracker.followup.rules import FollowupRules
from tracker.services.amend import Move, move
from tracker.services.annotate import set_owner, set_tags
from tracker.services.daily_check import check, preview
from tracker.services.edit import Correction, edit
from tracker.services.evidence import read_evidence
from tracker.services.purge import purge
from tracker.services.review import dismiss
from tracker.services.settle import Verdict, settle
from tracker.services.undo import undo
from tracker.store import checks, deliveries, outbox_tables

DESK, BOSS = "desk@x.example", "boss@x.example"
PAGE = (read_evidence("https://example.org/page"),)
DONE = Verdict(Status.FULFILLED, date(2025, 9, 29), evidence=PAGE)
LATER = Move(date(2025, 10, 31), "https://example.org", "rain")


def test_what_is_said_is_planned_once_however_often_the_check_runs(store, routed, on, number, planned):
    first = check(store, routed, on("2025-09-30"))
    assert [(one.channel, one.recipient) for one in first.planned] == [("mail", DESK)]
    assert check(store, routed, on("2025-09-30")).planned == ()
    assert planned(number) == [("due", DESK)]


def test_two_routes_to_one_recipient_are_one_delivery_and_one_of_its_own_goes_before(store, on, number, planned):
    at_once = Route("mail", (DESK,), immediate=frozenset({StageKind.DUE}))
    rules = FollowupRules(routes=(Route("mail", (DESK, BOSS)), at_once))
    made = check(store, rules, on("2025-09-30")).planned
    assert {(one.recipient, one.is_single) for one in made} == {(DESK, True), (BOSS, False)}
    assert len(planned(number)) == 2


def test_a_route_takes_what_its_filter_means_and_its_stages(store, on, number, take_in, planned):
    other = replace(
        number, commitment=take_in("The board will open the fish hall by 30 September 2025.").commitments[0].number
    )
    mine = Route("mail", (DESK,), filter="deed~dredging owner:me")
    rules = FollowupRules(routes=(mine, Route("hook", stages=frozenset({StageKind.PAST}))), me="Ada")
    set_owner(store, rules, on("2025-09-04"), number, "ada")
    check(store, rules, on("2025-09-30"))
    assert (planned(number), planned(other)) == ([("due", DESK)], [])
    check(store, rules, on("2025-10-01"))
    assert planned(other) == [("past+1", "hook")]


def test_somebody_else_is_told_from_a_day_on_and_hears_of_the_move_and_the_end(store, on, number, planned):
    rules = FollowupRules(routes=(Route("mail", (DESK,)), Route("mail", (BOSS,), from_day=7)))
    for day in ("2025-09-30", "2025-10-01", "2025-10-07"):
        check(store, rules, on(day))
    assert [stage for stage, recipient in planned(number) if recipient == BOSS] == ["past+7"]
    move(store, rules, on("2025-10-08"), number, LATER)
    assert ("due_changed", BOSS) in planned(number)
    check(store, rules, on("2025-11-30"))
    settle(store, rules, on("2025-11-30"), number, DONE)
    assert ("status_changed", BOSS) in planned(number)


@pytest.mark.parametrize(
    ("owner", "people", "told", "unaddressed"),
    [
        ("Maria", {"maria": "maria@x.example"}, "maria@x.example", ()),
        ("ben@x.example", {}, "ben@x.example", ()),
        ("Maria", {}, "all@x.example", ("Maria",)),
        ("", {}, "all@x.example", ()),
    ],
)
def test_an_owner_is_told_and_where_there_is_no_address_nobody_is_left_untold(
    store, on, number, planned, owner, people, told, unaddressed
):
    routes = (Route("mail", ("owner",)),)
    rules = FollowupRules(routes=routes, people=people, recipients=lambda _channel: ("all@x.example",))
    set_owner(store, rules, on("2025-09-04"), number, owner)
    assert check(store, rules, on("2025-09-30")).unaddressed == unaddressed
    assert planned(number) == [("due", told)]


@pytest.mark.usefixtures("number")
def test_quiet_hours_delay_and_never_drop(store, on):
    rules = FollowupRules(routes=(Route("mail", (DESK,)),), quiet=Quiet(time(11), time(14)))
    (made,) = check(store, rules, on("2025-09-30")).planned
    assert (made.planned_at, made.send_after) == (on("2025-09-30").now, datetime(2025, 9, 30, 14, tzinfo=UTC))


def test_a_preview_says_what_would_be_planned_and_writes_nothing(store, routed, on, number, planned):
    seen = preview(store, routed, on("2025-09-30"))
    assert [(one.alert, one.channel, one.recipient) for one in seen.planned] == [(0, "mail", DESK)]
    assert planned(number) == []
    assert [replace(one, id=0, alert=0) for one in check(store, routed, on("2025-09-30")).planned] == list(seen.planned)


def test_what_was_past_due_before_it_was_tracked_is_never_a_message_of_its_own(store, on, take_in):
    take_in(day="2025-12-01")
    rules = FollowupRules(routes=(Route("mail", (DESK,), immediate=frozenset(StageKind)),))
    (made,) = check(store, rules, on("2025-12-01")).planned
    assert not made.is_single


def test_a_move_is_told_at_once_and_what_waited_under_the_old_date_is_withdrawn(store, routed, on, number, planned):
    check(store, routed, on("2025-09-30"))
    move(store, routed, on("2025-09-30"), number, LATER)
    assert planned(number) == [("due_changed", DESK)]
    assert planned(number, "why") == [("due", "moved")]


def test_moved_to_and_fro_reopened_and_undone_it_is_said_again(store, routed, on, number, planned, keys_on):
    assert keys_on(routed, "2025-09-30") == ["due"]
    move(store, routed, on("2025-09-30"), number, LATER)
    move(store, routed, on("2025-09-30"), number, replace(LATER, due=date(2025, 9, 30)))
    assert keys_on(routed, "2025-09-30") == []
    settle(store, routed, on("2025-09-30"), number, DONE)
    settle(store, routed, on("2025-09-30"), number, Verdict(Status.OPEN))
    assert keys_on(routed, "2025-09-30") == ["due"]
    settle(store, routed, on("2025-09-30"), number, DONE)
    undo(store, routed, on("2025-09-30"))
    assert keys_on(routed, "2025-09-30") == ["due"]
    assert planned(number) == [("due_changed", DESK), ("due_changed", DESK), ("due", DESK)]
    assert {why for _, why in planned(number, "why")} == {"moved", "settled"}


def test_a_move_to_a_day_that_is_past_is_told_once_and_so_is_what_comes_of_it(store, routed, on, number, planned):
    move(store, routed, on("2025-10-02"), number, replace(LATER, due=date(2025, 10, 1)))
    assert check(store, routed, on("2025-10-02")).said == ()
    settle(store, routed, on("2025-10-02"), number, DONE)
    assert planned(number) == [("due_changed", DESK), ("status_changed", DESK)]


def test_settling_what_was_called_overdue_is_told_once_and_settling_in_time_is_not(store, routed, on, number, planned):
    check(store, routed, on("2025-09-30"))
    settle(store, routed, on("2025-09-30"), number, DONE)
    assert planned(number) == []
    settle(store, routed, on("2025-09-30"), number, Verdict(Status.OPEN))
    check(store, routed, on("2025-10-01"))
    settle(store, routed, on("2025-10-01"), number, DONE)
    assert planned(number) == [("status_changed", DESK)]
    assert planned(number, "why")[-1] == ("past+1", "settled")
    check(store, routed, on("2025-10-07"))
    assert planned(number) == [("status_changed", DESK)]


def test_a_told_verdict_can_be_taken_back_and_what_waits_of_it_is_withdrawn(
    store, routed, on, number, planned, keys_on
):
    check(store, routed, on("2025-10-01"))
    settle(store, routed, on("2025-10-01"), number, DONE)
    undo(store, routed, on("2025-10-01"))
    assert planned(number) == []
    assert ("status_changed", "undone") in planned(number, "why")
    assert keys_on(routed, "2025-10-01") == ["past+1"]


@pytest.mark.parametrize("back", ["reopened", "undone"])
def test_another_verdict_is_told_where_one_was_sent_that_was_taken_back(store, routed, on, number, planned, back):
    check(store, routed, on("2025-10-01"))
    settle(store, routed, on("2025-10-01"), number, DONE)
    with store.working() as conn:
        sent = {"uuid": "u", "channel": "mail", "recipient": DESK, "kind": "digest", "summary": "", "body": ""}
        when = {"composed_at": on("2025-10-01").now, "next_attempt_at": on("2025-10-01").now}
        conn.execute(outbox_tables.message.insert().values(state="pending", attempts=0, lease="", **sent, **when))
        conn.execute(sa.text("UPDATE delivery SET message = 1 WHERE withdrawn_at IS NULL"))
    if back == "undone":
        undo(store, routed, on("2025-10-01"))
    else:
        settle(store, routed, on("2025-10-01"), number, Verdict(Status.OPEN))
    settle(store, routed, on("2025-10-01"), number, Verdict(Status.WITHDRAWN, reason="dropped"))
    assert planned(number) == [("status_changed", DESK)] * 2


def test_a_told_move_can_be_taken_back(store, routed, on, number, planned, keys_on):
    move(store, routed, on("2025-09-30"), number, LATER)
    undo(store, routed, on("2025-09-30"))
    assert planned(number, "why") == [("due_changed", "undone")]
    assert keys_on(routed, "2025-09-30") == ["due"]


def test_dismissed_corrected_and_erased_ones_are_withdrawn_from_what_waits(store, routed, on, take_in, number, planned):
    text = "The board will open the fish hall by 30 September 2025."
    stored = take_in(text)
    other = replace(number, commitment=stored.commitments[0].number)
    check(store, routed, on("2025-09-30"))
    edit(store, routed, on("2025-09-30"), number, Correction(due=date(2025, 11, 30)))
    assert planned(number, "why") == [("due", "moved")]
    purge(store, on("2025-09-30"), stored.announcement.number, "asked for")
    assert planned(other, "why") == [("due", "purged")]


def test_an_undone_dismissal_plans_again_what_it_withdrew(store, routed, on, number, planned):
    check(store, routed, on("2025-09-30"))
    dismiss(store, routed, on("2025-10-01"), [number.commitment], "a forecast")
    assert planned(number, "why") == [("due", "dismissed")]
    undo(store, routed, on("2025-10-01"))
    assert planned(number) == [("due", DESK)]


def test_a_tag_chooses_the_policy_and_undoing_it_gives_the_general_one_back(store, on, number, next_day):
    general = FollowupRules()
    named = {"urgent": replace(general.policies.general, ladder=(-10, 0))}
    rules = replace(general, policies=replace(general.policies, named=named))
    set_tags(store, rules, on("2025-09-04"), number, ["urgent"], [])
    assert next_day(number) == "2025-09-20"
    undo(store, rules, on("2025-09-04"))
    assert next_day(number) == "2025-09-23"


@pytest.mark.usefixtures("number")
def test_a_clock_that_jumps_ahead_and_back_repeats_nothing(store, routed, on, keys_on):
    assert keys_on(routed, "2025-09-30") == ["due"]
    assert keys_on(routed, "2025-10-01") == ["past+1"]
    assert keys_on(routed, "2025-09-30") == []
    an_hour_earlier = replace(on("2025-09-30"), now=on("2025-09-30").now.replace(hour=11))
    assert check(store, routed, an_hour_earlier).said == ()
    assert keys_on(routed, "2025-10-01") == []
    assert keys_on(routed, "2025-10-07") == ["past+7"]


def test_three_days_without_a_check_are_one_alert_a_commitment(store, routed, on, take_in):
    for place in range(5):
        take_in(f"The board will open fish hall number {place} by 30 September 2025.")
    check(store, routed, on("2025-09-28"))
    result = check(store, routed, on("2025-10-02"))
    assert [one.stage.key for one in result.said] == ["past+1"] * 5
    assert len(result.planned) == 5


class BrokenError(Exception):
    """What a test breaks a check with."""


@pytest.mark.parametrize(
    "broken", [(checks, "add_alerts"), (deliveries, "plan"), (checks, "set_next_stages"), (checks, "record_run")]
)
def test_a_check_that_breaks_leaves_everything_as_it_was(store, routed, on, number, planned, monkeypatch, broken):
    module, name = broken
    plain = getattr(module, name)

    def breaks(*arguments):
        plain(*arguments)
        raise BrokenError

    with monkeypatch.context() as patched:
        patched.setattr(module, name, breaks)
        with pytest.raises(BrokenError):
            check(store, routed, on("2025-09-30"))
    with store.reading() as conn:
        assert (checks.last_run(conn), checks.alerts_of(conn, number.commitment)) == (None, ())
    assert planned(number) == []
    check(store, routed, on("2025-09-30"))
    assert planned(number) == [("due", DESK)]


@pytest.fixture
def statements():
    """How many statements reach a database while something is done."""

    def statements(done):
        seen = []

        def note(*arguments):
            seen.append(arguments[2])

        sa.event.listen(sa.engine.Engine, "before_cursor_execute", note)
        done()
        sa.event.remove(sa.engine.Engine, "before_cursor_execute", note)
        return len(seen)

    return statements


def test_the_statements_of_a_check_do_not_grow_with_what_is_due(store, routed, on, take_in, statements):
    def fall_due(month, number):
        for place in range(number):
            take_in(f"The board will open fish hall number {place} by 30 {month} 2025.")

    fall_due("September", 2)
    check(store, routed, on("2025-09-04"))
    few = statements(lambda: check(store, routed, on("2025-09-30")))
    fall_due("November", 20)
    check(store, routed, on("2025-11-01"))
    assert statements(lambda: check(store, routed, on("2025-11-30"))) == few
