"""The channel "email": digests and single mails by SMTP, encrypted unless the settings say otherwise."""

from __future__ import annotations

import ssl
from enum import StrEnum
from functools import cached_property
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec

from tracker.channels.mailbox import Address, Mailbox
from tracker.channels.settings import ChannelSettings, PerMinute, Seconds, Variable
from tracker.errors import ConfigError

if TYPE_CHECKING:
    from datetime import datetime
    from typing import Self

    from tracker.channels.secrets import Secret, Secrets
    from tracker.channels.smtp import Line
    from tracker.core.outbox import Message, Outcome
    from tracker.followup.notice import Notice

_LOOK_UP = 30.0
"""Seconds that the system may take to look a name up, which nothing can cut short."""


class Security(StrEnum):
    """How the connection is encrypted: by STARTTLS before anything else is said, from the first byte, or not at all."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


PORTS = {Security.STARTTLS: 587, Security.TLS: 465, Security.NONE: 25}


class EmailSettings(ChannelSettings, frozen=True):
    """The table of a channel whose kind is "email"."""

    host: str
    sender: Mailbox = msgspec.field(name="from")
    to: tuple[Address, ...] = ()
    port: Annotated[int, msgspec.Meta(ge=1, le=65535)] | None = None
    security: Security = Security.STARTTLS
    allow_clear: bool = False
    ca_file: str = ""
    user: str = ""
    password_env: Variable | None = None
    password_file: str = ""
    password_keyring: str = ""
    timeout: Seconds = 30.0
    per_minute: PerMinute | None = None


class Email:
    """One mail server, over one connection that is kept."""

    Settings = EmailSettings
    is_grouping = True

    def __init__(
        self, name: str, settings: EmailSettings, password: Secret | None, place: str, ca_file: Path | None
    ) -> None:
        self._name = name
        self._settings = settings
        self._password = password
        self._place = place
        self._ca_file = ca_file
        self.recipients: tuple[str, ...] = settings.to
        self.per_minute = settings.per_minute
        self.timeout = settings.timeout + _LOOK_UP

    @classmethod
    def from_settings(cls, name: str, settings: EmailSettings, secrets: Secrets) -> Self:
        """The channel. Raises ConfigError where the settings do not go together."""
        password = secrets.one(
            "password",
            env=settings.password_env or "",
            file=settings.password_file,
            keyring=settings.password_keyring,
        )
        _check(settings, secrets.place, has_password=password is not None)
        ca_file = secrets.folder / Path(settings.ca_file).expanduser() if settings.ca_file else None
        return cls(name, settings, password, secrets.place, ca_file)

    def check_recipient(self, recipient: str) -> None:
        """Raises ConfigError for anything but one mail address."""
        try:
            Address(recipient)
        except ValueError as error:
            raise ConfigError(f"{self._place}: {recipient!r} is no recipient", str(error)) from None

    def check_secrets(self) -> None:
        """Raises ConfigError where the password cannot be had now."""
        if self._password is not None:
            self._password.read()

    def compose(self, notice: Notice) -> str:
        """The complete mail."""
        from tracker.channels.mail import mail_text

        return mail_text(notice, self._settings.sender)

    def send(self, message: Message, at: datetime) -> Outcome:  # noqa: ARG002 - the mail has its date already
        """One transaction, with one recipient."""
        from tracker.core.outbox import Outcome, Verdict

        try:
            line = self._line
        except ConfigError as error:
            return Outcome(Verdict.RETRY, str(error))
        sender, recipient = self._settings.sender.address, Address(message.recipient)
        return line.transmit(sender, recipient, message.body.encode("utf-8"))

    def close(self) -> None:
        """Take leave of the server."""
        if "_line" in self.__dict__:
            self._line.close()

    @cached_property
    def _line(self) -> Line:
        from tracker.channels.smtp import Line, Server

        settings = self._settings
        return Line(
            Server(
                host=settings.host,
                port=settings.port or PORTS[settings.security],
                hello=settings.sender.address.domain,
                timeout=settings.timeout,
                context=None if settings.security is Security.NONE else self._context(),
                is_direct=settings.security is Security.TLS,
                user=settings.user,
                password=self._password,
            )
        )

    def _context(self) -> ssl.SSLContext:
        try:
            return ssl.create_default_context(cafile=self._ca_file)
        except OSError as error:  # ssl.SSLError is one
            why = "holds no certificates" if isinstance(error, ssl.SSLError) else (error.strerror or str(error)).lower()
            raise ConfigError(f"{self._place}: ca_file: {self._ca_file}: {why}", "name a file in PEM form") from None


def _check(settings: EmailSettings, place: str, *, has_password: bool) -> None:
    """Raises ConfigError where the settings do not go together."""
    if (
        not settings.host
        or not settings.host.isprintable()
        or any(one.isspace() or one == "/" for one in settings.host)
    ):
        raise ConfigError(f"{place}: host is {settings.host!r}", "expected a name such as mail.example.org")
    if bool(settings.user) != has_password:
        there, missing = ("user", "password_env") if settings.user else ("a password", "user")
        raise ConfigError(f"{place}: there is {there} and no {missing}", "a login needs both")
    if settings.security is Security.NONE and not settings.allow_clear and not _is_here(settings.host):
        remedy = 'use "starttls" or "tls"; allow_clear = true sends it as it is all the same'
        raise ConfigError(f'{place}: security = "none" would send mail in clear to {settings.host}', remedy)


def _is_here(host: str) -> bool:
    """True for a name or an address of this very machine."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.rstrip(".").lower() == "localhost"
