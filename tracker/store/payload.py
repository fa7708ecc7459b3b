"""A row as history keeps it: its columns as JSON, without those that are derived."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from tracker.store.columns import DERIVED
from tracker.store.types import Instant

if TYPE_CHECKING:
    from collections.abc import Mapping

PURGED: Mapping[str, Any] = {}
"""What stands in history where a purge erased a row's words."""


def to_payload(table: sa.Table, values: Mapping[str, Any]) -> dict[str, Any]:
    """What history keeps of these column values."""
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in values.items()
        if not table.c[name].info.get(DERIVED)
    }


def from_payload(table: sa.Table, payload: Mapping[str, Any]) -> dict[str, Any]:
    """Column values again. Raises KeyError for a column that the table no longer has."""
    return {name: _read(table.c[name].type, value) for name, value in payload.items()}


def _read(kind: sa.types.TypeEngine[Any], value: Any) -> Any:
    if value is None:
        return None
    if isinstance(kind, Instant):
        return datetime.fromisoformat(value)
    return date.fromisoformat(value) if isinstance(kind, sa.Date) else value
