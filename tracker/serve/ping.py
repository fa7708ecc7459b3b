"""An address that hears of every daily check, as healthchecks.io has it: /start, the address itself, /fail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.errors import TrackerError
from tracker.serve.logs import warn

if TYPE_CHECKING:
    from tracker.channels.secrets import Secret
    from tracker.net.client import Client

SECONDS = 10.0
_LABEL = "the ping address"


class Ping:
    """Calls the address. Where that fails it is logged, without the address, and nothing else: the work goes on."""

    def __init__(self, address: Secret, client: Client) -> None:
        self._address = address
        self._client = client

    def started(self) -> None:
        """The check begins."""
        self._call("/start")

    def succeeded(self) -> None:
        """The check ended well."""
        self._call("")

    def failed(self) -> None:
        """The check failed."""
        self._call("/fail")

    def close(self) -> None:
        """Let the connection go."""
        self._client.close()

    def _call(self, ending: str) -> None:
        try:
            path, mark, query = self._address.read().partition("?")
            answer = self._client.request("GET", path.rstrip("/") + ending + mark + query, label=_LABEL)
        except TrackerError as error:
            warn("ping_failed", error=str(error))
        else:
            if not 200 <= answer.status < 300:
                warn("ping_failed", error=f"{_LABEL} answers {answer.status}")
