"""Planned deliveries put into messages, whose bodies are frozen from then on."""

from __future__ import annotations

import uuid
from functools import cached_property
from typing import TYPE_CHECKING

from tracker.core.outbox import Message, MessageKind
from tracker.core.sent import Trouble
from tracker.errors import ConfigError
from tracker.followup.digest import arranged, summary_of
from tracker.followup.notice import Besides, Item, Notice
from tracker.services.sifting import sift
from tracker.store import checks, leasing, messages, outbox
from tracker.store.outbox import Recipient
from tracker.store.pressing import pressing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tracker.channels.channel import Channel
    from tracker.followup.rules import FollowupRules
    from tracker.store.leasing import Lease
    from tracker.store.outbox import Due
    from tracker.store.store import Connection

ITEMS_AT_MOST = 500
"""The most items of one digest: a longer one is several messages, so that no mail server refuses it for its size."""


class Composer:
    """Composes for one channel in one transaction; what it composes is leased at once.

    at          the UTC instant at which it composes
    withdrawn   how many deliveries did not hold any more
    troubles    recipients and messages that could not be composed: their deliveries stay planned
    """

    def __init__(self, conn: Connection, name: str, channel: Channel, followup: FollowupRules, lease: Lease) -> None:
        self._conn = conn
        self._name = name
        self._channel = channel
        self._lease = lease
        self._zone = followup.zone
        self._today: date = lease.at.astimezone(followup.zone).date()
        self.at = lease.at
        self.withdrawn = 0
        self.troubles: list[Trouble] = []

    def compose(self, recipient: str, room: int) -> tuple[Message, ...]:
        """What is due for a recipient, as `room` messages at the most: single ones, then one digest."""
        if not self._can_reach(recipient):
            return ()
        to = Recipient(self._name, recipient, self.at)
        is_grouping = self._channel.is_grouping
        alone = self._sift(outbox.singles(self._conn, to, room, is_grouping=is_grouping), to)
        drafts = [self._draft(MessageKind.SINGLE, recipient, [(delivery, item)]) for delivery, item in alone]
        if len(drafts) < room:
            listed = self._sift(outbox.digested(self._conn, to, ITEMS_AT_MOST, is_grouping=is_grouping), to)
            counted = self._count(outbox.backfilled(self._conn, to), to)
            if listed or counted:
                drafts.append(self._draft(MessageKind.DIGEST, recipient, listed, counted))
        return self._add([draft for draft in drafts if draft is not None])

    def compose_other(self, kind: MessageKind, recipient: str) -> tuple[Message, ...]:
        """A message that tells of no alert: a quiet note or a test."""
        draft = self._draft(kind, recipient, []) if self._can_reach(recipient) else None
        return self._add([draft] if draft else [])

    def _can_reach(self, recipient: str) -> bool:
        try:
            self._channel.check_recipient(recipient)
        except ConfigError as error:
            self.troubles.append(Trouble(self._name, recipient, str(error)))
            return False
        return True

    def _sift(self, dues: Sequence[Due], to: Recipient) -> tuple[tuple[int, Item], ...]:
        sifted = sift(self._conn, dues, self._today, to)
        self.withdrawn += sifted.withdrawn
        return sifted.items

    def _count(self, dues: Sequence[Due], to: Recipient) -> list[int]:
        """The deliveries of those that hold, however many there are, with no more than some in memory at once."""
        held: list[int] = []
        for start in range(0, len(dues), ITEMS_AT_MOST):
            held += [delivery for delivery, _ in self._sift(dues[start : start + ITEMS_AT_MOST], to)]
        return held

    def _draft(
        self,
        kind: MessageKind,
        recipient: str,
        told: Sequence[tuple[int, Item]],
        counted: Sequence[int] = (),
    ) -> tuple[Message, tuple[int, ...]] | None:
        """A message and the deliveries that go into it; None where the channel cannot put it into words."""
        notice = self._notice(kind, recipient, [item for _, item in told], len(counted))
        try:
            body = self._channel.compose(notice)
        except Exception as error:  # noqa: BLE001 - a message that trips its channel must not hold up the others
            self.troubles.append(Trouble(self._name, recipient, f"cannot be composed: {_named(error)}"))
            return None
        at = self.at
        message = Message(
            uuid=notice.uuid,
            channel=self._name,
            recipient=recipient,
            kind=kind,
            summary=summary_of(notice),
            body=body,
            composed_at=at,
            next_attempt_at=at,
        )
        return message, (*(delivery for delivery, _ in told), *counted)

    def _notice(self, kind: MessageKind, recipient: str, items: Sequence[Item], backfilled: int) -> Notice:
        is_alone = kind in (MessageKind.SINGLE, MessageKind.TEST)
        run = checks.last_run(self._conn) if kind is MessageKind.QUIET else None
        return Notice(
            uuid=str(uuid.uuid4()),
            kind=kind,
            channel=self._name,
            recipient=recipient,
            today=self._today,
            composed_at=self.at,
            items=arranged(items),
            besides=Besides() if is_alone else Besides(backfilled=backfilled, **self._besides),
            checked_at=run.checked_at if run else None,
            zone=self._zone,
        )

    @cached_property
    def _besides(self) -> dict[str, int]:
        return {
            **pressing(self._conn, self._today)._asdict(),
            "silenced": outbox.silenced_on(self._conn, self._today),
            "dead": messages.dead(self._conn),
        }

    def _add(self, drafts: Sequence[tuple[Message, tuple[int, ...]]]) -> tuple[Message, ...]:
        added = leasing.add(self._conn, [message for message, _ in drafts], self._lease)
        into = {message.id: deliveries for message, (_, deliveries) in zip(added, drafts, strict=True)}
        outbox.put_into(self._conn, into)
        return added


def _named(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"
