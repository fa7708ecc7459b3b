"""One commitment from its announcement to its end, as a newcomer would follow it."""

import pytest


def test_an_announcement_becomes_a_tracked_commitment_with_a_due_date_and_its_reason(tracker, memorandum):
    document = tracker("ingest", "--accept", memorandum, "--json").document
    (announcement,) = document["announcements"]
    (found,) = announcement["commitments"]
    assert announcement["announced_on"] == "2025-09-17"
    assert announcement["date_source"] == "dateline"
    assert found["review"] == "tracked"
    assert found["deadline"]["words"] == "within the next 30 days"
    assert found["deadline"]["due"] == "2025-10-17"
    assert "Friday 17 October 2025" in found["deadline"]["explanation"]
    assert "committee" in found["deed"]


def test_the_same_announcement_twice_changes_nothing(tracker, memorandum):
    tracker("ingest", "--accept", memorandum)
    before = tracker("log", "--json").document
    again = tracker("ingest", "--accept", memorandum, "--json").document
    assert again["announcements"][0]["is_new"] is False
    assert tracker("log", "--json").document == before


def test_a_preview_of_the_day_after_says_that_it_is_overdue_by_one_day(tracker, tracked):
    said = tracker("check", "--as-of", "2025-10-18", "--json").document["said"]
    assert [(one["id"], one["timing"], one["days"], one["stage"]) for one in said] == [
        (tracked, "overdue", -1, "past+1")
    ]
    assert "1 day overdue" in tracker("check", "--as-of", "2025-10-18").out
    assert tracker("dashboard", "--json").document["today"] == "2025-09-20"


def test_a_check_counts_what_is_due_soon_whether_or_not_it_is_newly_so(tracker, set_day, tmp_path):
    path = tmp_path / "short.txt"
    path.write_text("Elsin Council, 17 September 2025\n\nThe council will mend the gate by 26 September 2025.\n")
    tracker("ingest", "--accept", path)
    for day, stages in (("2025-09-20", []), ("2025-09-25", ["ahead-1"])):
        set_day(day)
        document = tracker("check", "--as-of", day, "--json").document
        assert ([one["stage"] for one in document["said"]], document["besides"]["due_soon"]) == (stages, 1)
        assert len(tracker("due", "--json").document["commitments"]) == 1
    assert "1 due within 7 days in all (tracker due)." in tracker("check").out
    set_day("2025-09-27")
    assert tracker("check", "--json").document["besides"]["due_soon"] == 0


@pytest.mark.usefixtures("tracked")
def test_a_preview_writes_nothing(tracker):
    before = tracker("log", "--json").document
    tracker("check", "--as-of", "2025-10-18")
    tracker("check", "--dry-run")
    assert tracker("log", "--json").document == before


def test_it_is_fulfilled_on_time_and_undo_takes_that_back_and_the_log_tells_both(tracker, set_day, tracked):
    set_day("2025-10-20")
    page = "https://example.org/first-meeting"
    told = tracker("fulfil", tracked, "--on", "2025-10-15", "--evidence", page).out
    assert "fulfilled" in told
    assert "on time" in told
    shown = tracker("show", tracked).out
    assert page in shown
    undone = tracker("undo").out
    assert "fulfilled" in undone
    (listed,) = tracker("list", "--json").document["commitments"]
    assert (listed["status"], listed["timing"], listed["days"]) == ("open", "overdue", -3)
    actions = [one["action"] for one in tracker("log", tracked, "--json").document["events"]]
    assert actions == ["undo", "fulfil", "ingest"]


@pytest.mark.usefixtures("tracked")
def test_a_check_says_each_stage_once(tracker, set_day):
    set_day("2025-10-10")
    assert [one["stage"] for one in tracker("check", "--json").document["said"]] == ["ahead-7"]
    assert tracker("check", "--json").document["said"] == []
    set_day("2025-10-19")
    assert [one["stage"] for one in tracker("check", "--json").document["said"]] == ["past+1"]
    assert tracker("check", "--json").document["said"] == []


@pytest.mark.usefixtures("tracked")
def test_a_check_can_fail_where_something_is_overdue(tracker, set_day):
    assert tracker("check", "--fail-on", "overdue").code == 0
    set_day("2025-10-18")
    tracker("check", "--fail-on", "overdue", code=1)
    assert tracker("check").code == 0


def test_a_moved_date_keeps_the_first_one_and_counts_the_slippage(tracker, tracked):
    tracker("move", tracked, "--to", "2025-12-31", "--source", "https://example.org/delay", "--why", "an audit")
    (listed,) = tracker("list", "--json").document["commitments"]
    assert (listed["due"], listed["first_due"], listed["slippage"]) == ("2025-12-31", "2025-10-17", 75)
    assert "an audit" in tracker("show", tracked).out
    assert tracker("list", "+MOVED", "--json").document["commitments"]


def test_a_corrected_date_is_no_slippage(tracker, tracked):
    tracker("edit", tracked, "--due", "2025-10-31", "--promisor", "Ministry of Health of Velmara")
    (listed,) = tracker("list", "--json").document["commitments"]
    assert (listed["due"], listed["slippage"]) == ("2025-10-31", 0)
    assert listed["promisor"] == "Ministry of Health of Velmara"
    tracker("undo")
    assert tracker("list", "--json").document["commitments"][0]["due"] == "2025-10-17"


def test_what_was_past_due_before_it_was_tracked_is_told_in_one_line(tracker, set_day, memorandum):
    set_day("2026-03-01")
    tracker("ingest", "--accept", memorandum)
    told = tracker("check").out
    assert "1 commitment was past due before being tracked" in told
    assert "Nothing new." in told
    assert "past due before" not in tracker("check").out
