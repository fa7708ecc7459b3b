"""The program from its start to the signal that ends it."""

from __future__ import annotations

import os
import select
import signal
from typing import TYPE_CHECKING

from tracker.errors import TrackerError
from tracker.serve.logs import fail, log, warn

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import FrameType, TracebackType
    from typing import Self

    from tracker.scheduler import Job, Scheduler
    from tracker.serve.health import Health
    from tracker.serve.notify import Notifier

GRACE = 25.0
"""Seconds that what is in flight has to end, once a signal came; the service unit allows five more."""


class Signals:
    """Listens for SIGTERM and SIGINT while it is open; a handler that only writes a byte disturbs nobody's lock."""

    SIGNALS = (signal.SIGTERM, signal.SIGINT)

    def __init__(self) -> None:
        self.came: signal.Signals | None = None

    def __enter__(self) -> Self:
        self._hears, self._tells = os.pipe()
        self._before = {one: signal.signal(one, self._note) for one in self.SIGNALS}
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for one, handler in self._before.items():
            signal.signal(one, handler)
        os.close(self._hears)
        os.close(self._tells)

    def wait(self, seconds: float) -> bool:
        """True once a signal came; False after so many seconds without one."""
        return self.came is not None or bool(select.select([self._hears], [], [], seconds)[0])

    def _note(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002 - what a handler is called with
        self.came = signal.Signals(number)
        os.write(self._tells, b"\0")


def run(scheduler: Scheduler, health: Health, notifier: Notifier, *, tick: float, grace: float = GRACE) -> bool:
    """Let the jobs run until SIGTERM or SIGINT comes; False where one of them took longer than `grace` after that."""
    beat = min(tick, notifier.beat_within or tick)
    with Signals() as signals:
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
    with Signals() as signals:
        for job in jobs:
            if signals.came is not None:
                break
            try:
                job.run(lambda: signals.came is not None)
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
