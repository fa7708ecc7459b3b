"""A database that cannot be used is one line and exit code 6, and nothing of it is lost; an older one is upgraded."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command

from tracker.store import migrate
from tracker.store.engine import make_engine, parse_url

NOW = datetime(2025, 9, 20, 12, tzinfo=UTC)


@pytest.fixture
def engine(new_database_url):
    """A way into the database beside the program."""
    engine = make_engine(parse_url(new_database_url))
    yield engine
    engine.dispose()


@pytest.fixture
def database_url(new_database_url):
    """The address of a database of its own, whose schema a test may change."""
    migrate.upgrade(new_database_url, NOW)
    return new_database_url


def file_of(url):
    return Path(url.removeprefix("sqlite:///"))


def the_line(outcome):
    (line,) = outcome.err.splitlines()
    assert outcome.out == ""
    return line


ON_SQLITE = pytest.mark.parametrize("new_database_url", ["sqlite"], indirect=True)
ON_POSTGRESQL = pytest.mark.parametrize("new_database_url", ["postgresql"], indirect=True)
COMMANDS = (["list"], ["dashboard"], ["check"], ["undo"], ["db", "upgrade"])


def test_a_newer_database_is_left_as_it_is(tracker, tracked, engine):  # noqa: ARG001 - there is something to lose
    with engine.begin() as conn:
        conn.execute(sa.text(f"UPDATE {migrate.VERSION_TABLE} SET version_num = '9999'"))
    for words in COMMANDS:
        line = the_line(tracker(*words, code=6))
        assert "newer (revision 9999)" in line
        assert "install the newer tracker" in line
    with engine.begin() as conn:
        assert conn.execute(sa.text("SELECT count(*) FROM commitment")).scalar() == 1


@pytest.fixture
def older(tracked, engine):
    """A database of the first revision with a commitment in it, whose number this is."""
    with migrate.migrating(engine) as (_, config):
        command.downgrade(config, "0001")
    return tracked


def test_an_older_database_is_upgraded_when_it_is_used(tracker, older, database_url):
    assert tracker("db", "status", "--json").document["database"]["state"] == "older"
    (listed,) = tracker("list", "--json").document["commitments"]
    assert listed["id"] == older
    assert tracker("db", "status", "--json").document["database"]["state"] == "current"
    if database_url.startswith("sqlite"):
        (kept,) = file_of(database_url).parent.glob("tracker-0001-*.db")
        with sqlite3.connect(kept) as connection:
            assert connection.execute("SELECT count(*) FROM commitment").fetchone() == (1,)
        connection.close()


def test_an_upgrade_says_where_it_kept_the_older_one(tracker, older, database_url):  # noqa: ARG001 - it is older
    document = tracker("db", "upgrade", "--json").document
    assert (document["old"], document["new"]) == ("0001", migrate.REVISION)
    assert (document["backup"] is not None) == database_url.startswith("sqlite")


@ON_SQLITE
@pytest.mark.parametrize("words", [*COMMANDS, ["db", "status"]])
@pytest.mark.parametrize("content", [b"Minutes of the meeting. " * 100, None])
def test_a_damaged_database_is_left_as_it_is(tracker, database_url, words, content):
    path = file_of(database_url)
    if content is None:
        content = bytearray(path.read_bytes())
        content[16:416] = b"\x5a" * 400
    path.write_bytes(content)
    line = the_line(tracker(*words, code=6))
    assert str(path) in line
    assert path.read_bytes() == content


@ON_SQLITE
def test_the_doctor_names_a_damaged_database(tracker, database_url):
    file_of(database_url).write_bytes(b"Minutes of the meeting. " * 100)
    assert "not a database" in tracker("doctor", code=1).out


@ON_POSTGRESQL
def test_a_server_that_takes_no_writes_says_so(tracker, tracked, config, database_url):
    read_only = f"{database_url}{'&' if '?' in database_url else '?'}options=-c%20default_transaction_read_only%3Don"
    config.write_text(config.read_text(encoding="utf-8").replace(database_url, read_only), encoding="utf-8")
    assert "the database is read-only" in the_line(tracker("start", tracked, code=6))
    assert tracker("list", "--json").document["commitments"][0]["status"] == "open"


BECOME_NOBODY = """
import os, sys
from tracker.cli.main import main
own, other, *words = sys.argv[1:]
main(["--config", other, *words])
sys.stdout.flush()
if os.geteuid() == 0:  # for root no mode is in the way: become nobody, once all modules are loaded
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
sys.exit(main(["--config", own, *words]))
"""


@pytest.fixture
def public(sqlite_template):
    """A folder that every user reaches, with two databases and their configurations; pytest's own is closed."""
    folder = Path(tempfile.mkdtemp(prefix="tracker-public-"))
    for name in ("own", "other"):
        shutil.copy(sqlite_template, folder / f"{name}.db")
        (folder / f"{name}.toml").write_text(f'database = "sqlite:///{name}.db"\nzone = "UTC"\n', encoding="utf-8")
        (folder / f"{name}.toml").chmod(0o644)
        os.utime(folder / f"{name}.db", (1, 1))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.mark.parametrize(
    "words", [["add", "The board will publish its plan by 30 May 2026.", "--announced-on", "2025-09-19"], ["check"]]
)
def test_a_database_that_may_not_be_written_is_left_as_it_is(public, words):
    public.joinpath("own.db").chmod(0o444)
    before = public.joinpath("own.db").read_bytes()
    public.chmod(0o555)
    ended = subprocess.run(
        [sys.executable, "-c", BECOME_NOBODY, public / "own.toml", public / "other.toml", *words],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    public.chmod(0o755)
    assert ended.returncode == 6, ended.stderr
    (line,) = ended.stderr.splitlines()
    assert str(public) in line
    assert "Permission denied" in line
    assert public.joinpath("own.db").read_bytes() == before
