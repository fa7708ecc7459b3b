"""One kept SMTP connection: secured before anything else is said, bounded in time, opened anew when it was dropped.

What a server or the network does is told as an Outcome. Whatever concerns the connection as a whole (no answer, no
TLS, a refused login) is worth another try later; what concerns one message (RFC 5321: 4yz for now, 5yz for good) goes
by the server's word.
"""

from __future__ import annotations

import smtplib
import socket
import ssl
import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tracker.channels.replies import Replies
from tracker.channels.watchdog import Watch, Watchdog
from tracker.core.clean import clean_line
from tracker.core.outbox import Outcome, Verdict
from tracker.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.channels.secrets import Secret

_IDLE = 60.0
"""Seconds after which a kept connection is not trusted any more: what lies between may have forgotten it."""

_PAUSE = 60.0
"""Seconds in which a refused login is not tried again, lest an account be locked over a queue of messages."""


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server and how to speak to it.

    context    what certificates are verified by; None: nothing is encrypted
    is_direct  True where TLS comes first (submissions, RFC 8314), False where STARTTLS asks for it
    hello      the name that this side gives itself
    timeout    seconds for one message, connection and all
    """

    host: str
    port: int
    hello: str
    timeout: float
    context: ssl.SSLContext | None
    is_direct: bool = False
    user: str = ""
    password: Secret | None = field(default=None, repr=False)

    @property
    def place(self) -> str:
        """How errors name it."""
        return f"{self.host}:{self.port}"


class _NotReadyError(Exception):
    """The connection cannot be used; its text says why, to a person."""


class Line:
    """The connection to a server. One thread at a time uses it."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._smtp: smtplib.SMTP | None = None
        self._used_at = 0.0
        self._refused: tuple[float, str] | None = None
        self._known = ""
        self._watchdog = Watchdog()

    def transmit(self, sender: str, recipient: str, content: bytes) -> Outcome:
        """One transaction: a message to one recipient."""
        with self._watchdog.over(self._server.timeout) as watch:
            try:
                outcome = self._transmit(sender, recipient, content, watch)
            except (_NotReadyError, ConfigError) as error:
                outcome = Outcome(Verdict.RETRY, str(error))
            except (OSError, smtplib.SMTPException) as error:
                what = f"no answer within {self._server.timeout:g} s" if watch.is_over else _told(error)
                outcome = Outcome(Verdict.RETRY, f"{self._server.place}: {what}")
                self._drop()
        detail = outcome.detail.replace(self._known, "…") if self._known else outcome.detail
        return Outcome(outcome.verdict, clean_line(detail)[:300])

    def close(self) -> None:
        """Take leave of the server, where it still listens."""
        if self._smtp is not None:
            with suppress(OSError, smtplib.SMTPException), self._watchdog.over(2) as watch:  # it may have gone already
                watch.watch(_socket_of(self._smtp))
                self._smtp.quit()
        self._drop()
        self._watchdog.close()

    def _transmit(self, sender: str, recipient: str, content: bytes, watch: Watch) -> Outcome:
        smtp = self._ready(watch)
        options = [] if sender.isascii() and recipient.isascii() else ["SMTPUTF8"]
        if options and not smtp.has_extn("smtputf8"):
            return Outcome(Verdict.FEW, f"{self._server.place}: takes no address that is not ASCII (no SMTPUTF8)")
        smtp, (code, said) = self._begun(smtp, sender, options, watch)
        if code == 250:
            code, said = smtp.rcpt(recipient)
            if code in (250, 251):
                code, said = self._data(smtp, content)
                if code == 250:
                    self._used_at = time.monotonic()
                    return Outcome(Verdict.SENT, _words(code, said))
        self._begin_anew(smtp, code)
        verdict = Verdict.FEW if 500 <= code < 600 else Verdict.RETRY
        return Outcome(verdict, f"{self._server.place}: {_words(code, said)}")

    def _begun(
        self, smtp: smtplib.SMTP, sender: str, options: list[str], watch: Watch
    ) -> tuple[smtplib.SMTP, tuple[int, bytes]]:
        """The connection on which the server took the sender; a kept one that was dropped meanwhile is opened anew."""
        is_kept = self._used_at > 0
        try:
            reply = smtp.mail(sender, options)
        except (smtplib.SMTPServerDisconnected, ConnectionError):
            if not is_kept or watch.is_over:
                raise
            reply = 421, b""
        if reply[0] == 421 and is_kept:
            self._drop()
            smtp = self._ready(watch)
            reply = smtp.mail(sender, options)
        return smtp, reply

    def _data(self, smtp: smtplib.SMTP, content: bytes) -> tuple[int, bytes]:
        try:
            return smtp.data(content)
        except smtplib.SMTPDataError as error:
            return error.smtp_code, error.smtp_error if isinstance(error.smtp_error, bytes) else b""

    def _begin_anew(self, smtp: smtplib.SMTP, code: int) -> None:
        """Make the connection fit for the next message, or give it up."""
        try:
            is_fit = code != 421 and smtp.rset()[0] == 250
        except (OSError, smtplib.SMTPException):
            is_fit = False
        if is_fit:
            self._used_at = time.monotonic()
        else:
            self._drop()

    def _ready(self, watch: Watch) -> smtplib.SMTP:
        """The kept connection, or a new one, secured and logged in."""
        if self._smtp is not None and time.monotonic() - self._used_at > _IDLE:
            self._drop()
        if self._smtp is None:
            self._smtp = self._opened(watch)
        watch.watch(_socket_of(self._smtp))
        return self._smtp

    def _opened(self, watch: Watch) -> smtplib.SMTP:
        server = self._server
        if self._refused and time.monotonic() < self._refused[0]:
            raise _NotReadyError(self._refused[1])
        password = server.password.read() if server.password else ""
        self._known = password
        smtp = _Watched(server, watch)
        try:
            smtp.ehlo_or_helo_if_needed()
            if server.context and not server.is_direct:
                _socket_of(smtp).settimeout(watch.seconds_left())  # what is wrapped cannot be ended by the watchdog
                self._encrypt(smtp, server.context, watch)
            if password:
                self._log_in(smtp, password)
        except BaseException:
            smtp.close()
            raise
        return smtp

    def _encrypt(self, smtp: smtplib.SMTP, context: ssl.SSLContext, watch: Watch) -> None:
        place = self._server.place
        if not smtp.has_extn("starttls"):
            raise _NotReadyError(f"{place}: offers no STARTTLS, and nothing is sent in clear")
        code, said = smtp.starttls(context=context)
        if code != 220:
            raise _NotReadyError(f"{place}: STARTTLS: {_words(code, said)}; nothing is sent in clear")
        watch.watch(_socket_of(smtp))
        smtp.ehlo()

    def _log_in(self, smtp: smtplib.SMTP, password: str) -> None:
        """The server's own words stay out of the errors: they may repeat what it was told."""
        place = self._server.place
        try:
            smtp.login(self._server.user, password)
        except smtplib.SMTPAuthenticationError as error:
            why = f"{place}: the login of {self._server.user} was refused ({error.smtp_code}): check user and password"
            if error.smtp_code // 100 == 5:
                self._refused = time.monotonic() + _PAUSE, why
            raise _NotReadyError(why) from None
        except smtplib.SMTPNotSupportedError:
            raise _NotReadyError(f"{place}: takes no login here: leave user and password out") from None
        except UnicodeEncodeError:
            raise _NotReadyError(f"{place}: takes no login whose password is not ASCII") from None
        self._refused = None

    def _drop(self) -> None:
        if self._smtp is not None:
            self._smtp.close()
        self._smtp, self._used_at = None, 0.0


class _Watched(smtplib.SMTP):
    """A connection whose socket is watched from the first."""

    def __init__(self, server: Server, watch: Watch) -> None:
        self._watch = watch
        self._direct = server.context if server.is_direct else None
        super().__init__(server.host, server.port, server.hello, timeout=server.timeout)

    def getreply(self) -> tuple[int, bytes]:
        """A server's reply, bounded."""
        if self.file is None and self.sock is not None:
            self.file = Replies(self.sock.makefile("rb"))
        return super().getreply()

    def _get_socket(self, host: str, port: int, timeout: float) -> socket.socket:  # noqa: ARG002 - the watch has the time
        plain = self._connected(host, port)
        if self._direct is None:
            return plain
        try:
            secured = self._direct.wrap_socket(plain, server_hostname=host)
        except BaseException:
            plain.close()
            raise
        self._watch.watch(secured)
        return secured

    def _connected(self, host: str, port: int) -> socket.socket:
        """A connection to one of the host's addresses; each has its share of the time, so that a dead one leaves some.

        While it connects, and while TLS begins, only the socket's own limit ends it.
        """
        addresses = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        error: OSError = socket.gaierror()
        for waiting in range(len(addresses), 0, -1):
            family, kind, protocol, _, address = addresses[-waiting]
            share = self._watch.seconds_left() / waiting
            sock = socket.socket(family, kind, protocol)
            try:
                sock.settimeout(share)
                sock.connect(address)
                sock.settimeout(self._watch.seconds_left())
                self._watch.watch(sock)
            except OSError as failed:
                sock.close()
                error = failed
            else:
                return sock
        raise error


def _socket_of(smtp: smtplib.SMTP) -> socket.socket:
    """The socket of an open connection. Raises SMTPServerDisconnected where it is none any more."""
    if smtp.sock is None:
        raise smtplib.SMTPServerDisconnected("it was closed")
    return smtp.sock


def _words(code: int, said: bytes) -> str:
    """A server's reply on one line."""
    return f"{code} {' '.join(said.decode('utf-8', 'replace').split())}".strip()


def _told(error: OSError | smtplib.SMTPException) -> str:
    """What went wrong with the connection, in words."""
    told: tuple[tuple[type[BaseException], Callable[[], str]], ...] = (
        (smtplib.SMTPResponseException, lambda: _of_response(error)),
        (smtplib.SMTPServerDisconnected, lambda: "the connection was dropped"),
        (smtplib.SMTPException, lambda: str(error)),
        (socket.gaierror, lambda: "its name is not known"),
        (ssl.SSLCertVerificationError, lambda: f"its certificate is refused ({getattr(error, 'verify_message', '')})"),
        (ssl.SSLError, lambda: "no secure connection: is `security` the right one for this port?"),
        (TimeoutError, lambda: "no answer in time"),
    )
    words = next((words for kind, words in told if isinstance(error, kind)), None)
    return words() if words else (getattr(error, "strerror", None) or str(error)).lower()


def _of_response(error: BaseException) -> str:
    said = getattr(error, "smtp_error", b"")
    return _words(getattr(error, "smtp_code", 0), said if isinstance(said, bytes) else str(said).encode())
