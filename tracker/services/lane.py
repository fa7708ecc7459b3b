"""One channel's way out: compose and lease, send, record, until nothing is due."""

from __future__ import annotations

import traceback
import uuid
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from tracker.core.outbox import Attempt, Message, MessageKind, MessageState, Outcome, Verdict
from tracker.core.sent import Sent, Trouble, joined
from tracker.errors import StoreError
from tracker.followup.retry import next_attempt_at
from tracker.services.composing import Composer
from tracker.services.recorder import Recorder
from tracker.store import leasing, outbox
from tracker.store.leasing import Lease

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from tracker.channels.channel import Channel
    from tracker.followup.rules import FollowupRules
    from tracker.store.store import Connection, Store

AT_ONCE = 50
"""The most messages that are leased together."""

SLACK = timedelta(seconds=30)
"""What a lease has beyond two attempts: time to write down what came of them."""

MINUTE = timedelta(minutes=1)
TRIES = 12
"""How often a transaction is tried that the database refuses, for about a minute: it may be restarting."""

LONGEST_NAP = 0.5
"""Seconds after which a wait asks whether it is to stop."""

Result = TypeVar("Result")


class _Taken(NamedTuple):
    """What a sender took; `is_more` False where there is nothing to do, `wait` until the receiver wants more."""

    messages: tuple[Message, ...]
    is_more: bool
    wait: timedelta = timedelta()


class _Made(NamedTuple):
    """An attempt that was made, with the state that it leaves the message in, and by which lease."""

    message: Message
    attempt: Attempt
    state: MessageState
    token: str


class Lane:
    """A channel in use. No transaction is open while it sends.

    A lease lasts for two attempts and is lengthened ahead of each that it would not outlast, so that a sender that
    died is followed by another soon.
    """

    def __init__(
        self,
        store: Store,
        name: str,
        channel: Channel,
        followup: FollowupRules,
        now: Callable[[], datetime],
        wait: Callable[[float], None],
        stop: Callable[[], bool],
    ) -> None:
        self._store = store
        self._name = name
        self._channel = channel
        self._followup = followup
        self._now = now
        self._wait = wait
        self._stop = stop
        self._done: list[Sent] = []

    def run(self, quiet: Sequence[str] = ()) -> Sent:
        """Send what is due, until nothing is or it is to stop; `quiet` are the recipients of a quiet note."""
        while not self._stop():
            lease = self._lease()
            taken = self._patiently(partial(self._take, lease, quiet))
            if not taken.is_more:
                break
            self._rest(taken.wait)
            self._send(taken.messages, lease)
            quiet = ()
        return joined(self._done)

    def send_other(self, kind: MessageKind, recipients: Sequence[str]) -> Sent:
        """Compose a message that tells of no alert, to each of these, and send it at once."""
        lease = self._lease()

        def compose() -> tuple[Message, ...]:
            with self._store.working() as conn:
                composer = Composer(conn, self._name, self._channel, self._followup, lease)
                made = [message for one in recipients for message in composer.compose_other(kind, one)]
            self._note(composer)
            return tuple(made)

        self._send(self._patiently(compose), lease)
        return joined(self._done)

    def _lease(self) -> Lease:
        length = timedelta(seconds=2 * self._channel.timeout) + SLACK
        return Lease(str(uuid.uuid4()), self._now(), length)

    def _take(self, lease: Lease, quiet: Sequence[str]) -> _Taken:
        """What is to be sent next, leased: what waits to be tried again, then what is composed anew."""
        with self._store.working() as conn:
            leasing.serialise(conn, self._name)
            room, wait = self._room(conn, lease.at)
            if room == 0:
                return _Taken((), outbox.is_due(conn, self._name, lease.at), wait)
            pending = leasing.take(conn, self._name, lease, room)
            composer = Composer(conn, self._name, self._channel, self._followup, lease)
            composed = self._compose(conn, composer, room - len(pending), quiet)
        self._note(composer)
        return _Taken((*pending, *composed), bool(pending or composed or composer.withdrawn))

    def _compose(self, conn: Connection, composer: Composer, room: int, quiet: Sequence[str]) -> tuple[Message, ...]:
        made: list[Message] = []
        for recipient in outbox.due_groups(conn, composer.at, self._name):
            if len(made) >= room:
                break
            made += composer.compose(recipient, room - len(made))
        for recipient in quiet[: room - len(made)]:
            made += composer.compose_other(MessageKind.QUIET, recipient)
        return tuple(made)

    def _note(self, composer: Composer) -> None:
        self._done.append(Sent(withdrawn=composer.withdrawn, troubles=tuple(composer.troubles)))

    def _room(self, conn: Connection, at: datetime) -> tuple[int, timedelta]:
        """How many messages may be taken now, and how long to wait where none may."""
        most = self._channel.per_minute
        if most is None:
            return AT_ONCE, timedelta()
        made = leasing.made_between(conn, self._name, at - MINUTE, at)
        room = most - len(made) - leasing.held(conn, self._name, at)
        return max(0, min(room, AT_ONCE)), made[0] + MINUTE - at if made else timedelta(seconds=1)

    def _rest(self, wait: timedelta) -> None:
        end = self._now() + wait
        while not self._stop() and (left := (end - self._now()).total_seconds()) > 0:
            self._wait(min(left, LONGEST_NAP))

    def _send(self, batch: Sequence[Message], lease: Lease) -> None:
        """Sends what is leased, one after the other; what is left where it is to stop is let go of."""
        left = list(batch)
        try:
            with Recorder(self._record) as recorder:
                while left and not self._stop():
                    lease = self._outlasting(lease, left)
                    if left:
                        self._send_one(left.pop(0), lease.token, recorder)
        finally:
            if left:
                self._free([message.id for message in left], lease.token)

    def _outlasting(self, lease: Lease, left: list[Message]) -> Lease:
        """The lease, lengthened where it might end during the next attempt; what was lost of it is left out."""
        at = self._now()
        needed = timedelta(seconds=self._channel.timeout) + SLACK / 2
        if lease.at <= at and lease.at + lease.length - at >= needed:
            return lease
        renewed = lease._replace(at=at)

        def renew() -> frozenset[int]:
            with self._store.working() as conn:
                return leasing.renew(conn, [message.id for message in left], renewed)

        held = self._patiently(renew)
        left[:] = [message for message in left if message.id in held]
        return renewed

    def _send_one(self, message: Message, token: str, recorder: Recorder[_Made]) -> None:
        started = self._now()
        try:
            outcome = self._channel.send(message, started)
        except Exception as error:  # noqa: BLE001 - a fault in a channel is a failed attempt, and no reason to stop
            outcome = Outcome(Verdict.RETRY, f"the channel failed ({_whence(error)})")
        ended = max(self._now(), started)
        following = next_attempt_at(message.uuid, message.attempts + 1, outcome, ended)
        if message.kind is MessageKind.TEST:
            following = None
        attempt = Attempt(message.id, started, ended, outcome, following)
        state = _state(message, attempt)

        recorder.hand(_Made(message, attempt, state, token))

    def _record(self, made: Sequence[_Made]) -> None:
        def write() -> None:
            with self._store.working() as conn:
                for one in made:
                    leasing.record(conn, one.message, one.attempt, one.state, one.token)

        self._patiently(write)
        self._done += [_told(one.message, one.attempt, one.state) for one in made]

    def _free(self, numbers: Sequence[int], token: str) -> None:
        def free() -> None:
            with self._store.working() as conn:
                leasing.free(conn, numbers, token)

        self._patiently(free)

    def _patiently(self, transaction: Callable[[], Result]) -> Result:
        """The transaction's result; where the database refuses it, it is tried again for a while."""
        for turn in range(1, TRIES):
            try:
                return transaction()
            except StoreError:
                self._wait(min(0.1 * 2**turn, 8.0))
        return transaction()


def _whence(error: Exception) -> str:
    """An error that nobody foresaw by its kind and its place; its text may hold an address or a password."""
    *_, last = traceback.extract_tb(error.__traceback__)
    return f"{type(error).__name__} in {Path(last.filename).name}, line {last.lineno}"


def _state(message: Message, attempt: Attempt) -> MessageState:
    if attempt.outcome.verdict is Verdict.SENT:
        return MessageState.SENT
    if attempt.next_attempt_at is not None:
        return MessageState.PENDING
    return MessageState.WITHDRAWN if message.kind is MessageKind.TEST else MessageState.DEAD


def _told(message: Message, attempt: Attempt, state: MessageState) -> Sent:
    if state is MessageState.SENT:
        return Sent(sent=1)
    is_dead = state is MessageState.DEAD
    trouble = Trouble(
        channel=message.channel,
        recipient=message.recipient,
        detail=attempt.outcome.detail,
        message=message.id,
        is_dead=is_dead,
        next_attempt_at=attempt.next_attempt_at,
    )
    return Sent(failed=not is_dead, dead=is_dead, troubles=(trouble,))
