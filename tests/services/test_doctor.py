"""What the doctor finds wrong with an installation, and what it says to do about it."""

import os
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tracker.channels.secrets import Secrets
from tracker.config.channels import Channels
from tracker.core.conventions import Conventions
from tracker.core.health import Health
from tracker.core.outbox import Delivery
from tracker.core.query import parse_query
from tracker.errors import ConfigError
from tracker.followup.route import Route
from tracker.followup.rules import FollowupRules
from tracker.services.annotate import set_owner
from tracker.services.daily_check import check
from tracker.services.doctor import Installation, examine
from tracker.services.nightly import nightly
from tracker.services.occasion import Occasion
from tracker.services.reference import Reference
from tracker.services.surroundings import examine_zone_data
from tracker.store import checks, commitments, deliveries, outbox_tables

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


class Ready:
    """A channel whose secrets are at hand."""

    def check_secrets(self):
        pass


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


@pytest.fixture
def late(store, on, followup, take_in):
    """Plan a delivery of a commitment that Maria follows up; what is for "off" is switched off."""

    def late(channel, recipient, send_after=NOW - 2 * HOUR):
        with store.reading() as conn:
            known = commitments.find(conn, parse_query("", NOW.date()), NOW.date())
        if not known:
            number = Reference(take_in().commitments[0].number)
            set_owner(store, followup, on("2025-09-04"), number, "Maria")
            check(store, followup, on("2025-09-30"))
        with store.working() as conn:
            deliveries.plan(conn, [Delivery(1, channel, recipient, False, send_after, send_after)])
            if recipient == "off":
                off = {"channel": channel, "recipient": recipient, "reason": "410", "since": NOW}
                conn.execute(outbox_tables.switched_off.insert().values(**off))

    return late


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
    class Wrong(dict):
        def __getitem__(self, name):
            if name == "hook":
                raise ConfigError("channels.hook: url is missing", "add it")
            return super().__getitem__(name)

    found = look(channels=Wrong(mail=Ready(), hook=None))["channels"]
    assert found == [
        (Health.GOOD, "mail can be used: `tracker alerts test mail` tries it"),
        (Health.BAD, "channels.hook: url is missing: add it"),
    ]


MAIL = {"kind": "email", "host": "mail.example.org", "from": "a@example.org", "user": "desk"}
SIGNED = {"kind": "webhook", "url": "https://hook.example.org/x"}


@pytest.mark.parametrize(
    ("table", "health", "said"),
    [
        (
            MAIL | {"password_env": "UNSET"},
            Health.WARNING,
            "one cannot be used from here: config.toml: channels.one: password_env: the environment has no variable",
        ),
        (MAIL | {"password_file": "absent"}, Health.BAD, "channels.one: password_file: /.*/absent: no such file"),
        (MAIL | {"password_file": "loose"}, Health.BAD, "channels.one: password_file: everybody may read /.*/loose"),
        ({"kind": "slack", "url_env": "EMPTY"}, Health.BAD, "channels.one: url_env: EMPTY is empty"),
        ({"kind": "apprise", "url_env": "EMPTY"}, Health.BAD, "channels.one: url_env: EMPTY is empty"),
        ({"kind": "slack", "url_env": "INSIDE"}, Health.BAD, "channel one: leads to a private or local address"),
        (SIGNED | {"secret_env": ["SHORT"]}, Health.BAD, "^config.toml: channels.one: secret_env: the secret"),
        (SIGNED | {"secret_env": ["GOOD"]}, Health.GOOD, "one can be used: `tracker alerts test one` tries it"),
        ({"kind": "console"}, Health.GOOD, "one can be used"),
        ({"kind": "command", "run": ["true"]}, Health.GOOD, "one can be used"),
    ],
)
def test_a_channel_without_its_secret_cannot_be_used_and_the_secret_is_not_told(look, tmp_path, table, health, said):
    (tmp_path / "loose").write_text("canary", encoding="utf-8")
    (tmp_path / "loose").chmod(0o644)
    environment = {"SHORT": "canary", "EMPTY": "", "INSIDE": "https://127.0.0.1/canary", "GOOD": "c2VjcmV0" * 5}
    ((is_so, detail),) = look(channels=Channels({"one": table}, Secrets("config.toml", environment, tmp_path)))[
        "channels"
    ]
    assert is_so is health
    assert re.search(said, detail)
    assert "canary" not in detail


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


def test_what_should_have_been_sent_and_was_not_is_told_with_what_hinders_it(look, late):
    late("mail", "Maria")
    late("hook", "hook")
    late("hook", "later", send_after=NOW)
    late("hook", "off")

    class Hook(Ready):
        def check_recipient(self, recipient):
            if recipient != "hook":
                raise ConfigError(f"{recipient} is no recipient", "correct it")

    found = look(channels={"mail": Hook(), "hook": Hook()})["alerts"]
    since, sends = "since 2026-03-01 10:00 UTC", "`tracker alerts send` does it and says what hinders it"
    assert [detail for _, detail in found if since in detail and "off" not in detail] == [
        f"1 for hook through hook {since} should have been sent: {sends}",
        f"1 for Maria through mail {since} cannot be sent: Maria is no recipient: correct it",
    ]
    assert {health for health, _ in found} == {Health.BAD}
    assert len(found) == 3


def test_an_owner_without_an_address_is_told_where_a_route_tells_owners(look, late):
    late("hook", "hook", send_after=NOW)
    assert all("no address" not in detail for _, detail in look()["alerts"])
    rules = FollowupRules(routes=(Route("mail", ("owner",)),))
    found = look(followup=rules)["alerts"]
    assert (Health.WARNING, "no address for Maria, who follows up 1 commitment: write it under [people]") in found
    known = look(followup=replace(rules, people={"maria": "maria@x.example"}))["alerts"]
    assert all("no address" not in detail for _, detail in known)


@pytest.mark.parametrize(("mode", "health"), [(0o600, Health.GOOD), (0o640, Health.WARNING), (0o644, Health.WARNING)])
def test_a_file_of_variables_that_others_can_read_is_told_with_what_to_type(look, tmp_path, mode, health):
    path = tmp_path / "my own" / "tracker.env"
    assert "secrets" not in look(env_file=path)
    path.parent.mkdir()
    path.write_text("TRACKER_MAIL_PASSWORD='x'\n", encoding="utf-8")
    path.chmod(mode)
    ((found, detail),) = look(env_file=path)["secrets"]
    assert found is health
    assert (f"(mode {mode:o}): chmod 600 '{path}'" in detail) is (health is Health.WARNING)
