"""What becomes of evidence beside a decision: told twice, split twice, purged, undone, cut short, dismissed."""

import pytest

PROMISES = """Elsin Council, 3 March 2025

Elsin Council will open the Eastgate library by 30 September 2025.
Elsin Council will publish an air quality report by 30 August 2025.
Elsin Council will introduce a tourist tax by 31 January 2026.
"""
LATER = """Elsin Post, 3 September 2025

The Eastgate library will not open before 15 January 2026, Elsin Council said, blaming a burst pipe.

Elsin Council has scrapped the tourist tax that it meant to introduce. Its air quality report was published on Monday.

Elsin Council will repave Quay Street by 1 December 2025.
"""


@pytest.fixture
def later(tmp_path):
    """A file that tells of all three promises and makes one of its own."""
    path = tmp_path / "later.txt"
    path.write_text(LATER, encoding="utf-8")
    return path


@pytest.fixture
def numbers(tracker, tmp_path):
    """The numbers of three tracked promises: the library, the report, the tax."""
    path = tmp_path / "promises.txt"
    path.write_text(PROMISES, encoding="utf-8")
    (announcement,) = tracker("ingest", "--accept", path, "--json").document["announcements"]
    assert len(announcement["commitments"]) == 3
    return [one["id"] for one in announcement["commitments"]]


@pytest.fixture
def proposed(tracker, numbers, later):
    """The numbers of the evidence on the library, the report and the tax."""
    tracker("ingest", later)
    evidence = tracker("evidence", "list", "--json").document["evidence"]
    by_commitment = {one["commitment"]: one["evidence"] for one in evidence}
    return [by_commitment[number] for number in numbers]


def listed(tracker, *words):
    return {one["evidence"]: one for one in tracker("evidence", "list", *words, "--json").document["evidence"]}


def one(tracker, number):
    return tracker("show", number, "--json").document


@pytest.mark.parametrize(
    "told",
    [
        "How much it will cost is not known, but Elsin Council will open the Eastgate library by 30 September 2025.",
        "If all goes well, Elsin Council will open the Eastgate library by 30 September 2025.",
        "Once the paint is dry, Elsin Council will open the Eastgate library by 30 September 2025.",
    ],
)
def test_a_promise_told_again_with_a_doubt_is_no_second_one(tracker, numbers, tmp_path, told):
    path = tmp_path / "doubt.txt"
    path.write_text(f"Elsin Echo, 5 March 2025\n\n{told}\n", encoding="utf-8")
    tracker("ingest", path)
    assert len(tracker("review", "--json").document["commitments"]) == 0
    assert {each["commitment"] for each in listed(tracker).values()} == {numbers[0]}


def test_what_another_promisor_promises_alike_is_a_commitment_of_its_own(tracker, numbers, tmp_path):  # noqa: ARG001 - it must be there first
    path = tmp_path / "norden.txt"
    told = "Elsin Council met. Norden Council will publish an air quality report by 30 August 2025."
    path.write_text(f"Norden Echo, 5 March 2025\n\n{told}\n", encoding="utf-8")
    tracker("ingest", path)
    (own,) = tracker("review", "--json").document["commitments"]
    assert own["promisor"] == "Norden Council"


def test_another_report_by_another_day_is_a_commitment_and_no_move(tracker, numbers, tmp_path):  # noqa: ARG001 - it must be there first
    path = tmp_path / "noise.txt"
    path.write_text(
        "Elsin Echo, 5 March 2025\n\nElsin Council will publish an air quality report on noise by 31 March 2026.\n",
        encoding="utf-8",
    )
    tracker("ingest", path)
    (own,) = tracker("review", "--json").document["commitments"]
    assert own["due"] == "2026-03-31"
    assert "moved" not in {each["stance"] for each in listed(tracker).values()}


def test_a_sentence_that_speaks_of_two_commitments_is_split_off_once(tracker, tmp_path):
    path = tmp_path / "twice.txt"
    path.write_text(
        "Elsin Council, 3 March 2025\n\nElsin Council will open the Eastgate library by 30 September 2025.\n\n"
        "Elsin Council will open the Eastgate museum by 30 September 2025.\n",
        encoding="utf-8",
    )
    tracker("ingest", "--accept", path)
    later = tmp_path / "both.txt"
    later.write_text(
        "Elsin Post, 3 September 2025\n\n"
        "Elsin Council opened the Eastgate library and the Eastgate museum on Monday.\n",
        encoding="utf-8",
    )
    tracker("ingest", later)
    first, second = listed(tracker)
    made = tracker("evidence", "reject", first, "--split", "--json").document["split_off"]
    tracker("review", made, "--accept")
    told = tracker("evidence", "reject", second, "--split").out
    assert f"is commitment {made} already, which is tracked" in told
    assert len(tracker("list", "--json").document["commitments"]) == 3
    assert tracker("review", "--json").document["commitments"] == []


def test_a_purge_leaves_nothing_to_decide_of_what_it_erased(tracker, proposed):
    number = listed(tracker)[proposed[1]]["announcement"]
    tracker("purge", number, "--why", "asked for by law", "--yes")
    assert listed(tracker) == {}
    for decision in (["accept", proposed[1]], ["accept", proposed[1], "--fulfil", "--on", "2025-09-01"]):
        assert "rejected already" in tracker("evidence", *decision, code=2).err
    assert "rejected already" in tracker("evidence", "reject", proposed[0], "--split", code=2).err


@pytest.mark.parametrize("conclusion", [["--fulfil"], ["--fulfil", "--on", "2025-08-30"]])
def test_evidence_and_the_verdict_by_it_are_one_change(tracker, numbers, proposed, conclusion):
    tracker("evidence", "accept", proposed[1], *conclusion)
    assert f"evidence {proposed[1]} accepted" in tracker("log", numbers[1]).out
    assert f"{numbers[1]} is open again" in tracker("undo").out
    assert listed(tracker)[proposed[1]]["state"] == "proposed"
    assert one(tracker, numbers[1])["standing"]["status"] == "open"


def test_evidence_and_the_move_by_it_are_one_change(tracker, numbers, proposed):
    tracker("evidence", "accept", proposed[0], "--move")
    tracker("undo")
    assert listed(tracker)[proposed[0]]["state"] == "proposed"
    assert (one(tracker, numbers[0])["standing"]["due"], one(tracker, numbers[0])["amendments"]) == ("2025-09-30", [])


def test_evidence_cut_short_by_a_signal_is_not_accepted(tracker, numbers, proposed, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("tracker.services.settle.standing_of", interrupted)
    tracker("evidence", "accept", proposed[1], "--fulfil", code=130)
    assert listed(tracker)[proposed[1]]["state"] == "proposed"
    assert one(tracker, numbers[1])["standing"]["status"] == "open"


def test_an_undo_says_again_only_of_what_stands_otherwise_by_it(tracker, numbers, proposed):  # noqa: ARG001 - it must be there first
    told = tracker("undo").out
    assert f"{numbers[1]} stays open, due 2025-08-30" in told
    assert "open again" not in told


def test_evidence_of_what_nobody_tracks_waits_for_no_one(tracker, numbers, proposed):
    tracker("review", numbers[1], "--dismiss")
    assert proposed[1] not in listed(tracker)
    assert proposed[1] in listed(tracker, "--all")
    assert tracker("dashboard", "--json").document["counts"]["proposed_evidence"] == 2
    assert "2 pieces of evidence proposed" in tracker("dashboard").out
    for words in ([], ["--fulfil"]):
        assert "is dismissed, not tracked" in tracker("evidence", "accept", proposed[1], *words, code=2).err
    tracker("review", numbers[1], "--restore")
    tracker("review", numbers[1], "--accept")
    assert proposed[1] in listed(tracker)
