"""What a check says."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from tracker.core.alert import CheckResult, Said, Stage, StageKind
from tracker.core.outbox import Delivery
from tracker.reports.check import report_check

DUE = date(2025, 10, 17)
TODAY = DUE + timedelta(days=1)


def result(said=(), backfilled=(), overdue=0, waiting=0, is_preview=False):
    return CheckResult(TODAY, tuple(said), tuple(backfilled), overdue, waiting, is_preview)


def test_what_is_new_is_told_with_its_stage(standing, section_of, values_of, shown_of):
    said = Said(standing(TODAY, 12), Stage(StageKind.PAST, 1, TODAY))
    body = section_of(report_check(result([said], overdue=1)), "said").body
    assert shown_of(body)[0]["says"] == "1 day overdue"
    assert values_of(body)[0] | {"says": None} == {
        "id": 12,
        "due": DUE,
        "says": None,
        "promisor": "The council",
        "deed": "open a library",
        "timing": "overdue",
        "days": -1,
        "stage": "past+1",
        "stage_on": TODAY,
        "uuid": "uuid-12",
        "occurrence": 1,
        "silence": None,
    }


def test_a_day_of_its_own_is_named(standing, section_of, shown_of):
    opens = Said(standing(TODAY), Stage(StageKind.OPENS, 0, TODAY))
    strict = Said(standing(TODAY), Stage(StageKind.STRICT, 0, TODAY))
    rows = shown_of(section_of(report_check(result([opens, strict])), "said").body)
    assert [row["says"] for row in rows] == ["its window opens", "due on the strict reading"]


def test_what_was_past_due_before_it_was_tracked_is_one_line_for_people(standing, section_of, values_of, shown_of):
    report = report_check(result(backfilled=[standing(TODAY, 1), standing(TODAY, 2)], overdue=2))
    assert all(not column.heading for column in section_of(report, "backfilled").body.columns)
    assert [row["stage"] for row in values_of(section_of(report, "backfilled").body)] == ["backfill", "backfill"]
    besides = shown_of(section_of(report, "besides").body)
    assert besides["backfilled_count"] == "2 commitments were past due before being tracked."
    assert besides["overdue"] == "2 overdue in all (tracker overdue)."
    one = shown_of(section_of(report_check(result(backfilled=[standing(TODAY)])), "besides").body)
    assert one["backfilled_count"] == "1 commitment was past due before being tracked."


def test_what_is_due_soon_in_all_is_told_beside_what_is_new(section_of, shown_of):
    assert shown_of(section_of(report_check(result()), "besides").body)["due_soon"] == ""
    besides = shown_of(section_of(report_check(replace(result(), due_soon=7)), "besides").body)
    assert besides["due_soon"] == "7 due within 7 days in all (tracker due)."


def test_a_quiet_day_says_so(section_of, shown_of):
    report = report_check(result())
    assert report.title == "Check of Saturday 18 October 2025"
    assert section_of(report, "said").empty == "Nothing new."
    besides = shown_of(section_of(report, "besides").body)
    assert besides.pop("overdue") == "Nothing is overdue."
    assert set(besides.values()) == {""}
    assert section_of(report, "deliveries").heading == ""


def test_a_preview_says_that_nothing_was_written_and_what_waits(section_of, shown_of):
    report = report_check(result(waiting=3, is_preview=True))
    assert report.title == "Preview of the check of Saturday 18 October 2025"
    besides = shown_of(section_of(report, "besides").body)
    assert besides["waiting"] == "3 proposals due within 7 days or past: tracker review."
    assert besides["is_preview"] == "Nothing was written: this was a preview."


def test_what_is_silenced_or_ones_own_reminder_says_so_and_silenced_ones_are_counted(standing, section_of, shown_of):
    reminder = Said(standing(TODAY), Stage(StageKind.REMINDER, 0, TODAY))
    silenced = Said(standing(TODAY), Stage(StageKind.PAST, 1, TODAY), silence=3)
    report = report_check(replace(result([reminder, silenced]), silenced=1))
    rows = shown_of(section_of(report, "said").body)
    assert [row["says"] for row in rows] == ["your reminder: 1 day overdue", "1 day overdue (silenced)"]
    besides = shown_of(section_of(report, "besides").body)
    assert besides["silenced"] == "1 silenced: recorded, not sent (tracker silence list)."


def test_what_is_planned_is_counted_by_channel_and_recipient(section_of, values_of):
    at = datetime(2025, 10, 18, 7, tzinfo=UTC)
    planned = [Delivery(number, "mail", who, False, at, at) for number, who in ((1, "b@x"), (2, "a@x"), (3, "b@x"))]
    found = section_of(report_check(replace(result(), planned=tuple(planned))), "deliveries")
    assert found.heading == "3 deliveries planned"
    assert [(row["channel"], row["recipient"], row["count"]) for row in values_of(found.body)] == [
        ("mail", "a@x", 1),
        ("mail", "b@x", 2),
    ]
    preview = replace(result(is_preview=True), planned=tuple(planned[:1]))
    assert section_of(report_check(preview), "deliveries").heading == "1 delivery would be planned"


def test_an_owner_without_an_address_is_named(section_of, shown_of):
    besides = shown_of(section_of(report_check(replace(result(), unaddressed=("Maria",))), "besides").body)
    assert besides["unaddressed"] == "No address for Maria: write it under [people]."
