"""Days as people type them, and how a date that was changed is explained."""

import pytest


def due_of(tracker, number):
    return tracker("show", number, "--json").document["deadline"]["due"]


@pytest.mark.parametrize(
    ("typed", "due", "told"),
    [
        ("next friday", "2025-09-26", "Friday"),
        ("17 Oct 2026", "2026-10-17", "Saturday"),
        ("in 2 weeks", "2025-10-01", "Wednesday"),
        (" before 1 March 2026 ", "2026-02-28", "Saturday"),
    ],
)
def test_a_day_in_words_is_read_as_in_an_announcement_and_told_as_understood(tracker, tracked, typed, due, told):
    outcome = tracker("edit", tracked, "--due", typed)
    assert outcome.err.startswith(f"tracker: “{typed.strip()}” is read as {due}, {told}")
    assert outcome.err.endswith(", counted from 2025-09-17\n")
    assert outcome.err.count("\n") == 1
    assert due_of(tracker, tracked) == due


def test_a_due_date_in_words_counts_from_the_announcement_wherever_it_is_given(tracker, tracked):
    sentence = ("add", "We will mend the bridge.", "--announced-on", "2025-09-01", "--due", "by Friday")
    assert tracker(*sentence).err.startswith("tracker: “by Friday” is read as 2025-09-05, Friday 5 September 2025, ")
    tracker("undo")
    tracker("edit", tracked, "--due", "by Friday")
    assert due_of(tracker, tracked) == "2025-09-19"
    tracker("edit", tracked, "--due", "+7d")
    assert due_of(tracker, tracked) == "2025-09-27"


def test_of_several_commitments_no_due_date_is_corrected(tracker, tracked):
    error = tracker("review", tracked, "2", "--accept", "--due", "by Friday", code=2).err
    assert "a correction goes with --accept and one number" in error


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("31 February", "31 February does not exist (February has 29 days at the most)"),
        ("by 31 June 2026", "31 June 2026 does not exist (June 2026 has 30 days)"),
    ],
)
def test_a_day_that_does_not_exist_is_refused_with_that_reason(tracker, tracked, typed, why):
    error = tracker("edit", tracked, "--due", typed, code=2).err
    assert f"{why}; write 2026-01-31, today" in error
    assert error.count("\n") == 1


def test_an_impossible_day_in_an_announcement_is_told_in_one_line(tracker, tmp_path):
    sentence = "The council will publish the audit by 31 February."
    why = "No due date from “by 31 February”: 31 February does not exist (February has 29 days at the most)."
    text = tmp_path / "audit.txt"
    text.write_text(f"{sentence} It will hire two clerks soon.\n")
    said = ("--announced-on", "2025-09-17")
    for outcome in (tracker("extract", str(text), *said), tracker("add", sentence, *said)):
        assert [line for line in outcome.out.splitlines() if "No due date" in line] == [why]
    assert "31 February does not exist" in tracker("explain", "by 31 February").out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ["add", "We will open the bridge within ten days.", "--announced-on"],
            "2025-09-03, Wednesday 3 September 2025",
        ),
        (["explain", "within seven days", "--from"], "2025-09-03, Wednesday 3 September 2025"),
    ],
)
@pytest.mark.parametrize("typed", ["3 Sep", "3 September", "on Wednesday 3 September"])
def test_a_day_that_can_only_be_past_is_the_latest_such_day(tracker, words, typed, told):
    assert tracker(*words, typed).err == f"tracker: “{typed}” is read as {told}\n"


@pytest.mark.parametrize(
    ("typed", "told"), [("friday", "2025-09-19"), ("3 Dec", "2024-12-03"), ("march", "2025-03-31")]
)
def test_what_is_past_is_looked_for_backwards(tracker, typed, told):
    assert f"is read as {told}, " in tracker("explain", "within seven days", "--from", typed).err


@pytest.mark.parametrize("typed", ["2026-01-31", "tomorrow", "+7d"])
def test_a_day_in_figures_needs_no_echo(tracker, tracked, typed):
    assert tracker("edit", tracked, "--due", typed).err == ""


@pytest.mark.parametrize(
    "typed", ["soon", "in due course", "every friday", "next friday please", "20261031", "2026-13-30", "", "12"]
)
def test_what_is_no_day_or_not_one_is_refused_with_what_to_write(tracker, tracked, typed):
    outcome = tracker("edit", tracked, "--due", typed, code=2)
    assert "write 2026-01-31, today" in outcome.err
    assert outcome.err.count("\n") == 1


@pytest.mark.parametrize(
    ("typed", "is_found", "told"),
    [
        ('due.before:"march 2026"', True, "“before march 2026” is read as before 2026-03-01, Sunday"),
        ("due.before:november", True, "“before november” is read as before 2025-11-01, Saturday"),
        ("due.before:october", False, "“before october” is read as before 2025-10-01, Wednesday"),
        ("due.after:october", False, "“after october” is read as after 2025-10-31, Friday"),
        ('due.after:"17 oct 2025"', False, "“after 17 oct 2025” is read as after 2025-10-17, Friday"),
        ('due.before:"17 oct 2025"', False, "“before 17 oct 2025” is read as before 2025-10-17, Friday"),
        ('due:"17 oct 2025"', True, "“17 oct 2025” is read as 2025-10-17, Friday"),
    ],
)
def test_a_filter_takes_a_day_in_words_too(tracker, tracked, typed, is_found, told):
    outcome = tracker("list", typed, "--json")
    assert [one["id"] for one in outcome.document["commitments"]] == ([tracked] if is_found else [])
    assert told in outcome.err


def test_a_filter_that_is_kept_takes_days_in_figures_alone(tracker):
    told = tracker("silence", "add", "due.before:summer", "--until", "+7d", "--why", "x", code=2).err
    assert "'summer' is no day: write 2026-01-31, today" in told
    assert "in words" not in told


def test_the_order_of_figures_is_that_of_the_settings(tracker, tracked, config):
    with config.open("a", encoding="utf-8") as settings:
        settings.write('[dates]\ndate_order = "mdy"\n')
    tracker("edit", tracked, "--due", "03/04/2026")
    assert due_of(tracker, tracked) == "2026-03-04"


def test_the_reason_of_a_correction_stands_in_the_history(tracker, tracked):
    tracker("edit", tracked, "--due", "2025-10-31", "--why", "the annex \n names the day")
    assert "; because: the annex names the day" in " ".join(tracker("show", tracked).out.split())


def test_a_moved_date_is_explained_by_its_move_and_by_the_first_reading(tracker, tracked):
    tracker("move", tracked, "--to", "2025-12-01", "--source", "https://example.org/late", "--why", "rain")
    told = " ".join(tracker("show", tracked).out.split())
    assert (
        "from 2025-10-17 to 2025-12-01, recorded on 2025-09-20 by Ada, announced in https://example.org/late: rain"
        in (told)
    )
    assert "the first date 30 days counted from" in told
    assert "within · " not in told
    assert tracker("show", tracked, "--json").document["deadline"]["rules"]
