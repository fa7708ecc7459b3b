"""No secret stands in the settings: whoever writes one there is told where it belongs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from tracker.errors import ConfigError

if TYPE_CHECKING:
    from urllib.parse import SplitResult

_SECRETS = ("password", "secret", "secrets", "token", "api_key")
_ADDRESSES = ("url", "urls")
_CHATS = ("slack", "teams", "discord", "mattermost", "apprise")
"""Kinds of channel whose addresses are credentials."""


_OF_SERVERS = ("sslpassword", "scram_client_key", "scram_server_key", "oauth_client_secret")
"""Further words of a PostgreSQL address that are secrets; no variable of libpq holds them, a service does."""


def check_database(address: SplitResult, place: str) -> None:
    """Raises ConfigError where a database's address holds a password or another secret, which it does not repeat."""
    words = {key.lower() for key, _ in parse_qsl(address.query, keep_blank_values=True)}
    if address.password is not None or "password" in words:
        raise ConfigError(f"{place} holds a password", "leave it out; PGPASSFILE, PGPASSWORD or ~/.pgpass hold it")
    for key in words.intersection(_OF_SERVERS):
        remedy = "write it into ~/.pg_service.conf and name that service here: ?service=NAME"
        raise ConfigError(f"{place}: {key} is a secret and has no place here", remedy)


def check_channels(tables: Any, origin: str) -> None:
    """Raises ConfigError where a channel has no usable name or holds a secret, which it does not repeat.

    The rest of a channel's table is its own matter, when it is first used.
    """
    for name, table in tables.items() if isinstance(tables, dict) else ():
        place = f"{origin}: channels.{name}"
        if not re.fullmatch(r"[A-Za-z0-9_-]{1,40}", name):
            raise ConfigError(f"{origin}: channels has the name {name!r}", "use letters, digits, - and _")
        if not isinstance(table, dict):
            raise ConfigError(f"{place} is no table", f"write [channels.{name}] and its keys below it")
        secrets = _SECRETS + (_ADDRESSES if table.get("kind") in _CHATS else ())
        for key in secrets:
            if key in table:
                raise ConfigError(f"{place}: {key} is a secret and has no place here", _remedy(key))


def _remedy(key: str) -> str:
    """The keys that say where it is."""
    if key in _ADDRESSES:
        return "say where it is: url_env or url_file"
    one = key if key == "password" else "secret"
    return f"say where it is: {one}_env or {one}_file or {one}_keyring"
