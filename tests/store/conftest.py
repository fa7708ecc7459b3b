"""Commitments to store, in words of our own."""

import uuid
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace

import pytest
from alembic import command

from tracker.core.actor import Alias
from tracker.core.alert import Alert
from tracker.core.announcement import Announcement, Original
from tracker.core.commitment import Band, Commitment, Promisor, PromisorSource
from tracker.core.deadline import Anchor, Deadline, DeadlineKind, Span
from tracker.core.match import Match
from tracker.core.occurrence import Amendment, Evidence, EvidenceKind, EvidenceState, Occurrence, Stance
from tracker.core.record import Note, StoredCommitment
from tracker.core.status import Review, Status
from tracker.core.watch import Watched
from tracker.store import (
    aliases,
    amendments,
    announcements,
    archives,
    checks,
    commitments,
    events,
    evidence,
    migrate,
    notes,
    outbox_tables,
    watches,
    wish_tables,
)
from tracker.store.engine import make_engine, parse_url
from tracker.store.store import Store

TODAY = date(2026, 1, 31)
NOW = datetime(2026, 1, 31, 12, tzinfo=UTC)


def make_announcement(**changes):
    """An announcement of its own; `changes` are fields that differ."""
    return replace(Announcement(f"The harbour board met. {uuid.uuid4()}", TODAY, publisher="Harbour Board"), **changes)


def make_commitment(announcement, due=TODAY + timedelta(days=30), *, found=None, **changes):
    """A tracked commitment of an announcement that is stored, due in 30 days unless told otherwise."""
    deadline = due and Deadline(
        "within 30 days", Span(26, 40), DeadlineKind.DATED, ("within",), Anchor(TODAY), "30 days on", due=due
    )
    reading = Commitment(
        sentence="The board will dredge the channel within 30 days.",
        span=Span(0, 49),
        promisor=Promisor("Harbour Board", PromisorSource.SUBJECT),
        deed="dredge the channel",
        band=Band.COMMITMENT,
        score=0.9,
        features=(("modal", 1.5), ("deadline", 0.5)),
        deadline=deadline,
    )
    made = StoredCommitment(
        number=0,
        uuid=str(uuid.uuid4()),
        announcement=announcement.number,
        announced_on=announcement.announcement.announced_on,
        found=replace(reading, **(found or {})),
        review=Review.TRACKED,
        tracked_on=TODAY,
        reviewed_by="Ada",
        reviewed_at=NOW,
        occurrences=(Occurrence(0, due=due, first_due=due),),
    )
    return replace(made, **changes)


def with_occurrence(commitment, **changes):
    """The commitment with its first occurrence changed."""
    return replace(commitment, occurrences=(replace(commitment.occurrences[0], **changes), *commitment.occurrences[1:]))


def fill_what_is_wished_and_sent(change, commitment, occurrence, alert):
    """Put a row into every table of wishes and of the outbox."""
    made = {"made_by": "Ada", "made_at": NOW}
    wish = {"occurrence": occurrence, "kind": "snooze", "day": TODAY, "timing": None, "arming": 0, "reason": "", **made}
    change.insert(wish_tables.wish, wish, commitment=commitment)
    events.expect(change, 1, "the signing")
    silence = {"filter": "+harbour", "starts_on": TODAY, "ends_on": TODAY, "comment": "", "version": 1, **made}
    number = change.insert(wish_tables.silence, silence)
    sent = {"uuid": "u", "channel": "mail", "recipient": "a@x.example", "kind": "digest", "summary": "", "body": ""}
    frozen = {"state": "sent", "composed_at": NOW, "attempts": 1, "next_attempt_at": NOW, "lease": "", "ended_at": NOW}
    planned = {"alert": alert, "channel": "mail", "recipient": "a@x.example", "is_single": False, "message": 1}
    when = {"send_after": NOW, "planned_at": NOW, "withdrawn_for": ""}
    tried = {"message": 1, "started_at": NOW, "ended_at": NOW, "verdict": "sent", "detail": "250"}
    off = {"channel": "hook", "recipient": "hook", "reason": "410", "since": NOW}
    for table, row in (
        (wish_tables.silenced, {"alert": alert, "silence": number}),
        (wish_tables.following, {"commitment": commitment, "policy": "urgent", "ends_on": None, "version": 1}),
        (outbox_tables.message, {**sent, **frozen}),
        (outbox_tables.delivery, {**planned, **when}),
        (outbox_tables.attempt, tried),
        (outbox_tables.switched_off, off),
    ):
        change.conn.execute(table.insert().values(**row))


def fulfilled(commitment, on=TODAY):
    """The commitment, its first occurrence fulfilled on a day."""
    return with_occurrence(commitment, status=Status.FULFILLED, done_on=on, settled_at=NOW, settled_by="Ada")


@pytest.fixture
def make():
    """What makes values: make.announcement(…), make.commitment(announcement, due, …), make.fulfilled(commitment)."""
    return SimpleNamespace(
        announcement=make_announcement,
        commitment=make_commitment,
        with_occurrence=with_occurrence,
        fulfilled=fulfilled,
        today=TODAY,
        now=NOW,
    )


@pytest.fixture
def writing(store):
    """Open a change: writing("edit") or writing("edit", by="Ben")."""

    def writing(action="edit", by="Ada"):
        return store.writing(action, by, NOW)

    return writing


@pytest.fixture
def announcement(writing):
    """An announcement that is stored."""
    with writing("ingest") as change:
        return announcements.add(change, make_announcement(), NOW)


@pytest.fixture
def add(writing, announcement):
    """Store a commitment; the arguments are those of make.commitment but for the announcement."""

    def add(due=TODAY + timedelta(days=30), **changes):
        with writing("ingest") as change:
            return commitments.add(change, make_commitment(announcement, due, **changes))

    return add


@pytest.fixture
def save(writing):
    """Store a commitment as it is to be, in the place of the one that was read."""

    def save(before, after, action="edit", by="Ada"):
        with writing(action, by) as change:
            return commitments.save(change, before, after)

    return save


@pytest.fixture
def load(store):
    """Read from the store: load(commitments.get, 12)."""

    def load(function, *arguments):
        with store.reading() as conn:
            return function(conn, *arguments)

    return load


@pytest.fixture
def engine(new_database_url):
    """An engine for a database in which nothing was made yet."""
    made = make_engine(parse_url(new_database_url))
    yield made
    made.dispose()


@pytest.fixture
def migrate_to(engine):
    """Bring the database of `engine` to a revision: migrate_to("0001"), or migrate_to("head", command.upgrade)."""

    def migrate_to(revision, direction=command.downgrade):
        with migrate.migrating(engine) as (_, config):
            direction(config, revision)
        engine.dispose()

    return migrate_to


@pytest.fixture
def fill():
    """Put a row into every table of the database at an address."""

    def fill(url):
        store = Store.open(url, now=NOW)
        with store.writing("ingest", "Ada", NOW) as change:
            stored = announcements.add(change, make_announcement(), NOW)
            purged = announcements.add(change, make_announcement(), NOW)
            added = commitments.add(change, make_commitment(stored, tags=frozenset({"a"})))
            occurrence = added.current.id
            notes.add(change, Note(added.number, "seen", "Ada", NOW))
            amendments.add(change, Amendment(occurrence, None, TODAY, "", "", "Ada", NOW))
            page = (EvidenceKind.PAGE, "https://x.example", Stance.DONE, EvidenceState.ACCEPTED, "Ada", NOW)
            evidence.add(change, Evidence(occurrence, *page))
            (alert,) = checks.add_alerts(change, [Alert(added.number, occurrence, 0, "due", TODAY, TODAY)])
            said = Match(added.number, Stance.DONE, "It was dredged.", Span(0, 15), ("dredged",), 0.9, None, TODAY)
            told = (EvidenceKind.ANNOUNCEMENT, "x", Stance.DONE, EvidenceState.PROPOSED, "tracker", NOW)
            evidence.propose(change, Evidence(occurrence, *told), stored.number, said)
            aliases.add(change, Alias("HB", "Harbour Board"))
            fill_what_is_wished_and_sent(change, added.number, occurrence, alert.id)
            checks.record_run(change, TODAY, NOW, 1)
            checks.set_planned_by(change, {"": "one"})
            archives.keep(change.conn, stored.number, Original(b"<p>", "text/html"), "https://x.example", NOW)
            watches.add(change, Watched("https://x.example/feed", added_by="Ada", added_at=NOW))
            watches.mark_seen(change.conn, ["ab" * 32], NOW)
            watches.mark_waiting(change.conn, "https://x.example/feed", {"cd" * 32: make_announcement()}, NOW)
        with store.writing("purge", "Ada", NOW) as change:
            announcements.erase(change, purged.number, "asked for by law", NOW)
        store.close()

    return fill
