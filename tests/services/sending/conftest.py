"""A real receiver, a channel that posts to it, a clock that tests turn, and deliveries planned by hand."""

import http.client
import json
import threading
import uuid
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

import pytest
import sqlalchemy as sa

from tracker.core.alert import Alert
from tracker.core.announcement import Announcement
from tracker.core.commitment import Band, Commitment, Promisor, PromisorSource
from tracker.core.deadline import Anchor, Deadline, DeadlineKind, Span
from tracker.core.occurrence import Occurrence
from tracker.core.outbox import Outcome, Verdict
from tracker.core.record import StoredCommitment
from tracker.core.status import Review
from tracker.errors import ConfigError
from tracker.followup.digest import besides_of, groups_of, intro_of, summary_of
from tracker.followup.rules import FollowupRules
from tracker.followup.wording import tell
from tracker.services.deliver import Sender
from tracker.store import announcements, checks, ledger, outbox_tables, tables
from tracker.store.rows import commitment_row, occurrence_row

TODAY = date(2025, 10, 20)
NOW = datetime(2025, 10, 20, 8, tzinfo=UTC)


class Receiver(ThreadingHTTPServer):
    """Takes what is posted, remembers it, does what `on_taken` has for its path, and answers as `answers` has it."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.url = f"http://127.0.0.1:{self.server_port}"
        self.taken = []
        self.answers = {}
        self.lock = threading.Lock()
        self.on_taken = {}
        threading.Thread(target=self.serve_forever, args=(0.01,), daemon=True).start()

    def handle_error(self, request, client_address):
        """A sender that dies is what is tested."""

    @property
    def ids(self):
        return [id_ for _, id_, _ in self.taken]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers["content-length"])).decode()
        status, headers = self.server.answers.get(self.path, (200, {}))
        with self.server.lock:
            self.server.taken.append((self.path, self.headers["webhook-id"], body))
        self.server.on_taken.get(self.path, lambda: None)()
        self.send_response(status)
        for name, value in {"content-length": "0", **headers}.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, *_):
        pass


@dataclass
class Post:
    """A channel that posts a notice in words to a path of the receiver."""

    url: str
    recipients: tuple = ("hook",)
    is_grouping: bool = True
    per_minute: int | None = None
    timeout: float = 5.0
    refused: set = field(default_factory=set)
    composed: list = field(default_factory=list)

    def check_secrets(self):
        pass

    def check_recipient(self, recipient):
        if recipient in self.refused:
            raise ConfigError(f"{recipient} is no address", "correct it")

    def compose(self, notice):
        self.composed.append(notice)
        items = [[item.headline, item.quote, item.moved, item.source] for item in map(tell, notice.items)]
        groups = [group.name for group in groups_of(notice)]
        said = {"summary": summary_of(notice), "intro": intro_of(notice, notice.zone), "groups": groups, "items": items}
        return json.dumps({**said, "besides": besides_of(notice.besides), "id": notice.uuid}, ensure_ascii=False)

    def send(self, message, at):  # noqa: ARG002 - a channel's signature
        where = urlsplit(self.url)
        connection = http.client.HTTPConnection(where.netloc, timeout=self.timeout)
        try:
            connection.request("POST", where.path or "/", message.body.encode(), {"webhook-id": message.uuid})
            answer = connection.getresponse()
            wish = answer.headers.get("retry-after")
        except OSError as error:
            return Outcome(Verdict.RETRY, f"no answer: {error}")
        finally:
            connection.close()
        if answer.status < 300:
            return Outcome(Verdict.SENT, str(answer.status))
        verdict = {410: Verdict.GONE, 404: Verdict.FEW}.get(answer.status, Verdict.RETRY)
        return Outcome(verdict, str(answer.status), timedelta(seconds=int(wish)) if wish else None)

    def close(self):
        pass


class Clock:
    """A clock that stands still until a test turns it; whoever waits on it turns it too."""

    def __init__(self, at=NOW):
        self.at = at

    def __call__(self):
        return self.at

    def turn(self, **span):
        self.at += timedelta(**span)

    def wait(self, seconds):
        self.turn(seconds=seconds)


@pytest.fixture
def receiver():
    """A receiver of this test's own."""
    server = Receiver()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def clock():
    """Eight in the morning of 20 October 2025, UTC."""
    return Clock()


@pytest.fixture
def post(receiver):
    """Make a channel that posts to the receiver: post("/path", is_grouping=False)."""
    return lambda path="/", **fields: Post(receiver.url + path, **fields)


@pytest.fixture
def channels(post):
    """The channels that are configured: one that groups."""
    return {"hook": post()}


@pytest.fixture
def sender(store, channels, clock):
    """A sender on the test's clock."""
    return Sender(store, channels, FollowupRules(), clock, clock.wait)


def make_commitment(announcement, due):
    deadline = Deadline(
        "within 30 days", Span(26, 40), DeadlineKind.DATED, ("within",), Anchor(announcement.announcement.announced_on),
        "30 days on", due=due,
    )  # fmt: skip
    found = Commitment(
        "The board will dredge the channel within 30 days.", Span(0, 49),
        Promisor("Harbour Board", PromisorSource.SUBJECT), "dredge the channel", Band.COMMITMENT, 0.9,
        deadline=deadline,
    )  # fmt: skip
    return StoredCommitment(
        0, str(uuid.uuid4()), announcement.number, announcement.announcement.announced_on, found, Review.TRACKED,
        tracked_on=announcement.announcement.announced_on, reviewed_by="Ada", reviewed_at=NOW,
    )  # fmt: skip


@pytest.fixture
def commit(store):
    """Store so many commitments of one announcement, due on a day; gives pairs of their number and occurrence."""

    def commit(count=1, due=TODAY - timedelta(days=3), text="The harbour board met."):
        with store.writing("ingest", "Ada", NOW) as change:
            published = Announcement(f"{text} {uuid.uuid4()}", date(2025, 9, 1), publisher="Harbour Board")
            stored = announcements.add(change, published, NOW)
            rows = [commitment_row(make_commitment(stored, due)) | {"key": str(n)} for n in range(count)]
            added = tables.commitment.insert().returning(tables.commitment.c.number)
            numbers = sorted(change.conn.execute(added, rows).scalars())
            occurrences = [occurrence_row(Occurrence(0, due=due, first_due=due), number) for number in numbers]
            added = tables.occurrence.insert().returning(tables.occurrence.c.commitment, tables.occurrence.c.id)
            return sorted(tuple(row) for row in change.conn.execute(added, occurrences))

    return commit


@pytest.fixture
def plan(store):
    """Plan a delivery of each of these (commitment, occurrence), said in a stage."""

    def plan(pairs, channel="hook", recipient="hook", *, stage="past+1", arming=0, is_single=False, send_after=NOW,
             said_on=TODAY):  # fmt: skip
        with store.writing("check", "check", NOW) as change:
            said = [Alert(number, occurrence, arming, stage, said_on, said_on) for number, occurrence in pairs]
            checks.add_alerts(change, said)
            of_these = ledger.alert.c.occurrence.in_([occurrence for _, occurrence in pairs])
            key = (ledger.alert.c.arming == arming, ledger.alert.c.stage == stage, ledger.alert.c.stage_on == said_on)
            alerts = change.conn.execute(sa.select(ledger.alert.c.id).where(of_these, *key)).scalars().all()
            rows = [
                {"alert": alert, "channel": channel, "recipient": recipient, "is_single": is_single,
                 "send_after": send_after, "planned_at": NOW, "withdrawn_for": ""}
                for alert in alerts
            ]  # fmt: skip
            change.conn.execute(outbox_tables.delivery.insert(), rows)

    return plan


@pytest.fixture
def rows(store):
    """All rows of a table, as mappings: rows("message")."""

    def rows(name):
        table = outbox_tables.metadata.tables[name]
        with store.reading() as conn:
            return [dict(row) for row in conn.execute(sa.select(table).order_by(*table.primary_key)).mappings()]

    return rows


@pytest.fixture
def execute(store):
    """Run one SQL statement as a writer."""

    def execute(statement, **values):
        with store.working() as conn:
            conn.execute(sa.text(statement), values)

    return execute
