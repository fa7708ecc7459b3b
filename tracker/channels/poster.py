"""Posting to a web address that may be a credential: what the answer means, and when to try again."""

from __future__ import annotations

import re
from datetime import timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tracker.core.clean import clean_line
from tracker.core.outbox import Outcome, Verdict
from tracker.errors import ConfigError, NetError, NetFault
from tracker.net import Client, check_url
from tracker.net.addresses import literal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from tracker.channels.secrets import Secret

_LONGEST_WAIT = timedelta(days=1)
"""What a receiver may ask for; a message is not put off for good by its word."""

_PASSING = (HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_EARLY, HTTPStatus.TOO_MANY_REQUESTS)
_SHORTEST_SECRET = 6


class Poster:
    """Posts JSON to one address. Errors name the channel, never the address.

    label    how errors name it: "channel desk"
    address  the address, or where it stands
    timeout  seconds for one post, from the look-up of the name to the last byte
    """

    def __init__(
        self,
        label: str,
        address: str | Secret,
        *,
        timeout: float,
        allow_private: bool = False,
        allow_clear: bool = False,
    ) -> None:
        self._label = label
        self._address = address
        self._allow_private = allow_private
        self._allow_clear = allow_clear
        self._client = Client(timeout=timeout, allow_private=allow_private)
        self._known_good = ""

    def check(self, place: str) -> None:
        """Raises ConfigError, which begins with `place`, where the settings hold an address that cannot be used."""
        if not isinstance(self._address, str):
            return
        try:
            self._checked(self._address)
        except (ConfigError, NetError) as error:
            raise ConfigError(f"{place}: url {error.problem.removeprefix(self._label + ': ')}", error.remedy) from None

    def check_address(self) -> None:
        """Raises ConfigError where the address cannot be had now or is in clear, NetError where it is of no use."""
        self._checked(self._address if isinstance(self._address, str) else self._address.read())

    def post(self, body: bytes, headers: Mapping[str, str], at: datetime) -> Outcome:
        """One attempt at a UTC instant."""
        try:
            url = self._address if isinstance(self._address, str) else self._address.read()
            if url != self._known_good:
                self._checked(url)
                self._known_good = url
        except NetError as error:
            return Outcome(Verdict.FEW, str(error))
        except ConfigError as error:
            return Outcome(Verdict.RETRY, str(error))
        try:
            answer = self._client.request(
                "POST", url, body=body, headers={"Content-Type": "application/json", **headers}, label=self._label
            )
        except NetError as error:
            return self._failed(error)
        said = _said(answer.body, url) if answer.status >= HTTPStatus.BAD_REQUEST else ""
        detail = f"{self._label}: {_phrase(answer.status)}" + (f" ({said})" if said else "")
        return Outcome(_verdict(answer.status), detail, retry_after_of(answer.headers, at))

    def close(self) -> None:
        """Close the connections that are kept alive."""
        self._client.close()

    def _checked(self, url: str) -> None:
        """Raises ConfigError for an address in clear; AddressError for one that may not be connected to."""
        parts = check_url(url, allow_private=self._allow_private, label=self._label)
        number = literal(parts.host)
        is_here = ip_address(number).is_loopback if number else parts.host == "localhost"
        if parts.scheme == "http" and not is_here and not self._allow_clear:
            remedy = "use https://, or allow it with allow_clear = true"
            raise ConfigError(f"{self._label}: begins with http://, so what is said would go in clear", remedy)

    def _failed(self, error: NetError) -> Outcome:
        """By its status where one had come: it was taken, whatever became of the rest of the answer."""
        if error.status is not None:
            return Outcome(_verdict(error.status), f"{self._label}: {_phrase(error.status)}")
        return Outcome(Verdict.FEW if error.fault is NetFault.REFUSED else Verdict.RETRY, str(error))


def retry_after_of(headers: Mapping[str, str], at: datetime) -> timedelta | None:
    """The receiver's wish (RFC 9110, 10.2.3), in seconds or as a date; None where it has none, a day at most.

    A date is counted from the answer's own Date, so that the two clocks need not agree; else from `at`.
    """
    wish = headers.get("Retry-After", "").strip()
    if re.fullmatch(r"[0-9]{1,9}", wish):
        return min(timedelta(seconds=int(wish)), _LONGEST_WAIT)
    until = _date(wish)
    if until is None:
        return None
    since = _date(headers.get("Date", "")) or at
    return min(max(until - since, timedelta()), _LONGEST_WAIT)


def _date(text: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError):
        return None
    return found if found.tzinfo else None


def _verdict(status: int) -> Verdict:
    if 200 <= status < 300:
        return Verdict.SENT
    if status == HTTPStatus.GONE:
        return Verdict.GONE
    return Verdict.RETRY if status in _PASSING or status >= 500 else Verdict.FEW


def _phrase(status: int) -> str:
    """A status in words; of a redirect, that it is not followed."""
    try:
        words = f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        words = str(status)
    return f"{words}; redirects are not followed" if 300 <= status < 400 else words


def _said(body: bytes, url: str) -> str:
    """The beginning of what the receiver said, unless it repeats something of the address."""
    text = " ".join(clean_line(body[:2_000].decode("utf-8", "replace")).split())
    parts = urlsplit(url)
    secrets = re.split(r"[/&=?]", f"{parts.path}?{parts.query}")
    if any(secret in text for secret in secrets if len(secret) >= _SHORTEST_SECRET):
        return ""
    return text if len(text) <= 120 else text[:119] + "…"
