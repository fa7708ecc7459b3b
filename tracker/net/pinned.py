"""urllib3's connections, made to the addresses that were checked and to no other, under the request's allowance.

The name stays the host's: TLS asks for it and verifies it, and the Host header says it. No proxy of the environment is
used, since it would look names up for itself.
"""

from __future__ import annotations

import logging
import socket
import ssl
from typing import TYPE_CHECKING, Any

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, NewConnectionError
from urllib3.util.ssl_ import create_urllib3_context

from tracker.net.allowance import current

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

_MOST_HOSTS = 64
_KEPT_A_HOST = 8

# Its lines hold whole addresses, and a webhook's address is a credential.
logging.getLogger("urllib3").setLevel(logging.ERROR)


class _BoundedSocket(socket.socket):
    """A socket of which no call outlasts the request, and whose bytes are counted as they come."""

    def recv_into(self, *arguments: Any) -> int:
        self.settimeout(current.get().seconds_left())
        count = super().recv_into(*arguments)
        current.get().take(count)
        return count

    def sendall(self, *arguments: Any) -> None:
        self.settimeout(current.get().seconds_left())
        super().sendall(*arguments)


class _BoundedTlsSocket(ssl.SSLSocket):
    """The same under TLS, where sendall is made of sends."""

    def recv_into(self, *arguments: Any) -> int:
        self.settimeout(current.get().seconds_left())
        count = super().recv_into(*arguments)
        current.get().take(count)
        return count

    def send(self, *arguments: Any) -> int:
        self.settimeout(current.get().seconds_left())
        return super().send(*arguments)


class _Pinned(HTTPConnection):
    """A connection to one of the addresses given, tried in their order, whatever the host's name says by now."""

    def __init__(self, *arguments: Any, addresses: tuple[str, ...], **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        self._addresses = addresses

    def _new_conn(self) -> socket.socket:
        """Each address has its share of the time, so that a dead one does not use it up for the others."""
        error: OSError = OSError("no address")
        for waiting in range(len(self._addresses), 0, -1):
            address = self._addresses[-waiting]
            try:
                return self._connected(address, current.get().seconds_left() / waiting)
            except OSError as failed:
                error = failed
        if isinstance(error, TimeoutError):
            raise ConnectTimeoutError(self, "no answer") from error
        raise NewConnectionError(self, (error.strerror or str(error)).lower()) from error

    def _connected(self, address: str, seconds: float) -> socket.socket:
        sock = _BoundedSocket(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_STREAM)
        try:
            sock.settimeout(seconds)
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            sock.connect((address, self.port))
            sock.settimeout(current.get().seconds_left())
        except BaseException:
            sock.close()
            raise
        return sock


class _PinnedTls(_Pinned, HTTPSConnection):
    """The same under TLS."""


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Pinned


class _TlsPool(HTTPSConnectionPool):
    ConnectionCls = _PinnedTls


def pinned_pools() -> PoolManager:
    """Pools of connections kept alive, one for each host and the addresses that were checked for it."""
    manager = PoolManager(_MOST_HOSTS, maxsize=_KEPT_A_HOST, ssl_context=_context(), retries=False)
    manager.pool_classes_by_scheme = {"http": _Pool, "https": _TlsPool}
    manager.key_fn_by_scheme = {"http": _key, "https": _key}  # type: ignore[dict-item]  # any key will do, not only its own
    return manager


def _context() -> ssl.SSLContext:
    """Certificates are verified against the system's authorities, or those that SSL_CERT_FILE names."""
    context = create_urllib3_context()
    context.load_default_certs()
    context.sslsocket_class = _BoundedTlsSocket
    return context


def _key(context: Mapping[str, Any]) -> Hashable:
    return context["scheme"], context["host"], context["port"], frozenset(context["addresses"])
