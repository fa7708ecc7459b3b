"""Every table that the program knows, in one place: importing this module declares them all."""

from __future__ import annotations

from tracker.store import evidence_tables, ledger, outbox_tables, source_tables, tables, wish_tables
from tracker.store.columns import metadata

__all__ = ["evidence_tables", "ledger", "metadata", "outbox_tables", "source_tables", "tables", "wish_tables"]
