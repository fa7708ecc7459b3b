"""A world to torment: a store full of commitments that fall due, processes to kill, a receiver that fails."""

import json
import random
import signal
import subprocess
import sys
from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
import sqlalchemy as sa

from tracker.core.outbox import MessageState
from tracker.store import outbox_tables
from tracker.store.store import Store

PROGRAMS = Path(__file__).parent / "programs"
PROMISES = spec_from_file_location("promises", Path(__file__).parents[2] / "scripts" / "benches" / "promises.py")
promises = module_from_spec(PROMISES)
PROMISES.loader.exec_module(promises)
SECRET = "whsec_" + "dG9ydHVyZSB0b3J0dXJlIHRvcnR1cmUgdG9ydHVyZQ=="


@dataclass(frozen=True)
class Sizes:
    """How much of it: commitments, kills of a sender and of a checker, and kills between two looks at the store.

    workers  senders at a time
    pause    seconds that the receiver takes over each, so that there is something left to send at every kill
    """

    alerts: int
    sender_kills: int
    checker_kills: int
    round: int
    workers: int
    pause: float


SHORT, MIDDLE, LONG = Sizes(15, 2, 1, 2, 2, 0.08), Sizes(200, 12, 6, 6, 3, 0.06), Sizes(2000, 50, 16, 10, 3, 0.06)
"""For a quick look, for a fault that is to be caught, and for `scripts/torture`."""


@pytest.fixture(scope="session")
def sizes(request):
    """The sizes of `scripts/torture`, else those of a quick look."""
    return LONG if request.config.getoption("--long") else SHORT


@pytest.fixture(scope="session")
def some():
    """Sizes at which a fault shows."""
    return MIDDLE


def pytest_collection_modifyitems(config, items):
    """What takes long is left to `scripts/torture`."""
    if not config.getoption("--long"):
        long = [item for item in items if item.get_closest_marker("long")]
        config.hook.pytest_deselected(items=long)
        items[:] = [item for item in items if item not in long]


@pytest.fixture
def dice():
    """Dice that fall the same way in every run."""
    return random.Random(20260131)  # noqa: S311 - it decides whom to kill, and when


@dataclass(frozen=True)
class Receipts:
    """What the receiver took down of each message: its faults, bodies and alerts, in the order of their coming."""

    faults: dict
    bodies: dict
    alerts: dict


class World:
    """The store, its settings and its receiver, with the processes that work on them."""

    def __init__(self, folder, url, log, port):
        self.url = url
        self.config = folder / "config.toml"
        self._log = log
        self.check_seconds = 0.3
        self.config.write_text(
            f'''database = "{url}"
zone = "UTC"
[channels.hook]
kind = "webhook"
url = "http://127.0.0.1:{port}/"
secret_env = ["TORTURE_SECRET"]
allow_private = true
allow_clear = true
timeout = 1.0
''',
            encoding="utf-8",
        )

    @contextmanager
    def store(self):
        """The store, open in this process."""
        opened = Store.open(self.url, now=promises.NOW)
        try:
            yield opened
        finally:
            opened.close()

    def fill(self, count):
        """Store so many tracked commitments, all due on the same day."""
        with self.store() as store:
            promises.fill(store, count)

    def start(self, program, *words):
        """A process at work: it has said that it is ready, or it has ended."""
        [started] = self.start_several([(program, *words)])
        return started

    def start_several(self, programs):
        """Processes at work, begun together."""
        commands = [[sys.executable, PROGRAMS / f"{one}.py", self.config, *map(str, words)] for one, *words in programs]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
        started = [subprocess.Popen(command, **pipes) for command in commands]
        for one in started:
            one.stdout.readline()
        return started

    def run(self, *words):
        """The program itself, with these words on its command line; what it logs is beside the settings."""
        with (self.config.parent / "log").open("ab") as log:
            return subprocess.Popen([sys.executable, "-m", "tracker", "--config", self.config, *words], stderr=log)

    def kill(self, process):
        """End a process at once, wherever it is."""
        process.send_signal(signal.SIGKILL)
        process.communicate()

    def finish(self, process):
        """Let a process come to its end, which must be a good one."""
        _, errors = process.communicate()
        assert process.returncode == 0, errors

    def let_time_pass(self):
        """What hours would do while no sender lives: leases end, and what waits for its next attempt may have it."""
        message = outbox_tables.message
        with self.store() as store, store.working() as conn:
            is_leased = message.c.leased_until.is_not(None)
            conn.execute(message.update().where(is_leased).values(leased_until=None, lease=""))
        self.let_retries_come()

    def let_retries_come(self):
        """What hours would do to what waits for its next attempt, and is in nobody's hands."""
        message = outbox_tables.message
        is_waiting = (message.c.state == MessageState.PENDING.value) & message.c.leased_until.is_(None)
        with self.store() as store, store.working() as conn:
            long_ago = datetime.now(UTC) - timedelta(hours=1)
            conn.execute(message.update().where(is_waiting).values(next_attempt_at=long_ago))

    def ask(self, query):
        """The rows of a query."""
        with self.store() as store, store.reading() as conn:
            return conn.execute(sa.text(query)).all()

    def count(self, query):
        """The number that a query gives."""
        [(count,)] = self.ask(query)
        return count

    def receipts(self):
        """What the receiver took down until now."""
        found = Receipts(defaultdict(list), defaultdict(set), defaultdict(set))
        for line in self._log.read_text(encoding="ascii").splitlines():
            fault, name, body, alerts = json.loads(line)
            found.faults[name].append(fault)
            found.bodies[name].add(body)
            found.alerts[name].update(alerts)
        return found


@pytest.fixture
def make_world(tmp_path, dice, monkeypatch, sizes):
    """Make a world on the database at an address, with a receiver that fails a fifth of the time."""
    monkeypatch.setenv("TORTURE_SECRET", SECRET)
    receivers = []

    def make_world(url):
        log = tmp_path / "receipts"
        command = [sys.executable, PROGRAMS / "receiver.py", log, str(dice.randrange(10**6)), str(sizes.pause)]
        receivers.append(subprocess.Popen(command, stdout=subprocess.PIPE, text=True))
        return World(tmp_path, url, log, int(receivers[0].stdout.readline()))

    yield make_world
    for receiver in receivers:
        receiver.kill()
        receiver.communicate()


@pytest.fixture
def world(make_world, database_url):
    """An empty world."""
    return make_world(database_url)
