"""What every channel can do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime

    from tracker.core.outbox import Message, Outcome
    from tracker.followup.notice import Notice


class Channel(Protocol):
    """A way to tell somebody. `compose` is pure; `send` touches the world.

    recipients     whom it tells where a route names nobody; a channel that knows no recipients names itself
    is_grouping    True: what is due for a recipient goes as one digest; False: each alert is a message of its own
    per_minute     the most messages that its receiver wants in a minute; None: as many as there are
    timeout        the most seconds that one attempt takes, so that a lease can outlast it
    """

    recipients: tuple[str, ...]
    is_grouping: bool
    per_minute: int | None
    timeout: float

    def check_recipient(self, recipient: str) -> None:
        """Raises ConfigError, with what is wrong with it, where nothing can be sent there."""

    def check_secrets(self) -> None:
        """Raises ConfigError where one cannot be had now, NetError where it is an address of no use."""

    def compose(self, notice: Notice) -> str:
        """The body that every attempt sends, the same to the byte."""

    def send(self, message: Message, at: datetime) -> Outcome:
        """Make one attempt at a UTC instant. It never raises for what the receiver or the network does."""

    def close(self) -> None:
        """Let go of what it holds open."""
