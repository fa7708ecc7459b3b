"""Who does something, and when: asked once at the door and handed on as a value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Occasion:
    """One person's command: `today` is the configured zone's day, `now` the UTC instant."""

    by: str
    today: date
    now: datetime
