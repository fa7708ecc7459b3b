"""What a later announcement says of a promise: proposed, shown with its words, and settled by a person alone."""

import json

import pytest


def test_match_shows_what_would_be_proposed_and_stores_nothing(tracker, numbers, later, listed):
    (announcement,) = tracker("match", later, "--json").document["announcements"]
    told = {each["commitment"]: (each["stance"], each["new_due"], each["done_on"]) for each in announcement["matches"]}
    library, report, tax = numbers
    assert told == {
        library: ("moved", "2026-01-15", None),
        report: ("done", None, "2025-09-01"),
        tax: ("dropped", None, None),
    }
    text = later.read_text(encoding="utf-8")
    assert all(text[slice(*each["span"])] == each["quote"] for each in announcement["matches"])
    assert listed("--all") == {}
    assert "reported done on 2025-09-01" in tracker("match", later).out


@pytest.mark.usefixtures("numbers")
def test_match_says_why_it_shows_nothing(tracker, memorandum, promises):
    assert "It speaks of nothing that is tracked." in tracker("match", memorandum).out
    assert "It is stored already" in tracker("match", promises).out
    (one,) = tracker("match", promises, "--json").document["announcements"]
    assert (one["is_stored"], one["matches"]) == (True, [])


def test_ingest_proposes_evidence_and_only_what_is_promised_anew(tracker, numbers, later, told_of):
    document = tracker("ingest", "--accept", later, "--json").document["announcements"][0]
    assert [each["deed"] for each in document["commitments"]] == ["repave Quay Street"]
    assert sorted(each["commitment"] for each in document["evidence"]) == sorted(numbers)
    assert {told_of(number)["standing"]["status"] for number in numbers} == {"open"}


@pytest.mark.usefixtures("numbers")
def test_ingest_says_how_much_was_proposed(tracker, later):
    told = tracker("ingest", later).out
    assert "3 pieces of evidence proposed: `tracker evidence list`." in told
    assert tracker("dashboard", "--json").document["counts"]["proposed_evidence"] == 3
    assert "3 pieces of evidence proposed: tracker evidence list" in tracker("dashboard").out


def test_the_same_text_taken_in_again_proposes_nothing_more(tracker, proposed, later, listed):
    tracker("ingest", later)
    assert sorted(listed()) == sorted(proposed)
    assert tracker("match", later, "--json").document["announcements"][0]["matches"] == []


def test_five_outlets_make_no_second_commitment(tracker, numbers, tmp_path, listed, told_of):
    for outlet in ("Post", "Echo", "Courier", "Gazette", "Herald"):
        path = tmp_path / f"{outlet}.txt"
        path.write_text(
            f"Elsin {outlet}, 5 March 2025\n\nHeard in Elsin, as the {outlet} reports. "
            "Elsin Council promises that it will open the Eastgate library by 30 September 2025.\n"
        )
        tracker("ingest", "--accept", path)
    assert len(tracker("list", "--json").document["commitments"]) == 3
    stances = [(each["commitment"], each["stance"]) for each in listed().values()]
    assert stances == [(numbers[0], "restated")] * 5
    first = min(listed())
    assert {each["group"] for each in listed().values()} == {first}
    assert {each["group"] for each in told_of(numbers[0])["evidence"]} == {first}
    for told in (tracker("evidence", "list").out, tracker("show", numbers[0]).out):
        assert " ".join(told.split()).count(f"the same as {first}") == 4
        assert told.count("said again") == 1


def test_a_new_version_of_the_same_page_proposes_only_what_it_says_otherwise(tracker, promises, listed):
    address = ("--url", "https://example.org/plan")
    tracker("ingest", "--accept", promises, *address)
    text = promises.read_text(encoding="utf-8")
    promises.write_text(text.replace("30 September 2025", "30 November 2025"), encoding="utf-8")
    tracker("ingest", "--accept", promises, *address)
    (found,) = listed().values()
    assert (found["stance"], found["new_due"], found["reference"]) == ("moved", "2025-11-30", address[1])
    assert len(tracker("list", "--json").document["commitments"]) == 3


def test_accepting_changes_no_status_and_prints_the_command_that_does(tracker, numbers, proposed, told_of):
    told = tracker("evidence", "accept", proposed[1]).out
    assert f"tracker fulfil {numbers[1]} --on 2025-09-01" in told
    assert told_of(numbers[1])["standing"]["status"] == "open"
    tracker("fulfil", numbers[1], "--on", "2025-09-01")  # shown by what was accepted
    assert told_of(numbers[1])["standing"]["status"] == "fulfilled"
    assert len(told_of(numbers[1])["evidence"]) == 1


def test_what_was_accepted_before_may_still_be_concluded_from(tracker, numbers, proposed, told_of):
    tracker("evidence", "accept", proposed[0])
    tracker("evidence", "accept", proposed[1])
    assert "is now due on 2026-01-15" in tracker("evidence", "accept", proposed[0], "--move").out
    assert "is fulfilled on 2025-09-01" in tracker("evidence", "accept", proposed[1], "--fulfil").out
    assert told_of(numbers[0])["standing"]["due"] == "2026-01-15"
    refused = tracker("evidence", "accept", proposed[0], "--move", code=2).err
    assert "2026-01-15" in refused
    assert "tracker undo CHANGE" in tracker("evidence", "accept", proposed[0], code=2).err


@pytest.mark.parametrize(("place", "command"), [(0, "tracker move"), (2, "tracker withdraw")])
def test_each_stance_has_its_command(tracker, proposed, place, command):
    assert command in tracker("evidence", "accept", proposed[place]).out


@pytest.mark.usefixtures("proposed")
def test_evidence_is_no_verdict_before_it_was_accepted(tracker, numbers):
    assert "needs evidence" in tracker("fulfil", numbers[1], "--on", "2025-09-01", code=2).err


def test_it_is_accepted_and_fulfilled_by_it_on_the_persons_word(tracker, numbers, proposed, told_of):
    told = tracker("evidence", "accept", proposed[1], "--fulfil").out
    assert "is fulfilled on 2025-09-01" in told
    standing = told_of(numbers[1])["standing"]
    assert (standing["status"], standing["done_on"], standing["settled_by"]) == ("fulfilled", "2025-09-01", "Ada")


def test_the_person_may_give_another_day(tracker, numbers, proposed, told_of):
    tracker("evidence", "accept", proposed[1], "--fulfil", "--on", "2025-08-29")
    assert told_of(numbers[1])["standing"]["done_on"] == "2025-08-29"


def test_a_move_is_recorded_with_its_source_as_slippage(tracker, numbers, proposed, told_of):
    tracker("evidence", "accept", proposed[0], "--move", "--why", "a burst pipe")
    shown = told_of(numbers[0])
    assert shown["standing"]["due"] == "2026-01-15"
    (moved,) = shown["amendments"]
    assert (moved["old_due"], moved["reason"]) == ("2025-09-30", "a burst pipe")
    assert "2025-09-03" in moved["source"]


def test_what_cannot_be_settled_by_it_leaves_it_proposed(tracker, proposed, listed):
    tracker("evidence", "accept", proposed[1], "--fulfil", "--on", "2031-01-01", code=2)
    assert sorted(listed()) == sorted(proposed)


DROPPED = "says “dropped”, so nothing is {}: tracker evidence accept {}, and then tracker withdraw {} --why"
DONE = (
    "says “reported done on 2025-09-01”, so nothing is {}: tracker evidence accept {}, and then tracker fulfil {} --on"
)
MOVED = "says “moved to 2026-01-15”, so nothing is {}: tracker evidence accept {}, and then tracker move {} --to"


@pytest.mark.parametrize(
    ("place", "option", "said"),
    [
        (0, "--fulfil", MOVED),
        (1, "--move", DONE),
        (2, "--fulfil", DROPPED),
        (2, "--move", DROPPED),
    ],
)
@pytest.mark.parametrize("has_day", [False, True])
def test_a_conclusion_that_evidence_does_not_bear_out_is_not_drawn(
    tracker, numbers, proposed, listed, place, option, said, has_day
):
    verdict, day = {"--fulfil": ("fulfilled by it", "--on"), "--move": ("moved by it", "--to")}[option]
    words = [option, *([day, "2025-09-02"] if has_day else [])]
    told = tracker("evidence", "accept", proposed[place], *words, code=2).err
    assert said.format(verdict, proposed[place], numbers[place]) in told
    assert sorted(listed()) == sorted(proposed)


@pytest.mark.parametrize("told", ["said again", "spoken of"])
def test_evidence_that_only_speaks_of_it_settles_nothing_and_moves_with_a_day_alone(
    tracker, numbers, tmp_path, told, listed, told_of
):
    path = tmp_path / "told.txt"
    rest = "will open the Eastgate library by 30 September 2025." if told == "said again" else "spoke of the library."
    spoken = "The Eastgate library of Elsin Council has been the talk of the town for years."
    said = f"Elsin Council {rest}" if told == "said again" else spoken
    path.write_text(f"Elsin Echo, 5 March 2025\n\n{said}\n", encoding="utf-8")
    tracker("ingest", path)
    (number,) = listed()
    own = f"says “{told}”, so nothing is fulfilled by it: a verdict of your own is tracker fulfil {numbers[0]} --on DAY"
    assert own in tracker("evidence", "accept", number, "--fulfil", "--on", "2025-09-02", code=2).err
    assert "the new due date: give it with --to" in tracker("evidence", "accept", number, "--move", code=2).err
    tracker("evidence", "accept", number, "--move", "--to", "2025-12-01")
    assert told_of(numbers[0])["standing"]["due"] == "2025-12-01"


def test_done_without_its_day_asks_for_it(tracker, numbers, tmp_path, listed):
    path = tmp_path / "done.txt"
    path.write_text("Elsin Echo, 5 May 2025\n\nElsin Council has opened the Eastgate library.\n", encoding="utf-8")
    tracker("ingest", path)
    (number,) = listed()
    assert "the day of the deed: give it with --on" in tracker("evidence", "accept", number, "--fulfil", code=2).err
    assert "is fulfilled on 2025-05-04" in tracker("evidence", "accept", number, "--fulfil", "--on", "2025-05-04").out
    assert numbers


def test_what_is_rejected_stays_and_is_told(tracker, proposed, listed):
    assert "rejected" in tracker("evidence", "reject", proposed[2], "--why", "another tax").out
    assert proposed[2] not in listed()
    assert listed("--all")[proposed[2]]["state"] == "rejected"
    assert "another tax" in tracker("log").out
    assert "rejected already" in tracker("evidence", "accept", proposed[2], code=2).err


def test_a_decision_can_be_undone(tracker, proposed, listed):
    tracker("evidence", "accept", proposed[2])
    tracker("undo")
    assert listed()[proposed[2]]["state"] == "proposed"


def test_undoing_the_ingestion_takes_its_evidence_back(tracker, proposed, listed):
    assert proposed
    tracker("undo")
    assert listed("--all") == {}


def test_a_sentence_is_split_off_as_a_commitment_of_its_own(tracker, numbers, proposed, listed, told_of):
    document = tracker("evidence", "reject", proposed[0], "--split", "--json").document
    split_off = told_of(document["split_off"])
    assert split_off["commitment"]["review"] == "proposed"
    assert split_off["quote"]["sentence"].startswith("The Eastgate library will not open before")
    assert listed("--all", "--of", numbers[0])[proposed[0]]["state"] == "rejected"
    tracker("undo")
    assert proposed[0] in listed()


def test_one_that_extraction_finds_nothing_in_is_split_off_by_its_sentence(tracker, proposed):
    told = tracker("evidence", "reject", proposed[1], "--split").out
    assert "is proposed as commitment" in told


def test_evidence_is_added_by_hand(tracker, numbers, told_of):
    tracker("evidence", "add", numbers[1], "https://example.org/report", "--says", "done", "--quote", "It is out.")
    (added,) = told_of(numbers[1])["evidence"]
    assert (added["stance"], added["state"], added["quote"], added["by"]) == ("done", "accepted", "It is out.", "Ada")
    tracker("fulfil", numbers[1], "--on", "2025-09-01")
    assert tracker("evidence", "reject", 1, "--split", code=2).err


@pytest.mark.parametrize(
    "words",
    [
        ["accept", "1", "--fulfil", "--move"],
        ["accept", "1", "--on", "2025-09-01"],
        ["accept", "1", "--to", "2025-09-01"],
        ["accept", "1", "--fulfil", "--why", "so"],
        ["reject", "1", "--split", "--why", "so"],
        ["add", "1", "https://example.org"],
    ],
)
def test_what_makes_no_sense_is_refused(tracker, words):
    tracker("evidence", *words, code=2)


def test_what_is_not_there_is_named(tracker):
    assert "there is no evidence 9" in tracker("evidence", "accept", "9", code=5).err
    assert "there is no commitment 9" in tracker("evidence", "list", "--of", "9", code=5).err
    assert tracker("evidence", "list").out == "No evidence waits.\n"


def test_a_purge_of_the_announcement_erases_what_it_said_of_others(tracker, numbers, proposed, listed, told_of):
    tracker("evidence", "accept", proposed[1])
    number = listed("--all")[proposed[1]]["announcement"]
    tracker("purge", number, "--why", "asked for by law", "--yes")
    left = listed("--all")[proposed[1]]
    assert (left["quote"], left["reference"], left["words"]) == ("", "", [])
    assert "air quality report was published" not in json.dumps(told_of(numbers[1]))
