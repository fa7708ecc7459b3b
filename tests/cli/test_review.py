"""Is it a commitment? A person decides, one by one or at once."""

import io
import sys

import pytest

SEVERAL = """Harbour Board, 2 September 2025

The board will publish its dredging plan by 30 September 2025.
The harbour master will open the fish hall by 15 October 2025.
The board will hold a public hearing in November 2025.
"""


@pytest.fixture
def proposed(tracker, tmp_path):
    """The numbers of three proposed commitments, the nearest due date first."""
    path = tmp_path / "board.txt"
    path.write_text(SEVERAL, encoding="utf-8")
    tracker("ingest", path)
    numbers = [one["id"] for one in tracker("review", "--json").document["commitments"]]
    assert len(numbers) == 3
    return numbers


@pytest.fixture
def type_keys(monkeypatch):
    """Give a command its standard input, line by line."""

    def type_keys(*lines):
        stdin = io.TextIOWrapper(io.BytesIO("".join(f"{line}\n" for line in lines).encode()))
        monkeypatch.setattr(sys, "stdin", stdin)

    return type_keys


def reviews(tracker, numbers):
    listed = tracker("list", "--all", "--json").document["commitments"]
    return [next(one["review"] for one in listed if one["id"] == number) for number in numbers]


def test_one_by_one_each_key_decides(tracker, proposed, type_keys):
    type_keys("a", "d", "a forecast", "s")
    told = tracker("review").out
    assert "1 of 3" in told
    assert "a accept" in told
    assert reviews(tracker, proposed) == ["tracked", "dismissed", "proposed"]


def test_the_end_of_input_quits_and_keeps_what_was_decided(tracker, proposed, type_keys):
    type_keys("a")
    tracker("review")
    assert reviews(tracker, proposed) == ["tracked", "proposed", "proposed"]


def test_undo_goes_back_to_the_one_before(tracker, proposed, type_keys):
    type_keys("d", "", "u", "a", "q")
    tracker("review")
    assert reviews(tracker, proposed) == ["tracked", "proposed", "proposed"]


@pytest.mark.usefixtures("proposed")
def test_a_correction_is_asked_for_field_by_field_and_then_accepted(tracker, type_keys):
    type_keys("c", "Harbour Board", "", "2025-10-31", "q")
    tracker("review")
    (listed,) = tracker("list", "--json").document["commitments"]
    assert (listed["promisor"], listed["due"], listed["slippage"]) == ("Harbour Board", "2025-10-31", 0)


def test_all_are_accepted_at_once(tracker, proposed):
    tracker("review", "--accept-all")
    assert reviews(tracker, proposed) == ["tracked"] * 3
    assert "Nothing waits for review." in tracker("review").out


def test_one_is_accepted_with_a_correction_without_being_asked(tracker, proposed):
    tracker("review", proposed[1], "--accept", "--due", "2025-10-20")
    assert tracker("list", "--json").document["commitments"][0]["due"] == "2025-10-20"


def test_a_dismissed_sentence_is_known_again_and_can_be_restored(tracker, proposed, tmp_path):
    tracker("review", proposed[0], "--dismiss", "--why", "a forecast")
    second = tmp_path / "again.txt"
    second.write_text(SEVERAL.replace("Harbour Board, 2", "Harbour Board, 3"), encoding="utf-8")
    (announcement,) = tracker("ingest", second, "--json").document["announcements"]
    assert announcement["known_again"] == 1
    tracker("review", proposed[0], "--restore")
    assert reviews(tracker, proposed)[0] == "proposed"


@pytest.mark.parametrize(
    "words",
    [["--accept"], ["1", "--accept", "--accept-all"], ["--accept-all", "--due", "2025-10-10"], ["1", "--restore"]],
)
def test_what_makes_no_sense_is_refused_and_nothing_changes(tracker, proposed, words):
    tracker("review", *words, code=2)
    assert reviews(tracker, proposed) == ["proposed"] * 3
