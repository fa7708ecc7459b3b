"""A mail server and a webhook's receiver that take everything at once, as a process: it prints both ports."""

from __future__ import annotations

import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socket import create_server
from typing import TYPE_CHECKING

from aiosmtpd.controller import Controller

if TYPE_CHECKING:
    from aiosmtpd.smtp import SMTP, Envelope, Session

HERE = "127.0.0.1"


class Mails:
    """Takes every mail and forgets it."""

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: ARG002,N802 - aiosmtpd calls it so
        return "250 taken"


class Hooks(BaseHTTPRequestHandler):
    """Takes every post and forgets it; connections are kept."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.wfile.write(b"HTTP/1.1 204 No Content\r\n\r\n")


def main() -> None:
    """Take what comes until the standard input ends."""
    with create_server((HERE, 0)) as probe:
        port = probe.getsockname()[1]
    mails = Controller(Mails(), hostname=HERE, port=port)
    mails.start()
    hooks = ThreadingHTTPServer((HERE, 0), Hooks)
    threading.Thread(target=hooks.serve_forever, daemon=True).start()
    sys.stdout.write(f"{port} {hooks.server_port}\n")
    sys.stdout.flush()
    sys.stdin.read()
    mails.stop()


if __name__ == "__main__":
    main()
