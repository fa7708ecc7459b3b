"""Signatures of Standard Webhooks 1.0: HMAC-SHA256 over "id.timestamp.body" (https://www.standardwebhooks.com)."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac

PREFIX = "whsec_"
TOLERANCE = 300
"""Seconds by which a message may be older or newer than the receiver's clock."""

_SHORTEST = 24
"""Bytes of a secret, by the specification."""

HOW = "make one with: openssl rand -base64 32"


def key_of(secret: str) -> bytes:
    """The key of a secret: base64, with `whsec_` before it or not.

    Raises ValueError, which does not repeat the secret, where it is none or too short.
    """
    written = secret.strip().removeprefix(PREFIX)
    try:
        key = base64.b64decode(written + "=" * (-len(written) % 4), validate=True)
    except (binascii.Error, ValueError):
        raise ValueError("the secret is not base64") from None
    if len(key) < _SHORTEST:
        raise ValueError(f"the secret has fewer than {_SHORTEST} bytes")
    return key


def sign(keys: tuple[bytes, ...], identity: str, timestamp: int, body: bytes) -> str:
    """The header `webhook-signature`: one signature a key, so that a secret can be changed without a gap."""
    signed = f"{identity}.{timestamp}.".encode() + body
    digests = (hmac.new(key, signed, hashlib.sha256).digest() for key in keys)
    return " ".join(f"v1,{base64.b64encode(digest).decode()}" for digest in digests)


def is_signed(key: bytes, identity: str, timestamp: str, signatures: str, body: bytes, now: float) -> bool:
    """True where one of the signatures is this key's, and the timestamp within five minutes of now (epoch seconds)."""
    if not timestamp.isascii() or not timestamp.isdecimal() or abs(now - int(timestamp)) > TOLERANCE:
        return False
    expected = sign((key,), identity, int(timestamp), body).encode()
    return any(hmac.compare_digest(expected, given.encode()) for given in signatures.split())
