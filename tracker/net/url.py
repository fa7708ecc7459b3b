"""A web address in its parts, and what about it can be refused before any name is looked up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urlsplit

from tracker.errors import AddressError
from tracker.net.addresses import is_public, literal

if TYPE_CHECKING:
    from collections.abc import Iterable

_PORTS = {"http": 80, "https": 443}
_LONGEST = 8_000
_NAME = re.compile(r"[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*\.?")
_HIDDEN = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029\\]")

# Ports on which other services than the web answer, as the fetch standard of browsers lists them ("bad ports"): what
# is sent there would be read as mail, chat or commands.
_OTHER_SERVICES = frozenset(
    [
        *(0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104),
        *(109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515),
        *(526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049),
        *(3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080),
    ]
)


@dataclass(frozen=True, slots=True)
class Url:
    """A web address in its parts: `host` in lower case and ASCII, `target` what is asked of that host."""

    scheme: str
    host: str
    port: int
    target: str

    def __str__(self) -> str:
        return f"{self.origin}{self.target}"

    @property
    def origin(self) -> str:
        """Scheme, host and port, as they stand before the target."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}" + ("" if self.port == _PORTS[self.scheme] else f":{self.port}")

    @property
    def shown(self) -> str:
        """The address without its query, where keys and names stand."""
        return str(self).partition("?")[0]


def check_url(url: str, *, allow_private: bool = False, label: str = "", table: str = "") -> Url:
    """The parts of an address to which a connection may be opened; what its name resolves to is checked on connecting.

    `label` stands in the errors for an address that is a secret, `table` is the one of the settings that may allow
    private addresses. Raises AddressError.
    """
    if _HIDDEN.search(url) or len(url) > _LONGEST:
        place = label or re.sub(_HIDDEN, " ", url.partition("?")[0][:200])
        raise AddressError(place, "is no web address", "write it without blanks and control characters")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise AddressError(label or url.partition("?")[0], "is no web address", "write https://host/path") from None
    place = label or _shown(parts)
    _check_parts(parts, port, place)
    host = _host(parts.hostname or "", place)
    if not allow_private:
        check_public(place, host, [literal(host) or ""], table)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Url(parts.scheme, host, _PORTS[parts.scheme] if port is None else port, target)


def check_public(place: str, host: str, addresses: Iterable[str], table: str = "") -> None:
    """Raises AddressError where the host, or one of its addresses, is this machine or stands in a private network.

    `table` is as check_url has it.
    """
    is_local = host.rstrip(".") == "localhost" or host.rstrip(".").endswith(".localhost")
    if is_local or not all(is_public(address) for address in addresses if address):
        where = f" under [{table}]" if table else ""
        remedy = f"such are connected to only where allow_private = true stands{where} in the configuration"
        raise AddressError(place, "leads to a private or local address", remedy)


def _check_parts(parts: SplitResult, port: int | None, place: str) -> None:
    if parts.scheme not in _PORTS:
        raise AddressError(place, "is no web address", "it must begin with https:// or http://")
    if "@" in parts.netloc:
        raise AddressError(place, "has a user name or a password in it", "leave them out")
    if port in _OTHER_SERVICES:
        raise AddressError(place, f"port {port} is not one of the web", "use 443, 80 or one of your own")


def _host(written: str, place: str) -> str:
    """The host as networks know it: an international name in its ASCII form, a number as an IP address."""
    if ":" in written:
        return literal(written) or written
    try:
        host = written[:254].encode("idna").decode("ascii").lower()
    except UnicodeError:
        host = ""
    if not _NAME.fullmatch(host) or len(written) > 253:
        raise AddressError(place, "has no usable host name", "write https://host/path")
    return literal(host) or host


def _shown(parts: SplitResult) -> str:
    """An address, perhaps a wrong one, without user, password, query and fragment."""
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}" if parts.netloc else parts.path
