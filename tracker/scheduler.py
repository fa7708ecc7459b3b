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

PATIENCE = timedelta(seconds=1)
"""How long a job whose turn has come waits for another one to end before a thread of its own takes it."""


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
    is_roused        True where it is to run again as soon as it ends
    failures         how many runs in a row failed; failed: how many did, ever
    succeeded_at     the UTC instant at which a run last ended well; None before the first
    """

    running_since: float | None = None
    next_at: datetime | None = None
    is_roused: bool = False
    failures: int = 0
    failed: int = 0
    succeeded_at: datetime | None = None


class Scheduler:
    """Runs each job when its turn comes, never twice at once.

    Jobs whose turn has come are run by one thread, one after the other, since a thread that wakes costs more than a
    look into the database; where one of them takes longer than PATIENCE, another thread takes the others.

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
        self._timer = _timer(len(jobs) + 1)
        self._round_at: datetime | None = None
        self.progress = {job.name: Progress() for job in jobs}

    def start(self) -> None:
        """Run every job once, and then each when its time comes."""
        self._timer.start()
        with self._lock:
            now = self._now()
            for mine in self.progress.values():
                mine.next_at = now
            self._arrange(now)

    def rouse(self, name: str) -> None:
        """Let a job run now, or again at once where it is running; a name that there is not is nobody's."""
        with self._lock:
            if name not in self._jobs or self._is_stopping:
                return
            mine = self.progress[name]
            if mine.running_since is not None:
                mine.is_roused = True
            else:
                mine.next_at = self._now()
                self._arrange(mine.next_at)

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

    def _arrange(self, at: datetime) -> None:
        """Have a round begun at an instant, in place of the one that was arranged. The lock is held."""
        if at != self._round_at:
            self._round_at = at
            self._timer.add_job(self._round, "date", run_date=at, id="round", replace_existing=True)

    def _round(self) -> None:
        """Run what is due, one job after the other, until nothing is."""
        with self._lock:
            self._round_at = None
        while (name := self._take()) is not None:
            self._run(name)

    def _take(self) -> str | None:
        """Take the next job whose turn has come, and see to it that the others have theirs; None: there is none."""
        with self._lock:
            if self._is_stopping:
                return None
            now = self._now()
            name = next((name for name, one in self.progress.items() if one.next_at and one.next_at <= now), None)
            if name is not None:
                mine = self.progress[name]
                mine.running_since, mine.next_at, mine.is_roused = time.monotonic(), None, False
            turns = [one.next_at for one in self.progress.values() if one.next_at is not None]
            if turns and name is None:
                self._arrange(min(turns))
            elif turns and not (self._round_at and now < self._round_at <= max(min(turns), now + PATIENCE)):
                self._arrange(max(min(turns), now + PATIENCE))
            return name

    def _run(self, name: str) -> None:
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
            mine.next_at = self._next(mine, asked, now)
            self._lock.notify_all()
        if error is None:
            for other in self._jobs[name].rouses:
                self.rouse(other)

    def _next(self, mine: Progress, asked: datetime | None, now: datetime) -> datetime:
        if mine.is_roused and not mine.failures:
            return now
        if mine.failures:
            latest = now + timedelta(seconds=min(self._tick, 2.0 ** (mine.failures - 1)))
        else:  # at a whole multiple of the tick, so that all who rest wake together
            latest = now + timedelta(seconds=self._tick - now.timestamp() % self._tick)
        return max(now, min(asked, latest)) if asked is not None else latest


def _timer(threads: int) -> BackgroundScheduler:
    from apscheduler.executors.pool import ThreadPoolExecutor
    from apscheduler.schedulers.background import BackgroundScheduler

    return BackgroundScheduler(
        timezone=UTC,
        executors={"default": ThreadPoolExecutor(threads)},
        # A round beyond the most would be dropped; those that find nothing to do end at once.
        job_defaults={"coalesce": True, "misfire_grace_time": None, "max_instances": 10 * threads},
    )
