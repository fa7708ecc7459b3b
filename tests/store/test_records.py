"""Evidence, amendments and notes: added, read in order, and told in history as their commitment's."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from tracker.core.occurrence import Amendment, Evidence, EvidenceKind, EvidenceState, Stance
from tracker.core.record import Note
from tracker.errors import NotFoundError
from tracker.store import amendments, evidence, history, notes


def test_evidence_comes_back_as_it_was_added(make, add, writing, load):
    commitment = add()
    file = Evidence(
        commitment.current.id,
        EvidenceKind.FILE,
        "minutes.pdf",
        Stance.PARTLY_DONE,
        EvidenceState.PROPOSED,
        "Ada",
        make.now,
        quote="half of it is dredged",
        sha256="ab" * 32,
    )
    with writing() as change:
        added = [evidence.add(change, file), evidence.add(change, file)]
    assert load(evidence.of_commitment, commitment.number) == tuple(added)
    assert added[0].id < added[1].id


def test_amendments_come_back_as_they_were_added(make, add, writing, load):
    commitment = add()
    moved = Amendment(commitment.current.id, None, date(2026, 5, 1), "https://x.example", "ice", "Ada", make.now)
    again = Amendment(commitment.current.id, date(2026, 5, 1), date(2026, 6, 1), "", "", "Ben", make.now)
    with writing() as change:
        added = [amendments.add(change, moved), amendments.add(change, again)]
    assert load(amendments.of_commitment, commitment.number) == tuple(added)


def test_notes_come_back_as_they_were_added(make, add, writing, load):
    commitment, other = add(), add()
    with writing("note") as change:
        added = [notes.add(change, Note(commitment.number, text, "Ada", make.now)) for text in ("one", "two")]
        notes.add(change, Note(other.number, "elsewhere", "Ada", make.now))
    assert load(notes.of_commitment, commitment.number) == tuple(added)


def test_what_is_added_is_told_as_the_commitments(make, add, writing, load):
    commitment = add()
    with writing("note", by="Ben") as change:
        notes.add(change, Note(commitment.number, "one", "Ben", make.now))
        amendments.add(change, Amendment(commitment.current.id, None, make.today, "", "", "Ben", make.now))
    told = load(history.last_of, "Ben")
    assert told.commitments == (commitment.number,)
    assert [row.table for row in told.rows] == ["note", "amendment"]


def test_what_hangs_on_no_occurrence_is_refused(make, writing):
    with pytest.raises(NotFoundError, match="there is no occurrence 5"), writing() as change:
        amendments.add(change, Amendment(5, None, make.today, "", "", "Ada", make.now))


def test_an_instant_comes_back_in_utc_wherever_it_was_taken(add, writing, load):
    commitment = add()
    at = datetime(2026, 1, 31, 23, 30, 0, 123456, tzinfo=timezone(timedelta(hours=-5)))
    with writing() as change:
        notes.add(change, Note(commitment.number, "late", "Ada", at))
    (note,) = load(notes.of_commitment, commitment.number)
    assert note.at == at
    assert note.at.tzinfo is UTC


def test_an_instant_without_a_zone_is_refused(add, writing):
    commitment = add()
    with pytest.raises(Exception, match="has no time zone"), writing() as change:
        notes.add(change, Note(commitment.number, "when?", "Ada", datetime(2026, 1, 31, 12)))  # noqa: DTZ001 - the point
