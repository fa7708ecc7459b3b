"""No secret stands in the settings: whoever writes one there is told where it belongs."""

from __future__ import annotations

import re
from typing import Any

from tracker.errors import ConfigError

_SECRETS = ("password", "secret", "secrets", "token", "api_key")
_ADDRESSES = ("url", "urls")
_CHATS = ("slack", "teams", "discord", "mattermost", "apprise")
"""Kinds of channel whose addresses are credentials."""


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
