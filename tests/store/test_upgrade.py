"""Upgrades: told, backed up first, done once however many ask at once, and refused where the database is newer."""

import subprocess
import sys
from datetime import UTC, datetime

import pytest
from alembic import command

from tracker.errors import NewerDatabaseError
from tracker.store import migrate
from tracker.store.engine import make_engine, parse_url
from tracker.store.store import Store

NOW = datetime(2026, 1, 31, 12, tzinfo=UTC)


def test_making_upgrading_and_finding_it_current_are_told(new_database_url, migrate_to):
    assert migrate.status(new_database_url).current is None
    made = migrate.upgrade(new_database_url, NOW)
    assert (made.old, made.new, made.backup) == (None, migrate.REVISION, None)
    assert migrate.status(new_database_url).is_current
    again = migrate.upgrade(new_database_url, NOW)
    assert (again.old, again.new, again.backup) == (migrate.REVISION, migrate.REVISION, None)
    migrate_to("0001")
    assert not migrate.status(new_database_url).is_current
    upgraded = migrate.upgrade(new_database_url, NOW)
    assert (upgraded.old, upgraded.new) == ("0001", migrate.REVISION)


@pytest.fixture
def older(tmp_path):
    """A SQLite database of the first revision."""
    path = tmp_path / "tracker.db"
    engine = make_engine(parse_url(f"sqlite:///{path}"))
    with migrate.migrating(engine) as (_, config):
        command.upgrade(config, "0001")
    engine.dispose()
    return path


def test_an_older_file_is_backed_up_before_it_is_upgraded(older):
    done = migrate.upgrade(f"sqlite:///{older}", NOW)
    assert done.backup == older.with_name("tracker-0001-20260131T120000Z.db")
    assert done.backup.stat().st_mode & 0o777 == 0o600
    assert migrate.status(f"sqlite:///{done.backup}").current == "0001"
    assert migrate.status(f"sqlite:///{older}").is_current


def test_a_backup_goes_where_it_is_told_and_takes_no_other_ones_name(older, tmp_path):
    folder = tmp_path / "backups"
    folder.mkdir()
    (folder / "tracker-0001-20260131T120000Z.db").write_text("taken")
    done = migrate.upgrade(f"sqlite:///{older}", NOW, folder)
    assert done.backup == folder / "tracker-0001-20260131T120000Z-2.db"


def pretend_newer(engine):
    with engine.begin() as conn:
        conn.exec_driver_sql(f"UPDATE {migrate.VERSION_TABLE} SET version_num = '9999'")


def test_a_newer_database_is_refused(new_database_url, engine):
    migrate.upgrade(new_database_url, NOW)
    pretend_newer(engine)
    for use in (migrate.upgrade, lambda url, now: Store.open(url, now=now)):
        with pytest.raises(NewerDatabaseError, match="revision 9999"):
            use(new_database_url, NOW)
    assert migrate.status(new_database_url).current == "9999"


def test_a_newer_file_is_not_changed_by_a_byte(tmp_path):
    path = tmp_path / "tracker.db"
    url = f"sqlite:///{path}"
    migrate.upgrade(url, NOW)
    engine = make_engine(parse_url(url))
    pretend_newer(engine)
    engine.dispose()
    before, beside = path.read_bytes(), sorted(tmp_path.iterdir())
    with pytest.raises(NewerDatabaseError):
        Store.open(url, now=NOW)
    assert path.read_bytes() == before
    assert sorted(tmp_path.iterdir()) == beside


UPGRADE = """
import os, sys
from datetime import UTC, datetime
from alembic import command
from tracker.store.store import Store
waiting, start = os.pipe()
children = []
for _ in range(4):
    if not (child := os.fork()):
        os.close(start)
        os.read(waiting, 1)
        Store.open(sys.argv[1], now=datetime.now(UTC)).close()
        sys.exit()
    children.append(child)
os.close(start)  # all have started by now, and wait for this
sys.exit(any(os.waitpid(child, 0)[1] for child in children))
"""


@pytest.mark.parametrize("start", ["nothing", "0001"])
def test_four_processes_upgrade_at_once(new_database_url, migrate_to, start):
    if start != "nothing":
        migrate.upgrade(new_database_url, NOW)
        migrate_to(start)
    command_line = [sys.executable, "-c", UPGRADE, new_database_url]
    ended = subprocess.run(command_line, capture_output=True, text=True, timeout=120, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert migrate.status(new_database_url).is_current
