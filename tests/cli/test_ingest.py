"""Ingesting that is cut short, repeated or given nothing: what is stored is told, and so is what could not be read."""

import resource
import subprocess
import sys
import tracemalloc

import pytest

from tracker.services import ingest as use_case

LONG = "The harbour was built in 1921 and has been widened twice since then, most lately in 1988.\n"


@pytest.fixture
def second(tmp_path):
    """Another announcement."""
    path = tmp_path / "second.txt"
    path.write_text(
        "Port Elsin, 18 September 2025\n\nThe board will publish its plan by 30 May 2026.\n", encoding="utf-8"
    )
    return path


@pytest.fixture
def interrupt_second(monkeypatch):
    """Press Ctrl-C while the second announcement is stored."""
    stored = []

    def ingest(*arguments, **options):
        if stored:
            raise KeyboardInterrupt
        stored.append(True)
        return original(*arguments, **options)

    original = use_case.ingest
    monkeypatch.setattr(use_case, "ingest", ingest)


@pytest.mark.usefixtures("interrupt_second")
def test_an_interrupt_tells_what_is_stored_and_which_files_were_bad(tracker, memorandum, second, tmp_path):
    outcome = tracker("ingest", "--accept", tmp_path / "none.txt", memorandum, second, code=130)
    assert "2025-10-17" in outcome.out
    none, interrupted = outcome.err.splitlines()
    assert "there is no such file" in none
    assert interrupted == "tracker: interrupted"
    assert len(tracker("list", "--json").document["commitments"]) == 1


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_full_disk_tells_what_is_stored_and_which_files_were_bad(tracker, memorandum, config, tmp_path):
    long = tmp_path / "long.txt"
    long.write_text("Port Elsin, 18 September 2025\n\n" + LONG * 5_000, encoding="utf-8")

    def limit():
        size = (tmp_path / "tracker.db").stat().st_size + 100_000
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    ended = subprocess.run(
        [sys.executable, "-m", "tracker", "--config", config, "ingest", "--accept", "none.txt", memorandum, long],
        capture_output=True, text=True, timeout=60, check=False, preexec_fn=limit,
    )  # fmt: skip
    assert ended.returncode == 6, ended.stderr
    assert "2025-10-17" in ended.stdout
    none, disk = ended.stderr.splitlines()
    assert none.startswith("tracker: none.txt: there is no such file")
    assert "disk" in disk
    assert len(tracker("list", "--json").document["commitments"]) == 1
    assert tracker("doctor").out.startswith("HEALTH")


def test_a_text_stored_before_still_says_what_waits_for_review(tracker, memorandum):
    waiting = [line for line in tracker("ingest", memorandum).out.splitlines() if "tracker review" in line]
    assert len(waiting) == 1
    again = tracker("ingest", memorandum).out
    assert f"This text was stored before; nothing changed. {waiting[0]}" in again


@pytest.mark.parametrize("command", ["ingest", "extract"])
def test_a_name_that_is_empty_is_said_to_be(tracker, memorandum, command):
    outcome = tracker(command, "", memorandum, code=4)
    assert "the name is empty" in outcome.err
    assert "2025-10-17" in outcome.out


def test_a_dry_run_stores_nothing(tracker, memorandum, tmp_path):
    assert "2025-10-17" in tracker("ingest", "--dry-run", memorandum).out
    document = tracker("ingest", "--dry-run", "--json", memorandum, tmp_path / "none.txt", code=4).document
    assert document["schema"] == "tracker.ingest.dry_run/1"
    assert tracker("log", "--json").document["events"] == []


def test_a_sentence_of_tomorrow_cannot_be_added(tracker):
    outcome = tracker("add", "The board will publish its plan.", "--announced-on", "tomorrow", code=4)
    assert "2025-09-21, which lies after today (2025-09-20)" in outcome.err


def peak_of(tracker, folder, number):
    """The bytes in use at the most while so many files of 100 kB each are read."""
    folder.mkdir()
    for one in range(number):
        text = (
            f"Port Elsin, 18 September 2025\n\nThe board met for the {one}th time" + " and spoke of the harbour" * 4_000
        )
        (folder / f"{one}.txt").write_text(text, encoding="utf-8")
    tracemalloc.start()
    tracker("ingest", *folder.iterdir())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_memory_does_not_grow_with_the_number_of_files(tracker, tmp_path):
    tracker("ingest", "--dry-run", *tmp_path.glob("none*"), tmp_path / "none", code=4)
    few = peak_of(tracker, tmp_path / "few", 5)
    many = peak_of(tracker, tmp_path / "many", 30)
    assert many - few < 1_000_000  # of 2.5 MB of text that is read


def test_what_is_added_without_who_and_when_is_told(tracker):
    told = tracker("add", "It is raining.", "--announced-on", "2025-09-17").err
    number = tracker("list", "--all", "--json").document["commitments"][0]["id"]
    assert told == (
        "tracker: no promise, no promisor, no day found in it; "
        f"say it with tracker edit {number} --promisor NAME --due DAY\n"
    )
    assert tracker("add", "It is snowing.", "--announced-on", "2025-09-17", "--due", "2025-10-01").err == ""
