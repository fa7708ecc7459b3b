"""What is told of the installation: the database, the settings and the findings of a look over it."""

import pytest

from tracker.core.health import Finding, Health
from tracker.reports.configuration import report_configuration
from tracker.reports.database import report_database
from tracker.reports.doctor import report_findings
from tracker.reports.table import Tone


@pytest.mark.parametrize(
    ("current", "state"), [(None, "missing"), ("0001", "older"), ("0002", "current")], ids=["none", "old", "new"]
)
def test_the_database_is_missing_older_or_current(values_of, current, state):
    assert values_of(report_database("tracker.db", current, "0002").sections[0].body) == {
        "place": "tracker.db",
        "state": state,
        "revision": current,
        "newest": "0002",
    }


def test_a_setting_that_is_not_set_says_so(section_of, shown_of, values_of):
    report = report_configuration("config.toml", {"person.name": "", "dates.country": None, "check.first": 0})
    assert shown_of(section_of(report, "origin").body)["file"] == "config.toml"
    settings = section_of(report, "settings").body
    assert shown_of(settings) == {"person.name": "not set", "dates.country": "not set", "check.first": "0"}
    assert values_of(settings)["check.first"] == 0


def test_settings_without_a_file_are_the_defaults(section_of, shown_of):
    origin = section_of(report_configuration(None, {}), "origin").body
    assert shown_of(origin)["file"] == "none: these are the defaults"


def test_each_finding_is_a_row_in_its_tone(values_of):
    body = report_findings([Finding("database", Health.BAD, "corrupt")]).sections[0].body
    assert values_of(body) == [{"health": "bad", "subject": "database", "detail": "corrupt"}]
    assert body.rows[0][0].tone is Tone.ALARM
