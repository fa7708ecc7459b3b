"""One turn for every local day, in every zone, however its clock jumps."""

import itertools
from datetime import UTC, date, datetime, time, timedelta
from importlib.resources import files
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.followup.day import day_due, next_turn, turn_of

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
SEVEN = time(7)
NO_MIDNIGHT = {  # zone: a day without a midnight
    "America/Sao_Paulo": date(2018, 11, 4),
    "Asia/Beirut": date(2025, 3, 30),
    "Africa/Cairo": date(2025, 4, 25),
    "America/Santiago": date(2025, 9, 7),
    "America/Havana": date(2025, 3, 9),
    "Asia/Amman": date(2021, 3, 26),
}
TWO_MIDNIGHTS = {  # zone: a day whose first hour comes twice, or that is left and entered again
    "America/Havana": date(2025, 11, 2),
    "Atlantic/Azores": date(2025, 10, 26),
    "Africa/Cairo": date(2025, 10, 30),
    "Asia/Beirut": date(2025, 10, 25),
}


def instant(text, zone="UTC"):
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def distinct_zones():
    """Every name of the tz database, but one of those that stand for the same bytes."""
    data = files("tzdata.zoneinfo")
    names = {name: data.joinpath(*name.split("/")) for name in sorted(available_timezones(), reverse=True)}
    by_content = {place.read_bytes(): name for name, place in names.items() if place.is_file()}
    return sorted(by_content.values())


def days_of(zone, start, end):
    """The local days between two instants, found hour by hour."""
    hours = (start + n * HOUR for n in range(int((end - start) / HOUR)))
    return sorted({hour.astimezone(zone).date() for hour in hours})


def checked_days(zone, at, start, end):
    """The days that a program checks which wakes when it is told to; the minute ahead of that nothing is due."""
    last, now, checked = None, start, []
    while now < end:
        if (day := day_due(last, now, zone, at)) is not None:
            checked.append((day, now))
            last = day
        assert day_due(last, now, zone, at) is None
        now = next_turn(last, now, zone, at)
        assert day_due(last, now - MINUTE, zone, at) is None
    return checked


@pytest.mark.no_cover  # it goes a thousand times where others have been, and being traced takes most of its time
@pytest.mark.parametrize("shard", range(4))
def test_every_zone_of_the_database_checks_every_local_day_of_a_year_once(shard):
    zones = distinct_zones()
    assert len(zones) > 300
    for name in zones[shard::4]:
        zone = ZoneInfo(name)
        start, end = instant("2025-01-01T06:59", name), instant("2026-01-01T06:59", name)
        checked = [day for day, _ in checked_days(zone, SEVEN, start, end)]
        assert checked == [date(2025, 1, 1) + n * DAY for n in range(365)], name


@pytest.mark.no_cover  # it goes a thousand times where others have been, and being traced takes most of its time
@pytest.mark.parametrize("at", [time(0), time(0, 30), time(1), time(2, 30), time(23, 30), time(23, 59)])
@pytest.mark.parametrize(
    "name", sorted({*NO_MIDNIGHT, *TWO_MIDNIGHTS, "Pacific/Apia", "Antarctica/Troll", "America/Nuuk"})
)
def test_a_year_in_which_the_clock_jumps_has_one_check_a_local_day_at_any_hour(name, at):
    zone = ZoneInfo(name)
    for year in (2011, 2018, 2021, 2025):
        start, end = datetime(year, 1, 1, 12, tzinfo=UTC), datetime(year + 1, 1, 3, 12, tzinfo=UTC)
        checked = checked_days(zone, at, start, end)
        days = [day for day, _ in checked]
        assert days == [day for day in days_of(zone, start, end) if days[0] <= day <= days[-1]]
        assert all(now.astimezone(zone).date() == day for day, now in checked)


@pytest.mark.parametrize(("name", "day"), NO_MIDNIGHT.items())
def test_a_day_without_a_midnight_is_checked_when_it_begins(name, day):
    zone = ZoneInfo(name)
    due = turn_of(day, zone, time(0))
    assert due.astimezone(zone).replace(tzinfo=None) == datetime.combine(day, time(1))
    assert day_due(day - DAY, due, zone, time(0)) == day
    assert day_due(day - DAY, due - MINUTE, zone, time(0)) is None


@pytest.mark.parametrize(("name", "day"), TWO_MIDNIGHTS.items())
def test_a_day_with_an_hour_that_comes_twice_is_checked_the_first_time(name, day):
    zone = ZoneInfo(name)
    start = instant(f"{day - DAY}T12:00", name)
    minutes = [start + n * MINUTE for n in range(3 * 24 * 60)]
    at = next(
        later.time() for one, two in itertools.pairwise(minutes)
        if (later := two.astimezone(zone)).utcoffset() < one.astimezone(zone).utcoffset()
    )  # fmt: skip
    due = turn_of(day, zone, at)
    assert day_due(day, due + HOUR, zone, at) is None
    assert [checked for checked, _ in checked_days(zone, at, start, start + 3 * DAY)].count(day) == 1
    assert due == min(
        one for one in minutes if one.astimezone(zone).date() == day and one.astimezone(zone).time() == at
    )


def test_a_day_that_a_zone_skips_is_not_checked():
    zone = ZoneInfo("Pacific/Apia")
    assert turn_of(date(2011, 12, 30), zone, SEVEN) is None
    checked = checked_days(zone, SEVEN, instant("2011-12-28T12:00", zone.key), instant("2012-01-02T00:00", zone.key))
    assert [day.isoformat() for day, _ in checked] == ["2011-12-28", "2011-12-29", "2011-12-31", "2012-01-01"]


def test_the_skipped_day_is_none_that_was_missed():
    zone = ZoneInfo("Pacific/Apia")
    assert day_due(date(2011, 12, 29), instant("2011-12-31T06:00", zone.key), zone, SEVEN) is None


def test_a_time_that_falls_into_a_jump_over_midnight_keeps_its_day():
    """No zone of today jumps from 23:30 to 00:30; America/Toronto's clock once did so at a minute past midnight."""
    zone = ZoneInfo("America/Toronto")
    due = turn_of(date(1919, 3, 30), zone, time(23, 45))
    assert due.astimezone(zone).date() == date(1919, 3, 30)


def test_before_its_hour_a_day_waits_and_from_then_on_it_is_due_once():
    first = date(2026, 3, 1)
    assert day_due(None, instant("2026-03-01T06:59"), UTC, SEVEN) is None
    assert day_due(None, instant("2026-03-01T07:00"), UTC, SEVEN) == first
    assert day_due(None, instant("2026-03-01T23:59"), UTC, SEVEN) == first
    assert day_due(first, instant("2026-03-01T23:59"), UTC, SEVEN) is None
    assert next_turn(None, instant("2026-03-01T06:59"), UTC, SEVEN) == instant("2026-03-01T07:00")
    assert next_turn(first, instant("2026-03-01T07:00"), UTC, SEVEN) == instant("2026-03-02T07:00")


def test_days_that_were_missed_are_made_good_once_and_at_once():
    missed, now = date(2026, 3, 1), instant("2026-03-04T02:00")
    assert day_due(missed, now, UTC, SEVEN) == date(2026, 3, 4)
    assert day_due(date(2026, 3, 4), now + 6 * HOUR, UTC, SEVEN) is None


def test_a_day_that_was_done_early_by_hand_has_had_its_turn():
    assert day_due(date(2026, 3, 1), instant("2026-03-01T07:00"), UTC, SEVEN) is None
    assert next_turn(date(2026, 3, 1), instant("2026-03-01T05:00"), UTC, SEVEN) == instant("2026-03-02T07:00")


@given(
    zone=st.sampled_from(["Europe/Berlin", "America/Havana", "Pacific/Apia", "Asia/Beirut", "Australia/Lord_Howe"]),
    steps=st.lists(st.timedeltas(-2 * HOUR, 9 * DAY), max_size=30),
    at=st.times(),
)
def test_no_jump_of_the_clock_checks_a_day_twice(zone, steps, at):
    now, done = datetime(2011, 12, 20, tzinfo=UTC), []
    for step in steps:
        now += step
        today = now.astimezone(ZoneInfo(zone)).date()
        last = max((day for day in done if day <= today), default=None)
        if (day := day_due(last, now, ZoneInfo(zone), at)) is not None:
            assert day == today
            assert day not in done
            done.append(day)
