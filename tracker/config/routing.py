"""Whether routes and channels go together: what no channel could ever send is refused when the file is read."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from tracker.core.query import parse_query
from tracker.errors import ConfigError, UsageError
from tracker.followup.route import OWNER
from tracker.registry import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.config.followup import RouteTable
    from tracker.config.settings import Settings

ADDRESSED = ("email",)
"""Kinds of channel that take any address; the others tell nobody but whoever is behind their one address."""

ANY_DAY = date(2000, 1, 1)
"""From which the days in a filter are counted while it is looked over."""


def check_routes(settings: Settings, origin: str) -> None:
    """Raises ConfigError, which names the route or the channel, where something would be planned that cannot be sent:
    no such channel, a filter that cannot be read, nobody to send to, or somebody the channel cannot reach."""
    for number, route in enumerate(settings.routes):
        _check_route(route, settings, f"{origin}: routes[{number}]")
    for name in () if settings.routes else settings.channels:
        _check_own(name, settings.channels[name], f"{origin}: channels.{name}", "and without [[routes]] all goes there")
    for name, address in settings.people.items():
        _check_address(address, f"{origin}: people.{name}")


def _check_route(route: RouteTable, settings: Settings, place: str) -> None:
    if route.channel not in settings.channels:
        near = nearest(route.channel, list(settings.channels))
        known = ", ".join(settings.channels) or "none: write [channels.NAME]"
        remedy = f"did you mean {' or '.join(near)}?" if near else f"known are {known}"
        raise ConfigError(f"{place}.channel is {route.channel!r}, and there is no such channel", remedy)
    try:
        parse_query(route.filter, ANY_DAY)
    except UsageError as error:
        raise ConfigError(f"{place}.filter cannot be read: {error.problem}", error.remedy) from None
    _check_recipients(route, settings.channels[route.channel], place)


def _check_recipients(route: RouteTable, channel: Mapping[str, Any], place: str) -> None:
    if channel.get("kind") not in ADDRESSED:
        strangers = [name for name in route.to if name != route.channel]
        if strangers:
            problem = f"{place}.to names {strangers[0]!r}, and the channel {route.channel} takes no addresses"
            raise ConfigError(problem, "leave `to` out, or name a channel of the kind email")
        return
    for name in route.to:
        if name != OWNER:
            _check_address(name, f"{place}.to")
    if not route.to:
        _check_own(route.channel, channel, place, "and the route names nobody")
    elif OWNER in route.to:
        _check_own(route.channel, channel, place, "which is told where there is no owner, or no address of one")


def _check_own(name: str, channel: Mapping[str, Any], place: str, why: str) -> None:
    if channel.get("kind") in ADDRESSED and not channel.get("to"):
        problem = f"{place}: the channel {name} has no recipients of its own, {why}"
        raise ConfigError(problem, f"write `to` under [channels.{name}]")


def _check_address(text: str, place: str) -> None:
    from tracker.channels.mailbox import Address

    try:
        Address(text.strip())
    except ValueError as error:
        raise ConfigError(f"{place} is {text!r}", str(error)) from None
