"""What a silence means is recorded and not sent, and said once when that ends."""

from datetime import date

import pytest

from tracker.core.status import Status
from tracker.errors import NotFoundError, UsageError
from tracker.services.amend import Move, move
from tracker.services.annotate import set_owner
from tracker.services.daily_check import check
from tracker.services.evidence import read_evidence
from tracker.services.settle import Verdict, settle
from tracker.services.silences import add, end, listed
from tracker.services.undo import undo
from tracker.store import outbox

DESK = "desk@x.example"
DONE = Verdict(Status.FULFILLED, date(2025, 9, 29), evidence=(read_evidence("https://example.org/page"),))


@pytest.fixture
def silence(store, routed, on):
    """Silence what mentions dredging, on a day until another."""

    def silence(day, until, words="dredging", starts_on=None):
        begins = date.fromisoformat(starts_on or day)
        return add(store, routed, on(day), [words], begins, date.fromisoformat(until), "the house is in recess")

    return silence


def test_what_is_silenced_is_recorded_counted_and_said_once_on_the_day_that_it_ends(
    store, routed, on, number, planned, silence, next_day, keys_on
):
    silence("2025-09-29", "2025-10-05")
    (said,) = check(store, routed, on("2025-09-30")).said
    assert (said.stage.key, said.silence) == ("due", 1)
    with store.reading() as conn:
        assert outbox.silenced_on(conn, date(2025, 9, 30)) == 1
    assert next_day(number) == "2025-10-01"
    assert keys_on(routed, "2025-10-01") == ["past+1"]
    assert (planned(number), next_day(number)) == ([], "2025-10-05")
    assert [keys_on(routed, f"2025-10-0{day}") for day in (4, 5, 5, 6)] == [[], ["again"], [], []]
    assert planned(number) == [("again", DESK)]


def test_a_silence_ended_early_says_the_latest_that_day(store, routed, on, number, planned, silence, next_day):
    silence("2025-09-29", "2025-12-01")
    check(store, routed, on("2025-09-30"))
    end(store, routed, on("2025-09-30"), 1)
    assert next_day(number) == "2025-09-30"
    assert [one.stage.key for one in check(store, routed, on("2025-09-30")).said] == ["again"]
    assert planned(number) == [("again", DESK)]


def test_what_waits_to_be_sent_is_held_back_too_and_said_when_it_ends(store, routed, on, number, planned, silence):
    check(store, routed, on("2025-09-30"))
    silence("2025-09-30", "2025-10-03")
    assert planned(number, "why") == [("due", "silenced")]
    check(store, routed, on("2025-10-01"))
    check(store, routed, on("2025-10-03"))
    assert planned(number) == [("again", DESK)]


def test_of_two_silences_the_one_that_ends_last_holds(store, routed, on, number, silence, next_day, keys_on, planned):
    silence("2025-09-30", "2025-10-03")
    silence("2025-09-30", "2025-10-05")
    silence("2025-09-30", "2025-10-04")
    check(store, routed, on("2025-10-01"))
    assert next_day(number) == "2025-10-05"
    silence("2025-10-01", "2025-10-06")
    assert keys_on(routed, "2025-10-05") == ["again"]
    assert (planned(number), next_day(number)) == ([], "2025-10-06")
    end(store, routed, on("2025-10-05"), 4)
    assert (keys_on(routed, "2025-10-05"), keys_on(routed, "2025-10-06")) == ([], ["again"])
    assert planned(number) == [("again", DESK)]


def test_a_move_that_is_silenced_is_told_when_that_ends(store, routed, on, number, silence, planned, keys_on):
    silence("2025-09-04", "2025-09-10")
    move(store, routed, on("2025-09-05"), number, Move(date(2025, 12, 31), "https://example.org", "rain"))
    assert planned(number) == []
    assert keys_on(routed, "2025-09-10") == ["again"]


def test_a_silence_to_come_and_what_it_does_not_mean_keep_nothing_back(store, routed, on, number, silence, planned):
    silence("2025-09-04", "2025-12-01", starts_on="2025-11-01")
    silence("2025-09-04", "2025-12-01", words='actor:"Fish Board"')
    check(store, routed, on("2025-09-30"))
    assert planned(number) == [("due", DESK)]


def test_owner_me_is_whoever_made_the_silence(store, routed, on, number, silence, planned):
    set_owner(store, routed, on("2025-09-04"), number, "Ada")
    silence("2025-09-04", "2025-12-01", words="owner:me")
    check(store, routed, on("2025-09-30"))
    assert planned(number) == []


def test_a_silence_is_taken_back_before_it_kept_anything_and_ended_after(store, routed, on, number, silence, planned):
    silence("2025-09-04", "2025-12-01")
    undo(store, routed, on("2025-09-04"))
    assert listed(store, date(2025, 9, 4), is_all=True) == ()
    silence("2025-09-04", "2025-12-01")
    check(store, routed, on("2025-09-30"))
    with pytest.raises(UsageError, match="tracker silence end"):
        undo(store, routed, on("2025-09-30"))
    end(store, routed, on("2025-09-30"), 2)
    with pytest.raises(UsageError, match="change 6"):
        undo(store, routed, on("2025-09-30"), 4)
    undo(store, routed, on("2025-09-30"))
    check(store, routed, on("2025-10-01"))
    assert planned(number) == []
    assert [one.ends_on for one in listed(store, date(2025, 10, 1), is_all=False)] == [date(2025, 12, 1)]


def test_silences_that_cannot_be_are_refused(store, routed, on, silence):
    for make, said in (
        (lambda: silence("2025-09-04", "2025-09-04"), "is no end"),
        (lambda: silence("2025-09-04", "2025-12-01", words=" "), "needs a filter"),
        (lambda: silence("2025-09-04", "2025-12-01", words="status:gone"), "there is no status"),
        (lambda: silence("2025-09-04", "2025-12-01", starts_on="2025-12-02"), "is no end"),
    ):
        with pytest.raises(UsageError, match=said):
            make()
    with pytest.raises(NotFoundError):
        end(store, routed, on("2025-09-04"), 7)
    silence("2025-09-04", "2025-09-05")
    with pytest.raises(UsageError, match="ended on 2025-09-05"):
        end(store, routed, on("2025-09-05"), 1)


def test_words_with_spaces_are_kept_together(store, routed, on):
    words = ["actor:Ministry of Works", "two words", '-text~"at sea"', "+health"]
    made = add(store, routed, on("2025-09-04"), words, date(2025, 9, 4), date(2025, 10, 1), "")
    assert made.filter == 'actor:"Ministry of Works" "two words" -text~"at sea" +health'


def test_a_move_that_is_silenced_is_told_when_that_ends_although_no_step_is_near(
    store, routed, on, number, silence, planned, keys_on
):
    assert keys_on(routed, "2025-09-04") == []
    silence("2025-09-04", "2025-09-10")
    move(store, routed, on("2025-09-05"), number, Move(date(2026, 12, 31), "https://example.org", "rain"))
    assert planned(number) == []
    assert [keys_on(routed, f"2025-09-{day}") for day in ("09", "10", "11")] == [[], ["again"], []]
    assert planned(number) == [("again", DESK)]


def test_a_verdict_that_is_silenced_is_told_when_that_ends(
    store, followup, routed, on, number, silence, planned, keys_on
):
    assert keys_on(followup, "2025-10-01") == ["past+1"]
    silence("2025-10-02", "2025-10-10")
    settle(store, routed, on("2025-10-03"), number, DONE)
    end(store, routed, on("2025-10-03"), 1)
    silence("2025-10-03", "2025-10-12")
    assert [keys_on(routed, f"2025-10-{day}") for day in ("03", "04", "11", "12", "13")] == [
        [],
        ["status_changed"],
        [],
        ["status_changed"],
        [],
    ]
    assert planned(number) == [("status_changed", DESK)]


def test_what_is_settled_under_a_silence_and_was_never_called_overdue_says_nothing(
    store, routed, on, number, silence, planned, keys_on
):
    silence("2025-09-29", "2025-10-10")
    assert keys_on(routed, "2025-09-30") == ["due"]
    settle(store, routed, on("2025-10-01"), number, DONE)
    assert (keys_on(routed, "2025-10-10"), planned(number)) == ([], [])


def test_a_backfill_under_a_silence_is_counted_as_silenced(store, routed, on, take_in, silence):
    silence("2025-12-01", "2025-12-10")
    take_in(day="2025-12-01")
    result = check(store, routed, on("2025-12-01"))
    assert (len(result.backfilled), result.silenced, result.planned) == (1, 1, ())
