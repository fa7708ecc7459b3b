"""What a service manager is told: ready, alive, stopping. The protocol is sd_notify(3)'s: datagrams."""

from __future__ import annotations

import contextlib
import os
import socket
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_MICROSECONDS = 1_000_000


class Notifier:
    """Speaks to the socket that the environment names; where it names none, to nobody.

    Nothing is raised where nobody listens: the service manager's absence is no fault of the work.
    """

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._address = environment.get("NOTIFY_SOCKET", "")
        if self._address.startswith("@"):  # Linux's abstract sockets have a NUL for a slash
            self._address = "\0" + self._address[1:]
        self.beat_within = _beat_within(environment)

    def ready(self, status: str) -> None:
        """The work has begun."""
        self._send(f"READY=1\nSTATUS={status}")

    def alive(self, status: str) -> None:
        """All is well, and this is how it stands."""
        self._send(f"WATCHDOG=1\nSTATUS={status}")

    def stopping(self) -> None:
        """The end has begun."""
        self._send("STOPPING=1\nSTATUS=stopping")

    def _send(self, message: str) -> None:
        if not self._address:
            return
        with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
            line.settimeout(1)
            line.sendto(message.encode(), self._address)


def _beat_within(environment: Mapping[str, str]) -> float | None:
    """Half the seconds within which the watchdog wants to hear of this process; None where it does not watch."""
    try:
        limit = int(environment["WATCHDOG_USEC"])
        watched = int(environment.get("WATCHDOG_PID", os.getpid()))
    except (KeyError, ValueError):
        return None
    return limit / _MICROSECONDS / 2 if limit > 0 and watched == os.getpid() else None
