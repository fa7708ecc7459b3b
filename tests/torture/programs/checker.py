"""One daily check, run as a process of its own: `checker.py CONFIG DAY MUTANT`; a MUTANT is a fault, or "none".

It prints "ready" when it begins to check, and is there to be killed.
"""

import os
import sys
import time
from datetime import UTC, date, datetime
from pathlib import Path

from tracker.app import App
from tracker.services import tell
from tracker.services.daily_check import check
from tracker.services.occasion import Occasion
from tracker.store import deliveries

PAUSE = 0.4
"""Seconds between the two transactions of the mutant, so that a kill falls between them before long."""


def main(config, day, mutant):
    today = date.fromisoformat(day)
    occasion = Occasion("check", today, datetime(today.year, today.month, today.day, 12, tzinfo=UTC))
    left = []
    if mutant == "two-transactions":
        tell.deliveries = LaterDeliveries(left)
    with App(Path(config), os.environ) as app:
        store = app.store
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        check(store, app.followup, occasion)
        if mutant == "two-transactions":
            time.sleep(PAUSE)
            with store.writing("check", "check", occasion.now) as change:
                for planned in left:
                    deliveries.plan(change, planned)


class LaterDeliveries:
    """The module that plans deliveries, but that they are planned after the check's own transaction."""

    def __init__(self, left):
        self._left = left

    def __getattr__(self, name):
        return getattr(deliveries, name)

    def plan(self, _change, planned):
        self._left.append(planned)
        return tuple(planned)


if __name__ == "__main__":
    main(*sys.argv[1:])
