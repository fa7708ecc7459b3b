"""Making a database and bringing an older one up to date. Alembic is loaded only where there is something to do."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from tracker.errors import NewerDatabaseError, StoreError
from tracker.store import backup, files
from tracker.store.engine import WRITES, file_of, is_sqlite, make_engine, parse_url, place_of
from tracker.store.faults import told

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from alembic.config import Config
    from sqlalchemy.engine import URL, Connection, Engine

REVISION = "0007"
"""The newest migration. A test holds it against `migrations/versions`; it spares a command loading Alembic."""

VERSION_TABLE = "tracker_revision"
"""Where the revision stands; a name of our own, so that another program's database is not taken for one."""

_REVISION = sa.select(sa.column("version_num", sa.Text)).select_from(sa.table(VERSION_TABLE))

_PLACE_ON_SERVER = sa.select(sa.cast(sa.func.to_regclass(VERSION_TABLE), sa.Text))
"""None where PostgreSQL has no such table. Every command asks: SQLAlchemy's inspection would take twice as long."""


@dataclass(frozen=True, slots=True)
class Upgrade:
    """What an upgrade did: from which revision (None: there was no database) to which, and the backup made first."""

    old: str | None
    new: str
    backup: Path | None = None


@dataclass(frozen=True, slots=True)
class DatabaseStatus:
    """Where the database is and how old: `current` is None where there is none yet."""

    place: str
    current: str | None
    newest: str = REVISION

    @property
    def is_current(self) -> bool:
        """True where nothing is to be upgraded."""
        return self.current == self.newest


def upgrade(url: str, now: datetime, backups: Path | None = None) -> Upgrade:
    """Makes or upgrades the database at an address; an older file is first backed up, into `backups` or beside it.

    `now` names the backup. Raises NewerDatabaseError, StoreError; then the database is as it was.
    """
    parsed = parse_url(url)
    engine = make_engine(parsed)
    try:
        return prepare(engine, parsed, now, backups)
    finally:
        engine.dispose()


def status(url: str) -> DatabaseStatus:
    """Looks at a database without changing it. Raises StoreError where it cannot be read."""
    parsed = parse_url(url)
    place = place_of(parsed)
    with told(place):
        if is_sqlite(parsed):
            return DatabaseStatus(place, revision_of(file_of(parsed)))
        engine = make_engine(parsed)
        try:
            with engine.connect() as connection:
                return DatabaseStatus(place, _revision_in(connection))
        finally:
            engine.dispose()


def prepare(engine: Engine, url: URL, now: datetime, backups: Path | None) -> Upgrade:
    """What `upgrade` does, through an engine that is kept."""
    with told(place_of(url)):
        return _prepare_file(engine, file_of(url), now, backups) if is_sqlite(url) else _prepare_server(engine, url)


def _prepare_file(engine: Engine, path: Path, now: datetime, backups: Path | None) -> Upgrade:
    if path.is_dir():
        raise StoreError(f"{path}: this is a folder", "name a file in it in `database`")
    files.make_folder(path.parent)
    with files.locked(path):
        files.make_file(path)
        old = revision_of(path)
        kept = None
        if old != REVISION:
            refuse_newer(str(path), old)
            kept = _keep(path, old, now, backups) if old else None
        # Also for a database that is up to date: a restored one is not in this mode yet.
        with engine.connect() as connection:
            raw(connection).execute("PRAGMA journal_mode = WAL")
        if old != REVISION:
            with migrating(engine) as (_, config):
                _run_to_newest(config)
        return Upgrade(old, REVISION, kept)


def _keep(path: Path, old: str, now: datetime, backups: Path | None) -> Path:
    folder = backups or path.parent
    files.make_folder(folder)
    kept = files.stamped(path, folder, old, now)
    backup.copy(path, kept)
    return kept


def _prepare_server(engine: Engine, url: URL) -> Upgrade:
    with engine.connect() as connection:
        old = _revision_in(connection)
    if old == REVISION:
        return Upgrade(old, REVISION)
    with migrating(engine) as (connection, config):
        old = _revision_in(connection)  # another process may have been quicker
        if old != REVISION:
            refuse_newer(place_of(url), old)
            _run_to_newest(config)
    return Upgrade(old, REVISION)


def raw(connection: Connection) -> Any:
    """The driver's own connection, for what must happen outside a transaction."""
    return connection.connection.driver_connection


@contextmanager
def migrating(engine: Engine) -> Iterator[tuple[Connection, Config]]:
    """One writing transaction for all migrations, with Alembic's configuration; a failure leaves nothing behind.

    In SQLite foreign keys are off in it, as rebuilding a table would else delete its children, and checked at its end.
    """
    with engine.connect().execution_options(**{WRITES: True}) as connection:
        is_file = connection.dialect.name == "sqlite"
        if is_file:
            raw(connection).execute("PRAGMA foreign_keys = OFF")
        try:
            with connection.begin():
                yield connection, _config(connection)
                if is_file and (broken := connection.exec_driver_sql("PRAGMA foreign_key_check").first()):
                    raise StoreError(
                        f"the upgrade would break a row of {broken[0]}", "report this; nothing was changed"
                    )
        finally:
            if is_file:
                raw(connection).execute("PRAGMA foreign_keys = ON")


def _run_to_newest(config: Config) -> None:
    from alembic import command

    command.upgrade(config, "head")


def _config(connection: Connection | None = None) -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_scripts()).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _scripts() -> Path:
    """The migrations: inside the package once installed, beside it in a checkout."""
    package = Path(__file__).parent.parent
    installed = package / "migrations"
    return installed if installed.is_dir() else package.parent / "migrations"


def refuse_newer(place: str, revision: str | None) -> None:
    """Raises NewerDatabaseError for a revision that this program does not know."""
    from alembic.script import ScriptDirectory

    known = {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}
    if revision is not None and revision not in known:
        raise NewerDatabaseError(place, revision)


def revision_of(path: Path) -> str | None:
    """The revision of a SQLite file, read without changing a byte of it; None for a missing or an empty file.

    Raises StoreError for another program's database, sqlite3.Error for what is none.
    """
    if not path.exists() or path.stat().st_size == 0:
        return None
    with backup.opened_to_read(path) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if VERSION_TABLE in tables:
            return _first(connection.execute(str(_REVISION)).fetchone())
        if tables:
            raise StoreError(f"{path}: this is another program's database", "name another file in `database`")
        return None


def _revision_in(connection: Connection) -> str | None:
    if connection.execute(_PLACE_ON_SERVER).scalar() is None:
        return None
    return _first(connection.execute(_REVISION).first())


def _first(row: Any) -> str | None:
    return str(row[0]) if row else None
