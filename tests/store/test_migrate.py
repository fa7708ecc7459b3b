"""Migrations: they make the tables that the program knows, keep every row, and leave nothing behind when they fail."""

import io
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.script import ScriptDirectory

from tracker.errors import StoreError, TrackerError
from tracker.store import migrate
from tracker.store.engine import make_engine, parse_url
from tracker.store.schema import metadata

NOW = datetime(2026, 1, 31, 12, tzinfo=UTC)
MIGRATIONS = Path(migrate.__file__).parents[2] / "migrations"
COMPILED = shutil.ignore_patterns("__pycache__")

POSTGRES_SCHEMA = """
    SELECT 'column', table_name, column_name,
        ordinal_position::text, data_type, is_nullable, is_identity, collation_name
    FROM information_schema.columns WHERE table_schema = 'public'
    UNION ALL SELECT 'constraint', conrelid::regclass::text, conname, pg_get_constraintdef(oid), '', '', '', ''
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT 'index', tablename, indexname, indexdef, '', '', '', ''
    FROM pg_indexes WHERE schemaname = 'public'"""
POSTGRES_TRIGGERS = """
    SELECT tgname, pg_get_triggerdef(t.oid), pg_get_functiondef(tgfoid) FROM pg_trigger t WHERE NOT tgisinternal"""


def schema_of(engine):
    """Every table, column, constraint and index in the database's own words, but for Alembic's."""
    with engine.connect() as conn:
        if engine.dialect.name == "sqlite":
            query = "SELECT type, tbl_name, name, sql FROM sqlite_master WHERE type IN ('table', 'index')"
        else:
            query = POSTGRES_SCHEMA
        rows = [tuple(row) for row in conn.exec_driver_sql(query)]
    return sorted(" ".join(str(row).split()) for row in rows if row[1] != migrate.VERSION_TABLE)


def triggers_of(engine):
    """Every trigger in the database's own words."""
    with engine.connect() as conn:
        query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        rows = conn.exec_driver_sql(query if engine.dialect.name == "sqlite" else POSTGRES_TRIGGERS)
        return sorted(tuple(row) for row in rows)


def rows_of(engine):
    """Every row of every table."""
    with engine.connect() as conn:
        return {
            table.name: conn.execute(sa.select(table)).all() for table in metadata.sorted_tables if has(conn, table)
        }


def has(conn, table):
    return sa.inspect(conn).has_table(table.name)


def test_the_newest_revision_is_the_one_that_the_program_names():
    assert ScriptDirectory(str(MIGRATIONS)).get_heads() == [migrate.REVISION]


def test_migrated_tables_are_those_that_the_program_knows(new_database_url, engine, migrate_to):
    migrate.upgrade(new_database_url, NOW)
    migrated = schema_of(engine)
    migrate_to("base")
    with engine.begin() as conn:
        metadata.create_all(conn)
    assert migrated == schema_of(engine)


def test_alembic_finds_nothing_to_migrate(new_database_url, engine):
    migrate.upgrade(new_database_url, NOW)
    with migrate.migrating(engine) as (_, config):
        config.stdout = io.StringIO()  # else what was the standard output when Alembic was first imported
        command.check(config)


def test_down_and_up_again_keeps_every_row_and_trigger(new_database_url, engine, fill, migrate_to):
    fill(new_database_url)
    before, triggers, schema = rows_of(engine), triggers_of(engine), schema_of(engine)
    assert all(before.values()), "a table has no row to lose"
    migrate_to("0001")
    kept = rows_of(engine)
    assert len(kept) == 7
    assert all(kept[name] == before[name] for name in kept)
    migrate_to("head", command.upgrade)
    assert (triggers_of(engine), schema_of(engine)) == (triggers, schema)
    assert all(rows_of(engine)[name] == before[name] for name in kept)


def test_down_to_nothing_leaves_nothing(new_database_url, engine, fill, migrate_to):
    fill(new_database_url)
    migrate_to("base")
    assert [row for row in schema_of(engine) if "sqlite_sequence" not in row] == []
    assert triggers_of(engine) == []
    fill(new_database_url)


@pytest.fixture
def with_a_migration(tmp_path, monkeypatch):
    """Add a migration after the newest one, whose upgrade is these lines of Python."""

    def add(body):
        folder = tmp_path / "migrations"
        shutil.copytree(MIGRATIONS, folder, ignore=COMPILED)
        newest = folder / "versions" / "9000_newest.py"
        newest.write_text(
            f'from alembic import op\nrevision = "9000"\ndown_revision = "{migrate.REVISION}"\n\n'
            f"def upgrade():\n    {body}\n\ndef downgrade():\n    pass\n"
        )
        monkeypatch.setattr(migrate, "_scripts", lambda: folder)
        monkeypatch.setattr(migrate, "REVISION", "9000")

    return add


@pytest.mark.parametrize(
    "failing",
    [
        "op.drop_table('note'); op.execute('SELECT no_such_function()')",
        "op.drop_table('note'); raise RuntimeError('halfway')",
    ],
)
def test_a_failing_migration_leaves_schema_and_revision_as_they_were(
    new_database_url, engine, fill, with_a_migration, failing
):
    fill(new_database_url)
    before = rows_of(engine), schema_of(engine), triggers_of(engine)
    revision = migrate.status(new_database_url).current
    with_a_migration(failing)
    with pytest.raises((TrackerError, RuntimeError)):
        migrate.upgrade(new_database_url, NOW)
    assert (rows_of(engine), schema_of(engine), triggers_of(engine)) == before
    assert migrate.status(new_database_url).current == revision


def test_a_migration_that_would_orphan_rows_is_refused(tmp_path, fill, with_a_migration):
    url = f"sqlite:///{tmp_path / 'tracker.db'}"
    fill(url)
    with_a_migration("op.execute('DELETE FROM announcement')")
    with pytest.raises(StoreError, match=r"the upgrade would break a row of \w+"):
        migrate.upgrade(url, NOW)
    assert migrate.status(url).current != "9000"


def test_a_rebuilt_table_keeps_its_children(tmp_path, fill, with_a_migration):
    url = f"sqlite:///{tmp_path / 'tracker.db'}"
    fill(url)
    engine = make_engine(parse_url(url))
    before = rows_of(engine)
    with_a_migration("with op.batch_alter_table('announcement', recreate='always'): pass")
    migrate.upgrade(url, NOW)
    assert rows_of(engine) == before
    engine.dispose()


def test_the_migrations_are_found_inside_the_package_once_installed(tmp_path, monkeypatch):
    installed = tmp_path / "tracker"
    (installed / "store").mkdir(parents=True)
    shutil.copytree(MIGRATIONS, installed / "migrations", ignore=COMPILED)
    monkeypatch.setattr(migrate, "__file__", str(installed / "store" / "migrate.py"))
    url = f"sqlite:///{tmp_path / 'tracker.db'}"
    migrate.upgrade(url, NOW)
    shutil.rmtree(installed / "migrations")
    assert migrate.status(url).is_current
