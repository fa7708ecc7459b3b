"""Every table that the program knows, in one place: importing this module declares them all."""

from __future__ import annotations

from tracker.store import ledger, source_tables, tables
from tracker.store.columns import metadata

__all__ = ["ledger", "metadata", "source_tables", "tables"]
