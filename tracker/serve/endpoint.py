"""A port on which the program says how it is: /healthz for those who watch, /metrics for Prometheus."""

from __future__ import annotations

import contextlib
import json
import socket
import sys
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from socketserver import ThreadingTCPServer
from typing import TYPE_CHECKING, Any

from tracker.errors import ConfigError, StoreError
from tracker.serve.logs import fail
from tracker.serve.metrics import CONTENT_TYPE, written

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.serve.health import Health

_JSON, _TEXT = "application/json", "text/plain; charset=utf-8"
Answer = tuple[HTTPStatus, str, str]


class Endpoint:
    """The open port, served by a thread of its own. Raises ConfigError where it cannot be opened."""

    def __init__(self, host: str, port: int, health: Health) -> None:
        pages: dict[str, Callable[[], Answer]] = {
            "/healthz": lambda: _healthz(health),
            "/metrics": lambda: _metrics(health),
        }
        try:
            self._server = _Server((host, port), _Handler, pages)
        except OSError as error:
            raise ConfigError(
                f"serve.port is {port}: {error.strerror or error}", "set another one, or stop what listens there"
            ) from None
        self.port: int = self._server.server_address[1]
        self._host = host
        self._is_closed = False
        self._thread = threading.Thread(target=self._serve, name="endpoint", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Close the port."""
        self._is_closed = True
        with contextlib.suppress(OSError):  # it sleeps until somebody calls
            socket.create_connection((self._host, self.port), timeout=1).close()
        self._thread.join(1)
        self._server.server_close()

    def _serve(self) -> None:
        while not self._is_closed:
            self._server.handle_request()


class _Server(ThreadingTCPServer):  # http.server's own would look the host's name up
    daemon_threads = True
    allow_reuse_address = True

    def __init__(
        self, address: tuple[str, int], handler: type[_Handler], pages: dict[str, Callable[[], Answer]]
    ) -> None:
        self.address_family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
        self.pages = pages
        super().__init__(address, handler)

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002 - socketserver's signature
        """Log a bug; whoever hung up has heard enough."""
        error = sys.exception()
        if error is not None and not isinstance(error, OSError):
            fail("failed", error, job="endpoint")


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    timeout = 10
    server_version, sys_version = "tracker", ""

    def do_GET(self) -> None:
        """Answer with a page, or say that there is none."""
        page = self.server.pages.get(self.path.partition("?")[0])
        status, kind, text = page() if page else (HTTPStatus.NOT_FOUND, _TEXT, "there are /healthz and /metrics\n")
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    do_HEAD = do_GET  # noqa: N815 - the name that http.server calls

    def log_message(self, *_: Any) -> None:
        """The log is for events, and a look at them is none."""


def _healthz(health: Health) -> Answer:
    report = health.report()
    status = HTTPStatus.OK if report["healthy"] else HTTPStatus.SERVICE_UNAVAILABLE
    return status, _JSON, json.dumps(report, indent=2) + "\n"


def _metrics(health: Health) -> Answer:
    try:
        return HTTPStatus.OK, CONTENT_TYPE, written(health.metrics())
    except StoreError as error:
        return HTTPStatus.SERVICE_UNAVAILABLE, _TEXT, f"{error}\n"
