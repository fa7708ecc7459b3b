"""When a message that was not taken is tried again, and when it is given up."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import TYPE_CHECKING

from tracker.core.outbox import Verdict

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.core.outbox import Outcome

WAITS = (
    timedelta(0),
    timedelta(seconds=5),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=5),
    timedelta(hours=10),
    timedelta(hours=14),
    timedelta(hours=20),
    timedelta(hours=24),
)
"""The wait ahead of each attempt, the first included, as Standard Webhooks suggests; after the last there is none."""

FEW = 3
"""The attempts for what will hardly ever be taken."""

JITTER = 0.1
"""How far a wait is stretched or cut, as a share of it, so that not all come back at the same moment."""

LONGEST = timedelta(hours=24)
"""The most that a receiver's own wish (Retry-After) can put off an attempt."""


def next_attempt_at(uuid: str, attempts: int, outcome: Outcome, at: datetime) -> datetime | None:
    """The UTC instant of the next attempt once `attempts` were made, the last one at `at`; None: there is none.

    The receiver's wish holds where it is the longer one. The jitter follows from the message and the attempt, so that
    the same question has the same answer.
    """
    most = {Verdict.RETRY: len(WAITS), Verdict.FEW: FEW}.get(outcome.verdict, 0)
    if attempts >= most:
        return None
    wait = WAITS[attempts] * (1 + JITTER * _share(uuid, attempts))
    return at + max(wait, min(outcome.retry_after or timedelta(0), LONGEST))


def _share(uuid: str, attempts: int) -> float:
    """A number from -1 to 1 that is the same for the same message and attempt."""
    digest = hashlib.sha256(f"{uuid}/{attempts}".encode()).digest()
    return int.from_bytes(digest[:4], "big") / (2**32 - 1) * 2 - 1
