"""The other end of mail and webhooks, for trying things out: it takes what arrives on this machine, and tells it.

It listens on the loopback address alone, sends nothing on and keeps nothing.
"""

from __future__ import annotations

import asyncio
import json
import threading
from dataclasses import dataclass
from email import message_from_bytes, policy
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any

from tracker.channels.signature import is_signed
from tracker.core.clean import clean_line, clean_text
from tracker.errors import DeliveryError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from typing import Self

    from aiosmtpd.smtp import SMTP, Envelope, Session

HERE = "127.0.0.1"
_LARGEST = 32 * 1024 * 1024
_LISTENING = 10.0
_IDENTITY, _TIMESTAMP, _SIGNATURE = "webhook-id", "webhook-timestamp", "webhook-signature"


@dataclass(frozen=True, slots=True)
class Arrival:
    """What arrived: one line on how, and the text of it, both cleaned."""

    head: str
    text: str


class Sink:
    """Two servers on this machine, which run until the end of the `with` block.

    smtp, http   the ports; 0 lets the system choose, and then they hold what it chose
    key          what webhooks are to be signed with; None: signatures are shown and not verified
    now          what says the time, in UTC
    """

    def __init__(self, smtp: int, http: int, key: bytes | None, now: Callable[[], datetime]) -> None:
        self.smtp, self.http = smtp, http
        self._key = key
        self._now = now
        self._arrivals: SimpleQueue[Arrival] = SimpleQueue()
        self._mail = _MailServer(self._take_mail)

    def __enter__(self) -> Self:
        """Raises DeliveryError where a port is taken."""
        try:
            self._web = _WebServer((HERE, self.http), self._take_post)
        except OSError as error:
            raise _taken(self.http, error) from None
        self.http = self._web.server_port
        try:
            self.smtp = self._mail.start(self.smtp)
        except OSError as error:
            self._web.server_close()
            raise _taken(self.smtp, error) from None
        self._serving = threading.Thread(target=self._web.serve_forever, args=(0.05,), daemon=True)
        self._serving.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._web.shutdown()
        self._web.server_close()
        self._serving.join()
        self._mail.stop()

    def next(self, seconds: float) -> Arrival | None:
        """What arrived next; None where nothing did within so many seconds."""
        try:
            return self._arrivals.get(timeout=seconds)
        except Empty:
            return None

    def _take_mail(self, sender: str, recipient: str, content: bytes) -> None:
        mail = message_from_bytes(content, policy=policy.default)
        body = mail.get_body(("plain", "html"))
        told = [
            f"{name}: {mail[name]}"
            for name in ("From", "To", "Subject", "Date", "Message-ID", "References")
            if mail[name]
        ]
        text = body.get_content() if body is not None else content.decode("utf-8", "replace")
        self._arrivals.put(
            Arrival(
                clean_line(f"MAIL from {sender} to {recipient}"),
                clean_text("\n".join(clean_line(line) for line in told) + "\n\n" + text).rstrip(),
            )
        )

    def _take_post(self, path: str, headers: dict[str, str], body: bytes) -> None:
        told = [f"{name}: {headers[name]}" for name in (_IDENTITY, _TIMESTAMP, _SIGNATURE) if name in headers]
        told.append(f"signature: {self._judged(headers, body)}")
        self._arrivals.put(
            Arrival(
                clean_line(f"WEBHOOK to {path}"),
                clean_text("\n".join(clean_line(line) for line in told) + "\n\n" + _pretty(body)).rstrip(),
            )
        )

    def _judged(self, headers: dict[str, str], body: bytes) -> str:
        if _SIGNATURE not in headers:
            return "there is none"
        if self._key is None:
            return "not verified: --secret-env names the variable that holds the secret"
        given = (headers.get(_IDENTITY, ""), headers.get(_TIMESTAMP, ""), headers[_SIGNATURE])
        return "good" if is_signed(self._key, *given, body, self._now().timestamp()) else "BAD"


class _WebServer(ThreadingHTTPServer):
    """Takes every post, and says so."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, address: tuple[str, int], take: Callable[[str, dict[str, str], bytes], None]) -> None:
        self.take = take
        super().__init__(address, _Handler)


class _Handler(BaseHTTPRequestHandler):
    server: _WebServer
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        length = self.headers.get("Content-Length", "")
        is_small = length.isascii() and length.isdecimal() and int(length) <= _LARGEST
        if is_small:
            body = self.rfile.read(int(length))
            self.server.take(self.path, {name.lower(): value for name, value in self.headers.items()}, body)
        self.send_response_only(204 if is_small else 413)
        self.send_header("Content-Length", "0")
        self.send_header("Connection", "keep-alive" if is_small else "close")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """What arrives is told by whoever asks for it."""


class _MailServer:
    """aiosmtpd in a loop and a thread of its own."""

    def __init__(self, take: Callable[[str, str, bytes], None]) -> None:
        self._take = take
        self._started: SimpleQueue[int | OSError] = SimpleQueue()
        self._over: Callable[[], object] = lambda: None
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), daemon=True)

    def start(self, port: int) -> int:
        """The port on which it listens. Raises OSError where that is taken."""
        self._port = port
        self._thread.start()
        answer = self._started.get(timeout=_LISTENING)
        if isinstance(answer, OSError):
            raise answer
        return answer

    def stop(self) -> None:
        self._over()
        self._thread.join()

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: ARG002,N802 - what aiosmtpd calls
        content = envelope.content if isinstance(envelope.content, bytes) else b""
        for recipient in envelope.rcpt_tos:
            self._take(envelope.mail_from or "nobody", recipient, content)
        return "250 taken"

    async def _serve(self) -> None:
        from aiosmtpd.smtp import SMTP

        loop, over = asyncio.get_running_loop(), asyncio.Event()
        settings: dict[str, Any] = {"enable_SMTPUTF8": True, "hostname": "sink.localhost", "loop": loop}
        try:
            server = await loop.create_server(lambda: SMTP(self, **settings), HERE, self._port)
        except OSError as error:
            self._started.put(error)
            return
        self._over = lambda: loop.call_soon_threadsafe(over.set)
        self._started.put(server.sockets[0].getsockname()[1])
        await over.wait()
        server.close()


def _taken(port: int, error: OSError) -> DeliveryError:
    return DeliveryError(f"port {port}: {(error.strerror or str(error)).lower()}", "name another one, or 0 for any")


def _pretty(body: bytes) -> str:
    try:
        return json.dumps(json.loads(body), indent=2, ensure_ascii=False)
    except ValueError:
        return body.decode("utf-8", "replace")
