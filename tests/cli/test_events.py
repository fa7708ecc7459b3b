"""What commitments wait for, and what follows once its day is known."""

import pytest

TREATY = """Port Elsin, 17 September 2025

Velmara will open a customs office within 60 days of the signing of the treaty.
The harbour board will publish its fees once the treaty is ratified.
"""


@pytest.fixture
def treaty(tracker, tmp_path):
    """Two commitments that wait for two events, tracked."""
    path = tmp_path / "treaty.txt"
    path.write_text(TREATY, encoding="utf-8")
    tracker("ingest", "--accept", path)
    waiting = tracker("list", "kind:conditional", "--all", "--json").document["commitments"]
    for one in waiting:
        if one["review"] == "proposed":
            tracker("review", one["id"], "--accept")
    return [one["id"] for one in waiting]


def events(tracker):
    return tracker("event", "list", "--json").document["events"]


def due(tracker, number):
    return tracker("show", number, "--json").document["deadline"]["due"]


def test_an_event_is_listed_with_the_commitments_that_wait_for_it(tracker, treaty):
    assert [one["commitments"] for one in events(tracker)] == [[treaty[0]], [treaty[1]]]
    assert "tracker event ID --on DAY" in tracker("event", "list").out


def test_a_known_day_gives_those_that_wait_their_due_date_without_slippage(tracker, treaty):
    number = events(tracker)[0]["id"]
    tracker("event", number, "--on", "2025-11-03", "--source", "https://example.org/signing")
    shown = tracker("show", treaty[0], "--json").document
    assert shown["deadline"]["due"] == "2026-01-02"
    assert shown["amendments"] == []
    assert "60 days counted from the signing" in str(shown)
    assert due(tracker, treaty[1]) is None
    assert events(tracker)[0]["happened_on"] == "2025-11-03"


def test_a_day_that_is_changed_later_moves_them(tracker, treaty):
    number = events(tracker)[0]["id"]
    tracker("event", number, "--on", "2025-11-03", "--source", "https://example.org/signing")
    tracker("event", number, "--on", "2025-11-10", "--source", "https://example.org/later")
    shown = tracker("show", treaty[0], "--json").document
    assert shown["deadline"]["due"] == "2026-01-09"
    assert [(one["old_due"], one["new_due"]) for one in shown["amendments"]] == [("2026-01-02", "2026-01-09")]


@pytest.mark.usefixtures("treaty")
@pytest.mark.parametrize(("typed", "day"), [("3 Nov", "2025-11-03"), ("3 Sep", "2025-09-03"), ("friday", "2025-09-19")])
def test_of_two_days_that_words_may_mean_an_event_is_on_the_nearer(tracker, typed, day):
    number = events(tracker)[0]["id"]
    assert f"“{typed}” is read as {day}, " in tracker("event", number, "--on", typed, "--source", "a letter").err
    assert events(tracker)[0]["happened_on"] == day


def test_an_events_day_is_taken_back_by_undo(tracker, treaty):
    tracker("event", events(tracker)[0]["id"], "--on", "2025-11-03", "--source", "https://example.org/signing")
    tracker("undo")
    assert due(tracker, treaty[0]) is None
    assert events(tracker)[0]["happened_on"] is None


@pytest.mark.usefixtures("treaty")
@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["9", "--on", "2025-11-03", "--source", "x"], 5, "`tracker event list`"),
        (["1"], 2, "needs its day"),
        (["1", "--on", "2025-11-03"], 2, "--source"),
        (["list", "--on", "2025-11-03"], 2, "takes neither"),
        (["soon"], 2, "no whole number"),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(tracker, words, code, says):
    outcome = tracker("event", *words, code=code)
    assert says in outcome.err
    assert outcome.err.count("\n") == 1


def test_what_was_purged_waits_for_nothing(tracker, treaty):
    assert treaty
    tracker("purge", "1", "--why", "asked for", "--yes")
    assert events(tracker) == []
