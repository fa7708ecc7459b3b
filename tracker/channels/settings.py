"""What every channel's table of the settings is."""

from __future__ import annotations

import re
from typing import Annotated

import msgspec

from tracker.errors import ConfigError


class ChannelSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A table `[channels.NAME]` without its `kind`; a key that it does not know is refused."""


Seconds = Annotated[float, msgspec.Meta(ge=1, le=300)]
PerMinute = Annotated[int, msgspec.Meta(ge=1, le=60_000)]


class Variable(str):
    """The name of an environment variable. Raises ValueError for anything else, such as the secret itself."""

    __slots__ = ()

    def __new__(cls, text: str) -> Variable:
        if not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", text):
            raise ValueError("expected the name of an environment variable, such as MAIL_PASSWORD")
        return super().__new__(cls, text)


def check_own_name(place: str, name: str, recipient: str) -> None:
    """Raises ConfigError for a recipient of a channel that tells nobody but whoever is behind its one address."""
    if recipient != name:
        raise ConfigError(f"{place}: {recipient!r} is no recipient", f"it knows none but its own, {name!r}")
