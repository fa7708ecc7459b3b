"""Decisions in and out for scripts, and evidence decided on in the same sitting."""

import io
import json

import pytest

SEVERAL = """Harbour Board, 2 September 2025

The board met on Monday. The board will publish its dredging plan by 30 September 2025.
The harbour master will open the fish hall by 15 October 2025.
"""


@pytest.fixture
def proposed(tracker, tmp_path):
    """The numbers of two proposed commitments, the nearest due date first."""
    path = tmp_path / "board.txt"
    path.write_text(SEVERAL, encoding="utf-8")
    tracker("ingest", path, "--publisher", "Harbour Board")
    return [one["id"] for one in tracker("review", "--json").document["commitments"]]


@pytest.fixture
def evidence(tracker, proposed, tmp_path):
    """The number of a piece of evidence that the dredging plan was published."""
    tracker("review", *proposed, "--accept")
    path = tmp_path / "later.txt"
    path.write_text("Courier, 17 September 2025\n\nThe harbour board published its dredging plan on Monday.\n")
    tracker("ingest", path)
    (waiting,) = tracker("review", "--json").document["evidence"]
    return waiting["evidence"]


@pytest.fixture
def decide(tracker, monkeypatch):
    """Hand decisions to the command on its standard input; gives its answers."""

    def decide(*decisions, code=0):
        lines = [one if isinstance(one, str) else json.dumps(one) for one in decisions]
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("\n".join(lines).encode())))
        return [json.loads(line) for line in tracker("review", "--decisions", "-", code=code).out.splitlines()]

    return decide


def test_what_waits_is_told_with_its_paragraph_and_reasons(tracker, proposed):
    document = tracker("review", "--json").document
    first = document["commitments"][0]
    assert document["schema"] == "tracker.review/1"
    assert (first["id"], first["due"], first["deed"]) == (proposed[0], "2025-09-30", "publish its dredging plan")
    assert first["before"] == "The board met on Monday."
    assert len(first["reasons"]) == 3
    assert ("dated", "names a day") in [(one["name"], one["words"]) for one in first["reasons"]]
    assert all(isinstance(one["weight"], float) for one in first["reasons"])


def test_each_decision_is_applied_and_answered(tracker, proposed, decide):
    one, two = proposed
    answers = decide(
        {"id": one, "decision": "accept", "due": "2025-10-01", "promisor": "Harbour Board", "deed": "publish the plan"},
        "",
        {"id": two, "decision": "dismiss", "why": "a forecast"},
    )
    assert [(each["line"], each["is_applied"]) for each in answers] == [(1, True), (3, True)]
    assert (answers[0]["review"], answers[0]["due"], answers[1]["review"]) == ("tracked", "2025-10-01", "dismissed")
    (listed,) = tracker("list", "--json").document["commitments"]
    assert (listed["promisor"], listed["deed"], listed["due"]) == ("Harbour Board", "publish the plan", "2025-10-01")


def test_a_due_date_of_null_means_none(tracker, proposed, decide):
    decide({"id": proposed[0], "decision": "accept", "due": None, "sense": "keep"})
    (listed,) = tracker("list", "--json").document["commitments"]
    assert (listed["due"], listed["sense"]) == (None, "keep")


def test_a_refused_one_is_told_and_does_not_stop_the_others(tracker, proposed, decide):
    answers = decide({"id": 999, "decision": "accept"}, {"id": proposed[0], "decision": "accept"}, code=5)
    assert "there is no commitment 999" in answers[0]["problem"]
    assert [each["is_applied"] for each in answers] == [False, True]
    assert len(tracker("list", "--json").document["commitments"]) == 1


@pytest.mark.parametrize(
    "line",
    [
        "no json",
        "[]",
        "{}",
        "[" * 100_000,
        '{"id": 1, "evidence": 1, "decision": "accept"}',
        '{"id": "1", "decision": "accept"}',
        '{"id": true, "decision": "accept"}',
        '{"id": 1, "decision": "take"}',
        '{"evidence": 1, "decision": "dismiss"}',
        '{"id": 1, "decision": "accept", "colour": "red"}',
        '{"id": 1, "decision": "accept", "deed": 7}',
        '{"id": 1, "decision": "accept", "due": "soon"}',
        '{"id": 1, "decision": "accept", "sense": "smell"}',
        '{"id": 1, "decision": "accept", "sense": ""}',
        '{"id": 1, "decision": "accept", "due": ""}',
        '{"id": 1, "decision": "accept", "why": "so"}',
        '{"id": 1, "decision": "dismiss", "why": "so", "due": "2020-01-01"}',
        '{"id": 1, "decision": ["accept"]}',
        '{"id": 1}',
        '{"evidence": 1, "decision": "accept", "why": "so"}',
        '{"evidence": 1, "decision": "accept", "on": "2025-09-15"}',
        '{"evidence": 1, "decision": "split", "why": "so"}',
        '{"evidence": 1, "decision": "fulfil", "to": "2025-09-15"}',
        '{"evidence": 1, "decision": "fulfil", "on": "Monday"}',
        '{"evidence": 1, "decision": "move", "to": 20250915}',
    ],
)
def test_what_is_no_decision_is_refused_with_a_line(decide, line):
    (answer,) = decide(line, code=4)
    assert not answer["is_applied"]
    assert answer["problem"]


def test_evidence_is_decided_on_by_scripts(tracker, evidence, decide):
    (answer,) = decide({"evidence": evidence, "decision": "accept"})
    assert (answer["state"], answer["is_applied"]) == ("accepted", True)
    tracker("undo")
    (answer,) = decide({"evidence": evidence, "decision": "reject", "why": "another plan"})
    assert answer["state"] == "rejected"
    tracker("undo")
    (answer,) = decide({"evidence": evidence, "decision": "split"})
    assert answer["split_off"]


def test_scripts_draw_the_conclusion_from_evidence_too(tracker, evidence, proposed, decide):
    (answer,) = decide({"evidence": evidence, "decision": "move", "to": "2025-12-01"}, code=2)
    assert "so nothing is moved by it" in answer["problem"]
    (answer,) = decide({"evidence": evidence, "decision": "fulfil"})
    assert (answer["status"], answer["done_on"]) == ("fulfilled", "2025-09-15")
    tracker("undo", answer["change"])
    (answer,) = decide({"evidence": evidence, "decision": "fulfil", "on": "2025-09-16"})
    assert answer["done_on"] == "2025-09-16"
    assert tracker("show", proposed[0], "--json").document["standing"]["done_on"] == "2025-09-16"


def test_scripts_move_by_evidence_to_the_day_that_it_tells_or_that_they_give(tracker, proposed, decide, tmp_path):
    tracker("review", *proposed, "--accept")
    path = tmp_path / "later.txt"
    path.write_text("Courier, 17 September 2025\n\nThe harbour board has postponed its dredging plan.\n")
    tracker("ingest", path)
    number = tracker("review", "--json").document["evidence"][0]["evidence"]
    (answer,) = decide({"evidence": number, "decision": "move"}, code=2)
    assert "does not tell the new due date" in answer["problem"]
    (answer,) = decide({"evidence": number, "decision": "move", "to": "2025-12-01", "why": "silt"})
    assert (answer["state"], answer["status"], answer["due"]) == ("accepted", "open", "2025-12-01")


def test_an_empty_name_is_refused_as_on_the_command_line(proposed, decide):
    (answer,) = decide({"id": proposed[0], "decision": "accept", "promisor": " "}, code=2)
    assert "--promisor is empty" in answer["problem"]


def test_decisions_go_with_nothing_else(tracker, proposed, decide):  # noqa: ARG001 - it must be there first
    assert tracker("review", proposed[0], "--decisions", "-", code=2).err


def test_evidence_comes_after_the_commitments_in_one_sitting(tracker, evidence, type_keys):
    type_keys("a", "y")
    told = tracker("review").out
    assert "reported done on 2025-09-15" in told
    assert "[published] its [dredging] [plan]" in told
    assert "1 decided, 0 left" in told
    assert evidence
    (listed,) = tracker("list", "status:fulfilled", "--json").document["commitments"]
    assert listed["done_on"] == "2025-09-15"


def test_accepting_alone_settles_nothing(tracker, evidence, type_keys):
    type_keys("a", "n")
    tracker("review")
    assert tracker("list", "status:fulfilled", "--json").document["commitments"] == []
    assert tracker("evidence", "list", "--all", "--json").document["evidence"][0]["evidence"] == evidence


@pytest.mark.parametrize(
    ("keys", "state"), [(["r", "another plan"], "rejected"), (["n"], "rejected"), (["s"], "proposed")]
)
def test_evidence_is_rejected_split_off_or_left(tracker, evidence, type_keys, keys, state):
    type_keys(*keys, "q")
    tracker("review")
    (told,) = tracker("evidence", "list", "--all", "--json").document["evidence"]
    assert (told["evidence"], told["state"]) == (evidence, state)


def test_undo_takes_verdict_and_evidence_back(tracker, evidence, proposed, type_keys, tmp_path):
    path = tmp_path / "more.txt"
    path.write_text("Courier, 18 September 2025\n\nThe harbour master did not open the fish hall.\n", encoding="utf-8")
    tracker("ingest", path)
    type_keys("a", "y", "u", "q")
    assert "0 decided, 2 left" in tracker("review").out
    assert {one["state"] for one in tracker("evidence", "list", "--json").document["evidence"]} == {"proposed"}
    assert len(tracker("list", "status:open", "--json").document["commitments"]) == 2
    assert evidence
    assert proposed


def test_what_was_decided_meanwhile_is_passed_over(tracker, evidence, type_keys, tmp_path):
    path = tmp_path / "more.txt"
    path.write_text("Courier, 18 September 2025\n\nThe harbour master did not open the fish hall.\n", encoding="utf-8")
    tracker("ingest", path)
    type_keys(lambda: tracker("evidence", "accept", evidence + 1), "s")
    told = tracker("review").out
    assert f"Evidence {evidence + 1} is accepted by now." in told
