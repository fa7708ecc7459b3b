"""What happened and was said: change sets, history, purges, alerts, checks, and the triggers that keep them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0002"
down_revision = "0001"

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
JSON = sa.JSON().with_variant(JSONB(), "postgresql")
INSTANT = sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite")


def key(name: str = "id") -> sa.Column[int]:
    """A number that is never used again."""
    return sa.Column(name, sa.Integer, sa.Identity(), primary_key=True)


def to(target: str, name: str, *, nullable: bool = False) -> sa.Column[int]:
    """A number that must stand in another table's column."""
    return sa.Column(name, sa.Integer, sa.ForeignKey(target), nullable=nullable)


def text(name: str) -> sa.Column[str]:
    """Words, empty where there are none."""
    return sa.Column(name, TEXT, nullable=False)


def real_days(*columns: str) -> list[sa.CheckConstraint]:
    """Days that exist; PostgreSQL's type for them sees to it by itself."""
    return [
        sa.CheckConstraint(f"{column} IS date({column}, '+0 days')", name=f"{column}_is_a_day").ddl_if(dialect="sqlite")
        for column in columns
    ]


def upgrade() -> None:
    """What happened and was said: change sets, history, purges, alerts, checks, and the triggers that keep them."""
    create_change_set()
    create_history()
    create_purge()
    create_alert()
    create_check_run()
    create_setting()
    for statement in TRIGGERS[op.get_bind().dialect.name]:
        op.execute(statement)


def downgrade() -> None:
    """Takes all of it back."""
    op.drop_table("setting")
    op.drop_table("check_run")
    op.drop_table("alert")
    op.drop_table("purge")
    op.drop_table("history")
    op.drop_table("change_set")
    if op.get_bind().dialect.name == "postgresql":
        for name in ("refuse_change", "history_only_purged", "change_set_only_purged"):
            op.execute(f"DROP FUNCTION {name}()")


def create_change_set() -> None:
    op.create_table(
        "change_set",
        key("number"),
        text("action"),
        text("summary"),
        text("made_by"),
        sa.Column("made_at", INSTANT, nullable=False),
        to("change_set.number", "undoes", nullable=True),
        sa.UniqueConstraint("undoes"),  # a change is taken back once
        sa.CheckConstraint("undoes < number", name="undoes"),
        sqlite_autoincrement=True,
    )


def create_history() -> None:
    op.create_table(
        "history",
        key(),
        to("change_set.number", "change_set"),
        text("table_name"),
        text("row_key"),
        sa.Column("announcement", sa.Integer),
        sa.Column("commitment", sa.Integer),
        sa.Column("before", JSON),
        sa.Column("after", JSON),
        sa.CheckConstraint("before IS NOT NULL OR after IS NOT NULL", name="payload"),
        sa.Index(None, "change_set"),
        sa.Index(None, "announcement"),
        sa.Index(None, "commitment"),
        sa.Index(None, "table_name", "row_key"),
        sqlite_autoincrement=True,
    )


def create_purge() -> None:
    op.create_table(
        "purge",
        sa.Column("announcement", sa.Integer, primary_key=True, autoincrement=False),
        text("why"),
        sa.Column("purged_at", INSTANT, nullable=False),
    )


def create_alert() -> None:
    op.create_table(
        "alert",
        key(),
        to("commitment.number", "commitment"),
        to("occurrence.id", "occurrence"),
        sa.Column("arming", sa.Integer, nullable=False),
        text("stage"),
        sa.Column("stage_on", sa.Date, nullable=False),
        sa.Column("said_on", sa.Date, nullable=False),
        sa.UniqueConstraint("occurrence", "arming", "stage", "stage_on"),
        *real_days("stage_on", "said_on"),
        sa.Index(None, "commitment"),
        sqlite_autoincrement=True,
    )


def create_check_run() -> None:
    op.create_table(
        "check_run",
        sa.Column("local_date", sa.Date, primary_key=True),
        sa.Column("checked_at", INSTANT, nullable=False),
        sa.Column("said", sa.Integer, nullable=False),
        sa.CheckConstraint("said >= 0", name="said"),
        *real_days("local_date"),
    )


def create_setting() -> None:
    op.create_table(
        "setting",
        sa.Column("name", TEXT, primary_key=True),
        text("value"),
    )


# Change sets, history, purges and alerts stay as they were written. Nothing in them is deleted, and nothing is updated
# but by a purge: once it stands in its table, the payloads of that announcement's history may become the empty object,
# and the summaries of the changes that touched it may become empty.
APPEND_ONLY = ("change_set", "history", "purge", "alert")
NEVER_UPDATED = ("purge", "alert")

_HISTORY_PURGED = """
    NEW.id = OLD.id AND NEW.change_set = OLD.change_set
    AND NEW.table_name = OLD.table_name AND NEW.row_key = OLD.row_key
    AND NEW.announcement = OLD.announcement AND NEW.commitment IS {same} OLD.commitment
    AND (NEW.before IS NULL) = (OLD.before IS NULL) AND coalesce(NEW.before, '{{}}') = '{{}}'
    AND (NEW.after IS NULL) = (OLD.after IS NULL) AND coalesce(NEW.after, '{{}}') = '{{}}'
    AND EXISTS (SELECT 1 FROM purge WHERE purge.announcement = OLD.announcement)"""

_SUMMARY_PURGED = """
    NEW.number = OLD.number AND NEW.action = OLD.action AND NEW.made_by = OLD.made_by AND NEW.made_at = OLD.made_at
    AND NEW.undoes IS {same} OLD.undoes AND NEW.summary = ''
    AND EXISTS (SELECT 1 FROM history JOIN purge ON purge.announcement = history.announcement
                WHERE history.change_set = OLD.number)"""


def _sqlite() -> list[str]:
    refuse = "BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
    guards = {"history": _HISTORY_PURGED, "change_set": _SUMMARY_PURGED}
    deletes = [
        f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} {refuse.format(table=table)}"
        for table in APPEND_ONLY
    ]
    updates = [
        f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} {refuse.format(table=table)}"
        for table in NEVER_UPDATED
    ]
    # coalesce: a guard that comes out null refuses.
    guarded = [
        f"CREATE TRIGGER {table}_only_purged BEFORE UPDATE ON {table}\n"
        f"WHEN NOT coalesce({guard.format(same='')}, 0)\n{refuse.format(table=table)}"
        for table, guard in guards.items()
    ]
    return deletes + updates + guarded


def _postgresql() -> list[str]:
    refuse = "RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';"
    functions = [
        f"CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {refuse} END $$",
        *(
            f"CREATE FUNCTION {table}_only_purged() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN\n"
            f"IF coalesce({guard.format(same='NOT DISTINCT FROM')}, false) THEN RETURN NEW; END IF;\n{refuse}\nEND $$"
            for table, guard in (("history", _HISTORY_PURGED), ("change_set", _SUMMARY_PURGED))
        ),
    ]
    return functions + [
        f"CREATE TRIGGER {table}_{name} BEFORE {event} ON {table} FOR EACH {each} EXECUTE FUNCTION {function}()"
        for table in APPEND_ONLY
        for name, event, each, function in (
            ("no_delete", "DELETE", "ROW", "refuse_change"),
            ("no_truncate", "TRUNCATE", "STATEMENT", "refuse_change"),
            ("no_update", "UPDATE", "ROW", "refuse_change" if table in NEVER_UPDATED else f"{table}_only_purged"),
        )
    ]


TRIGGERS = {"sqlite": _sqlite(), "postgresql": _postgresql()}
