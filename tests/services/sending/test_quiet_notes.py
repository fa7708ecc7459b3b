"""Once a week whoever wants it is told that nothing was new."""

import json
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from tracker.errors import ConfigError
from tracker.followup.quiet import Quiet
from tracker.followup.route import OWNER, Route
from tracker.followup.rules import FollowupRules
from tracker.services.deliver import Sender
from tracker.store import checks

MONDAY = date(2025, 10, 20)
NOW = datetime(2025, 10, 20, 8, tzinfo=UTC)


@pytest.fixture
def check_ran(store):
    """Note that the check of a day ran."""

    def check_ran(*days):
        with store.writing("check", "check", NOW) as change:
            for day in days:
                checks.record_run(change, day, datetime.combine(day, time(6), UTC), 0)

    return check_ran


@pytest.fixture
def noting(store, channels, clock):
    """A sender whose route wants a quiet note on Mondays."""

    def noting(quiet=None, zone=UTC, **route):
        route = Route("hook", **{"quiet_note": 0, **route})
        return Sender(
            store, channels, FollowupRules(routes=(route,), quiet=quiet or Quiet(), zone=zone), clock, clock.wait
        )

    return noting


def test_a_quiet_week_is_told_once_on_its_day(noting, check_ran, receiver, clock, rows):
    check_ran(MONDAY - timedelta(days=7), MONDAY)
    sender = noting()
    assert sender.next_due() == NOW
    assert sender.send_due().sent == 1
    (body,) = [json.loads(body) for _, _, body in receiver.taken]
    assert body["summary"] == "All quiet: nothing was new for a week"
    assert body["intro"] == "Nothing was new for a week; the last check ran on 2025-10-20 06:00."
    assert rows("message")[0]["kind"] == "quiet"
    assert sender.next_due() is None
    clock.turn(hours=3)
    assert sender.send_due().sent == 0
    check_ran(MONDAY + timedelta(days=1), MONDAY + timedelta(days=7))
    clock.turn(days=1)
    assert sender.send_due().sent == 0
    clock.turn(days=6, hours=-4)
    assert sender.send_due().sent == 1


def test_a_quiet_note_tells_the_last_check_by_the_clock_of_the_zone(noting, check_ran, receiver):
    check_ran(MONDAY - timedelta(days=7), MONDAY)
    assert noting(zone=ZoneInfo("Asia/Karachi")).send_due().sent == 1
    (body,) = [json.loads(body) for _, _, body in receiver.taken]
    assert body["intro"] == "Nothing was new for a week; the last check ran on 2025-10-20 11:00."


def test_nothing_is_called_quiet_before_checks_ran_for_a_week_and_today(noting, check_ran, clock):
    sender = noting()
    assert sender.send_due().sent == 0
    check_ran(MONDAY)
    assert sender.send_due().sent == 0
    check_ran(MONDAY - timedelta(days=7))
    clock.turn(days=7)
    assert sender.send_due().sent == 0


def test_who_was_told_something_this_week_or_will_be_is_not_told_that_it_was_quiet(
    noting, check_ran, commit, plan, clock
):
    check_ran(MONDAY - timedelta(days=7), MONDAY)
    sender = noting()
    plan(commit(), send_after=NOW + timedelta(hours=5))
    assert sender.send_due().sent == 0
    clock.turn(hours=5)
    assert sender.send_due().sent == 1
    assert sender.send_due().sent == 0


def test_those_that_a_route_names_are_told_but_for_owners(noting, check_ran, rows):
    check_ran(MONDAY - timedelta(days=7), MONDAY)
    assert noting(to=("desk@elsin.example", OWNER)).send_due().sent == 1
    assert [row["recipient"] for row in rows("message")] == ["desk@elsin.example"]


def test_quiet_hours_put_a_quiet_note_off(noting, check_ran, clock):
    check_ran(MONDAY - timedelta(days=7), MONDAY)
    sender = noting(Quiet(time(22), time(9)))
    assert sender.send_due().sent == 0
    clock.turn(hours=1)
    assert sender.send_due().sent == 1


def test_another_day_or_no_wish_is_no_quiet_note(noting, check_ran):
    check_ran(MONDAY - timedelta(days=7), MONDAY)
    assert noting(quiet_note=1).send_due().sent == 0
    assert noting(quiet_note=None).send_due().sent == 0


def test_a_channel_that_cannot_be_used_is_told_of_when_something_is_due(store, clock, check_ran, commit, plan):
    class Broken(dict):
        def __getitem__(self, name):
            raise ConfigError(f"{name} has no address", "give it one")

    check_ran(MONDAY - timedelta(days=7), MONDAY)
    rules = FollowupRules(routes=(Route("hook", quiet_note=0),))
    sender = Sender(store, Broken(hook=None), rules, clock, clock.wait)
    assert sender.send_due().troubles == ()
    plan(commit())
    (trouble,) = sender.send_due().troubles
    assert (trouble.channel, trouble.recipient, trouble.message) == ("hook", "", None)
    assert "has no address" in trouble.detail
