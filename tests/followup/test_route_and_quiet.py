"""Which way an alert goes, to whom, and when."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.core.alert import StageKind
from tracker.core.deadline import Sense
from tracker.core.status import Status
from tracker.followup.quiet import Quiet
from tracker.followup.route import Route, kinds_of

OWN = ("desk@x.example",)
PEOPLE = {"maria": "maria@x.example"}
NIGHT = Quiet(time(22), time(7))


def test_a_route_takes_its_stages_and_from_its_day_on():
    assert Route("mail").takes({StageKind.REVIEW}, None)
    past = Route("mail", stages=frozenset({StageKind.PAST}), from_day=30)
    assert not past.takes({StageKind.DUE}, 40)
    assert not past.takes({StageKind.PAST}, 29)
    assert not past.takes({StageKind.PAST}, None)
    assert past.takes({StageKind.PAST, StageKind.AGAIN}, 30)


@pytest.mark.parametrize(
    ("kind", "fields", "step"),
    [
        (StageKind.AGAIN, {}, StageKind.PAST),
        (StageKind.REMINDER, {"due": date(2025, 10, 20)}, StageKind.DUE),
        (StageKind.REMINDER, {"due": date(2025, 12, 20)}, StageKind.AHEAD),
        (StageKind.AGAIN, {"due": None}, StageKind.REVIEW),
        (StageKind.DUE_CHANGED, {}, StageKind.PAST),
        (StageKind.DUE_CHANGED, {"due": date(2025, 12, 20)}, None),
        (StageKind.STATUS_CHANGED, {"status": Status.WITHDRAWN}, None),
        (StageKind.OPENS, {}, None),
        (StageKind.AGAIN, {"sense": Sense.KEEP}, StageKind.KEPT),
        (StageKind.AGAIN, {"status": Status.WITHDRAWN}, None),
    ],
)
def test_what_takes_the_place_of_a_step_counts_as_that_step_too(item, kind, fields, step):
    told = item(kind, **fields)
    assert kinds_of(told.stage, told.standing) == {kind, step} - {None}


@pytest.mark.parametrize(
    ("to", "owner", "told"),
    [
        ((), "Maria", OWN),
        (("a@x.example", "b@x.example"), "Maria", ("a@x.example", "b@x.example")),
        (("owner",), " MARIA ", ("maria@x.example",)),
        (("owner", "maria@x.example"), "Maria", ("maria@x.example",)),
        (("owner",), "ben@x.example", ("ben@x.example",)),
        (("owner",), "Ben", OWN),
        (("owner", "a@x.example"), "", (*OWN, "a@x.example")),
    ],
)
def test_who_is_told(to, owner, told):
    assert Route("mail", to).recipients(owner, PEOPLE, OWN) == told


@pytest.mark.parametrize(
    ("quiet", "at", "after"),
    [
        (Quiet(), "2026-01-30T23:00", "2026-01-30T23:00"),
        (NIGHT, "2026-01-30T21:59", "2026-01-30T21:59"),
        (NIGHT, "2026-01-30T22:00", "2026-01-31T07:00"),
        (NIGHT, "2026-01-30T03:00", "2026-01-30T07:00"),
        (NIGHT, "2026-01-30T07:00", "2026-01-30T07:00"),
        (Quiet(time(12), time(14)), "2026-01-30T13:00", "2026-01-30T14:00"),
        (Quiet(time(12), time(14)), "2026-01-30T14:00", "2026-01-30T14:00"),
        (Quiet(days=frozenset({5, 6})), "2026-01-31T09:00", "2026-02-02T00:00"),
        (Quiet(time(22), time(7), frozenset({5, 6})), "2026-01-30T23:00", "2026-02-02T07:00"),
        (Quiet(days=frozenset(range(7))), "2026-01-31T09:00", "2026-02-21T00:00"),
    ],
)
def test_what_falls_into_quiet_time_waits_for_its_end(quiet, at, after):
    zone = ZoneInfo("Asia/Karachi")
    local = datetime.fromisoformat(at).replace(tzinfo=zone)
    assert quiet.send_after(local, zone) == datetime.fromisoformat(after).replace(tzinfo=zone)


@given(
    st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - hypothesis adds the zone
    st.times(),
    st.times(),
    st.frozensets(st.integers(0, 6), max_size=6),
)
def test_it_never_sends_early_nor_in_quiet_time(at, start, end, days):
    zone = ZoneInfo("Europe/London")
    found = Quiet(start, end, days).send_after(at, zone)
    local = found.astimezone(zone)
    assert found >= at
    assert local.weekday() not in days
    assert Quiet(start, end, days).send_after(found, zone) == found
