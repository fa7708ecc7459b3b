"""Announcements: known by their text and their address, and purged for good."""

from dataclasses import replace

import pytest
import sqlalchemy as sa

from tracker.core.announcement import DateSource
from tracker.core.occurrence import Amendment, Evidence, EvidenceKind, EvidenceState, Stance
from tracker.core.record import Note
from tracker.core.status import Review
from tracker.errors import NotFoundError, UsageError
from tracker.store import amendments, announcements, commitments, evidence, history, notes, schema, watches


def test_an_announcement_comes_back_as_it_was_stored(make, writing, load):
    every_field = make.announcement(
        date_source=DateSource.DATELINE,
        title="Dredging “begins” – again",
        url="https://harbour.example/1",
        kind="release",
        id="a-1",
        origin="in/1.txt",
    )
    with writing() as change:
        stored = announcements.add(change, every_field, make.now)
    assert load(announcements.get, stored.number) == stored
    assert stored.announcement == every_field


def test_an_announcement_is_known_by_its_text(make, announcement, load):
    assert load(announcements.by_sha256, announcement.announcement.sha256) == announcement
    assert load(announcements.by_sha256, make.announcement().sha256) is None


def test_another_text_at_the_same_address_is_a_new_version(make, writing):
    address = "https://harbour.example/1"
    with writing() as change:
        first, second, third = (announcements.add(change, make.announcement(url=address), make.now) for _ in range(3))
    assert (first.version_of, second.version_of, third.version_of) == (None, first.number, second.number)


def test_announcements_without_an_address_are_not_versions_of_each_other(make, writing):
    with writing() as change:
        added = [announcements.add(change, make.announcement(url=""), make.now) for _ in range(2)]
    assert [one.version_of for one in added] == [None, None]


def test_an_unknown_number_is_not_found(load):
    with pytest.raises(NotFoundError, match="there is no announcement 7"):
        load(announcements.get, 7)


@pytest.fixture
def secret(make, writing):
    """A commitment whose every word, and every word said of it, holds "Quillon"."""
    with writing("ingest") as change:
        stored = announcements.add(
            change,
            make.announcement(
                text="Quillon spoke.", title="Quillon", publisher="Quillon", url="quillon:", origin="Quillon"
            ),
            make.now,
        )
        found = {"sentence": "Quillon will pay.", "deed": "pay Quillon"}
        commitment = commitments.add(change, make.commitment(stored, found=found))
        change.summary = "found Quillon"
    occurrence = commitment.occurrences[0]
    with writing("edit") as change:
        notes.add(change, Note(commitment.number, "Quillon called.", "Ada", make.now))
        reference = {"reference": "https://quillon.example", "quote": "Quillon paid", "stance": Stance.DONE}
        page = {"kind": EvidenceKind.PAGE, "state": EvidenceState.ACCEPTED, "by": "Ada", "at": make.now}
        evidence.add(change, Evidence(occurrence.id, **reference, **page))
        amendments.add(change, Amendment(occurrence.id, None, make.today, "Quillon", "Quillon said", "Ada", make.now))
        commitments.save(
            change, commitment, make.with_occurrence(commitment, reason="Quillon", next_stage_on=make.today)
        )
        change.summary = "heard of Quillon"
    return stored, commitment


def all_that_is_stored(store):
    with store.reading() as conn:
        return "\n".join(
            str(tuple(row)) for table in schema.metadata.sorted_tables for row in conn.execute(sa.select(table)).all()
        )


def test_a_purge_leaves_no_word_behind(make, store, writing, secret):
    stored, _ = secret
    assert "quillon" in all_that_is_stored(store).casefold()
    with writing("purge") as change:
        announcements.erase(change, stored.number, "asked for by law", make.now)
        change.summary = "purged"
    assert "quillon" not in all_that_is_stored(store).casefold()


@pytest.mark.parametrize("like", ["text", "url"])
@pytest.mark.parametrize("is_undone", [False, True])
def test_a_purge_forgets_what_waits_of_the_same_page_and_nothing_else(make, store, writing, load, like, is_undone):
    told = make.announcement(text="Quillon spoke.", url="https://works.example/1")
    with writing("ingest", by="Ben") as change:
        number = announcements.add(change, told, make.now).number
    with writing("watch") as change:
        same = replace(make.announcement(text="Quillon waits.", url="quillon:2"), **{like: getattr(told, like)})
        entries = {"same": same, "other": make.announcement(text="Another waits.", url="https://works.example/2")}
        watches.mark_waiting(change.conn, "https://works.example/feed", entries, make.now)
    if is_undone:
        with writing("undo", by="Ben") as change:
            history.take_back(change, load(history.last_of, "Ben"))
    with writing("purge") as change:
        announcements.erase(change, number, "asked for by law", make.now)
    assert "quillon" not in all_that_is_stored(store).casefold()
    assert load(watches.waiting, entries).keys() == {"other"}


def test_a_purge_leaves_a_tombstone_by_which_the_text_is_known_again(make, writing, load, secret):
    stored, commitment = secret
    with writing("purge") as change:
        announcements.erase(change, stored.number, "asked for by law", make.now)
    tombstone = load(announcements.by_sha256, stored.announcement.sha256)
    assert (tombstone.number, tombstone.is_erased, tombstone.announcement.text) == (stored.number, True, "")
    left = load(commitments.get, commitment.number)
    assert (left.review, left.dismissed_for) == (Review.DISMISSED, "purged")
    assert (left.current.due, left.current.next_stage_on) == (commitment.current.due, None)


def test_a_purge_touches_nothing_of_another_announcement(make, add, writing, load, secret):
    other = add()
    with writing("purge") as change:
        announcements.erase(change, secret[0].number, "asked for by law", make.now)
    assert load(commitments.get, other.number) == other
    told = load(history.recent, None, other.number)
    assert all(load(history.get, one.number).rows[0].after for one in told)


def test_a_purge_is_told_once_and_is_final(make, writing, load, secret):
    stored, commitment = secret
    with writing("purge") as change:
        announcements.erase(change, stored.number, "asked for by law", make.now)
        change.summary = "announcement erased"
    purge, *before = load(history.recent, None, commitment.number)
    assert (purge.action, purge.summary) == ("purge", "announcement erased")
    assert {one.summary for one in before} == {""}
    with pytest.raises(UsageError, match="was purged before"), writing("purge") as change:
        announcements.erase(change, stored.number, "again", make.now)
    for told in (purge, *before):
        with pytest.raises(UsageError, match="cannot be taken back"), writing("undo") as change:
            history.take_back(change, told)


def test_a_purge_reaches_what_was_taken_back(make, store, writing, load, announcement):
    with writing("ingest", by="Ben") as change:
        stored = announcements.add(change, make.announcement(title="Quillon"), make.now)
        commitments.add(change, make.commitment(stored, found={"deed": "pay Quillon"}))
    with writing("undo", by="Ben") as change:
        history.take_back(change, load(history.last_of, "Ben"))
    assert "quillon" in all_that_is_stored(store).casefold()
    with writing("purge") as change:
        announcements.erase(change, stored.number, "asked for by law", make.now)
    assert "quillon" not in all_that_is_stored(store).casefold()
    assert load(announcements.get, announcement.number) == announcement


def test_purging_what_never_was_is_an_error(make, writing):
    with pytest.raises(NotFoundError), writing("purge") as change:
        announcements.erase(change, 99, "asked for by law", make.now)


def test_history_does_not_repeat_the_text(make, writing, load):
    with writing("ingest") as change:
        stored = announcements.add(change, make.announcement(text="A long text."), make.now)
    (row,) = load(history.get, change.number).rows
    assert "text" not in row.after
    assert row.after["sha256"] == stored.announcement.sha256
