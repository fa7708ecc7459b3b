"""History: every change told once; what was done taken back, where nothing since stands in the way."""

from dataclasses import replace

import pytest

from tracker.core.alert import Alert
from tracker.core.occurrence import Amendment, Occurrence
from tracker.core.query import parse_query
from tracker.core.record import Note
from tracker.core.status import Status
from tracker.errors import NotFoundError, UsageError
from tracker.store import amendments, announcements, checks, commitments, history, notes


@pytest.fixture
def undo(writing):
    """Take back a change set by its number, or this person's last one; the commitments touched are returned."""

    def undo(number=None, by="Ada"):
        with writing("undo", by) as change:
            taken = history.last_of(change.conn, by) if number is None else history.get(change.conn, number)
            return history.take_back(change, taken)

    return undo


@pytest.fixture
def last(load):
    """The number of the latest change set."""
    return lambda: load(history.recent, 1)[0].number


def same(one, other):
    """True where two commitments differ in nothing but their rows' versions."""
    return unversioned(one) == unversioned(other)


def unversioned(commitment):
    occurrences = tuple(replace(occurrence, version=0) for occurrence in commitment.occurrences)
    return replace(commitment, version=0, occurrences=occurrences)


def test_a_change_is_told_with_who_when_and_what(make, add, save, load):
    commitment = add()
    save(commitment, make.fulfilled(commitment), "fulfilled", by="Ben")
    told = load(history.last_of, "Ben")
    assert (told.action, told.by, told.at, told.commitments) == ("fulfilled", "Ben", make.now, (commitment.number,))
    (row,) = told.rows
    assert (row.table, row.key) == ("occurrence", str(commitment.current.id))
    assert row.before == {"status": "open", "done_on": None, "settled_at": None, "settled_by": ""}
    assert row.after["settled_at"] == make.now.isoformat()


def test_a_change_that_records_nothing_leaves_no_trace(make, writing, load):
    with writing("check") as change:
        checks.record_run(change, make.today, make.now, 0)
        change.summary = "nothing new"
    assert load(history.recent, None) == ()
    assert load(checks.last_run).local_date == make.today


def test_change_sets_are_told_newest_first(add, load):
    first, second = add(), add()
    assert [one.commitments for one in load(history.recent, 2)] == [(second.number,), (first.number,)]
    assert [one.commitments for one in load(history.recent, None, first.number)] == [(first.number,)]


def test_an_unknown_change_is_not_found(load):
    with pytest.raises(NotFoundError, match="there is no change 8"):
        load(history.get, 8)


def test_who_changed_nothing_has_nothing_to_take_back(load):
    assert load(history.last_of, "Ada") is None


def test_taking_back_a_verdict_brings_back_what_was(make, add, save, load, undo):
    before = add(tags=frozenset({"old", "both"}), owner="María")
    found = replace(before.found, deed="deepen the channel")
    after = replace(make.fulfilled(before), found=found, tags=frozenset({"new", "both"}), owner="")
    save(before, after, by="Ben")
    assert undo(by="Ben") == (before.number,)
    assert same(load(commitments.get, before.number), before)


def test_what_was_put_back_is_found_again(make, add, save, load, undo):
    before = add()
    save(before, replace(before, found=replace(before.found, deed="paint the lighthouse")))
    assert load(commitments.find, parse_query("deed~lighthouse", make.today), make.today)
    undo()
    assert not load(commitments.find, parse_query("deed~lighthouse", make.today), make.today)
    assert load(commitments.find, parse_query("deed~dredge", make.today), make.today)


def test_taking_back_an_ingest_takes_away_all_that_it_added(make, writing, load, undo):
    with writing("ingest") as change:
        stored = announcements.add(change, make.announcement(), make.now)
        added = commitments.add(change, make.commitment(stored, tags=frozenset({"a"})))
    assert undo() == (added.number,)
    assert load(announcements.by_sha256, stored.announcement.sha256) is None
    assert not load(commitments.is_there, added.number)


def test_an_undo_is_told_and_names_what_it_took_back(add, load, undo):
    commitment = add()
    taken = load(history.last_of, "Ada")
    undo()
    told = load(history.recent, 1)[0]
    assert (told.action, told.undoes, told.commitments) == ("undo", taken.number, (commitment.number,))


def test_what_came_after_is_taken_back_first(make, add, save, load, undo, last):
    first = add()
    second = save(first, make.with_occurrence(first, status=Status.STALLED))
    earlier = last()
    third = save(second, make.fulfilled(second), "fulfilled", by="Ben")
    later = last()
    with pytest.raises(UsageError, match=rf"change {later} \(fulfilled, by Ben\).*take back change {later} first"):
        undo(earlier)
    assert load(commitments.get, first.number) == third
    undo(later)
    undo(earlier)
    assert same(load(commitments.get, first.number), first)


def test_a_later_change_of_another_field_does_not_stand_in_the_way(add, save, load, undo, last):
    first = add()
    second = save(first, replace(first, owner="Ben"))
    earlier = last()
    save(second, replace(second, dismissed_for="a reason"))
    undo(earlier)
    now = load(commitments.get, first.number)
    assert (now.owner, now.dismissed_for) == ("", "a reason")


def test_a_value_changed_there_and_back_stands_in_the_way(make, add, save, undo, last):
    one = add()
    two = save(one, make.with_occurrence(one, status=Status.STALLED))
    earlier = last()
    three = save(two, make.with_occurrence(two, status=Status.OPEN))
    save(three, make.with_occurrence(three, status=Status.STALLED))
    with pytest.raises(UsageError, match="touched the same since"):
        undo(earlier)


@pytest.mark.parametrize("kind", ["note", "amendment", "occurrence", "owner", "tag"])
def test_what_was_added_stays_while_something_hangs_on_it(make, add, save, writing, undo, last, kind):
    commitment = add()
    added = last()
    occurrence = commitment.current
    following = Occurrence(commitment.number, 2)
    with writing(kind) as change:
        if kind == "note":
            notes.add(change, Note(commitment.number, "seen", "Ada", make.now))
        elif kind == "amendment":
            amendments.add(change, Amendment(occurrence.id, None, make.today, "", "", "Ada", make.now))
    if kind == "occurrence":
        save(commitment, replace(commitment, occurrences=(occurrence, following)), kind)
    elif kind == "owner":
        save(commitment, replace(commitment, owner="Ben"), kind)
    elif kind == "tag":
        save(commitment, replace(commitment, tags=frozenset({"a"})), kind)
    with pytest.raises(UsageError, match=rf"\({kind}, by Ada\)"):
        undo(added)


def test_an_added_occurrence_stays_while_something_hangs_on_it(make, add, save, writing, undo, last):
    commitment = add()
    saved = save(commitment, replace(commitment, occurrences=(*commitment.occurrences, Occurrence(0, 2))))
    added = last()
    with writing("move") as change:
        amendments.add(change, Amendment(saved.occurrences[1].id, None, make.today, "", "", "Ada", make.now))
    with pytest.raises(UsageError, match=r"\(move, by Ada\)"):
        undo(added)
    undo(last())
    undo(added)


def test_what_another_commitment_refers_to_stays(make, add, save, load, undo, last):
    one, successor = add(), add()
    added = last()
    settled = {"status": Status.SUPERSEDED, "settled_at": make.now, "superseded_by": successor.number}
    save(one, make.with_occurrence(one, **settled))
    with pytest.raises(UsageError, match="refers to what it added"):
        undo(added)
    assert load(commitments.get, successor.number) == successor


def test_an_alert_keeps_what_it_speaks_of_but_not_the_verdict(make, add, save, writing, load, undo, last):
    one = add()
    added = last()
    saved = save(one, make.with_occurrence(one, status=Status.STALLED))
    with writing("check", by="check") as change:
        checks.add_alerts(change, [Alert(one.number, one.current.id, 0, "due", make.today, make.today)])
        checks.set_next_stages(change, {one.current.id: make.today})
    undo()
    assert load(commitments.get, one.number).current.status is Status.OPEN
    assert saved.current.status is Status.STALLED
    with pytest.raises(UsageError, match=r"\(check, by check\).*dismiss or edit"):
        undo(added)


def test_a_check_is_final_and_is_nobodys_last_change(make, add, writing, load, undo, last):
    one = add()
    with writing("check", by="Ada") as change:
        checks.add_alerts(change, [Alert(one.number, one.current.id, 0, "due", make.today, make.today)])
    with pytest.raises(UsageError, match="a check is final"):
        undo(last())
    assert load(history.last_of, "Ada").action == "ingest"


def test_a_change_is_taken_back_once_and_an_undo_never(add, load, undo, last):
    add()
    taken = last()
    undo(taken)
    undone_by = last()
    with pytest.raises(UsageError, match=f"change {undone_by} did so already"):
        undo(taken)
    with pytest.raises(UsageError, match=f"itself the undo of change {taken}"):
        undo(undone_by)
    assert load(history.last_of, "Ada").action == "ingest"


def test_a_row_that_is_not_as_it_was_left_is_not_overwritten(add, save, writing, load, undo):
    one = add()
    save(one, replace(one, owner="Ben"))
    with writing() as change:  # as a tool that keeps no history would
        change.conn.exec_driver_sql("UPDATE commitment SET owner = 'Cy'")
    with pytest.raises(UsageError, match="no longer as it left it"):
        undo()
    assert load(commitments.get, one.number).owner == "Cy"


def test_tags_put_back_are_not_overwritten_by_who_read_before(add, save, load, undo):
    one = add(tags=frozenset({"a"}))
    read = save(one, replace(one, tags=frozenset()))
    undo()
    with pytest.raises(Exception, match="changed meanwhile"):
        save(read, replace(read, tags=frozenset({"a", "b"})))
    assert load(commitments.get, one.number).tags == {"a"}
