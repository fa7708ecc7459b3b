"""Pages and feeds from the web: asked for once, politely, and no more of them than can be read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING

from tracker.errors import NetError, NetFault
from tracker.net.url import check_url
from tracker.readers.robots import Robots, read_robots
from tracker.readers.source import MOST_BYTES, Source

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.net import Client, Response

MOST_REDIRECTS = 5
MOST_FETCHED = MOST_BYTES
"""Bytes of an answer, as sent and as decoded."""

_LONGEST_MARK = 1_000
"""Characters of an ETag that are kept; what is longer is no mark."""

_NAME = "commitment-tracker"
"""What robots.txt may call this program."""

_ACCEPT = (
    "text/html, application/xhtml+xml, application/atom+xml, application/rss+xml, application/pdf, text/plain, "
    "application/xml;q=0.9, */*;q=0.5"
)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Marks:
    """By what a server knows whether a page is still the one it sent: its ETag and Last-Modified, as it wrote them."""

    etag: str = ""
    last_modified: str = ""

    @property
    def headers(self) -> dict[str, str]:
        """The headers that ask for the page only where it is another one."""
        named = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in named.items() if value}


class Fetcher:
    """Fetches pages with a client that follows redirects. What robots.txt forbids to all or to us is left alone."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._robots: dict[str, Robots] = {}

    def page(self, url: str) -> Source:
        """What stands at an address. Raises NetError, also for any answer that is not a page."""
        return _source(self._asked(url, {}), url)

    def changed(self, url: str, marks: Marks) -> tuple[Source, Marks] | None:
        """What stands at an address now and by what it is known; None where it is still what was sent with the marks.

        Raises NetError, also for any answer that is not a page.
        """
        answer = self._asked(url, marks.headers)
        if answer.status == HTTPStatus.NOT_MODIFIED:
            return None
        return _source(answer, url), Marks(*(_mark(answer.headers.get(name, "")) for name in ("ETag", "Last-Modified")))

    def _asked(self, url: str, marks: Mapping[str, str]) -> Response:
        self._ask_leave(url)
        answer = self._client.request("GET", url, headers={"Accept": _ACCEPT, **marks}, before_redirect=self._ask_leave)
        if answer.status != HTTPStatus.OK and not (marks and answer.status == HTTPStatus.NOT_MODIFIED):
            raise _refused(answer)
        return answer

    def _ask_leave(self, url: str) -> None:
        """Raises NetError where the site's robots.txt forbids the address."""
        origin = _origin(url)
        if origin not in self._robots:
            self._robots[origin] = self._rules(origin)
        if not self._robots[origin].allows(url):
            place = _shown(url)
            raise NetError(
                place, NetFault.ROBOTS, "its robots.txt asks programs to stay away", "save the page yourself"
            )

    def _rules(self, origin: str) -> Robots:
        """A site's rules, as RFC 9309 has it: no such file allows everything, an error of the server nothing.

        A server that is asked too much is left alone too.
        """
        answer = self._client.request("GET", f"{origin}/robots.txt")
        if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR or answer.status == HTTPStatus.TOO_MANY_REQUESTS:
            place = f"{origin}/robots.txt"
            raise NetError(place, NetFault.STATUS, _said(answer.status), "try it later", answer.status)
        return read_robots(answer.body, _NAME) if answer.status == HTTPStatus.OK else Robots()


def _mark(written: str) -> str:
    """A word as the server wrote it; none where it is no line of text that a database and a header can hold."""
    return written if written.isprintable() and len(written) <= _LONGEST_MARK else ""


def _origin(url: str) -> str:
    return check_url(url, allow_private=True).origin  # whether it may be private, the client says


def _shown(url: str) -> str:
    """An address as errors and lists name it: without its query, where keys may stand."""
    return url.partition("#")[0].partition("?")[0]


def _source(answer: Response, url: str) -> Source:
    media_type = answer.headers.get("Content-Type", "")
    charset = _CHARSET.search(media_type)
    return Source(
        answer.body,
        _shown(url),
        charset=charset[1] if charset else "",
        url=answer.url,
        media_type=_mark(media_type.partition(";")[0].strip().lower()),
    )


def _refused(answer: Response) -> NetError:
    later = answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR or answer.status == HTTPStatus.TOO_MANY_REQUESTS
    remedy = "try it later" if later else "open it in a browser, and save it from there"
    return NetError(_shown(answer.url), NetFault.STATUS, _said(answer.status), remedy, answer.status)


def _said(status: int) -> str:
    """A status in words."""
    try:
        return f"the server answers {status} ({HTTPStatus(status).phrase.lower()})"
    except ValueError:
        return f"the server answers {status}"
