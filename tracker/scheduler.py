"""When a job runs: at the time it asked for, and never more than a tick from now. APScheduler lives only here.

It is a clock and a pool of threads, no more: what is due and what was done stands in the database, so that a program
that was down, a clock that was set and a day with 23 hours need no thought here.
"""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from datetime import UTC, timedelta
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from apscheduler.schedulers.background import BackgroundScheduler


class Run(Protocol):
    """Does what is due, and gives the UTC instant of the next thing to do; None where it knows of none.

    It looks at `stop` between two things and ends soon once that says True.
    """

    def __call__(self, stop: Callable[[], bool]) -> datetime | None: ...


@dataclass(frozen=True, slots=True)
class Job:
    """Something to be done again and again; `rouses` are the names of the jobs that have something to do after it."""

    name: str
    run: Run
    rouses: tuple[str, ...] = ()


@dataclass(slots=True)
class Progress:
    """How a job fares.

    running_since    the reading of the monotonic clock, in seconds; None while it rests
    next_at          the UTC instant of its next run while it rests
    arrangement      the number of the arrangement that holds: the others are void
    is_roused        True where it is to run again as soon as it ends
    failures         how many runs in a row failed; failed: how many did, ever
    succeeded_at     the UTC instant at which a run last ended well; None before the first
    """

    running_since: float | None = None
    next_at: datetime | None = None
    arrangement: int = 0
    is_roused: bool = False
    failures: int = 0
    failed: int = 0
    succeeded_at: datetime | None = None


class Scheduler:
    """Runs each job in a thread of its own, never twice at once.

    tick     the longest that a job rests, in seconds; after a failure it rests 1, 2, 4, … seconds, a tick at the most
    now      the UTC instant it is
    failed   is told a job's name and the error that ended a run of it; the job goes on
    """

    def __init__(
        self,
        jobs: Sequence[Job],
        *,
        tick: float,
        now: Callable[[], datetime],
        failed: Callable[[str, Exception], None],
    ) -> None:
        self._jobs = {job.name: job for job in jobs}
        self._tick = tick
        self._now = now
        self._failed = failed
        self._lock = threading.Condition()
        self._is_stopping = False
        self._timer = _timer(len(jobs))
        self.progress = {job.name: Progress() for job in jobs}

    def start(self) -> None:
        """Run every job once, and then each when its time comes."""
        self._timer.start()
        for name in self._jobs:
            self.rouse(name)

    def rouse(self, name: str) -> None:
        """Let a job run now, or again at once where it is running; a name that there is not is nobody's."""
        with self._lock:
            if name not in self._jobs or self._is_stopping:
                return
            if self.progress[name].running_since is not None:
                self.progress[name].is_roused = True
            else:
                self._arrange(name, self._now())

    def beat(self) -> None:
        """Rouse what would rest more than a tick: the clock was set back. To be called once a tick or oftener."""
        latest = self._now() + timedelta(seconds=self._tick)
        with self._lock:
            late = [name for name, one in self.progress.items() if one.next_at is not None and one.next_at > latest]
        for name in late:
            self.rouse(name)

    def longest_run(self) -> float:
        """Seconds since the start of the job that has been running longest; 0 while all rest."""
        with self._lock:
            since = [one.running_since for one in self.progress.values() if one.running_since is not None]
        return time.monotonic() - min(since) if since else 0.0

    def stop(self, seconds: float) -> bool:
        """Begin nothing more and wait for what runs; False where that took longer than so many seconds."""
        with self._lock:
            self._is_stopping = True
            self._timer.remove_all_jobs()  # shutdown would take them from under the timer's thread
            self._timer.shutdown(wait=False)
            return self._lock.wait_for(lambda: not self._running(), seconds)

    def is_stopping(self) -> bool:
        """True once the jobs are to end."""
        return self._is_stopping

    def _running(self) -> list[str]:
        return [name for name, one in self.progress.items() if one.running_since is not None]

    def _arrange(self, name: str, at: datetime) -> None:
        """Let a job run at an instant; what was arranged for it before is void. The lock is held."""
        mine = self.progress[name]
        mine.next_at = at
        mine.arrangement += 1
        self._timer.add_job(self._run, "date", run_date=at, args=(name, mine.arrangement))

    def _run(self, name: str, arrangement: int) -> None:
        mine = self.progress[name]
        with self._lock:
            if self._is_stopping or mine.running_since is not None or arrangement != mine.arrangement:
                return
            mine.running_since, mine.next_at, mine.is_roused = time.monotonic(), None, False
        asked = error = None
        try:
            asked = self._jobs[name].run(self.is_stopping)
        except Exception as raised:  # noqa: BLE001 - one job's bug must not end the others
            error = raised
            self._failed(name, raised)
        self._rest(name, asked, error)

    def _rest(self, name: str, asked: datetime | None, error: Exception | None) -> None:
        """Note how a run ended, and arrange the next one."""
        mine, now = self.progress[name], self._now()
        with self._lock:
            mine.running_since = None
            if error is None:
                mine.failures, mine.succeeded_at = 0, now
            else:
                mine.failures, mine.failed = mine.failures + 1, mine.failed + 1
            if not self._is_stopping:
                self._arrange(name, self._next(mine, asked, now))
            self._lock.notify_all()
        if error is None:
            for other in self._jobs[name].rouses:
                self.rouse(other)

    def _next(self, mine: Progress, asked: datetime | None, now: datetime) -> datetime:
        if mine.is_roused and not mine.failures:
            return now
        pause = min(self._tick, 2.0 ** (mine.failures - 1)) if mine.failures else self._tick
        latest = now + timedelta(seconds=pause)
        return max(now, min(asked, latest)) if asked is not None else latest


def _timer(threads: int) -> BackgroundScheduler:
    from apscheduler.executors.pool import ThreadPoolExecutor
    from apscheduler.schedulers.background import BackgroundScheduler

    return BackgroundScheduler(
        timezone=UTC,
        executors={"default": ThreadPoolExecutor(max(1, threads))},
        job_defaults={"coalesce": True, "misfire_grace_time": None, "max_instances": 1},
    )
