"""What became of it: each verdict, what it takes, and what it refuses."""

import hashlib

import pytest

PAGE = "https://example.org/page"


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["start"], "in_progress"),
        (["stall", "--why", "no money"], "stalled"),
        (["partly", "--why", "three of five", "--evidence", PAGE], "partly_fulfilled"),
        (["fail", "--why", "no trace", "--evidence", "search: gazette, 2025-09"], "not_fulfilled"),
        (["fail", "--why", "no answer", "--evidence", "question: press office, 1 September"], "not_fulfilled"),
        (["withdraw", "--why", "dropped"], "withdrawn"),
        (["unverifiable", "--why", "secret"], "unverifiable"),
    ],
)
def test_a_verdict_gives_the_status(tracker, tracked, words, status):
    command, *options = words
    tracker(command, tracked, *options)
    (listed,) = tracker("list", f"status:{status}", "--json").document["commitments"]
    assert (listed["id"], listed["status"]) == (tracked, status)


@pytest.mark.parametrize(
    ("words", "lack"),
    [
        (["fulfil", "--evidence", PAGE], "--on"),
        (["fulfil", "--on", "2025-09-18"], "--evidence"),
        (["partly", "--evidence", PAGE], "--why"),
        (["fail", "--why", "no trace"], "--evidence"),
        (["withdraw"], "--why"),
        (["reopen"], "already"),
        (["move", "--source", PAGE, "--why", "rain"], "the new due date: give it with --to YYYY-MM-DD"),
        (["move", "--to", "2025-12-01", "--why", "rain"], "where it was announced: give a page's address or what else"),
        (["move", "--to", "2025-12-01", "--source", PAGE], "the promisor's reason: give it with --why"),
    ],
)
def test_a_verdict_without_what_it_takes_is_refused_and_says_what(tracker, tracked, words, lack):
    command, *options = words
    outcome = tracker(command, tracked, *options, code=2)
    assert lack in outcome.err
    assert outcome.err.count("\n") == 1
    assert tracker("list", "--json").document["commitments"][0]["status"] == "open"


def test_a_deed_of_tomorrow_is_refused(tracker, tracked):
    outcome = tracker("fulfil", tracked, "--on", "tomorrow", "--evidence", PAGE, code=2)
    assert "2025-09-21" in outcome.err


def test_evidence_that_is_nothing_known_names_the_four_forms(tracker, tracked):
    outcome = tracker("fulfil", tracked, "--on", "today", "--evidence", "somebody told me", code=4)
    assert "search:" in outcome.err
    assert "question:" in outcome.err


def test_a_file_is_evidence_and_is_known_by_its_digest(tracker, tracked, tmp_path):
    minutes = tmp_path / "minutes.txt"
    minutes.write_text("The committee met.", encoding="utf-8")
    tracker("fulfil", tracked, "--on", "today", "--evidence", minutes)
    (shown,) = tracker("show", tracked, "--json").document["evidence"]
    assert shown["kind"] == "file"
    assert shown["reference"] == str(minutes)
    assert shown["sha256"] == hashlib.sha256(b"The committee met.").hexdigest()


def test_a_settled_one_takes_no_other_verdict_until_it_is_reopened(tracker, tracked):
    tracker("withdraw", tracked, "--why", "dropped")
    refused = tracker("fulfil", tracked, "--on", "today", "--evidence", PAGE, code=2)
    assert "reopen" in refused.err
    tracker("reopen", tracked, "--why", "a mistake")
    tracker("fulfil", tracked, "--on", "today", "--evidence", PAGE)
    assert tracker("list", "status:fulfilled", "--json").document["commitments"]


def test_another_commitment_takes_its_place(tracker, tracked):
    tracker("add", "The committee will report by 31 March 2026.", "--announced-on", "2025-09-19")
    tracker("supersede", tracked, "--with", tracked + 1, "--why", "a new agreement")
    assert "superseded by commitment" in tracker("log", tracked).out
    tracker("reopen", tracked, "--why", "no")
    tracker("supersede", tracked, "--with", 999, "--why", "a new agreement", code=5)
    tracker("supersede", tracked, "--with", tracked, "--why", "a new agreement", code=2)


def test_a_late_deed_is_late_by_so_many_days(tracker, set_day, tracked):
    set_day("2025-11-01")
    assert "3 days late" in tracker("fulfil", tracked, "--on", "2025-10-20", "--evidence", PAGE).out
    (listed,) = tracker("list", "+LATE", "--json").document["commitments"]
    assert listed["days"] == 3


def test_a_proposed_one_has_no_verdict(tracker, memorandum):
    tracker("ingest", memorandum)
    refused = tracker("start", 1, code=2)
    assert "not tracked" in refused.err


def test_somebody_else_can_be_named(tracker, tracked):
    tracker("start", tracked, "--by", "Maria")
    assert tracker("log", tracked, "--json").document["events"][0]["by"] == "Maria"
