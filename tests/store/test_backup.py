"""Backups: checked, private, never over another file; brought back whole, or not at all."""

import sqlite3
from datetime import UTC, datetime

import pytest
from alembic import command

from tracker.errors import NewerDatabaseError, StoreError
from tracker.store import announcements, migrate
from tracker.store.backup import backup
from tracker.store.engine import make_engine, parse_url
from tracker.store.restore import restore
from tracker.store.store import Store

NOW = datetime(2026, 1, 31, 12, tzinfo=UTC)
SERVER = "postgresql://ada:secret@db.example:5433/tracker?sslpassword=secret&sslmode=require"


def ingest(url, make, title):
    """Store an announcement of this title; the store stays open."""
    store = Store.open(url, now=NOW)
    with store.writing("ingest", "Ada", NOW) as change:
        announcements.add(change, make.announcement(title=title), NOW)
    return store


def titles(url):
    store = Store.open(url, now=NOW)
    with store.reading() as conn:
        found = conn.exec_driver_sql("SELECT title FROM announcement ORDER BY number").scalars().all()
    store.close()
    return found


@pytest.fixture
def url(tmp_path, make):
    """A SQLite database that holds an announcement of the title "first"."""
    address = f"sqlite:///{tmp_path / 'data' / 'tracker.db'}"
    ingest(address, make, "first").close()
    return address


@pytest.fixture
def copy(tmp_path, url):
    """A backup of it."""
    path = tmp_path / "copy.db"
    backup(url, path)
    return path


def test_a_backup_comes_back_whole(tmp_path, url, copy, make):
    ingest(url, make, "second").close()
    kept = restore(url, copy, NOW)
    assert titles(url) == ["first"]
    assert kept == tmp_path / "data" / "tracker-replaced-20260131T120000Z.db"
    assert titles(f"sqlite:///{kept}") == ["first", "second"]


def test_what_is_copied_and_kept_is_private(tmp_path, url, copy):
    kept = restore(url, copy, NOW)
    Store.open(url, now=NOW).close()
    assert kept.exists()
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}
    assert (tmp_path / "data").stat().st_mode & 0o777 == 0o700
    assert not [path for path in files if path.suffix in (".part", ".restored")]


def test_a_backup_also_holds_what_is_only_in_the_log_yet(tmp_path, url, make):
    writer = ingest(url, make, "second")
    backup(url, tmp_path / "copy.db")
    writer.close()
    assert titles(f"sqlite:///{tmp_path / 'copy.db'}") == ["first", "second"]


def test_a_backup_takes_no_other_files_place(tmp_path, url):
    taken = tmp_path / "taken.db"
    taken.write_text("mine")
    with pytest.raises(StoreError, match="there is a file of this name already"):
        backup(url, taken)
    assert taken.read_text() == "mine"


def test_there_is_no_backup_of_nothing(tmp_path):
    with pytest.raises(StoreError, match="there is no database yet"):
        backup(f"sqlite:///{tmp_path / 'none.db'}", tmp_path / "copy.db")


def test_a_backup_into_a_missing_folder_names_that_folder(tmp_path, url):
    with pytest.raises(StoreError, match="nowhere"):
        backup(url, tmp_path / "nowhere" / "copy.db")


def damage(path):
    """Overwrite the middle of a database."""
    content = bytearray(path.read_bytes())
    content[8192:16384] = b"\xff" * 8192
    path.write_bytes(content)


def test_a_damaged_database_is_not_copied(tmp_path, url):
    damage(tmp_path / "data" / "tracker.db")
    with pytest.raises(StoreError):
        backup(url, tmp_path / "copy.db")
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


@pytest.mark.parametrize(
    ("pragma", "statement", "says"),
    [
        ("ignore_check_constraints = ON", "UPDATE announcement SET announced_on = 'someday'", "CHECK constraint"),
        ("foreign_keys = OFF", "UPDATE announcement SET version_of = 99", "a row of announcement points nowhere"),
    ],
)
def test_a_copy_that_fails_its_check_takes_no_name(tmp_path, url, pragma, statement, says):
    with sqlite3.connect(tmp_path / "data" / "tracker.db", isolation_level=None) as connection:
        connection.execute(f"PRAGMA {pragma}")
        connection.execute(statement)
    connection.close()
    with pytest.raises(StoreError, match=says):
        backup(url, tmp_path / "copy.db")
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


@pytest.mark.parametrize("content", [b"", b"minutes of the meeting" * 100])
def test_what_is_no_backup_is_refused(tmp_path, url, content):
    other = tmp_path / "other.db"
    other.write_bytes(content)
    with pytest.raises(StoreError, match=r"other\.db"):
        restore(url, other, NOW)
    assert titles(url) == ["first"]


def test_another_programs_database_is_refused(tmp_path, url):
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE note (text)")
    connection.close()
    with pytest.raises(StoreError, match="another program's database"):
        restore(url, other, NOW)
    with pytest.raises(StoreError, match="there is no such file"):
        restore(url, tmp_path / "missing.db", NOW)


def test_a_damaged_or_newer_backup_is_refused(url, copy):
    with sqlite3.connect(copy) as connection:
        connection.execute(f"UPDATE {migrate.VERSION_TABLE} SET version_num = '9999'")
    connection.close()
    with pytest.raises(NewerDatabaseError):
        restore(url, copy, NOW)
    damage(copy)
    with pytest.raises(StoreError):
        restore(url, copy, NOW)
    assert titles(url) == ["first"]


def test_nothing_is_replaced_under_a_running_program(tmp_path, url, copy, make):
    running = ingest(url, make, "second")
    with pytest.raises(StoreError, match="another program has the database open"):
        restore(url, copy, NOW)
    assert not list((tmp_path / "data").glob("*replaced*"))
    running.close()
    assert titles(url) == ["first", "second"]


def test_nothing_is_replaced_under_a_writer(tmp_path, url, copy):
    writer = sqlite3.connect(tmp_path / "data" / "tracker.db", isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="another program has the database open"):
        restore(url, copy, NOW)
    writer.close()


@pytest.mark.parametrize("spoil", [damage, lambda path: path.write_bytes(b"no database" * 1000)])
def test_a_damaged_database_is_replaced_and_kept(tmp_path, url, copy, spoil):
    path = tmp_path / "data" / "tracker.db"
    spoil(path)
    spoilt = path.read_bytes()
    kept = restore(url, copy, NOW)
    assert kept.read_bytes()[100:] == spoilt[100:]  # behind the header, in which SQLite notes its mode
    assert titles(url) == ["first"]


def test_a_backup_is_restored_where_there_is_nothing(tmp_path, copy):
    elsewhere = f"sqlite:///{tmp_path / 'new' / 'tracker.db'}"
    assert restore(elsewhere, copy, NOW) is None
    assert titles(elsewhere) == ["first"]


def test_the_log_of_a_damaged_database_is_kept_and_not_played_into_the_restored_one(tmp_path, url, copy):
    path = tmp_path / "data" / "tracker.db"
    log = path.with_name("tracker.db-wal")
    path.write_bytes(b"no database" * 1000)
    log.write_bytes(b"some log")
    kept = restore(url, copy, NOW)
    assert kept.with_name(f"{kept.name}-wal").read_bytes() == b"some log"
    assert titles(url) == ["first"]


def test_an_older_backup_is_upgraded_when_it_is_next_opened(url, copy):
    engine = make_engine(parse_url(f"sqlite:///{copy}"))
    with migrate.migrating(engine) as (_, config):
        command.downgrade(config, "0001")
    engine.dispose()
    restore(url, copy, NOW)
    assert migrate.status(url).current == "0001"
    assert titles(url) == ["first"]
    assert migrate.status(url).is_current


def test_postgresql_is_backed_up_with_its_own_tools_and_no_password_is_shown(tmp_path):
    with pytest.raises(StoreError) as refused:
        backup(SERVER, tmp_path / "copy.dump")
    assert "pg_dump --format=custom" in refused.value.remedy
    assert "postgresql://ada@db.example:5433/tracker?sslmode=require" in refused.value.remedy
    with pytest.raises(StoreError) as refused_too:
        restore(SERVER, tmp_path / "copy.dump", NOW)
    assert "pg_restore" in refused_too.value.remedy
    assert "secret" not in f"{refused.value}{refused_too.value}"
