"""What is watched, and what visits found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Watched:
    """A feed or a page that is visited again and again.

    publisher      who publishes it, where it does not say so itself
    etag, last_modified  by what its server knows what was sent last
    visited_at     the last visit, `next_at` the one to come, both UTC instants; None: none yet, at once
    failures       how many visits failed since the last good one; `problem` says why the last did
    """

    url: str
    number: int = 0
    publisher: str = ""
    added_by: str = ""
    added_at: datetime | None = None
    etag: str = ""
    last_modified: str = ""
    visited_at: datetime | None = None
    next_at: datetime | None = None
    failures: int = 0
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Visit:
    """What one visit found: new announcements, what was proposed of them, and what could not be used.

    notes    where what a feed says was taken in place of its page, and why
    """

    watched: Watched
    announcements: int = 0
    commitments: int = 0
    problems: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
