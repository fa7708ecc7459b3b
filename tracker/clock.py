"""What time it is: the one place that asks. Everything else is handed a day or an instant."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> datetime:
    """This instant, in UTC."""
    return datetime.now(UTC)
