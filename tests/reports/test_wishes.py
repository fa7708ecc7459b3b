"""How reports tell what is wished of the alerts."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tracker.core.announcement import Announcement
from tracker.core.record import StoredAnnouncement
from tracker.core.status import Review, Status
from tracker.core.timing import Timing
from tracker.core.wish import Silence, Wish, Wishes, WishKind
from tracker.reports.commitment import report_commitment
from tracker.reports.silences import report_silences
from tracker.reports.snapshot import CommitmentSnapshot

TODAY, LATER = date(2025, 10, 18), date(2025, 11, 1)
AT = datetime(2025, 10, 18, 12, tzinfo=UTC)


def wish(kind, day=None, timing=None, reason=""):
    return Wish(10, kind, day, timing, 0, "Ada", AT, reason)


@pytest.fixture
def told(commitment, section_of, shown_of):
    """What people read of the alerts for a commitment."""

    def told(wishes=None, silenced_until=None, **fields):
        snapshot = CommitmentSnapshot(
            TODAY,
            commitment(next_stage_on=LATER, **fields),
            StoredAnnouncement(4, Announcement("text", TODAY), AT),
            wishes=wishes or Wishes(),
            silenced_until=silenced_until,
        )
        return {
            name: text
            for name, text in shown_of(section_of(report_commitment(snapshot), "alerts").body).items()
            if text
        }

    return told


def test_the_next_day_is_told_as_long_as_it_is_followed(told):
    assert told() == {"next_stage_on": "2025-11-01"}
    assert told(review=Review.PROPOSED) == {}
    assert told(status=Status.WITHDRAWN, settled_at=AT, silenced_until=LATER) == {}


def test_wishes_are_told_with_who_until_when_and_why(told):
    ack = wish(WishKind.ACKNOWLEDGE, None, Timing.OVERDUE)
    assert told(Wishes(acknowledged=ack))["acknowledged_by"] == "by Ada: no repeats while it is overdue"
    until = replace(ack, day=LATER, reason="asked them")
    assert told(Wishes(acknowledged=until))["acknowledged_by"] == (
        "by Ada: no repeats while it is overdue, until 2025-11-01 (asked them)"
    )
    found = told(Wishes(snoozed=wish(WishKind.SNOOZE, LATER), reminders=(LATER,)), silenced_until=LATER)
    assert found["snoozed_until"] == "until 2025-11-01, by Ada"
    assert (found["reminders"], found["silenced_until"]) == ("2025-11-01", "2025-11-01")


def test_its_policy_and_the_end_of_its_series_are_told(told):
    found = told(stored={"policy": "urgent", "ends_on": LATER})
    assert (found["policy"], found["series_ends_on"]) == ("urgent", "2025-11-01")


def test_silences_say_whether_they_hold(section_of, shown_of):
    holding = Silence("+budget", TODAY, LATER, "recess", "Ada", AT, 3)
    over = replace(holding, ends_on=TODAY, id=2)
    report = report_silences([holding, over], TODAY, UTC)
    rows = shown_of(section_of(report, "silences").body)
    assert [(row["silence"], row["filter"], row["holds"]) for row in rows] == [
        ("3", "+budget", "yes"),
        ("2", "+budget", "no"),
    ]
