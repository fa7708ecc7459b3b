"""What the program does again and again. Each job asks the database what is due, does it, and says what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from tracker.followup.day import day_due, next_turn
from tracker.serve.logs import log, warn
from tracker.services.daily_check import CHECKER, check
from tracker.services.occasion import Occasion
from tracker.store import checks

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime, time, tzinfo

    from tracker.followup.rules import FollowupRules
    from tracker.scheduler import Run
    from tracker.serve.lead import Lead
    from tracker.serve.ping import Ping
    from tracker.services.nightly import Nightly
    from tracker.store.store import Store

PAUSE = timedelta(seconds=2)
"""Between two rounds of sending: what is due and cannot be sent must not turn in circles."""


@dataclass(frozen=True, slots=True)
class Led:
    """A job of the leader's: it rests wherever another process leads."""

    lead: Lead
    run: Run

    def __call__(self, stop: Callable[[], bool]) -> datetime | None:
        """Do it where this process leads."""
        return self.run(stop) if self.lead.leads() else None


@dataclass(frozen=True, slots=True)
class Turn:
    """When a job's local day comes: at a time of day by the clock of a zone; `now` is the UTC instant it is."""

    zone: tzinfo
    at: time
    now: Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Checking:
    """The daily check: each local day once, as the store's list of checks has it."""

    store: Store
    followup: FollowupRules
    turn: Turn
    ping: Ping | None

    def __call__(self, stop: Callable[[], bool]) -> datetime | None:  # noqa: ARG002 - one transaction: it ends by itself
        """Check today where its turn has come; the next turn."""
        now, turn = self.turn.now(), self.turn
        today = now.astimezone(turn.zone).date()
        with self.store.reading() as conn:
            run = checks.last_run(conn, today)
        last = run.local_date if run else None
        day = day_due(last, now, turn.zone, turn.at)
        if day is not None:
            self._check(Occasion(CHECKER, day, now))
            last = day
        return next_turn(last, now, turn.zone, turn.at)

    def _check(self, occasion: Occasion) -> None:
        if self.ping:
            self.ping.started()
        try:
            result = check(self.store, self.followup, occasion)
        except Exception:
            if self.ping:
                self.ping.failed()
            raise
        log(
            "checked",
            day=str(occasion.today),
            said=len(result.said),
            backfilled=len(result.backfilled),
            overdue=result.overdue,
            waiting=result.waiting,
        )
        if self.ping:
            self.ping.succeeded()


class Trouble(Protocol):
    """One thing that could not be sent."""

    @property
    def channel(self) -> str: ...
    @property
    def detail(self) -> str: ...
    @property
    def message(self) -> int | None: ...
    @property
    def is_dead(self) -> bool: ...
    @property
    def next_attempt_at(self) -> datetime | None: ...


class Sent(Protocol):
    """How many messages a round sent, failed to send, gave up, how many deliveries it withdrew, and what went wrong."""

    @property
    def sent(self) -> int: ...
    @property
    def failed(self) -> int: ...
    @property
    def dead(self) -> int: ...
    @property
    def withdrawn(self) -> int: ...
    @property
    def troubles(self) -> Sequence[Trouble]: ...


class Sender(Protocol):
    """Who sends what is due."""

    def send_due(self, stop: Callable[[], bool]) -> Sent:
        """Send everything that is due; begin nothing more once `stop` says True."""

    def next_due(self) -> datetime | None:
        """The UTC instant at which there is something to send; None where there is nothing.

        It has passed where what is due cannot be sent, or another process is at it.
        """


class Sending:
    """The outbox, by everybody: rows are leased, so that any number may send."""

    def __init__(self, sender: Sender, now: Callable[[], datetime]) -> None:
        self._sender = sender
        self._now = now
        self._known: set[tuple[str, str]] = set()

    def __call__(self, stop: Callable[[], bool]) -> datetime | None:
        """Send what is due; when there is more. Where nothing is, it is one look."""
        due = self._sender.next_due()
        if due is None or due > self._now():
            return due
        done = self._sender.send_due(stop)
        if done.sent or done.failed or done.dead or done.withdrawn:
            log("sent", sent=done.sent, failed=done.failed, dead=done.dead, withdrawn=done.withdrawn)
        self._tell(done.troubles)
        due = self._sender.next_due()
        return due and max(due, self._now() + PAUSE)

    def _tell(self, troubles: Sequence[Trouble]) -> None:
        """Log what went wrong; a channel that cannot be used once, and not each time that it is tried."""
        unusable = {(one.channel, one.detail) for one in troubles if one.message is None}
        for one in troubles:
            if one.message is not None or (one.channel, one.detail) not in self._known:
                warn(
                    "dead" if one.is_dead else "not_sent",
                    channel=one.channel,
                    message=one.message,
                    why=one.detail,
                    again_at=one.next_attempt_at,
                )
        self._known = unusable


@dataclass(frozen=True, slots=True)
class Keeping:
    """The nightly copy of the database: each local day one, as the names of the copies have it."""

    copies: Nightly
    turn: Turn

    def __call__(self, stop: Callable[[], bool]) -> datetime | None:  # noqa: ARG002 - half a copy is none
        """Make today's copy where its turn has come; the next turn."""
        now, turn = self.turn.now(), self.turn
        made = self.copies.last(now)
        last = made.astimezone(turn.zone).date() if made else None
        day = day_due(last, now, turn.zone, turn.at)
        if day is not None:
            log("backed_up", file=str(self.copies.make(now)))
            last = day
        return next_turn(last, now, turn.zone, turn.at)
