"""Alerts to tell of, in words of our own."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tracker.core.alert import Stage, StageKind
from tracker.core.announcement import Announcement
from tracker.core.commitment import Band, Commitment, Promisor, PromisorSource
from tracker.core.deadline import Anchor, Deadline, DeadlineKind, Sense, Span
from tracker.core.occurrence import Occurrence
from tracker.core.outbox import MessageKind
from tracker.core.record import StoredAnnouncement, StoredCommitment
from tracker.core.status import Review
from tracker.core.timing import standing_of
from tracker.followup.notice import Besides, Item, Notice

ANNOUNCED, DUE, TODAY = date(2025, 9, 17), date(2025, 10, 17), date(2025, 10, 20)
NOW = datetime(2025, 10, 20, 7, tzinfo=UTC)
STORED = StoredAnnouncement(
    4,
    Announcement(
        "", ANNOUNCED, title="Elsin health\nmemorandum", publisher="Port Elsin Gazette", url="https://gazette.example/4"
    ),
    NOW,
)


def make_item(kind=StageKind.PAST, offset=1, today=TODAY, *, number=12, sense=Sense.ACHIEVE, read=True, owner="",
              announcement=STORED, amendment=None, others=(), who="Ministry of Health", **fields):  # fmt: skip
    """An alert as it is told on a day; `fields` are the occurrence's, `others` occurrences behind it."""
    deadline = Deadline(
        "within the next 30 days", Span(36, 59), DeadlineKind.DATED, ("within",), Anchor(ANNOUNCED),
        "30 days counted from the announcement", due=DUE, sense=sense,
    )  # fmt: skip
    found = Commitment(
        "A joint committee will be set up\nwithin the next 30 days.",
        Span(0, 60),
        Promisor(who, PromisorSource.SUBJECT),
        "set up a joint\ncommittee",
        Band.COMMITMENT,
        0.9,
        deadline=deadline if read else None,
    )
    occurrence = Occurrence(number, id=number * 10, **{"due": DUE, "first_due": DUE, **fields})
    stored = StoredCommitment(
        number, f"uuid-{number}", 4, ANNOUNCED, found, Review.TRACKED,
        tracked_on=ANNOUNCED, owner=owner, occurrences=(occurrence, *others),
    )  # fmt: skip
    stage = Stage(kind, offset, occurrence.due or today)
    return Item(number, standing_of(stored, occurrence, today), stage, announcement, amendment)


def make_notice(*items, kind=MessageKind.DIGEST, **besides):
    """A message to the mail desk."""
    return Notice("u-1", kind, "mail", "desk@elsin.example", TODAY, NOW, items, Besides(**besides))


@pytest.fixture
def item():
    """A factory of alerts."""
    return make_item


@pytest.fixture
def notice():
    """A factory of messages."""
    return make_notice


@pytest.fixture
def checked():
    """A notice with the instant of the last check."""
    return lambda notice, at: replace(notice, checked_at=at)
