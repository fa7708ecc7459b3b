"""The channel "apprise": the hundred other services that the apprise library knows; an extra."""

from __future__ import annotations

import json
import logging
import threading
from typing import TYPE_CHECKING

from tracker.channels.settings import ChannelSettings, PerMinute, Seconds, Variable, check_own_name
from tracker.core.outbox import Outcome, Verdict
from tracker.errors import ConfigError

if TYPE_CHECKING:
    from datetime import datetime
    from typing import Self

    from tracker.channels.secrets import Secret, Secrets
    from tracker.core.outbox import Message
    from tracker.followup.notice import Notice


class AppriseSettings(ChannelSettings, frozen=True):
    """The table of a channel whose kind is "apprise"."""

    url_env: Variable | None = None
    url_file: str = ""
    timeout: Seconds = 60.0
    per_minute: PerMinute | None = None


class Apprise:
    """One or more addresses of apprise, a line each."""

    Settings = AppriseSettings
    is_grouping = True

    def __init__(self, name: str, settings: AppriseSettings, addresses: Secret, place: str) -> None:
        self._name = name
        self._addresses = addresses
        self._place = place
        self.recipients: tuple[str, ...] = (name,)
        self.per_minute = settings.per_minute
        self.timeout = settings.timeout

    @classmethod
    def from_settings(cls, name: str, settings: AppriseSettings, secrets: Secrets) -> Self:
        """The channel. Raises ConfigError where it is not said where its addresses stand."""
        addresses = secrets.one("url", env=settings.url_env or "", file=settings.url_file)
        if addresses is None:
            remedy = "one says where the addresses are"
            raise ConfigError(f"{secrets.place}: there is no url_env and no url_file", remedy)
        return cls(name, settings, addresses, secrets.place)

    def check_recipient(self, recipient: str) -> None:
        """Raises ConfigError for anything but the channel's own name."""
        check_own_name(self._place, self._name, recipient)

    def check_secrets(self) -> None:
        """Raises ConfigError where the addresses cannot be had now."""
        self._addresses.read()

    def compose(self, notice: Notice) -> str:
        """A title and a text."""
        from tracker.channels.plain import plain_text
        from tracker.core.clean import clean_line
        from tracker.followup.digest import summary_of

        return json.dumps({"title": clean_line(summary_of(notice)), "body": plain_text(notice)})

    def send(self, message: Message, at: datetime) -> Outcome:  # noqa: ARG002 - the text has its date already
        """Tell all the addresses; where one of them fails, all are told again later: apprise does not say which."""
        came: list[Outcome] = []
        thread = threading.Thread(target=lambda: came.append(self._attempt(message)), daemon=True)
        thread.start()
        thread.join(self.timeout)
        return came[0] if came else Outcome(Verdict.RETRY, f"channel {self._name}: not done within {self.timeout:g} s")

    def close(self) -> None:
        """There is nothing to let go of."""

    def _attempt(self, message: Message) -> Outcome:
        try:
            return self._told(message)
        except ConfigError as error:
            return Outcome(Verdict.RETRY, str(error))
        except Exception as error:  # noqa: BLE001 - whatever a plugin raises, its text may hold the address
            return Outcome(Verdict.RETRY, f"channel {self._name}: apprise failed ({type(error).__name__})")

    def _told(self, message: Message) -> Outcome:
        """Raises ConfigError where apprise is missing or does not understand an address."""
        try:
            import apprise
        except ImportError:
            remedy = "pip install 'commitment-tracker[apprise]'"
            raise ConfigError(f"{self._place}: apprise is not installed", remedy) from None
        logging.getLogger("apprise").setLevel(logging.CRITICAL + 1)  # its lines hold whole addresses
        told = apprise.Apprise()
        lines = self._addresses.read().splitlines()
        for place, line in enumerate(lines, 1):
            if line.strip() and not told.add(line.strip()):
                problem = f"{self._place}: apprise does not understand address {place} of {len(lines)}"
                raise ConfigError(problem, "`apprise --details` lists what it knows")
        if told.notify(**json.loads(message.body), body_format=apprise.NotifyFormat.TEXT):
            return Outcome(Verdict.SENT, f"channel {self._name}: sent")
        return Outcome(Verdict.RETRY, f"channel {self._name}: apprise could not tell all of its addresses")
