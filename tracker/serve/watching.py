"""The watch list as a job of the running program: what is due is visited, one after the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.serve.logs import log, warn
from tracker.services.occasion import Occasion
from tracker.services.watch import next_visit, run_watch

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime, tzinfo

    from tracker.core.watch import Visit
    from tracker.services.watch import Visiting
    from tracker.store.store import Store

WATCHER = "watch"


@dataclass(frozen=True, slots=True)
class Watching:
    """Visits; what makes them possible is built anew for each round, as of its own instant.

    now    the UTC instant it is; `zone` whose days count
    """

    open_store: Callable[[], Store]
    visiting: Callable[[Occasion], Visiting]
    zone: tzinfo
    now: Callable[[], datetime]

    def __call__(self, stop: Callable[[], bool]) -> datetime | None:
        """Visit what is due; the instant of the next visit, None where nothing is watched."""
        store, now = self.open_store(), self.now()
        due = next_visit(store)
        if due is None or due > now:
            return due
        occasion = Occasion(WATCHER, now.astimezone(self.zone).date(), now)
        for visit in run_watch(store, self.visiting(occasion), occasion):
            _tell(visit)
            if stop():
                break
        return next_visit(store)


def _tell(visit: Visit) -> None:
    url = visit.watched.url
    for problem in visit.problems:
        warn("not_read", url=url, why=problem)
    for note in visit.notes:
        log("summed_up", url=url, why=note)
    if visit.announcements:
        log("watched", url=url, announcements=visit.announcements, proposed=visit.commitments)
