"""Two people at once: nothing is lost, and the second one is told."""

from dataclasses import replace
from datetime import date

import pytest

from tracker.core.announcement import Announcement
from tracker.core.conventions import PLAIN
from tracker.core.status import Status
from tracker.errors import ConflictError, UsageError
from tracker.services import planning
from tracker.services.annotate import add_note, set_owner, set_tags
from tracker.services.daily_check import check
from tracker.services.ingest import ingest
from tracker.services.reading import ReadingRules
from tracker.services.reference import Reference
from tracker.services.settle import Verdict, settle
from tracker.services.undo import undo
from tracker.store import commitments


def test_a_promise_that_another_process_tracks_while_it_is_read_again_is_tracked_once(
    store, second_store, followup, rules, on
):
    text, day = "The harbour board will publish its dredging plan by 30 September 2025.", date(2025, 9, 2)
    others = Announcement(f"{text} It will be free of charge.", day, publisher="Elsin Post")
    again = Announcement(text, day, publisher="Harbour Board")

    def countries(_publisher):
        if not first:  # this one was read by then, and is not stored
            first.append(ingest(second_store, followup, on("2025-09-03"), rules, others, accept=True))
        return PLAIN

    first = []
    slow = ReadingRules(rules.weights, countries)
    second = ingest(store, followup, on("2025-09-03"), slow, again, accept=True)
    assert first[0].commitments
    assert (len(second.commitments), len(second.matched)) == (0, 1)


def test_a_change_of_what_somebody_else_changed_since_is_refused_by_name(store, second_store, followup, on, take_in):
    number = take_in().commitments[0].number
    with second_store.reading() as conn:
        read = commitments.get(conn, number)
    set_owner(store, followup, on("2025-09-04", "Maria"), Reference(number), "maria")
    with (
        pytest.raises(ConflictError, match="Maria"),
        second_store.writing("owner", "Ada", on("2025-09-04").now) as change,
    ):
        planning.save(change, followup, read, replace(read, owner="ada"))
    with store.reading() as conn:
        assert commitments.get(conn, number).owner == "maria"


def test_an_undo_is_refused_where_a_later_change_touched_the_same(store, followup, on, take_in):
    number = Reference(take_in().commitments[0].number)
    settle(store, followup, on("2025-09-04"), number, Verdict(Status.IN_PROGRESS))
    settle(store, followup, on("2025-09-05", "Maria"), number, Verdict(Status.STALLED, reason="no money"))
    with pytest.raises((UsageError, ConflictError), match=r"by Maria|later"):
        undo(store, followup, on("2025-09-06"))


def test_an_undo_passes_by_what_others_changed_elsewhere(store, followup, on, take_in):
    number = Reference(take_in().commitments[0].number)
    settle(store, followup, on("2025-09-04"), number, Verdict(Status.IN_PROGRESS))
    add_note(store, on("2025-09-05", "Maria"), number, "asked")
    check(store, followup, on("2025-09-23"))
    (left,) = undo(store, followup, on("2025-09-24")).commitments
    assert left.current.status is Status.OPEN


def test_an_undone_verdict_is_armed_anew_and_said_again(store, followup, on, take_in):
    number = Reference(take_in().commitments[0].number)
    assert [one.stage.key for one in check(store, followup, on("2025-10-01")).said] == ["past+1"]
    settle(store, followup, on("2025-10-02"), number, Verdict(Status.WITHDRAWN, reason="dropped"))
    assert check(store, followup, on("2025-10-03")).said == ()
    undo(store, followup, on("2025-10-03"))
    assert [one.stage.key for one in check(store, followup, on("2025-10-03")).said] == ["past+1"]


def test_tags_of_two_people_are_both_kept(store, followup, on, take_in):
    number = Reference(take_in().commitments[0].number)
    set_tags(store, followup, on("2025-09-04"), number, ["harbour"], [])
    set_tags(store, followup, on("2025-09-04", "Maria"), number, ["plan"], [])
    with store.reading() as conn:
        assert commitments.get(conn, number.commitment).tags == {"harbour", "plan"}
