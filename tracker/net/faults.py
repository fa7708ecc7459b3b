"""What urllib3 and the sockets raise, told as one line that gives away no address."""

from __future__ import annotations

import ssl
from http.client import HTTPException
from typing import TYPE_CHECKING

from urllib3.exceptions import (
    ConnectTimeoutError,
    DecodeError,
    HTTPError,
    NewConnectionError,
    ReadTimeoutError,
    SSLError,
)

from tracker.errors import NetError, NetFault

if TYPE_CHECKING:
    from tracker.net.allowance import Allowance

FAILURES = (HTTPError, HTTPException, OSError, ValueError)
"""What a request may raise where the other side, or the way to it, is at fault; ValueError: a chunk of -5 bytes."""

_NAME_MISMATCH = (62, 64)  # X509_V_ERR_HOSTNAME_MISMATCH, X509_V_ERR_IP_ADDRESS_MISMATCH: their text holds the name
_LATER = "try it later"


def told(
    error: BaseException, place: str, allowance: Allowance, limits: tuple[float, int], status: int | None
) -> NetError:
    """The error for a request that failed; `limits` are its seconds and its bytes."""
    seconds, most = limits
    if allowance.is_spent:
        return too_large(place, most, status)
    if allowance.is_over:
        return NetError(place, NetFault.TIMEOUT, f"no whole answer within {seconds:g} s", _LATER, status)
    if isinstance(error, NewConnectionError):
        why = f"no connection ({str(error).rpartition(': ')[2]})"
        return NetError(place, NetFault.CONNECT, why, _LATER)
    if isinstance(error, (ConnectTimeoutError, ReadTimeoutError, TimeoutError)):
        return NetError(place, NetFault.TIMEOUT, "no answer in time", _LATER, status)
    if isinstance(error, SSLError):
        return NetError(place, NetFault.TLS, f"no secure connection ({_tls(error)})", "its operator must mend that")
    if isinstance(error, DecodeError):
        return NetError(place, NetFault.PROTOCOL, "the answer is not compressed as it says", _LATER, status)
    return NetError(place, NetFault.PROTOCOL, "the connection ended without a whole answer", _LATER, status)


def too_large(place: str, most: int, status: int | None) -> NetError:
    """The error for a body of more bytes than are taken."""
    size = f"{most / 1_000_000:g} MB" if most >= 1_000_000 else f"{most / 1_000:g} kB"
    return NetError(place, NetFault.TOO_LARGE, f"the answer is larger than {size}", "it is not read", status)


def _tls(error: SSLError) -> str:
    """What is wrong with a certificate, or the library's word for it."""
    cause = error.args[0] if error.args else error
    if isinstance(cause, ssl.SSLCertVerificationError):
        return "its certificate is another name's" if cause.verify_code in _NAME_MISMATCH else cause.verify_message
    return (getattr(cause, "reason", None) or "it failed").replace("_", " ").lower()
