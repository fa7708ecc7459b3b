"""What becomes of evidence beside a decision: told twice, split twice, purged, undone, cut short, dismissed."""

import pytest


@pytest.mark.parametrize(
    "told",
    [
        "How much it will cost is not known, but Elsin Council will open the Eastgate library by 30 September 2025.",
        "If all goes well, Elsin Council will open the Eastgate library by 30 September 2025.",
        "Once the paint is dry, Elsin Council will open the Eastgate library by 30 September 2025.",
    ],
)
def test_a_promise_told_again_with_a_doubt_is_no_second_one(tracker, numbers, tmp_path, told, listed):
    path = tmp_path / "doubt.txt"
    path.write_text(f"Elsin Echo, 5 March 2025\n\n{told}\n", encoding="utf-8")
    assert f"1 left out, which tells again of commitment {numbers[0]}." in " ".join(tracker("ingest", path).out.split())
    assert len(tracker("review", "--json").document["commitments"]) == 0
    assert {each["commitment"] for each in listed().values()} == {numbers[0]}


@pytest.mark.usefixtures("numbers")
def test_what_another_promisor_promises_alike_is_a_commitment_of_its_own(tracker, tmp_path):
    path = tmp_path / "norden.txt"
    told = "Elsin Council met. Norden Council will publish an air quality report by 30 August 2025."
    path.write_text(f"Norden Echo, 5 March 2025\n\n{told}\n", encoding="utf-8")
    tracker("ingest", path)
    (own,) = tracker("review", "--json").document["commitments"]
    assert own["promisor"] == "Norden Council"


@pytest.mark.usefixtures("numbers")
def test_another_report_by_another_day_is_a_commitment_and_no_move(tracker, tmp_path, listed):
    path = tmp_path / "noise.txt"
    path.write_text(
        "Elsin Echo, 5 March 2025\n\nElsin Council will publish an air quality report on noise by 31 March 2026.\n",
        encoding="utf-8",
    )
    tracker("ingest", path)
    (own,) = tracker("review", "--json").document["commitments"]
    assert own["due"] == "2026-03-31"
    assert "moved" not in {each["stance"] for each in listed().values()}


def test_a_sentence_that_speaks_of_two_commitments_is_split_off_once(tracker, tmp_path, listed):
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
    first, second = listed()
    made = tracker("evidence", "reject", first, "--split", "--json").document["split_off"]
    tracker("review", made, "--accept")
    told = tracker("evidence", "reject", second, "--split").out
    assert f"is commitment {made} already, which is tracked" in told
    assert len(tracker("list", "--json").document["commitments"]) == 3
    assert tracker("review", "--json").document["commitments"] == []


def test_a_purge_leaves_nothing_to_decide_of_what_it_erased(tracker, proposed, listed):
    number = listed()[proposed[1]]["announcement"]
    tracker("purge", number, "--why", "asked for by law", "--yes")
    assert listed() == {}
    for decision in (["accept", proposed[1]], ["accept", proposed[1], "--fulfil", "--on", "2025-09-01"]):
        assert "rejected already" in tracker("evidence", *decision, code=2).err
    assert "rejected already" in tracker("evidence", "reject", proposed[0], "--split", code=2).err


def test_a_purge_rejects_what_is_proposed_of_its_own_commitments(tracker, numbers, proposed, listed):
    tracker("purge", tracker("show", numbers[0], "--json").document["announcement"]["number"], "--why", "law", "--yes")
    assert listed() == {}
    states = [one["state"] for one in tracker("evidence", "list", "--all", "--json").document["evidence"]]
    assert states == ["rejected"] * len(states)
    assert "rejected already" in tracker("evidence", "accept", proposed[0], code=2).err


@pytest.mark.parametrize("conclusion", [["--fulfil"], ["--fulfil", "--on", "2025-08-30"]])
def test_evidence_and_the_verdict_by_it_are_one_change(tracker, numbers, proposed, conclusion, listed, told_of):
    tracker("evidence", "accept", proposed[1], *conclusion)
    assert f"evidence {proposed[1]} accepted" in tracker("log", numbers[1]).out
    assert f"{numbers[1]} is open again" in tracker("undo").out
    assert listed()[proposed[1]]["state"] == "proposed"
    assert told_of(numbers[1])["standing"]["status"] == "open"


def test_evidence_and_the_move_by_it_are_one_change(tracker, numbers, proposed, listed, told_of):
    tracker("evidence", "accept", proposed[0], "--move")
    assert told_of(numbers[0])["amendments"][0]["reason"] == "blaming a burst pipe"
    assert f"{numbers[0]} stays open, due 2025-09-30 again: " in tracker("undo").out
    assert listed()[proposed[0]]["state"] == "proposed"
    assert (told_of(numbers[0])["standing"]["due"], told_of(numbers[0])["amendments"]) == ("2025-09-30", [])


def test_evidence_cut_short_by_a_signal_is_not_accepted(tracker, numbers, proposed, monkeypatch, listed, told_of):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("tracker.services.settle.standing_of", interrupted)
    tracker("evidence", "accept", proposed[1], "--fulfil", code=130)
    assert listed()[proposed[1]]["state"] == "proposed"
    assert told_of(numbers[1])["standing"]["status"] == "open"


@pytest.mark.usefixtures("proposed")
def test_an_undo_says_again_only_of_what_stands_otherwise_by_it(tracker, numbers):
    told = tracker("undo").out
    assert f"{numbers[1]} stays open, due 2025-08-30" in told
    assert "open again" not in told


def test_evidence_of_what_nobody_tracks_waits_for_no_one(tracker, numbers, proposed, listed):
    tracker("review", numbers[1], "--dismiss")
    assert proposed[1] not in listed()
    assert proposed[1] in listed("--all")
    assert tracker("dashboard", "--json").document["counts"]["proposed_evidence"] == 2
    assert "2 pieces of evidence proposed" in tracker("dashboard").out
    for words in ([], ["--fulfil"]):
        assert "is dismissed, not tracked" in tracker("evidence", "accept", proposed[1], *words, code=2).err
    tracker("review", numbers[1], "--restore")
    tracker("review", numbers[1], "--accept")
    assert proposed[1] in listed()
