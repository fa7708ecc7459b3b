"""From a table `[channels.NAME]` to its channel, built on first use and without loading its neighbours."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

from tracker.channels import CHANNELS
from tracker.config.loading import convert
from tracker.errors import ConfigError
from tracker.registry import load, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.channels.channel import Channel
    from tracker.channels.secrets import Secrets


class Channels(Mapping[str, "Channel"]):
    """The channels by their names in the settings. One is built when it is asked for, then kept.

    Asking for one raises ConfigError where its table is wrong; the others can be had all the same.
    """

    def __init__(self, tables: Mapping[str, Mapping[str, Any]], secrets: Secrets) -> None:
        self._tables = tables
        self._secrets = secrets
        self._built: dict[str, Channel] = {}

    def __getitem__(self, name: str) -> Channel:
        if name not in self._built:
            self._built[name] = self._build(name, self._tables[name])
        return self._built[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._tables)

    def __len__(self) -> int:
        return len(self._tables)

    def __contains__(self, name: object) -> bool:
        return name in self._tables

    def recipients(self, name: str) -> tuple[str, ...]:
        """Whom a channel tells of its own accord, itself where it names nobody.

        The channel is not built for it: that a secret is missing today must not change to whom something is planned.
        """
        to = self._tables.get(name, {}).get("to")
        return tuple(map(str, to)) if isinstance(to, list) and to else (name,)

    def close(self) -> None:
        """Let go of what the built ones hold open; one that cannot hinders no other."""
        with ExitStack() as stack:
            for channel in self._built.values():
                stack.callback(channel.close)

    def _build(self, name: str, table: Mapping[str, Any]) -> Channel:
        secrets = self._secrets.for_channel(name)
        kind = table.get("kind")
        if not isinstance(kind, str) or kind not in CHANNELS:
            near = nearest(kind, CHANNELS) if isinstance(kind, str) else []
            remedy = f"did you mean {' or '.join(near)}?" if near else f"expected one of {', '.join(CHANNELS)}"
            raise ConfigError(f"{secrets.place}: kind is {kind!r}" if kind else f"{secrets.place}: has no kind", remedy)
        built = load(CHANNELS[kind])
        keys = {key: value for key, value in table.items() if key != "kind"}
        channel: Channel = built.from_settings(name, convert(keys, built.Settings, secrets.place), secrets)
        return channel
