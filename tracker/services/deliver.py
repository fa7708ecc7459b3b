"""Everything that is due, sent: each channel in a thread of its own, so that none waits for another."""

from __future__ import annotations

import time
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from math import inf
from threading import Event
from typing import TYPE_CHECKING

from tracker.core.outbox import MessageKind
from tracker.core.sent import Sent, Trouble, joined
from tracker.errors import ConfigError, UnknownNameError, UsageError
from tracker.registry import nearest
from tracker.services.lane import Lane
from tracker.services.quiet_notes import quiet_notes
from tracker.store import messages, outbox

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from concurrent.futures import Future
    from datetime import datetime

    from tracker.channels.channel import Channel
    from tracker.followup.rules import FollowupRules
    from tracker.store.store import Store

LOOK_AGAIN = 1.0
"""Seconds after which it is looked whether another channel has something to send, while a slow one is still at it."""


def _never() -> bool:
    return False


class Sender:
    """What composes, sends and records. Any number of them, in threads, processes and machines, may work at once.

    now    asked for the UTC instant; `wait` waits for so many seconds
    """

    def __init__(
        self,
        store: Store,
        channels: Mapping[str, Channel],
        followup: FollowupRules,
        now: Callable[[], datetime],
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        self._store = store
        self._channels = channels
        self._followup = followup
        self._now = now
        self._wait = wait

    def send_due(self, stop: Callable[[], bool] = _never, only: str | None = None) -> Sent:
        """Send all that is due now, or one channel's; return once nothing is, or once it is to stop.

        In quiet hours and days nothing is, not even what failed before. `stop` is asked between two messages; what was
        leased and not sent is let go of. Raises StoreError where the
        database is of no use for about a minute, UnknownNameError for a channel that is not configured.
        """
        names = list(self._channels) if only is None else [self._known(only)]
        at = self._now()
        if self._loud_from(at) > at:
            return Sent(quiet_until=self._loud_from(at))
        halt = Event()
        with ThreadPoolExecutor(max_workers=max(1, len(names)), thread_name_prefix="send") as pool:
            try:
                return self._send_all(names, pool, lambda: halt.is_set() or stop())
            except BaseException:
                halt.set()  # the pool waits for its threads, and they for this
                raise

    def next_due(self) -> datetime | None:
        """The earliest UTC instant at which there is something to send; None: nothing is planned.

        It has passed where a channel cannot be used, or another sender is at it.
        """
        at = self._now()
        with self._store.reading() as conn:
            if quiet_notes(conn, self._channels, self._followup, at):
                return at
            due = messages.next_due(conn, list(self._channels))
        return due if due is None or due <= at == self._loud_from(at) else self._loud_from(max(due, at))

    def _loud_from(self, at: datetime) -> datetime:
        """The first UTC instant from one on that is not quiet."""
        return self._followup.quiet.send_after(at, self._followup.zone)

    def send_test(self, name: str, recipients: Sequence[str] = ()) -> Sent:
        """Send a test through a channel at once, once: to these recipients, else to its own; it is logged as any.

        Raises UnknownNameError, ConfigError where the channel cannot be used, UsageError where nobody is named.
        """
        channel = self._channels[self._known(name)]
        to = tuple(recipients) or channel.recipients
        if not to:
            raise UsageError(f"the channel {name} has no recipients of its own", "say with --to whom to send it")
        return self._lane(name, channel, _never).send_other(MessageKind.TEST, to)

    def _send_all(self, names: Sequence[str], pool: ThreadPoolExecutor, stop: Callable[[], bool]) -> Sent:
        """Keep a lane in each channel that has something to send, as long as one of them is at it.

        A channel that had something to send and could not is left alone for a while, so that nothing turns in circles;
        one that cannot be used, for the whole of it.
        """
        running: dict[Future[Sent], str] = {}
        rested_at: dict[str, float] = {}
        done: list[Sent] = []
        while True:
            for name, quiet in self._due(names).items():
                if name not in running.values() and time.monotonic() >= rested_at.get(name, 0.0):
                    running[pool.submit(self._run, name, quiet, stop)] = name
            if not running:
                return joined(done)
            for ended in wait(running, LOOK_AGAIN, FIRST_COMPLETED).done:
                name, sent = running.pop(ended), ended.result()
                is_stuck = any(trouble.message is None for trouble in sent.troubles)
                rested_at[name] = inf if is_stuck else time.monotonic() + LOOK_AGAIN
                done.append(sent)

    def _known(self, name: str) -> str:
        if name not in self._channels:
            known = sorted(self._channels)
            if not known:
                raise ConfigError("no channel is configured", "add one to the configuration: [channels.NAME]")
            raise UnknownNameError("channel", name, nearest(name, known), known)
        return name

    def _due(self, names: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """The channels with something to send, each with the recipients of a quiet note."""
        at = self._now()
        if self._loud_from(at) > at:
            return {}
        with self._store.reading() as conn:
            due = outbox.due_channels(conn, at)
            notes = quiet_notes(conn, self._channels, self._followup, at)
        return {name: notes.get(name, ()) for name in names if name in due or name in notes}

    def _run(self, name: str, quiet: Sequence[str], stop: Callable[[], bool]) -> Sent:
        """Send what a channel has; what cannot be used, or lacks a secret, is not tried, so that no try is used up."""
        try:
            channel = self._channels[name]
            channel.check_secrets()
        except ConfigError as error:
            return Sent(troubles=(Trouble(name, "", str(error)),))
        return self._lane(name, channel, stop).run(quiet)

    def _lane(self, name: str, channel: Channel, stop: Callable[[], bool]) -> Lane:
        return Lane(self._store, name, channel, self._followup, self._now, self._wait, stop)
