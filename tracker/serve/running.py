"""The program from its start to the signal that ends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.errors import TrackerError
from tracker.serve.logs import fail, log, warn
from tracker.signals import ENDINGS, Signals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.scheduler import Job, Scheduler
    from tracker.serve.health import Health
    from tracker.serve.notify import Notifier

GRACE = 25.0
"""Seconds that what is in flight has to end, once a signal came; the service unit allows five more."""


def run(scheduler: Scheduler, health: Health, notifier: Notifier, *, tick: float, grace: float = GRACE) -> bool:
    """Let the jobs run until SIGTERM or SIGINT comes; False where one of them took longer than `grace` after that."""
    beat = min(tick, notifier.beat_within or tick)
    with Signals(*ENDINGS) as signals:
        scheduler.start()
        notifier.ready(health.status())
        while not signals.wait(beat):
            scheduler.beat()
            if health.is_alive():
                notifier.alive(health.status())
            else:
                warn("hanging", seconds=round(scheduler.longest_run()))
        notifier.stopping()
        log("stopping", signal=signals.came.name if signals.came else None)
        is_clean = scheduler.stop(grace)
    (log if is_clean else warn)("stopped", is_clean=is_clean)
    return is_clean


def run_once(jobs: Sequence[Job]) -> int:
    """Do once what is due now, one job after the other; the exit code: 0, or that of the first that failed."""
    code = 0
    with Signals(*ENDINGS) as signals:
        for job in jobs:
            if signals.have_come():
                break
            try:
                job.run(signals.have_come)
            except Exception as error:  # noqa: BLE001 - the other jobs are to have their turn
                tell_failure(job.name, error)
                code = code or (error.exit_code if isinstance(error, TrackerError) else TrackerError.exit_code)
    return code


def tell_failure(job: str, error: Exception) -> None:
    """Log how a run of a job ended; with where it arose where nobody foresaw it."""
    if isinstance(error, TrackerError):
        fail("failed", job=job, error=str(error))
    else:
        fail("failed", error, job=job, error=f"{type(error).__name__}: {error}")
