"""The command line as a person meets it: arguments in; output, errors and an exit code out."""

import io
import json
import os
import pty
import select
import signal
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tracker.cli.main import main

MEMORANDUM = """Port Elsin, 17 September 2025

Velmara and Castoria signed a memorandum on health today.

Minister Ilena Marsh said: “A joint health committee will be set up within the next 30 days to oversee the work.”
The two countries have been friends since 1974.
"""
HEALTH_DUE = "2025-10-17"
ON_SQLITE = (
    *("as_a_program", "days", "draft", "examples", "ingest", "review_json", "rows"),
    *("service", "streams", "wishes", "words"),
)
"""Files whose tests are of words, streams and keys: what they ask of the store, others ask of it on both databases."""


def pytest_collection_modifyitems(config, items):
    """Leave out on PostgreSQL what proves nothing of it."""
    files = {Path(__file__).with_name(f"test_{name}.py") for name in ON_SQLITE}
    left_out = [item for item in items if item.path in files and "[postgresql" in item.name]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]


@dataclass(frozen=True)
class Outcome:
    """What a command printed and how it ended."""

    out: str
    err: str
    code: int

    @property
    def document(self):
        """Its output as JSON."""
        return json.loads(self.out)


@pytest.fixture
def config(tmp_path, database_url):
    """A configuration file that names an empty database."""
    path = tmp_path / "settings" / "config.toml"
    path.parent.mkdir()
    settings = f'database = "{database_url}"\nzone = "UTC"\n[person]\nname = "Ada"\n[web]\nallow_private = true\n'
    path.write_text(settings, encoding="utf-8")
    return path


@pytest.fixture
def set_day(monkeypatch):
    """Set the day on which commands run, at noon UTC."""

    def set_day(day):
        noon = datetime.fromisoformat(day).replace(hour=12, tzinfo=UTC)
        monkeypatch.setattr("tracker.clock.now", lambda: noon)

    set_day("2025-09-20")
    return set_day


@pytest.fixture
def tracker(config, set_day, capsys):  # noqa: ARG001 - commands run on the day that the fixture sets
    """Run a command line on the configured database; the exit code must be the expected one."""

    def run(*words, code=0):
        capsys.readouterr()
        ended = main(["--config", str(config), *map(str, words)])
        printed = capsys.readouterr()
        assert ended == code, f"{words} ended with {ended}, not {code}:\n{printed.out}{printed.err}"
        return Outcome(printed.out, printed.err, ended)

    return run


@pytest.fixture
def memorandum(tmp_path):
    """An announcement of 17 September 2025 with a commitment due on 17 October."""
    path = tmp_path / "memorandum.txt"
    path.write_text(MEMORANDUM, encoding="utf-8")
    return path


@pytest.fixture
def tracked(tracker, memorandum):
    """The number of a commitment that is tracked since 20 September 2025 and due on 17 October."""
    document = tracker("ingest", "--accept", memorandum, "--json").document
    due = {one["deadline"]["due"]: one["id"] for one in document["announcements"][0]["commitments"] if one["deadline"]}
    return due[HEALTH_DUE]


@pytest.fixture
def in_terminal(config):
    """Run a command line on a terminal of so many columns, keys typed as it asks; gives what the terminal was sent."""

    def in_terminal(*words, columns=80, keys=(), environment=None):
        pid, terminal = pty.fork()
        if pid == 0:
            os.environ.update({"COLUMNS": str(columns), "LINES": "50", "TERM": "xterm-256color", **(environment or {})})
            program = [sys.executable, "-m", "tracker", "--config", str(config), *map(str, words)]
            os.execv(sys.executable, program)  # noqa: S606 - our own program
        written = b"".join(chunks_of(terminal, list(keys)))
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(terminal)
        return written.decode()

    return in_terminal


def chunks_of(terminal, keys):
    """What is written to a terminal until its program ends, or for a minute; at each prompt the next keys are typed.

    A program that was not yet listening drops what is typed: what has no effect is typed again.
    """
    end, last, typed = time.monotonic() + 60, b"", b""
    while time.monotonic() < end:
        if select.select([terminal], [], [], 0.3)[0]:
            try:
                chunk = os.read(terminal, 65536)
            except OSError:  # how Linux says that nobody writes to it any more
                return
            if not chunk:
                return
            yield chunk
            last, typed = chunk, b""
        elif last.endswith((b"] ", b": ")):
            typed = typed or (keys.pop(0).encode() if keys else b"")
            os.write(terminal, typed)


@pytest.fixture
def type_keys(monkeypatch):
    """Give a command its standard input, line by line; what is no line is called when its turn comes."""

    class Typing(io.StringIO):
        def readline(self, *_):
            while callable(line := next(self.lines, None)):
                line()
            return "" if line is None else f"{line}\n"

    def type_keys(*lines):
        typing = Typing()
        typing.lines = iter(lines)
        monkeypatch.setattr(sys, "stdin", typing)

    return type_keys
