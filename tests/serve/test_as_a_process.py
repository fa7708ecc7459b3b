"""The program as the system runs it: started, signalled, killed, its database taken away."""

import json
import os
import re
import signal
import socket
import stat
import subprocess
import sys
import time
import urllib.request
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta

import psycopg
import pytest

from tracker.store.leader import leadership

PATIENCE = 60
TICK = 0.5
PAGE = b"""<html><head><title>News</title><meta property="article:published_time" content="2026-03-03"></head>
<body><article><h1>News</h1><p>The council will open the new pool by 1 June 2026.</p></article></body></html>"""
PROGRAM = """
import os, time
from datetime import UTC, datetime
from types import SimpleNamespace
from tracker.app import App

class Sender:
    '''Sends nothing, or, where the test says so, something that takes until it is told to stop.'''

    def send_due(self, stop):
        if os.environ.get("SLOW"):
            print("sending", flush=True)
            while not stop():
                time.sleep(0.02)
        return SimpleNamespace(sent=0, failed=0, dead=0, withdrawn=0, troubles=())

    def next_due(self):
        return datetime.now(UTC) if os.environ.get("SLOW") else None

os.umask(0o022)
App.sender = lambda app: Sender()
from tracker.__main__ import run
run()
"""


class Program:
    """A running `tracker serve`, and what it said."""

    def __init__(self, config, *words, **environment):
        self.log = config.with_name(f"log-{time.monotonic_ns()}")
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-c", PROGRAM, "--config", str(config), "serve", "--tick", str(TICK), *words],
                stdout=subprocess.PIPE, stderr=log, env={**os.environ, **environment},
            )  # fmt: skip

    @property
    def said(self):
        return self.log.read_text(encoding="utf-8")

    def wait_for(self, event, times=1):
        """Return once an event was logged so often."""
        end = time.monotonic() + PATIENCE
        while len(re.findall(rf"^\S+ \w+ {event}\b", self.said, re.MULTILINE)) < times:
            assert time.monotonic() < end, f"no {event} in:\n{self.said}"
            assert self.process.poll() is None, f"ended before {event}:\n{self.said}"
            time.sleep(0.02)

    def end(self, number=signal.SIGTERM):
        """Its exit code after a signal."""
        self.process.send_signal(number)
        return self.process.wait(timeout=PATIENCE)


@pytest.fixture
def start():
    """Starts the program: start(config, "--worker"). What still runs at the end is killed."""
    with ExitStack() as stack:

        def start(config, *words, **environment):
            program = Program(config, *words, **environment)
            stack.callback(lambda: (program.process.kill(), program.process.wait(), program.process.stdout.close()))
            return program

        yield start


@pytest.fixture
def config_of(tmp_path):
    """Writes a configuration for the database at an address."""

    def config_of(url, more=""):
        path = tmp_path / "config.toml"
        backup = "" if "[backup]" in more else "[backup]\n"
        written = f'database = "{url}"\nzone = "UTC"\n[check]\nat = "00:00"\n{backup}{more}'
        # at whatever hour the tests run, what is due each day is due
        path.write_text(written.replace("[backup]\n", '[backup]\nat = "00:00"\n'), encoding="utf-8")
        return path

    return config_of


@pytest.fixture
def config(config_of, database_url):
    """A configuration that names an empty database."""
    return config_of(database_url)


on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
on_postgresql = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_checks_and_ends_cleanly_when_told_to(start, config, number):
    program = start(config)
    program.wait_for("checked")
    assert program.end(number) == 0
    assert f"info stopping signal={number.name}\n" in program.said
    assert "info stopped is_clean=true\n" in program.said
    assert " error " not in program.said


@on_sqlite
def test_the_process_that_reads_strangers_pages_ends_with_it(start, config_of, database_url, web):
    web.pages["/news.html"] = (200, {"Content-Type": "text/html"}, PAGE)
    config = config_of(database_url, "[web]\nallow_private = true\n")
    watched = [sys.executable, "-m", "tracker", "--config", str(config), "watch", "add", f"{web.url}/news.html"]
    subprocess.run(watched, check=True, capture_output=True)
    program = start(config)
    program.wait_for("watched")
    readers = {number for number, parent, _ in processes() if parent == program.process.pid}
    assert readers
    assert program.end() == 0
    assert not [number for number, _, _ in processes() if number in readers]


def processes():
    """Number, parent and state of all processes but those that only wait for their parent to hear of their end."""
    listed = subprocess.run(["ps", "-A", "-o", "pid=,ppid=,stat="], check=True, capture_output=True, text=True).stdout
    told = (line.split() for line in listed.splitlines())
    return [(int(number), int(parent), state) for number, parent, state in told if not state.startswith("Z")]


def test_a_signal_in_the_middle_of_a_send_lets_it_end(start, config):
    program = start(config, SLOW="1")
    assert program.process.stdout.readline() == b"sending\n"
    assert program.end() == 0
    assert "is_clean=true" in program.said


@on_sqlite
def test_beside_a_file_a_second_one_ends_with_75_and_a_worker_only_sends(start, config):
    first = start(config)
    first.wait_for("checked")
    second, worker = start(config), start(config, "--worker")
    assert second.process.wait(timeout=PATIENCE) == 75
    assert f"`tracker serve` runs already (process {first.process.pid} on {socket.gethostname()})" in second.said
    assert second.said.count("\n") == 1
    worker.wait_for("started")
    assert "jobs=send\n" in worker.said
    first.end(signal.SIGKILL)
    third = start(config)
    third.wait_for("leading")
    assert worker.end() == 0


@on_postgresql
def test_on_a_server_another_leads_within_two_ticks_of_the_leaders_death(start, config):
    tick = 3
    first = start(config)
    first.wait_for("leading")
    second = start(config, "--tick", str(tick))
    second.wait_for("waiting_to_lead")
    killed_at = datetime.now(UTC)
    first.end(signal.SIGKILL)
    second.wait_for("leading")
    led_at = datetime.fromisoformat(re.search(r"^(\S+) info leading$", second.said, re.MULTILINE)[1])
    assert led_at - killed_at < timedelta(seconds=2 * tick)
    assert second.end() == 0


@on_postgresql
def test_a_leader_that_loses_its_connection_leads_no_more_while_another_does(start, config, database_url):
    program = start(config)
    program.wait_for("leading")
    other = leadership(database_url)
    with psycopg.connect(database_url, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND pid <> pg_backend_pid()"
        )
    takes_over(other)
    program.wait_for("waiting_to_lead")
    other.close()
    program.wait_for("leading", 2)
    assert program.end() == 0


def takes_over(place):
    end = time.monotonic() + PATIENCE
    while not place.leads():
        assert time.monotonic() < end


def test_it_survives_a_restart_of_the_server(start, config_of, own_server):
    program = start(config_of(own_server.address))
    program.wait_for("checked")
    own_server.stop()
    program.wait_for("failed", 2)
    own_server.start()
    program.wait_for("leading", 2)
    assert program.end() == 0
    assert "Traceback" not in program.said


@contextmanager
def service_manager(folder):
    """A socket as systemd has it."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind(str(folder / "notify"))
        listening.settimeout(PATIENCE)
        yield listening


@on_sqlite
def test_the_service_manager_hears_of_the_start_of_life_and_of_the_end(start, config, tmp_path):
    with service_manager(tmp_path) as manager:
        program = start(config, NOTIFY_SOCKET=str(tmp_path / "notify"), WATCHDOG_USEC="400000")
        told = [manager.recv(1000).decode() for _ in range(3)]
        assert [one.partition("\n")[0] for one in told] == ["READY=1", "WATCHDOG=1", "WATCHDOG=1"]
        assert program.end() == 0
        while told[-1].startswith("WATCHDOG=1"):
            told.append(manager.recv(1000).decode())
    assert told[-1] == "STOPPING=1\nSTATUS=stopping"


@on_sqlite
def test_what_it_writes_only_its_owner_may_read(start, config, tmp_path):
    folder = tmp_path / "backups"
    program = start(config)
    program.wait_for("backed_up")
    files = [*tmp_path.glob("tracker.db*"), *folder.iterdir()]
    assert {stat.S_IMODE(one.stat().st_mode) for one in files} == {0o600}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert program.end() == 0


@on_sqlite
def test_it_says_how_it_is_on_a_port_and_in_json(start, config_of, database_url):
    program = start(config_of(database_url, '[serve]\nport = 0\n[log]\nformat = "json"\n[backup]\nkeep = 0\n'))
    end = time.monotonic() + PATIENCE
    while '"checked"' not in program.said and time.monotonic() < end:
        time.sleep(0.02)
    events = [json.loads(line) for line in program.said.splitlines()]
    started = next(event for event in events if event["event"] == "started")
    assert started["jobs"] == "check send watch"
    with urllib.request.urlopen(f"http://127.0.0.1:{started['port']}/healthz", timeout=PATIENCE) as answer:
        assert json.loads(answer.read())["healthy"]
    assert program.end() == 0


@on_postgresql
def test_a_server_is_not_backed_up_and_it_says_how_it_is(start, config):
    program = start(config)
    program.wait_for("no_backup")
    assert "pg_dump" in program.said


def test_once_does_what_is_due_and_ends(start, config):
    for checks in (1, 0):
        program = start(config, "--once")
        assert program.process.wait(timeout=PATIENCE) == 0
        assert program.said.count(" info checked ") == checks


@on_sqlite
def test_once_ends_as_its_first_failure_does(start, config_of, database_url, tmp_path):
    (tmp_path / "file").touch()
    program = start(config_of(database_url, '[backup]\nfolder = "file"\n'), "--once")
    assert program.process.wait(timeout=PATIENCE) == 6
    assert " info checked " in program.said
    assert " error failed job=backup " in program.said


@on_sqlite
def test_it_loads_nothing_that_it_does_not_need(config):
    heavy = {"alembic", "rich", "trafilatura", "feedparser", "pypdf", "docx", "lxml", "holidays", "nupunkt", "urllib3"}
    program = (
        "import sys; from tracker.cli.main import main; code = main(sys.argv[1:]);"
        f"print(code, sorted({{name.split('.')[0] for name in sys.modules}} & {heavy!r}))"
    )
    words = ["--config", str(config), "serve", "--once"]
    ended = subprocess.run([sys.executable, "-c", program, *words], capture_output=True, text=True, check=True)
    assert ended.stdout == "0 []\n", ended.stderr
