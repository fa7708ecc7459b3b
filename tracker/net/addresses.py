"""Which IP addresses are public, and which addresses a name has.

`ipaddress.is_global` alone will not do: on Python 3.11 it takes 192.0.0.8, 192.88.99.1, 64:ff9b::/96, 2002::/16,
fec0::/10 and multicast for global. So of IPv6 only what IANA has given out for global unicast (2000::/3) is public.
"""

from __future__ import annotations

import socket
from contextlib import suppress
from ipaddress import IPv4Network, IPv6Address, IPv6Network, ip_address
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Resolver = Callable[[str, int], Sequence[str]]
    """A host's name and a port → its IP addresses, the preferred one first. Raises OSError where there are none."""

_RESERVED = (
    IPv4Network("192.0.0.0/24"),  # protocol assignments
    IPv4Network("192.88.99.0/24"),  # relays to 6to4, given up
    IPv4Network("100.64.0.0/10"),  # shared by a provider's customers
)
_GLOBAL_UNICAST = IPv6Network("2000::/3")
_RESERVED_OF_GLOBAL = (
    IPv6Network("2001::/23"),  # protocol assignments, among them Teredo's tunnels
    IPv6Network("2001:db8::/32"),  # documentation
    IPv6Network("2002::/16"),  # 6to4: an IPv4 address, perhaps a private one, in disguise
    IPv6Network("3fff::/20"),  # documentation
)


def is_public(address: str) -> bool:
    """True for an IP address that belongs to one place in the open internet; others may be this machine's own."""
    ip = ip_address(address)
    if isinstance(ip, IPv6Address):
        return ip in _GLOBAL_UNICAST and ip.is_global and not any(ip in network for network in _RESERVED_OF_GLOBAL)
    return ip.is_global and not ip.is_multicast and not any(ip in network for network in _RESERVED)


def literal(host: str) -> str | None:
    """The IP address that a host is when read as a number, in its usual form; None for a name.

    Systems take 2130706433, 0x7f.1 and 127.1 for 127.0.0.1, and so are they taken here.
    """
    with suppress(ValueError):
        return str(ip_address(host))
    with suppress(OSError):
        return socket.inet_ntoa(socket.inet_aton(host))
    return None


def resolve(host: str, port: int) -> list[str]:
    """The addresses that the system's resolver gives for a name, in its order. Raises OSError where it has none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def resolved_within(seconds: float, resolver: Resolver, host: str, port: int) -> list[str]:
    """What the resolver answers; a system's resolver has no limit of its own, so it is left behind at this one.

    Raises TimeoutError at the limit, OSError where there is no answer.
    """
    answers: SimpleQueue[list[str] | OSError] = SimpleQueue()

    def ask() -> None:
        try:
            answers.put(list(resolver(host, port)))
        except OSError as error:
            answers.put(error)
        except UnicodeError as error:  # how Python's resolver refuses a name that no network has
            answers.put(OSError(str(error)))

    Thread(target=ask, name="look-up", daemon=True).start()
    try:
        answer = answers.get(timeout=seconds)
    except Empty:
        raise TimeoutError from None
    if isinstance(answer, OSError):
        raise answer
    return answer
