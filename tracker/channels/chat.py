"""What the chat services share: an address that is a credential, and a message that may need several posts."""

from __future__ import annotations

import json
import time
from abc import ABC, abstractmethod
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from tracker.channels.settings import ChannelSettings, PerMinute, Seconds, Variable, check_own_name
from tracker.core.outbox import Outcome, Verdict
from tracker.errors import ConfigError

if TYPE_CHECKING:
    from datetime import datetime
    from typing import Self

    from tracker.channels.poster import Poster
    from tracker.channels.secrets import Secrets
    from tracker.core.outbox import Message
    from tracker.followup.notice import Notice

_ATTEMPT = 60.0
"""Seconds after which an attempt begins no further post; the next attempt goes on from there."""

_SOON = timedelta(seconds=1)


class ChatSettings(ChannelSettings, frozen=True):
    """The table of a channel that posts to a chat service."""

    url_env: Variable | None = None
    url_file: str = ""
    allow_private: bool = False
    allow_clear: bool = False
    timeout: Seconds = 15.0
    per_minute: PerMinute = 30


class Chat(ABC):
    """A chat service's incoming webhook. A body is the list of the posts that say all of a notice, in their order."""

    Settings = ChatSettings
    is_grouping = True

    def __init__(self, name: str, settings: ChatSettings, poster: Poster, place: str) -> None:
        self._name = name
        self._poster = poster
        self._place = place
        self._posted: dict[str, int] = {}
        self.recipients: tuple[str, ...] = (name,)
        self.per_minute: int | None = settings.per_minute
        self.timeout = settings.timeout + _ATTEMPT

    @classmethod
    def from_settings(cls, name: str, settings: ChatSettings, secrets: Secrets) -> Self:
        """The channel. Raises ConfigError where it is not said where its address stands."""
        from tracker.channels.poster import Poster

        address = secrets.one("url", env=settings.url_env or "", file=settings.url_file)
        if address is None:
            raise ConfigError(f"{secrets.place}: there is no url_env and no url_file", "one says where the address is")
        poster = Poster(
            f"channel {name}",
            address,
            timeout=settings.timeout,
            allow_private=settings.allow_private,
            allow_clear=settings.allow_clear,
        )
        return cls(name, settings, poster, secrets.place)

    @abstractmethod
    def posts(self, notice: Notice) -> list[dict[str, Any]]:
        """What the service is sent, post by post."""

    def check_recipient(self, recipient: str) -> None:
        """Raises ConfigError for anything but the channel's own name."""
        check_own_name(self._place, self._name, recipient)

    def check_secrets(self) -> None:
        """Raises ConfigError where the address cannot be had now; NetError for one of no use."""
        self._poster.check_address()

    def compose(self, notice: Notice) -> str:
        """The posts as one JSON list."""
        return json.dumps(self.posts(notice), separators=(",", ":"))

    def send(self, message: Message, at: datetime) -> Outcome:
        """Post all of it; where an earlier attempt of this process got through with some posts, the others."""
        posts = json.loads(message.body)
        began, done = time.monotonic(), self._posted.get(message.uuid, 0)
        outcome = Outcome(Verdict.SENT, f"channel {self._name}: posted before")
        while done < len(posts):
            if time.monotonic() - began > _ATTEMPT:
                return Outcome(Verdict.RETRY, f"channel {self._name}: {done} of {len(posts)} posts so far", _SOON)
            outcome = self._poster.post(json.dumps(posts[done]).encode(), {}, at)
            if outcome.verdict is not Verdict.SENT:
                return outcome
            done += 1
            self._posted[message.uuid] = done
        self._posted.pop(message.uuid, None)
        return outcome

    def close(self) -> None:
        """Close the connections that are kept alive."""
        self._poster.close()
