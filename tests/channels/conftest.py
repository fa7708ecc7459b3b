"""Notices to send, messages made of them, and channels as the settings build them."""

import os
import socket
import subprocess
import threading
import uuid
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tracker.channels.secrets import Secrets
from tracker.config.channels import Channels
from tracker.core.alert import Stage, StageKind
from tracker.core.announcement import Announcement
from tracker.core.commitment import Band, Commitment, Promisor, PromisorSource
from tracker.core.deadline import Anchor, Deadline, DeadlineKind, Sense, Span
from tracker.core.occurrence import Amendment, Occurrence
from tracker.core.outbox import Message, MessageKind
from tracker.core.record import StoredAnnouncement, StoredCommitment
from tracker.core.status import Review, Status
from tracker.core.timing import standing_of
from tracker.followup.digest import arranged, summary_of
from tracker.followup.notice import Besides, Item, Notice

ANNOUNCED, DUE, TODAY = date(2025, 9, 17), date(2025, 10, 17), date(2025, 10, 20)
NOW = datetime(2025, 10, 20, 7, tzinfo=UTC)
SENTENCE = "A joint committee will be set up within the next 30 days."


def make_item(kind=StageKind.PAST, number=12, *, who="Ministry of Health", deed="set up a joint committee",
              title="Elsin memorandum", url="https://gazette.example/4?a=1&b=2", quote=SENTENCE, sense=Sense.ACHIEVE,
              amendment=None, **fields):  # fmt: skip
    """An alert as it is told on 20 October 2025; `fields` are the occurrence's."""
    deadline = Deadline(
        "within the next 30 days", Span(33, 56), DeadlineKind.DATED, ("within",), Anchor(ANNOUNCED),
        "30 days counted from the announcement", due=DUE, sense=sense,
    )  # fmt: skip
    promisor = Promisor(who, PromisorSource.SUBJECT)
    found = Commitment(quote, Span(0, len(quote)), promisor, deed, Band.COMMITMENT, 0.9, deadline=deadline)
    occurrence = Occurrence(number, id=number * 10, **{"due": DUE, "first_due": DUE, **fields})
    stored = StoredCommitment(
        number, str(uuid.UUID(int=number)), 4, ANNOUNCED, found, Review.TRACKED,
        tracked_on=ANNOUNCED, owner="Ada", tags=frozenset({"health"}), occurrences=(occurrence,),
    )  # fmt: skip
    announcement = Announcement("", ANNOUNCED, title=title, publisher="Port Elsin Gazette", url=url)
    stage = Stage(kind, 1, occurrence.due or TODAY)
    return Item(
        number, standing_of(stored, occurrence, TODAY), stage, StoredAnnouncement(4, announcement, NOW), amendment
    )


def make_notice(*items, kind=MessageKind.DIGEST, channel="mail", recipient="desk@elsin.example", besides=None):
    """What one message says."""
    return Notice(str(uuid.uuid4()), kind, channel, recipient, TODAY, NOW, arranged(items), besides or Besides())


def make_digest(**named):
    """A digest with an item in every group, and every count below them."""
    moved = Amendment(20, DUE, date(2025, 12, 31), "https://elsin.example/delay", "awaiting the audit", "Ada", NOW)
    settled = {"status": Status.WITHDRAWN, "settled_at": NOW}
    items = (
        make_item(number=1, who="Harbour Board", deed="dredge the channel", due=date(2025, 8, 1)),
        make_item(),
        make_item(StageKind.DUE, 14, deed="publish the tender", due=TODAY),
        make_item(StageKind.AHEAD, 15, deed="open the clinic", due=date(2025, 10, 27)),
        make_item(StageKind.AHEAD, 16, deed="name a director", due=date(2025, 11, 19)),
        make_item(StageKind.REVIEW, 17, deed="look at fares again", due=None, review_on=TODAY),
        make_item(StageKind.OPENS, 18, deed="hold the hearing", due=date(2025, 11, 19), opens=TODAY),
        make_item(StageKind.DUE_CHANGED, 20, deed="settle the debt", due=date(2025, 12, 31), amendment=moved),
        make_item(StageKind.STATUS_CHANGED, 21, deed="lower the levy", **settled),
    )
    besides = Besides(overdue=14, waiting=3, evidence_proposed=2, backfilled=5, silenced=1, dead=1)
    return make_notice(*items, besides=besides, **named)


def make_message(notice, body, **fields):
    """The message of a notice, as the outbox holds it."""
    plain = Message(notice.uuid, notice.channel, notice.recipient, notice.kind, summary_of(notice), body, NOW, NOW)
    return replace(plain, **fields)


@pytest.fixture(scope="session")
def item():
    """A factory of alerts."""
    return make_item


@pytest.fixture(scope="session")
def notice():
    """A factory of notices."""
    return make_notice


@pytest.fixture(scope="session")
def digest():
    """A factory of digests with everything in them."""
    return make_digest


@pytest.fixture
def built(tmp_path):
    """A factory of channels, each built from a table as the settings hold it."""
    opened = []

    def build(name="mail", environment=None, **table):
        channels = Channels({name: table}, Secrets("config.toml", environment or os.environ, tmp_path))
        opened.append(channels)
        return channels[name]

    yield build
    for channels in opened:
        channels.close()


@pytest.fixture
def email(built):
    """A factory of channels that send to a port of this machine, in clear unless told otherwise."""

    def make(at, **table):
        plain = {"kind": "email", "host": "localhost", "port": at, "from": "Tracker <tracker@elsin.example>",
                 "security": "none", "timeout": 5}  # fmt: skip
        return built(**plain | table)

    return make


@pytest.fixture
def sent():
    """Compose a notice in a channel and make one attempt; what came of it."""

    def send(channel, notice, at=NOW, **fields):
        return channel.send(make_message(notice, channel.compose(notice), **fields), at)

    return send


@pytest.fixture(scope="session")
def certificate(tmp_path_factory):
    """A certificate of localhost that signs itself, and its key: two files."""
    folder = tmp_path_factory.mktemp("certificate")
    cert, key = folder / "cert.pem", folder / "key.pem"
    kind = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
    name = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"]
    subprocess.run(["openssl", "req", *kind, "-keyout", key, "-out", cert, *name], check=True, capture_output=True)
    return cert, key


@contextmanager
def _scripted(*lines, drip=None):
    """The port of a server that answers each line it gets with the next of its own, then says no more."""
    over = threading.Event()

    def serve(listener):
        while not over.is_set():
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with connection, connection.makefile("rb") as came:
                talk(connection, came)

    def talk(connection, came):
        try:
            for line in lines:
                connection.sendall(line)
                if not line or not came.readline():
                    return
            while drip and not over.wait(0.1):
                connection.sendall(drip)
            over.wait(10)
        except OSError:
            return

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=serve, args=(listener,), name="scripted", daemon=True)
        thread.start()
        yield listener.getsockname()[1]
        over.set()


@pytest.fixture
def scripted():
    """Runs a server that follows a script: scripted(line, …, drip=…)."""
    return _scripted
