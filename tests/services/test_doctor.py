"""What the doctor finds wrong with an installation, and what it says to do about it."""

import os
from datetime import UTC, date, datetime, timedelta

import pytest

from tracker.core.conventions import Conventions
from tracker.core.health import Health
from tracker.errors import ConfigError
from tracker.services.doctor import Installation, examine
from tracker.services.nightly import nightly
from tracker.services.occasion import Occasion
from tracker.services.surroundings import examine_zone_data
from tracker.store import checks

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def look(store, database_url):
    """Looks an installation over: look(now=…, channels=…) gives health and detail by subject."""

    def look(now=NOW, **settings):
        copies = nightly(database_url, None, 14)
        here = Installation(database_url, lambda: store, Occasion("Ada", now.date(), now), copies=copies, **settings)
        found = {}
        for one in examine(here):
            found.setdefault(one.subject, []).append((one.health, one.detail))
        return found

    return look


@pytest.mark.parametrize(("hours", "health"), [(26, Health.GOOD), (27, Health.BAD)])
def test_a_check_older_than_26_hours_is_bad(store, look, hours, health):
    at = NOW - hours * HOUR
    with store.writing("check", "check", at) as change:
        checks.record_run(change, at.date(), at, 0)
    assert look()["daily check"][0][0] is health


@pytest.mark.parametrize(
    ("conventions", "year", "health"),
    [
        (Conventions(country="DE", subdivision="BY"), 2026, Health.GOOD),
        (Conventions(country="DE"), 2100, Health.BAD),
        (Conventions(country="XX"), 2026, Health.BAD),
    ],
)
def test_next_years_holidays_must_be_known_where_dates_are_read_for_a_country(look, conventions, year, health):
    found = look(NOW.replace(year=year), conventions={"": conventions, "Ministry": conventions})
    ((is_so, detail),) = found["holidays"]
    assert is_so is health
    assert f"those of {year + 1} in {conventions.country}" in detail


def test_without_a_country_there_are_no_holidays_to_miss(look):
    assert "holidays" not in look(conventions={"": Conventions()})


def test_a_channel_whose_settings_are_wrong_is_bad_and_the_others_are_looked_at(look):
    class Channels(dict):
        def __getitem__(self, name):
            if name == "hook":
                raise ConfigError("channels.hook: url is missing", "add it")
            return super().__getitem__(name)

    found = look(channels=Channels(mail=object(), hook=None))["channels"]
    assert found == [
        (Health.GOOD, "mail can be used: `tracker alerts test mail` tries it"),
        (Health.BAD, "channels.hook: url is missing: add it"),
    ]


@on_sqlite
def test_files_that_others_can_read_are_bad_backups_and_locks_too(look, tmp_path):
    tmp_path.chmod(0o700)
    assert look()["files"] == [(Health.GOOD, f"only you can read {tmp_path / 'tracker.db'}")]
    folder = tmp_path / "backups"
    folder.mkdir(mode=0o755)
    loose = [folder / "tracker-nightly-20260301T030000Z.db", tmp_path / "tracker.db.serve.lock"]
    for one in loose:
        os.close(os.open(one, os.O_CREAT, 0o644))
        one.chmod(0o644)
    found = look()["files"]
    assert found[0] == (Health.WARNING, f"{folder} can be listed by others (mode 755): chmod 700 {folder}")
    assert {detail.partition(" ")[0] for health, detail in found if health is Health.BAD} == set(map(str, loose))


@on_sqlite
@pytest.mark.parametrize(("hours", "health"), [(50, Health.GOOD), (51, Health.WARNING)])
def test_copies_that_are_made_no_more_are_told(look, tmp_path, hours, health):
    nightly(f"sqlite:///{tmp_path / 'tracker.db'}", None, 14).make(NOW - hours * HOUR)
    assert look()["backups"][0][0] is health


def test_where_none_was_ever_made_none_is_missed(look):
    assert "backups" not in look()


@pytest.mark.parametrize(("year", "health"), [(2026, Health.GOOD), (2031, Health.WARNING)])
def test_rules_of_time_zones_that_are_years_old_are_told(year, health):
    (found,) = examine_zone_data(date(year, 3, 1))
    assert found.health is health


@pytest.mark.parametrize(
    ("head", "said"), [("# version 2019c\n# ddeps", "of 2019c"), ("no version", None), (None, None)]
)
def test_the_systems_rules_go_before_the_librarys(tmp_path, monkeypatch, head, said):
    (tmp_path / "Etc").mkdir()
    (tmp_path / "Etc" / "UTC").touch()
    if head:
        (tmp_path / "tzdata.zi").write_text(head, encoding="ascii")
    monkeypatch.setattr("zoneinfo.TZPATH", (str(tmp_path),))
    found = [one.detail for one in examine_zone_data(date(2026, 3, 1))]
    assert [detail for detail in found if said and said in detail] == found
    monkeypatch.setattr("zoneinfo.TZPATH", ())
    assert list(examine_zone_data(date(2026, 3, 1)))
