"""Faults: each is one line that says where, what and what to do next, and the database is as it was."""

import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tracker.errors import StoreError
from tracker.store import announcements, migrate
from tracker.store.store import Store

NOW = datetime(2026, 1, 31, 12, tzinfo=UTC)


@pytest.fixture
def path(tmp_path):
    """A SQLite database of the newest revision."""
    folder = tmp_path / "data"
    file = folder / "tracker.db"
    Store.open(f"sqlite:///{file}", now=NOW).close()
    return file


def refused(url):
    """The one line that opening it is refused with."""
    with pytest.raises(StoreError) as error:
        Store.open(url, now=NOW)
    line = str(error.value)
    assert "\n" not in line
    assert error.value.remedy
    return line


def contents(folder):
    return {file: file.read_bytes() for file in Path(folder).rglob("*") if file.is_file() and file.suffix != ".lock"}


def test_what_is_made_is_private_under_any_umask(tmp_path):
    before = os.umask(0o022)
    try:
        store = Store.open(f"sqlite:///{tmp_path / 'data' / 'tracker.db'}", now=NOW)
        with store.writing("ingest", "Ada", NOW) as change:
            change.conn.exec_driver_sql("INSERT INTO setting VALUES ('a', 'b')")
        modes = {file.name: file.stat().st_mode & 0o777 for file in (tmp_path / "data").iterdir()}
        store.close()
    finally:
        os.umask(before)
    assert {"tracker.db", "tracker.db-wal", "tracker.db-shm"} <= modes.keys()
    assert set(modes.values()) == {0o600}
    assert (tmp_path / "data").stat().st_mode & 0o777 == 0o700


def test_a_database_of_ours_is_in_wal_mode_and_keeps_what_it_was_told(path):
    store = Store.open(f"sqlite:///{path}", now=NOW)
    with store.reading() as conn:
        told = {
            name: conn.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "recursive_triggers")
        }
    store.close()
    full = 2
    assert told == {
        "journal_mode": "wal",
        "synchronous": full,
        "foreign_keys": 1,
        "secure_delete": 1,
        "recursive_triggers": 1,
    }


def test_a_missing_folder_is_not_made_out_of_a_mistyped_path(tmp_path):
    line = refused(f"sqlite:///{tmp_path / 'no' / 'such' / 'tracker.db'}")
    assert "there is no such folder" in line
    assert not (tmp_path / "no").exists()


def test_missing_folders_in_the_home_are_made(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    folder = tmp_path / ".local" / "share" / "tracker"
    Store.open(f"sqlite:///{folder / 'tracker.db'}", now=NOW).close()
    assert {made.stat().st_mode & 0o777 for made in (folder, folder.parent, folder.parent.parent)} == {0o700}


def test_a_folder_is_no_database(tmp_path):
    assert "this is a folder" in refused(f"sqlite:///{tmp_path}")


def test_a_file_that_is_no_database_is_left_alone(tmp_path):
    file = tmp_path / "minutes.txt"
    file.write_text("Minutes of the meeting. " * 100)
    before = contents(tmp_path)
    assert "the file is not a database" in refused(f"sqlite:///{file}")
    assert contents(tmp_path) == before


def test_another_programs_database_is_left_alone(tmp_path):
    file = tmp_path / "other.db"
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE note (text)")
    connection.close()
    before = contents(tmp_path)
    assert "another program's database" in refused(f"sqlite:///{file}")
    assert contents(tmp_path) == before


@pytest.mark.parametrize("start", [0, 16, 100])
def test_a_damaged_database_is_left_alone(path, start):
    content = bytearray(path.read_bytes())
    content[start : start + 400] = b"\x5a" * 400
    path.write_bytes(content)
    before = contents(path.parent)
    line = refused(f"sqlite:///{path}")
    assert str(path) in line
    assert "restore" in line
    assert contents(path.parent) == before


def test_who_waits_too_long_for_another_writer_is_told_so(path):
    store = Store.open(f"sqlite:///{path}?timeout=0.05", now=NOW)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    busy = "another program is writing to the database: try again"
    with pytest.raises(StoreError, match=busy), store.writing("ingest", "Ada", NOW):
        pass
    other.close()
    store.close()


OPEN = """
import os, sys
from datetime import UTC, datetime
from tracker.core.announcement import Announcement
from tracker.errors import StoreError
from tracker.store import announcements
from tracker.store.store import Store
now = datetime(2026, 1, 31, 12, tzinfo=UTC)
def write(path):
    store = Store.open(f"sqlite:///{path}", now=now)
    with store.writing("ingest", "Ada", now) as change:
        announcements.add(change, Announcement("long " * 200_000, now.date()), now)
    store.close()
path, *elsewhere = sys.argv[1:]
if elsewhere and os.geteuid() == 0:  # for root no mode is in the way: become nobody, once all modules are loaded
    write(elsewhere[0])
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
try:
    write(path)
except StoreError as error:
    sys.exit(str(error))
"""


def write_in_a_child(*paths, **how):
    """The line with which a child process gives up writing to a database."""
    done = subprocess.run([sys.executable, "-c", OPEN, *paths], check=False, capture_output=True, text=True, **how)
    assert done.returncode == 1, done.stderr
    (line,) = done.stderr.splitlines()
    return line


@pytest.fixture
def public(sqlite_template):
    """A database in a folder that every user reaches; pytest's own is closed to others."""
    folder = Path(tempfile.mkdtemp(prefix="tracker-public-"))
    folder.chmod(0o777)
    yield Path(shutil.copy(sqlite_template, folder / "tracker.db"))
    folder.chmod(0o777)
    shutil.rmtree(folder)


@pytest.mark.parametrize("mode", [0o444, 0])
def test_a_file_that_may_not_be_read_or_written_is_named(public, tmp_path, mode):
    public.chmod(mode)
    before = public.stat()
    line = write_in_a_child(public, tmp_path / "other.db")
    assert line == f"{public}: Permission denied: check that the path exists and may be written to"
    assert public.stat().st_mtime_ns == before.st_mtime_ns


def test_a_folder_that_may_not_be_written_is_named(public, tmp_path):
    public.chmod(0o666)
    public.parent.chmod(0o555)
    before = public.stat()
    line = write_in_a_child(public, tmp_path / "other.db")
    assert line == f"{public}.lock: Permission denied: check that the path exists and may be written to"
    assert public.stat().st_mtime_ns == before.st_mtime_ns


def test_a_full_disk_changes_nothing(path):
    def limit():
        size = path.stat().st_size + 100_000
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    line = write_in_a_child(path, preexec_fn=limit)
    assert "disk" in line
    opened = Store.open(f"sqlite:///{path}", now=NOW)
    with opened.reading() as conn:
        assert conn.exec_driver_sql("SELECT count(*) FROM announcement").scalar() == 0
        assert conn.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
    opened.close()


def test_a_database_that_may_not_grow_says_that_the_disk_is_full(path):
    store = Store.open(f"sqlite:///{path}", now=NOW)
    with store.reading() as conn:  # the pool gives the writer the same connection
        conn.exec_driver_sql("PRAGMA max_page_count = 1")
    with pytest.raises(StoreError, match="the disk is full: free some space"), store.writing("x", "Ada", NOW) as change:
        change.conn.exec_driver_sql("INSERT INTO setting VALUES ('long', hex(zeroblob(1000000)))")
    store.close()


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("mysql://localhost/tracker", "no support for mysql"),
        ("tracker.db", "no address of a database"),
        ("sqlite://", "needs a file"),
        ("sqlite:///:memory:", "needs a file"),
    ],
)
def test_an_address_that_cannot_be_used_says_what_to_write(url, says):
    line = refused(url)
    assert says in line
    assert "sqlite:///FILE" in line


def test_a_server_that_is_not_there_is_named_without_its_password():
    line = refused("postgresql://ada:secret@127.0.0.1:1/tracker")
    assert "postgresql://ada@127.0.0.1:1/tracker" in line
    assert "secret" not in line


def test_a_missing_library_says_how_to_install_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "psycopg", None)
    assert "pip install 'commitment-tracker[postgres]'" in refused("postgresql://localhost/tracker")


def test_the_status_of_what_cannot_be_read_is_one_line(tmp_path):
    file = tmp_path / "minutes.txt"
    file.write_text("Minutes of the meeting. " * 100)
    with pytest.raises(StoreError, match="is not a database"):
        migrate.status(f"sqlite:///{file}")
    assert migrate.status(f"sqlite:///{tmp_path / 'none.db'}").current is None


def test_text_that_is_no_character_is_refused(make, store):
    lone = make.announcement(title="\ud800")
    with pytest.raises(StoreError, match="a text holds what is no character"), store.writing("x", "Ada", NOW) as change:
        announcements.add(change, lone, NOW)
    with store.reading() as conn:
        assert conn.exec_driver_sql("SELECT count(*) FROM announcement").scalar() == 0


def test_a_server_that_takes_no_writes_says_so(postgres_database):
    options = "options=-c%20default_transaction_read_only%3Don"
    store = Store.open(f"{postgres_database}{'&' if '?' in postgres_database else '?'}{options}", now=NOW)
    with pytest.raises(StoreError, match="the database is read-only"), store.writing("x", "Ada", NOW) as change:
        change.conn.exec_driver_sql("INSERT INTO setting VALUES ('a', 'b')")
    store.close()
