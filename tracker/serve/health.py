"""How the running program is: what `/healthz` and `/metrics` tell, and whether the watchdog is to hear of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from tracker import __version__
from tracker.core.outbox import MessageState
from tracker.core.status import Review
from tracker.core.timing import Timing
from tracker.errors import StoreError
from tracker.serve.metrics import Metric
from tracker.services.doctor import LATEST_CHECK
from tracker.store import checks, commitments, messages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime, tzinfo

    from tracker.scheduler import Scheduler
    from tracker.serve.lead import Lead
    from tracker.store.store import Store

LONGEST_RUN = timedelta(hours=1).total_seconds()
"""A job that runs longer hangs: the watchdog hears no more, so that the service manager starts the program anew."""

FAILING = 3
"""So many failures of a job in a row are a problem; fewer may be a restart of the database's server."""


@dataclass(frozen=True, slots=True)
class Health:
    """What can be known of the running program. `lead` None: it only sends."""

    store: Store
    scheduler: Scheduler
    lead: Lead | None
    zone: tzinfo
    now: Callable[[], datetime]
    started_at: datetime

    def is_alive(self) -> bool:
        """True unless a job hangs."""
        return self.scheduler.longest_run() < LONGEST_RUN

    def status(self) -> str:
        """A line for the service manager."""
        if self.lead is None:
            return "sending"
        return "leading" if self.lead.is_leading else "waiting to lead, sending"

    def report(self) -> dict[str, Any]:
        """What `/healthz` tells; `healthy` is True where there is no problem."""
        run, sent_at, problems = None, None, list(self._problems_of_jobs())
        try:
            with self.store.reading() as conn:
                run, sent_at = checks.last_run(conn), messages.last_sent_at(conn)
        except StoreError as error:
            problems.append(str(error))
        else:
            checked_at = max(run.checked_at, self.started_at) if run else self.started_at
            if self.lead is not None and self.now() - checked_at > LATEST_CHECK:
                problems.append("the last check is older than 26 hours")
        return {
            "healthy": not problems,
            "problems": problems,
            "leads": self.lead is not None and self.lead.is_leading,
            "last_check": run and {"day": str(run.local_date), "at": run.checked_at.isoformat()},
            "last_send": sent_at and sent_at.isoformat(),
            "version": __version__,
        }

    def metrics(self) -> Iterator[Metric]:
        """What `/metrics` tells. Raises StoreError."""
        today = self.now().astimezone(self.zone).date()
        with self.store.reading() as conn:
            counts, run = commitments.counts(conn, today), checks.last_run(conn)
            counted, planned = messages.counts(conn), messages.planned(conn)
            sent_at = messages.last_sent_at(conn)
        checked_at = {"": run.checked_at.timestamp()} if run else {}
        leads = float(self.lead is not None and self.lead.is_leading)
        yield Metric("tracker_info", "gauge", "This program.", {__version__: 1}, "version")
        yield Metric("tracker_leader", "gauge", "1 where this process leads.", {"": leads})
        by_timing = {str(timing): float(counts.by_timing.get(timing, 0)) for timing in Timing}
        yield Metric("tracker_commitments", "gauge", "Tracked commitments by their timing.", by_timing, "timing")
        by_review = {str(review): float(counts.by_review.get(review, 0)) for review in Review}
        yield Metric("tracker_commitments_reviewed", "gauge", "All commitments by review.", by_review, "review")
        by_state = {str(state): float(counted.get(state, 0)) for state in MessageState}
        yield Metric("tracker_messages", "gauge", "Messages by their state.", by_state, "state")
        yield Metric(
            "tracker_deliveries_planned", "gauge", "Deliveries that no message carries yet.", planned, "channel"
        )
        yield Metric("tracker_last_check_timestamp_seconds", "gauge", "When the last check ran.", checked_at)
        taken_at = {"": sent_at.timestamp()} if sent_at else {}
        yield Metric("tracker_last_send_timestamp_seconds", "gauge", "When a message was last taken.", taken_at)
        yield from self._metrics_of_jobs()

    def _metrics_of_jobs(self) -> Iterator[Metric]:
        progress = self.scheduler.progress
        failed = {name: float(one.failed) for name, one in progress.items()}
        done = {name: one.succeeded_at.timestamp() for name, one in progress.items() if one.succeeded_at}
        yield Metric("tracker_job_failures_total", "counter", "Runs of a job that failed.", failed, "job")
        yield Metric("tracker_job_last_success_timestamp_seconds", "gauge", "When a job last ended well.", done, "job")

    def _problems_of_jobs(self) -> Iterator[str]:
        for name, one in self.scheduler.progress.items():
            if one.failures >= FAILING:
                yield f"the job {name} failed {one.failures} times in a row"
        if not self.is_alive():
            yield "a job has been running for over an hour"
