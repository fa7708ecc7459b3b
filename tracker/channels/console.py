"""The channel "console": a notice as plain text on standard output, for trying things out and for cron's own mail."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tracker.channels.settings import ChannelSettings, check_own_name

if TYPE_CHECKING:
    from datetime import datetime
    from typing import Self

    from tracker.channels.secrets import Secrets
    from tracker.core.outbox import Message, Outcome
    from tracker.followup.notice import Notice


class ConsoleSettings(ChannelSettings, frozen=True):
    """The table of a channel whose kind is "console"; it has no keys."""


class Console:
    """Whoever reads the output of the program that sends."""

    Settings = ConsoleSettings
    is_grouping = True
    per_minute: int | None = None
    timeout = 10.0

    def __init__(self, name: str, place: str) -> None:
        self._name = name
        self._place = place
        self.recipients: tuple[str, ...] = (name,)

    @classmethod
    def from_settings(cls, name: str, settings: ConsoleSettings, secrets: Secrets) -> Self:  # noqa: ARG003 - every channel's signature
        """The channel."""
        return cls(name, secrets.place)

    def check_recipient(self, recipient: str) -> None:
        """Raises ConfigError for anything but the channel's own name."""
        check_own_name(self._place, self._name, recipient)

    def check_secrets(self) -> None:
        """It has none."""

    def compose(self, notice: Notice) -> str:
        """The whole notice as text."""
        from tracker.channels.plain import plain_text

        return plain_text(notice)

    def send(self, message: Message, at: datetime) -> Outcome:  # noqa: ARG002 - the text has its date already
        """Write it, with an empty line after it."""
        from tracker.core.outbox import Outcome, Verdict

        try:
            sys.stdout.write(message.body + "\n")
            sys.stdout.flush()
        except (OSError, ValueError) as error:  # ValueError: the stream is closed
            return Outcome(Verdict.RETRY, f"standard output: {getattr(error, 'strerror', None) or error}")
        return Outcome(Verdict.SENT, "written to standard output")

    def close(self) -> None:
        """There is nothing to let go of."""
