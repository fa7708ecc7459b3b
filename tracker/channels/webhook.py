"""The channel "webhook": Standard Webhooks, signed, to one address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.channels.settings import ChannelSettings, PerMinute, Seconds, Variable, check_own_name
from tracker.channels.signature import HOW, key_of, sign
from tracker.errors import ConfigError

if TYPE_CHECKING:
    from datetime import datetime
    from typing import Self

    from tracker.channels.poster import Poster
    from tracker.channels.secrets import Secret, Secrets
    from tracker.core.outbox import Message, Outcome
    from tracker.followup.notice import Notice


class WebhookSettings(ChannelSettings, frozen=True):
    """The table of a channel whose kind is "webhook"."""

    url: str = ""
    url_env: Variable | None = None
    url_file: str = ""
    secret_env: tuple[Variable, ...] = ()
    secret_file: tuple[str, ...] = ()
    secret_keyring: tuple[str, ...] = ()
    digest: bool = False
    allow_private: bool = False
    allow_clear: bool = False
    timeout: Seconds = 15.0
    per_minute: PerMinute | None = None


class Webhook:
    """One address that is told of each alert, or of a digest."""

    Settings = WebhookSettings

    def __init__(
        self, name: str, settings: WebhookSettings, poster: Poster, keys: tuple[Secret, ...], place: str
    ) -> None:
        self._name = name
        self._poster = poster
        self._secrets = keys
        self._place = place
        self.recipients: tuple[str, ...] = (name,)
        self.is_grouping = settings.digest
        self.per_minute = settings.per_minute
        self.timeout = settings.timeout

    @classmethod
    def from_settings(cls, name: str, settings: WebhookSettings, secrets: Secrets) -> Self:
        """The channel. Raises ConfigError where the settings do not go together."""
        from tracker.channels.poster import Poster

        elsewhere = secrets.one("url", env=settings.url_env or "", file=settings.url_file)
        if bool(settings.url) == bool(elsewhere):
            raise ConfigError(f"{secrets.place}: expected one of url, url_env and url_file", "it says where to post")
        if "?" in settings.url:
            remedy = "url_env or url_file say where it is"
            raise ConfigError(f"{secrets.place}: url has a query, which may hold a key", remedy)
        keys = secrets.several(
            "secret", env=settings.secret_env, file=settings.secret_file, keyring=settings.secret_keyring
        )
        if not keys:
            raise ConfigError(f"{secrets.place}: there is no secret_env, secret_file or secret_keyring", HOW)
        poster = Poster(
            f"channel {name}",
            settings.url or elsewhere or "",
            timeout=settings.timeout,
            allow_private=settings.allow_private,
            allow_clear=settings.allow_clear,
        )
        poster.check(secrets.place)
        return cls(name, settings, poster, keys, secrets.place)

    def check_recipient(self, recipient: str) -> None:
        """Raises ConfigError for anything but the channel's own name."""
        check_own_name(self._place, self._name, recipient)

    def check_secrets(self) -> None:
        """Raises ConfigError where a secret cannot be had now or signs nothing; NetError for an address of no use."""
        for secret in self._secrets:
            self._key(secret)
        self._poster.check_address()

    def compose(self, notice: Notice) -> str:
        """The JSON document."""
        from tracker.channels.payload import payload

        return payload(notice)

    def send(self, message: Message, at: datetime) -> Outcome:
        """One post, with a timestamp and signatures of its own and the message's id."""
        from tracker.core.outbox import Outcome, Verdict

        body, timestamp = message.body.encode("utf-8"), int(at.timestamp())
        try:
            keys = tuple(self._key(secret) for secret in self._secrets)
        except ConfigError as error:
            return Outcome(Verdict.RETRY, str(error))
        headers = {
            "webhook-id": message.uuid,
            "webhook-timestamp": str(timestamp),
            "webhook-signature": sign(keys, message.uuid, timestamp, body),
        }
        return self._poster.post(body, headers, at)

    def close(self) -> None:
        """Close the connections that are kept alive."""
        self._poster.close()

    def _key(self, secret: Secret) -> bytes:
        try:
            return key_of(secret.read())
        except ValueError as error:
            raise ConfigError(f"{secret.place}: {error}", HOW) from None
