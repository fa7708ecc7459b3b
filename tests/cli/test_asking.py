"""What one asks: a deadline, a text, what is due, what was changed, what a check would say."""

import json

import pytest


def numbers(outcome):
    return [one["id"] for one in outcome.document["commitments"]]


def test_a_deadline_is_worked_out_step_by_step(tracker):
    told = tracker("explain", "within", "the next 30 days", "--from", "2025-09-17").out
    assert "2025-10-17" in told
    assert "plus 30 days" in told
    assert tracker("explain", "by tomorrow", "--json").document["deadline"]["due"] == "2025-09-21"


def test_a_country_brings_its_holidays_along(tracker):
    words = ["explain", "within 5 working days", "--from", "2025-12-22", "--json"]
    without, with_them = (tracker(*words, *more).document["deadline"]["due"] for more in ([], ["--country", "gb"]))
    assert (without, with_them) == ("2025-12-29", "2025-12-31")


@pytest.mark.parametrize(
    ("code", "says"),
    [("UK", "did you mean GB?"), ("GBR", "did you mean GB?"), ("XK1", "there is no calendar of 'XK1'"), ("", "as PK")],
)
def test_a_country_without_a_calendar_is_refused(tracker, code, says):
    outcome = tracker("explain", "within 5 working days", "--country", code, code=2)
    assert says in outcome.err
    assert outcome.err.count("\n") == 1


def test_words_without_a_deadline_are_refused(tracker):
    assert "no deadline found" in tracker("explain", "the board met", code=4).err


def test_many_texts_are_explained_one_object_a_line(tracker, tmp_path):
    path = tmp_path / "texts.jsonl"
    path.write_text(
        '{"id": "a", "announced_on": "2025-09-17", "text": "A board will be set up within 30 days of 1 October."}\n'
        '{"id": "b", "announced_on": "2025-09-17", "text": "March"}\n'
        '{"id": "c", "text": "by Friday"}\n'
        '{"id": "d", "announced_on": "2025-09-17", "text": "The two signed it on 3 May 2024."}\n',
        encoding="utf-8",
    )
    outcome = tracker("explain", "--batch", path, code=4)
    told = [json.loads(line) for line in outcome.out.splitlines()]
    assert [(one["id"], one["kind"], one["due"]) for one in told] == [
        ("a", "dated", "2025-10-31"),
        ("b", "dated", "2026-03-31"),
        ("d", "dated", "2024-05-03"),
    ]
    assert told[0]["deadlines"][0]["words"] == "within 30 days of 1 October"
    assert told[0]["deadlines"][0]["steps"]
    assert [one["is_past"] for one in told] == [False, False, True]
    asked = "no publication date found: give it with announced_on in its line, or for all of them with --from YYYY"
    assert f"{path}:3: {asked}" in outcome.err
    given = tracker("explain", "--batch", path, "--from", "2025-09-17").out.splitlines()
    assert json.loads(given[2])["due"] == "2025-09-19"


def test_no_step_is_told_twice(tracker):
    told = tracker("explain", "by 5 December", "--from", "2025-09-17").out
    steps = told.partition("Step by step")[2].splitlines()
    assert len(steps) == 5
    assert sum("Friday 5 December 2025" in step for step in steps) == 1


@pytest.mark.parametrize("words", [[], ["by Friday", "--batch", "x.jsonl"]])
def test_either_words_or_a_file_of_them_are_explained(tracker, words):
    assert "WORDS of time or --batch" in tracker("explain", *words, code=2).err


def test_an_extraction_shows_what_is_promised_and_what_was_turned_down(tracker, memorandum):
    told = tracker("extract", "--rejected", memorandum)
    assert "within the next 30 days" in told.out
    assert told.err == ""
    described = tracker("extract", "--json", memorandum, memorandum).out.splitlines()
    assert len(described) == 2
    assert '"due": "2025-10-17"' in described[0]
    assert tracker("list", "--all", "--json").document["commitments"] == []


def test_a_bad_file_is_named_after_what_the_good_one_promises(tracker, memorandum, tmp_path):
    outcome = tracker("extract", tmp_path / "none.txt", memorandum, code=4)
    assert "2025-10-17" in outcome.out
    assert "there is no such file" in outcome.err


def test_what_falls_due_is_listed_by_its_day(tracker, set_day, tracked):
    assert numbers(tracker("due", "--json")) == []
    assert numbers(tracker("due", "27", "--json")) == [tracked]
    assert numbers(tracker("next", "3", "--json")) == [tracked]
    assert numbers(tracker("overdue", "--json")) == []
    set_day("2025-10-18")
    assert numbers(tracker("overdue", "--json")) == [tracked]
    assert numbers(tracker("next", "--json")) == []
    assert str(tracked) in tracker("overdue").out


def test_the_log_of_one_tells_as_many_changes_as_asked_for(tracker, tracked):
    for status in ("start", "stall"):
        tracker(status, tracked)
    log = [one["action"] for one in tracker("log", tracked, "--json").document["events"]]
    assert log == ["stall", "start", "ingest"]
    last = [one["action"] for one in tracker("log", tracked, "--last", "1", "--json").document["events"]]
    assert last == ["stall"]
    assert len(tracker("log", "--last", "2", "--json").document["events"]) == 2


def test_a_check_of_a_day_is_a_preview_also_of_today(tracker, set_day, tracked):
    set_day("2025-10-18")
    before = tracker("log", "--json").document
    for words in (["--as-of", "today"], ["--as-of", "2025-10-18"], ["--as-of", "+0d"], ["--dry-run"]):
        said = tracker("check", *words, "--json").document["said"]
        assert [one["id"] for one in said] == [tracked]
    assert tracker("log", "--json").document == before


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
@pytest.mark.usefixtures("tracked")
def test_a_check_can_be_previewed_to_the_ends_of_the_calendar(tracker, day):
    assert tracker("check", "--as-of", day, "--json").document["today"] == day
