"""A client for one request at a time and thread: looked up once, checked, pinned, and over at its limits."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from tracker import __version__
from tracker.errors import AddressError, NetError, NetFault
from tracker.net.addresses import literal, resolve, resolved_within
from tracker.net.allowance import Allowance, current
from tracker.net.url import Url, check_public, check_url

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Self

    from urllib3 import BaseHTTPResponse, PoolManager

    from tracker.net.addresses import Resolver

USER_AGENT = f"commitment-tracker/{__version__}"

_MOST_IN_HEAD = 32_000
_CHUNK = 16_384
_REDIRECTS = (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True)
class Response:
    """A server's answer: `headers` by name in any case, `body` decoded, `url` where it came from in the end."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    url: str


class Client:
    """Sends requests. Threads may share it; connections are kept alive between requests.

    timeout         seconds for everything together: look-up, connection, redirects, the last byte
    most            bytes of a body, as sent and as decoded, that are taken
    allow_private   True to connect to private and local addresses too
    table           the one of the settings that may allow that, as the errors name it
    most_redirects  how many are followed, of GET and HEAD alone, each checked like the first address; with 0 the
                    answer that redirects is the answer
    resolve         name and port → addresses
    """

    def __init__(
        self,
        *,
        timeout: float = 30,
        most: int = 64_000,
        allow_private: bool = False,
        table: str = "",
        most_redirects: int = 0,
        user_agent: str = USER_AGENT,
        resolve: Resolver = resolve,
    ) -> None:
        self._timeout = timeout
        self._most = most
        self._allow_private = allow_private
        self._table = table
        self._most_redirects = most_redirects
        self._user_agent = user_agent
        self._resolve = resolve

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections that are kept alive."""
        if "_pools" in self.__dict__:
            self._pools.clear()

    def request(
        self,
        method: str,
        url: str,
        *,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        label: str = "",
        before_redirect: Callable[[str], None] | None = None,
    ) -> Response:
        """The answer, whatever its status. `label` stands in the errors for an address that is a secret.

        `before_redirect` is called with each address that a redirect leads to before it is asked; what it raises ends
        the request. Raises NetError, which says at which step it failed, and with which status where one had come.
        """
        allowance = Allowance(self._timeout)
        token = current.set(allowance)
        try:
            here = check_url(url, allow_private=self._allow_private, label=label, table=self._table)
            for left in range(self._most_redirects, -1, -1):
                answer = self._hop(method, here, body, dict(headers or {}), label or here.shown)
                if isinstance(answer, Response):
                    return answer
                if left:
                    here = self._next(here, answer, label)
                    if before_redirect:
                        before_redirect(str(here))
            why = f"redirects more than {self._most_redirects} times"
            raise NetError(label or here.shown, NetFault.REDIRECTS, why, "name the page it leads to")
        finally:
            current.reset(token)

    @cached_property
    def _pools(self) -> PoolManager:
        from tracker.net.pinned import pinned_pools

        return pinned_pools()

    def _hop(self, method: str, here: Url, body: bytes | None, headers: dict[str, str], place: str) -> Response | str:
        """The answer of one server, or the address to which it redirects."""
        from tracker.net.faults import FAILURES, told

        allowance, came = current.get(), None
        addresses = self._addresses(here, place)
        allowance.allow(self._most + _MOST_IN_HEAD)
        try:
            came = self._sent(method, here, addresses, body, headers)
            location = came.headers.get("Location", "")
            if self._most_redirects and method in ("GET", "HEAD") and came.status in _REDIRECTS and location:
                return location
            return Response(came.status, came.headers, self._body(came, place), str(here))
        except FAILURES as error:
            limits = self._timeout, self._most
            raise told(error, place, allowance, limits, came.status if came else None) from None
        finally:
            if came is not None and came.connection is not None:  # not read to its end, so of no further use
                came.close()

    def _sent(
        self, method: str, here: Url, addresses: tuple[str, ...], body: bytes | None, headers: dict[str, str]
    ) -> BaseHTTPResponse:
        pool = self._pools.connection_from_host(here.host, here.port, here.scheme, {"addresses": addresses})
        return pool.urlopen(
            method,
            here.target,
            body=body,
            headers={"User-Agent": self._user_agent, "Accept-Encoding": "gzip, deflate", **headers},
            redirect=False,
            retries=False,
            timeout=current.get().seconds_left(),
            preload_content=False,
        )

    def _addresses(self, here: Url, place: str) -> tuple[str, ...]:
        """The addresses of the host, looked up once and all of them checked."""
        if number := literal(here.host):
            return (number,)
        try:
            found = resolved_within(current.get().seconds_left(), self._resolve, here.host, here.port)
        except TimeoutError:
            raise NetError(place, NetFault.TIMEOUT, "no answer to the look-up of its name", "try it later") from None
        except OSError:
            found = []
        if not found:
            raise NetError(place, NetFault.LOOKUP, "its name is not known", "check the address and the connection")
        if not self._allow_private:
            check_public(place, here.host, found, self._table)
        return tuple(found)

    def _body(self, came: BaseHTTPResponse, place: str) -> bytes:
        """The whole body. Raises NetError where it is too large."""
        body = b""
        while len(body) <= self._most and (chunk := came.read(_CHUNK, decode_content=True)):
            body += chunk
        if len(body) > self._most:
            from tracker.net.faults import too_large

            raise too_large(place, self._most, came.status)
        return body

    def _next(self, here: Url, location: str, label: str) -> Url:
        """Where a redirect leads. Raises AddressError where it may not be followed."""
        raw = location.encode("latin-1", "replace").decode("utf-8", "replace").strip()
        try:
            address = urljoin(str(here), raw.replace(" ", "%20"))
        except ValueError:
            raise AddressError(
                label or here.shown, "redirects to what is no web address", "it is not followed"
            ) from None
        there = check_url(address, allow_private=self._allow_private, label=label, table=self._table)
        if here.scheme == "https" and there.scheme == "http":
            raise AddressError(label or here.shown, "redirects from https to http", "it is not followed")
        return there
