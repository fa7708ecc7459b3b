"""Rows of an action list: followed as minutes tell them, and never quoted in words that no document holds."""

import pytest

FIRST = """Minutes of the Elsin Council, 3 March 2025

| Action | Owner | Due |
|--|--|--|
| Repair the harbour crane | Ms Orr | 30 October 2025 |
| Circulate the draft budget | Town Clerk | 11 December 2025 |
| Survey the coast road | Mr Tamm | 1 October 2025 |
"""
SECOND = """Minutes of the Elsin Council, 3 September 2025

| Action | Owner | Due | Status |
|--|--|--|--|
| Repair the harbour crane | Ms Orr | 30 October 2025 | Moved to 15 January 2026 |
| Circulate the draft budget | Town Clerk | 8 January 2026 | Deferred |
| Survey the coast road | Mr Tamm | 1 October 2025 | Completed on 2 September 2025 |
"""


@pytest.fixture
def minutes(tmp_path):
    """Write minutes into a file."""

    def minutes(text):
        path = tmp_path / "minutes.md"
        path.write_text(text, encoding="utf-8")
        return path

    return minutes


@pytest.fixture
def numbers(tracker, minutes):
    """The numbers of three tracked rows, in their order."""
    document = tracker("ingest", "--accept", minutes(FIRST), "--json").document
    return [one["id"] for one in document["announcements"][0]["commitments"]]


def test_later_minutes_move_a_row_or_tell_that_it_is_done(tracker, numbers, minutes):
    (announcement,) = tracker("match", minutes(SECOND), "--json").document["announcements"]
    told = {each["commitment"]: (each["stance"], each["new_due"], each["done_on"]) for each in announcement["matches"]}
    assert told == dict(
        zip(
            numbers,
            [("moved", "2026-01-15", None), ("moved", "2026-01-08", None), ("done", None, "2025-09-02")],
            strict=True,
        )
    )
    (announcement,) = tracker("ingest", "--accept", minutes(SECOND), "--json").document["announcements"]
    assert announcement["commitments"] == []


def test_a_row_that_was_moved_before_it_was_known_has_its_new_day(tracker, minutes):
    tracker("ingest", "--accept", minutes(SECOND))
    listed = tracker("list", "--json").document["commitments"]
    assert [(one["promisor"], one["deed"], one["due"]) for one in listed] == [
        ("Town Clerk", "circulate the draft budget", "2026-01-08"),
        ("Ms Orr", "repair the harbour crane", "2026-01-15"),
    ]


def test_a_row_is_shown_as_listed_and_not_in_quotation_marks(tracker, numbers, minutes):
    said = "Action: Ms Orr to repair the harbour crane by 30 October 2025."
    letter = " ".join(tracker("draft", numbers[0]).out.split())
    assert (
        f"this was listed in “Minutes of the Elsin Council, 3 March 2025”, in a row that we give as a sentence: {said}"
        in letter
    )
    assert f"listed as: {said}" in tracker("show", numbers[0]).out
    assert "listed as: Ms Orr will now repair the" in " ".join(tracker("match", minutes(SECOND)).out.split())


def test_what_a_document_says_itself_stays_quoted(tracker, minutes):
    said = "Action: Ms Orr to repair the harbour crane by 30 October 2025."
    path = minutes(f"# Minutes\n\nElsin, 3 March 2025\n\n- {said}\n")
    (one,) = tracker("ingest", "--accept", path, "--json").document["announcements"][0]["commitments"]
    assert f"“{said}”" in " ".join(tracker("draft", one["id"]).out.split())
