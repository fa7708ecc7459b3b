"""The dashboard."""

from datetime import UTC, date, datetime, timedelta, timezone

from tracker.core.record import ChangeSet
from tracker.core.status import Review
from tracker.core.timing import Timing
from tracker.reports.dashboard import MOST_ROWS, report_dashboard
from tracker.reports.snapshot import Snapshot

TODAY = date(2026, 11, 23)
TRACKED = {Review.TRACKED: 1}


def ids(values):
    return [row["id"] for row in values]


def test_each_standing_is_in_the_section_of_its_timing_nearest_first(standing, section_of, values_of):
    days = {1: -40, 2: -1, 3: 0, 4: 7, 5: 8, 6: 90}
    standings = tuple(standing(TODAY, number, due=TODAY + timedelta(days=left)) for number, left in days.items())
    asked = standing(TODAY, 7, due=None, review_on=TODAY)
    report = report_dashboard(Snapshot(TODAY, (*standings[::-1], asked), reviews=TRACKED))
    shown = {name: ids(values_of(section_of(report, name).body)) for name in ("overdue", "due_soon", "upcoming")}
    assert shown == {"overdue": [2, 1], "due_soon": [3, 4], "upcoming": [5, 6]}
    assert ids(values_of(section_of(report, "review_due").body)) == [7]


def test_counts_are_all_told_to_machines_and_to_people_where_there_are_any(section_of, values_of, shown_of):
    timings = {Timing.OVERDUE: 1200}
    reviews = {Review.TRACKED: 1300, Review.PROPOSED: 3, Review.DISMISSED: 5}
    report = report_dashboard(Snapshot(TODAY, timings=timings, reviews=reviews, pressing=2, proposed_evidence=4))
    counts = section_of(report, "counts").body
    values = values_of(counts)
    assert {timing.value: values[timing.value] for timing in Timing} == {
        timing.value: timings.get(timing, 0) for timing in Timing
    }
    assert [values[name] for name in ("proposed", "tracked", "dismissed", "pressing", "proposed_evidence")] == [
        3,
        1300,
        5,
        2,
        4,
    ]
    assert shown_of(counts)["overdue"] == "1,200"
    assert shown_of(counts)["late"] == ""


def test_what_does_not_fit_is_counted_with_the_command_that_lists_it(standing, section_of):
    late = tuple(standing(TODAY, number, due=TODAY - timedelta(days=number)) for number in range(1, MOST_ROWS + 3))
    timings = {Timing.OVERDUE: len(late), Timing.LONG_OVERDUE: 1000}
    section = section_of(report_dashboard(Snapshot(TODAY, late, timings, TRACKED)), "overdue")
    assert len(section.body.rows) == MOST_ROWS
    assert section.hint == "1,002 more: tracker overdue"


def test_nothing_to_do_is_said(section_of):
    report = report_dashboard(Snapshot(TODAY, reviews=TRACKED))
    assert section_of(report, "overdue").empty == "Nothing is overdue."
    assert section_of(report, "due_soon").empty == "Nothing is due within 7 days."
    assert section_of(report, "counts").empty == ""


def test_an_empty_store_says_how_to_begin(section_of):
    report = report_dashboard(Snapshot(TODAY))
    assert section_of(report, "counts").empty == "Nothing is stored yet. Read an announcement: tracker ingest FILE"
    assert section_of(report, "overdue").empty == ""


def test_proposals_wait_with_the_command_that_decides_them(commitment, section_of, values_of):
    waiting = (commitment(5, review=Review.PROPOSED), commitment(6, review=Review.PROPOSED))
    snapshot = Snapshot(TODAY, waiting=waiting, reviews={Review.PROPOSED: 30}, pressing=2)
    section = section_of(report_dashboard(snapshot), "waiting")
    assert ids(values_of(section.body)) == [5, 6]
    assert section.hint == "30 proposals, 2 of them due within 7 days or past: tracker review"


def test_proposals_that_do_not_press_are_only_counted(commitment, section_of):
    snapshot = Snapshot(TODAY, waiting=(commitment(5, review=Review.PROPOSED),), reviews={Review.PROPOSED: 1})
    assert section_of(report_dashboard(snapshot), "waiting").hint == "1 proposal: tracker review"


def test_the_latest_events_and_the_last_check_are_told_on_the_clock_of_the_zone(section_of, values_of, shown_of):
    at = datetime(2026, 11, 22, 22, 0, tzinfo=UTC)
    event = ChangeSet(3, "note", "asked", "maria", at, commitments=(1,))
    snapshot = Snapshot(TODAY, events=(event,), checked_at=at, zone=timezone(timedelta(hours=5)))
    report = report_dashboard(snapshot)
    assert shown_of(section_of(report, "events").body)[0]["at"] == "2026-11-23 03:00"
    check = section_of(report, "last_check").body
    assert (values_of(check)["checked_at"], shown_of(check)["checked_at"]) == (at, "Last check 2026-11-23 03:00")


def test_a_check_that_never_ran_is_asked_for(section_of, values_of, shown_of):
    check = section_of(report_dashboard(Snapshot(TODAY)), "last_check").body
    assert values_of(check) == {"checked_at": None}
    assert shown_of(check)["checked_at"] == "No check has run yet: tracker check"


def test_messages_that_were_given_up_are_named_and_none_is_not_spoken_of(section_of, values_of, shown_of):
    given_up = section_of(report_dashboard(Snapshot(TODAY, dead=2)), "given_up").body
    assert shown_of(given_up)["dead"] == "2 messages could not be delivered: tracker alerts dead"
    none = section_of(report_dashboard(Snapshot(TODAY)), "given_up").body
    assert (values_of(none), shown_of(none)) == ({"dead": 0}, {"dead": ""})
