"""Is it a commitment? A person decides, one by one or at once."""

from datetime import UTC, datetime

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


@pytest.mark.usefixtures("proposed")
def test_words_of_time_in_a_correction_count_from_the_announcement(tracker, type_keys):
    type_keys("c", "", "", "by Friday", "q")
    assert (
        "“by Friday” is read as 2025-09-05, Friday 5 September 2025, counted from 2025-09-02" in tracker("review").err
    )
    (listed,) = tracker("list", "--json").document["commitments"]
    assert listed["due"] == "2025-09-05"


@pytest.fixture
def without_deed(proposed, store):
    """The number of the first proposed commitment, of which nobody read what is to be done."""
    with store.writing("test", "Ada", datetime(2025, 9, 20, tzinfo=UTC)) as change:
        change.conn.exec_driver_sql(f"UPDATE commitment SET deed = '' WHERE number = {proposed[0]}")
    return proposed[0]


def test_a_correction_is_asked_for_a_deed_until_there_is_one(tracker, without_deed, type_keys):
    type_keys("c", "", " ", "publish the plan", "", "q")
    assert "give some words; < goes back" in tracker("review").out
    (listed,) = tracker("list", "--json").document["commitments"]
    assert (listed["id"], listed["deed"]) == (without_deed, "publish the plan")


def test_what_has_no_deed_is_tracked_by_no_key_and_no_option(tracker, without_deed, type_keys):
    type_keys("a", "q")
    assert f"nobody read what is to be done in commitment {without_deed}" in tracker("review").out
    assert f"tracker review {without_deed} --accept --deed" in tracker("review", "--accept-all", code=2).err
    tracker("review", without_deed, "--accept", "--deed", "publish the plan")


@pytest.mark.parametrize("place", range(4))
def test_each_question_can_be_gone_back_from_and_nothing_is_decided(tracker, proposed, type_keys, place):
    keys = ["d", "<"] if place == 3 else ["c", *[""] * place, "<"]
    type_keys(*keys, "s", "a", "q")
    told = tracker("review").out
    assert told.count("1 of 3") == 2
    assert reviews(tracker, proposed) == ["proposed", "tracked", "proposed"]


@pytest.mark.usefixtures("proposed")
def test_a_question_mark_explains_the_keys(tracker, type_keys):
    type_keys("?", "q")
    told = tracker("review").out
    assert told.count("1 of 3") == 1
    assert "d  dismiss: it is no commitment, and kept, so that it is not found again\n" in told
    assert "u  undo: take the last decision made here back" in told
    assert "< goes back to these keys" in told


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
    assert announcement["known_again"] == 3  # the others still wait for review
    tracker("review", proposed[0], "--restore")
    assert reviews(tracker, proposed)[0] == "proposed"


@pytest.mark.parametrize(
    "words",
    [
        ["--accept"],
        ["1", "--accept", "--accept-all"],
        ["1", "--accept", "--dismiss"],
        ["--accept-all", "--due", "2025-10-10"],
        ["1", "--accept-all"],
        ["1", "2", "--accept", "--no-due"],
        ["1", "--accept", "--why", "so it is"],
        ["--accept-all", "--why", "so it is"],
        ["1", "--why", "so it is"],
        ["1", "--restore"],
        ["0", "--accept"],
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_changes(tracker, proposed, words):
    tracker("review", *words, code=2)
    assert reviews(tracker, proposed) == ["proposed"] * 3


def test_one_of_several_that_cannot_be_decided_on_leaves_all_as_they_were(tracker, proposed):
    one, two, three = proposed
    tracker("review", two, "--dismiss", "--why", "a forecast")
    for words in ([one, two, "--accept"], [one, two, "--dismiss"], [two, three, "--restore"], [one, 999, "--accept"]):
        tracker("review", *words, code=5 if 999 in words else 2)
        assert reviews(tracker, proposed) == ["proposed", "dismissed", "proposed"]


def test_several_are_dismissed_and_restored_in_one_change_each(tracker, proposed):
    one, two, _ = proposed
    told = tracker("review", one, two, one, "--dismiss", "--why", "forecasts").out.splitlines()
    assert [line.partition(":")[0] for line in told] == [f"{one} is dismissed", f"{two} is dismissed"]
    assert tracker("log", "--json").document["events"][0]["commitments"] == [one, two]
    tracker("review", one, two, "--restore")
    assert reviews(tracker, proposed) == ["proposed"] * 3


@pytest.mark.parametrize(
    ("words", "state"), [(["--accept"], "tracked"), (["--dismiss"], "dismissed"), (["--restore"], "proposed")]
)
def test_a_decision_in_json_is_the_list_of_what_was_decided(tracker, proposed, words, state):
    if state == "proposed":
        tracker("review", proposed[0], "--dismiss")
    document = tracker("review", proposed[0], *words, "--json").document
    assert document["schema"] == "tracker.list/1"
    assert [(one["id"], one["review"]) for one in document["commitments"]] == [(proposed[0], state)]


def test_accepting_all_in_json_is_the_list_of_what_was_accepted(tracker, proposed):
    document = tracker("review", "--accept-all", "--json").document
    assert [one["id"] for one in document["commitments"]] == proposed
    assert tracker("review", "--accept-all", "--json").document["commitments"] == []
    assert tracker("review", "--accept-all").out == "Nothing waits for review.\n"


def test_only_what_is_proposed_can_be_reviewed(tracker, proposed):
    assert "there is no commitment 999" in tracker("review", 999, code=5).err
    tracker("review", proposed[0], "--accept")
    tracker("review", proposed[1], "--dismiss")
    for words in ([], ["--json"]):
        assert f"{proposed[0]} is tracked already" in tracker("review", proposed[0], *words, code=2).err
        assert f"{proposed[1]} is dismissed already" in tracker("review", proposed[1], *words, code=2).err
    (named,) = tracker("review", proposed[2], "--json").document["commitments"]
    assert named["id"] == proposed[2]


def test_those_named_are_gone_through_in_their_order(tracker, proposed, type_keys):
    type_keys("s", "a")
    told = tracker("review", proposed[2], proposed[0]).out
    assert "2 of 2" in told
    assert reviews(tracker, proposed) == ["tracked", "proposed", "proposed"]


def test_undo_takes_back_what_was_decided_here_and_nothing_else(tracker, proposed, type_keys):
    tracker("review", proposed[0], "--accept")
    type_keys("u", "a", lambda: tracker("note", proposed[0], "a later change of mine"), "u", "u", "q")
    told = tracker("review").out
    assert "Nothing to undo." in told
    assert "0 decided, 2 left" in told
    assert reviews(tracker, proposed) == ["tracked", "proposed", "proposed"]
    assert len(tracker("show", proposed[0], "--json").document["notes"]) == 1


def test_an_undo_that_is_refused_is_told_and_the_review_goes_on(tracker, proposed, type_keys):
    type_keys("a", lambda: tracker("review", proposed[0], "--dismiss", "--by", "Ben"), "u", "a", "q")
    told = tracker("review").out
    assert "by Ben" in told
    assert "2 decided, 1 left" in told
    assert reviews(tracker, proposed) == ["dismissed", "tracked", "proposed"]


def test_each_is_shown_as_it_stands_when_its_turn_comes(tracker, proposed, type_keys):
    type_keys(lambda: tracker("edit", proposed[1], "--due", "2025-10-20", "--by", "Ben"), "s", "q")
    assert "2025-10-20" in tracker("review").out


def test_what_somebody_else_has_decided_meanwhile_is_passed_over(tracker, proposed, type_keys):
    type_keys(lambda: tracker("review", proposed[1], "--dismiss", "--by", "Ben"), "a", "a")
    told = tracker("review").out
    assert f"Commitment {proposed[1]} is dismissed by now: Ben decided." in told
    assert "2 decided, 0 left" in told
    assert reviews(tracker, proposed) == ["tracked", "dismissed", "tracked"]


@pytest.mark.parametrize("keys", [["a"], ["d", "a forecast"], ["c", "", "", ""]])
def test_a_decision_on_what_was_changed_since_it_was_shown_is_refused(tracker, proposed, type_keys, keys):
    type_keys(lambda: tracker("edit", proposed[0], "--due", "2025-10-05", "--by", "Ben"), *keys, "q")
    told = tracker("review").out
    assert "changed meanwhile by Ben" in told
    assert told.count("1 of 3") == 1  # shown anew; what was shown before was swallowed with the other command
    assert "2025-10-05" in told
    assert reviews(tracker, proposed) == ["proposed"] * 3


def test_a_correction_takes_every_form_of_a_day_and_asks_again_for_none(tracker, proposed, type_keys):
    type_keys("c", "", "", "20251031", "+7d", "q")
    assert "'20251031' is no day" in tracker("review").out
    (listed,) = tracker("list", "--json").document["commitments"]
    assert (listed["id"], listed["due"]) == (proposed[0], "2025-09-27")


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_on_a_terminal_an_answer_that_is_no_day_is_told_in_lines_that_fit(tracker, proposed, in_terminal):
    written = in_terminal("review", keys=["c", "\r", "\r", "the day on which pigs fly\r", "<\r", "q"])
    told = written[written.index("is no day") - 40 : written.index("goes back", written.index("is no day"))]
    assert max(map(len, told.splitlines())) < 80
    assert reviews(tracker, proposed) == ["proposed"] * 3


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_on_a_terminal_one_key_is_enough_and_the_end_of_input_quits(tracker, proposed, in_terminal):
    written = in_terminal("review", keys=["a", "\x04"])
    assert "1 decided, 2 left" in written
    assert reviews(tracker, proposed) == ["tracked", "proposed", "proposed"]
