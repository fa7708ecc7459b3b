"""The one place that opens HTTP connections: addresses are checked and pinned, every read is bounded.

`check_url` looks at an address alone; `Client` sends requests. urllib3 is loaded with the first request.
"""

from __future__ import annotations

from tracker.net.client import Client, Response
from tracker.net.url import check_url

__all__ = ["Client", "Response", "check_url"]
