"""How a column, a key and a constraint are written here, the same for every table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from tracker.store.types import TEXT

if TYPE_CHECKING:
    from collections.abc import Iterable
    from enum import StrEnum

DERIVED = "derived"
"""The mark, in `Column.info`, of a column that history leaves out."""

metadata = sa.MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


def key(name: str = "id") -> sa.Column[int]:
    """A number that is never used again: AUTOINCREMENT in SQLite, an identity in PostgreSQL."""
    return sa.Column(name, sa.Integer, sa.Identity(), primary_key=True)


def to(target: str | sa.Column[int], name: str, *, nullable: bool = False) -> sa.Column[int]:
    """A number that must stand in another table's column."""
    return sa.Column(name, sa.Integer, sa.ForeignKey(target), nullable=nullable)


def text(name: str, *, derived: bool = False) -> sa.Column[str]:
    """Words, empty where there are none."""
    return sa.Column(name, TEXT, nullable=False, info={DERIVED: derived})


def flag(name: str) -> sa.Column[bool]:
    """True or false, never unknown."""
    return sa.Column(name, sa.Boolean(name=name, create_constraint=True), nullable=False)


def quoted(values: Iterable[StrEnum]) -> str:
    """An enum's values as an SQL list."""
    return ", ".join(f"'{value}'" for value in values)


def one_of(column: str, values: type[StrEnum]) -> sa.CheckConstraint:
    """A column that holds an enum's values and nothing else."""
    return sa.CheckConstraint(f"{column} IN ({quoted(values)})", name=column)


def real_days(*columns: str) -> list[sa.CheckConstraint]:
    """SQLite has no type for a day; this refuses text that is none, 2026-02-30 included."""
    return [
        sa.CheckConstraint(f"{column} IS date({column}, '+0 days')", name=f"{column}_is_a_day").ddl_if(dialect="sqlite")
        for column in columns
    ]


def table(name: str, *parts: Any) -> sa.Table:
    """A table whose `key` column is never used again."""
    return sa.Table(name, metadata, *parts, sqlite_autoincrement=True)
