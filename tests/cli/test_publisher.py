"""Who published an announcement, said once it is stored: promisors that hang on it, filters, reports, the way back."""

import pytest

TEXT = """Dredging

2 September 2025

We will publish the dredging plan by 30 September 2025.

The harbour master will open the fish hall by 15 October 2025.

The winter timetable will be posted on every quay by 30 November 2025.
"""
LATER = """Harbour Board

News of the quays

12 September 2025

The dredging plan was published by the Board on 11 September 2025.
"""
NAMED = ["Harbour Board (We)", "The harbour master", "Harbour Board"]


@pytest.fixture
def unnamed(tmp_path):
    """A file that does not say who published it."""
    path = tmp_path / "dredging.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def numbers(tracker, unnamed):
    """The numbers of its three commitments, as its text has them."""
    (announcement,) = tracker("ingest", "--accept", unnamed, "--json").document["announcements"]
    return [one["id"] for one in announcement["commitments"]]


@pytest.fixture
def promisors(tracker, numbers):
    """Who promises each, now."""

    def promisors():
        listed = {one["id"]: one["promisor"] for one in tracker("list", "--json").document["commitments"]}
        return [listed[number] for number in numbers]

    return promisors


def test_the_publisher_is_named_and_who_promises_by_it_is_read_anew(tracker, numbers, promisors):
    was = promisors()
    told = tracker("edit", numbers[0], "--publisher", " Harbour  Board ", "--why", "the page says so").out
    assert "; its announcement is published by Harbour Board, by whom 1 other promise of it is read anew" in told
    assert promisors() == NAMED
    assert {one["id"] for one in tracker("list", 'publisher:"harbour board"', "--json").document["commitments"]} == set(
        numbers
    )
    story = tracker("show", numbers[0]).out
    assert "publisher none → Harbour Board; 2 promisors by it; because: the page says so" in " ".join(story.split())
    assert "this was announced by Harbour Board in “Dredging”" in " ".join(tracker("draft", numbers[0]).out.split())
    assert was[1] == NAMED[1]


def test_one_undo_takes_the_name_and_what_hung_on_it_back(tracker, numbers, promisors):
    was = promisors()
    tracker("edit", numbers[1], "--publisher", "Harbour Board")
    tracker("undo")
    assert promisors() == was
    assert tracker("list", "publisher:harbour", "--json").document["commitments"] == []
    tracker("edit", numbers[1], "--publisher", "Harbour Board")
    assert promisors() == NAMED


def test_a_promisor_that_a_person_named_stays(tracker, numbers, promisors):
    tracker("edit", numbers[2], "--promisor", "The quay master")
    told = tracker("edit", numbers[1], "--publisher", "Harbour Board").out
    assert told.endswith("Harbour Board, by whom 1 other promise of it is read anew\n")
    assert promisors() == [NAMED[0], NAMED[1], "The quay master"]


def test_a_later_report_of_the_publisher_is_known_by_it(tracker, numbers, tmp_path):
    later = tmp_path / "later.txt"
    later.write_text(LATER, encoding="utf-8")
    tracker("edit", numbers[0], "--publisher", "Harbour Board")
    (announcement,) = tracker("match", later, "--json").document["announcements"]
    assert [(each["commitment"], each["stance"]) for each in announcement["matches"]] == [(numbers[0], "done")]


def test_what_was_stored_without_a_publisher_says_how_to_name_it(tracker, numbers, unnamed):
    hint = f"`tracker edit {numbers[0]} --publisher NAME` says who published it."
    assert hint in tracker("ingest", unnamed, "--publisher", "Harbour Board").out
    tracker("edit", numbers[0], "--publisher", "Harbour Board")
    assert hint not in tracker("ingest", unnamed).out


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["--publisher", " "], "--publisher is empty"),
        (["--publisher", "Harbour Board", "--deed", "dredge"], "--publisher goes without other corrections"),
    ],
)
def test_a_name_that_says_nothing_or_comes_with_more_is_refused(tracker, numbers, words, why):
    assert why in tracker("edit", numbers[0], *words, code=2).err


def test_a_name_that_is_known_and_an_erased_announcement_are_refused(tracker, numbers):
    tracker("edit", numbers[0], "--publisher", "Harbour Board")
    assert "nothing to correct" in tracker("edit", numbers[1], "--publisher", "Harbour Board", code=2).err
    tracker("purge", 1, "--why", "asked to", "--yes")
    assert "was erased with its announcement" in tracker("edit", numbers[0], "--publisher", "X", code=2).err
    assert "Harbour Board" not in tracker("log", numbers[0]).out
