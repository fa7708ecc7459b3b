"""How fast alerts go out: mails and webhooks, each beside a bare loop of the same durability, one after the other.

The bare loop is what one would write by hand: take a message from a SQLite table and commit that, send it over one
kept connection, commit the result (WAL, synchronous=FULL). It sends the bodies that ours composed. Ours is timed twice:
sending what is composed, as the bare loop does, which is what the goal is set for; and composing it too. Medians of
several rounds, in one run.
"""

from __future__ import annotations

import os
import smtplib
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import urllib3
from promises import DUE, fill

from tracker import clock
from tracker.app import App
from tracker.services.daily_check import check
from tracker.services.occasion import Occasion
from tracker.services.outbox import look, one_message

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.services.deliver import Sender

MESSAGES = 400
ROUNDS = 5
GOAL = 0.7
SETTINGS = """
database = "sqlite:///tracker.db"
zone = "UTC"
[channels.mail]
kind = "email"
host = "127.0.0.1"
port = {smtp}
security = "none"
from = "tracker@example.org"
to = ["desk@example.org"]
[channels.hook]
kind = "webhook"
url = "http://127.0.0.1:{http}/"
allow_private = true
secret_env = ["BENCH_SECRET"]
[[routes]]
channel = "{channel}"
immediate = ["due"]
"""
TABLES = """
PRAGMA journal_mode = WAL;
CREATE TABLE message (id INTEGER PRIMARY KEY, body TEXT, state TEXT, lease TEXT, leased_until TEXT);
CREATE INDEX pending ON message (id) WHERE state = 'pending';
CREATE TABLE attempt (id INTEGER PRIMARY KEY, message INTEGER, started_at TEXT, ended_at TEXT, verdict TEXT);
"""
CLAIM = """
UPDATE message SET lease = ?, leased_until = ? WHERE id = (
    SELECT id FROM message WHERE state = 'pending' AND lease IS NULL ORDER BY id LIMIT 1
) RETURNING id, body
"""


@dataclass(frozen=True)
class Ports:
    """Where the receivers listen."""

    smtp: int
    http: int


def main() -> None:
    """Print both ratios beside the goal; exit code 1 where one is missed."""
    os.environ["BENCH_SECRET"] = "whsec_" + "YmVuY2ggYmVuY2ggYmVuY2ggYmVuY2ggYmVuY2g="
    command = [sys.executable, str(Path(__file__).with_name("receivers.py"))]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as receivers:
        ports = Ports(*map(int, receivers.stdout.readline().split())) if receivers.stdout else Ports(0, 0)
        ratios = [compare(channel, ports) for channel in ("mail", "hook")]
        receivers.communicate()
    sys.exit(any(ratio < GOAL for ratio in ratios))


def compare(channel: str, ports: Ports) -> float:
    """The median of ours against bare, in messages a second; the first round only warms up."""
    bare = {"mail": bare_mails, "hook": bare_hooks}[channel]
    rounds = []
    for _ in range(ROUNDS + 1):
        composing, sending, bodies = run_ours(channel, ports)
        rounds.append((composing, sending, run_bare(bodies, bare(ports))))
    composing, sending, plain = (statistics.median(speeds) for speeds in zip(*rounds[1:], strict=True))
    ratio = statistics.median(sending / plain for _, sending, plain in rounds[1:])
    both = statistics.median(composing / plain for composing, _, plain in rounds[1:])
    print(f"{channel}   bare {plain:5.0f}/s   ours {sending:5.0f}/s   ratio {ratio:.2f}   goal: at least {GOAL}")
    print(f"       composing too: {composing:5.0f}/s   ratio {both:.2f}", flush=True)
    return ratio


def run_ours(channel: str, ports: Ports) -> tuple[float, float, list[str]]:
    """Messages a second from planned to sent, then from composed to sent, and the bodies that were sent."""
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder, "config.toml")
        config.write_text(SETTINGS.format(smtp=ports.smtp, http=ports.http, channel=channel), encoding="utf-8")
        with App(config, os.environ) as app:
            fill(app.store, MESSAGES)
            check(app.store, app.followup, Occasion("bench", DUE, datetime(2026, 3, 2, 12, tzinfo=UTC)))
            composing = timed(app.sender())
            with app.store.working() as conn:
                conn.exec_driver_sql("UPDATE message SET state = 'pending', ended_at = NULL")
            sending = timed(app.sender())
            bodies = [one_message(app.store, message.id).message.body for message in look(app.store).messages]
            return composing, sending, bodies


def timed(sender: Sender) -> float:
    """Messages a second of all that is due."""
    began = time.perf_counter()
    sent = sender.send_due()
    took = time.perf_counter() - began
    if sent.sent != MESSAGES:
        sys.exit(f"not all was sent: {sent}")
    return MESSAGES / took


def run_bare(bodies: list[str], send: Callable[[str], None]) -> float:
    """Messages a second from claimed to recorded."""
    with tempfile.TemporaryDirectory() as folder:
        connection = sqlite3.connect(Path(folder, "bare.db"), isolation_level=None)
        connection.executescript(TABLES)
        connection.execute("PRAGMA synchronous = FULL")
        rows = [(body, "pending") for body in bodies]
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO message (body, state) VALUES (?, ?)", rows)
        connection.execute("COMMIT")
        began = time.perf_counter()
        while send_one(connection, send):
            pass
        took = time.perf_counter() - began
        connection.close()
        return len(bodies) / took


def send_one(connection: sqlite3.Connection, send: Callable[[str], None]) -> bool:
    """Claim, send, record; False where nothing is left."""
    connection.execute("BEGIN IMMEDIATE")
    claimed = connection.execute(CLAIM, (str(uuid.uuid4()), clock.now().isoformat())).fetchone()
    connection.execute("COMMIT")
    if claimed is None:
        return False
    started = clock.now().isoformat()
    send(claimed[1])
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE message SET state = 'sent', lease = NULL WHERE id = ?", (claimed[0],))
    row = claimed[0], started, clock.now().isoformat(), "sent"
    connection.execute("INSERT INTO attempt (message, started_at, ended_at, verdict) VALUES (?, ?, ?, ?)", row)
    connection.execute("COMMIT")
    return True


def bare_mails(ports: Ports) -> Callable[[str], None]:
    """Sends over one connection."""
    server = smtplib.SMTP("127.0.0.1", ports.smtp)

    def send(body: str) -> None:
        server.sendmail("tracker@example.org", ["desk@example.org"], body.encode("ascii"))

    return send


def bare_hooks(ports: Ports) -> Callable[[str], None]:
    """Posts through one pool."""
    pool = urllib3.HTTPConnectionPool("127.0.0.1", ports.http, maxsize=1)

    def send(body: str) -> None:
        pool.request("POST", "/", body=body.encode(), headers={"Content-Type": "application/json"})

    return send


if __name__ == "__main__":
    main()
