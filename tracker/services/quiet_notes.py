"""Who is to be told that nothing was new: once a week, so that silence is not taken for a broken machine."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING

from tracker.errors import ConfigError
from tracker.followup.route import OWNER
from tracker.store import checks, outbox

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from tracker.channels.channel import Channel
    from tracker.followup.route import Route
    from tracker.followup.rules import FollowupRules
    from tracker.store.store import Connection

WEEK = timedelta(days=7)


def quiet_notes(
    conn: Connection, channels: Mapping[str, Channel], followup: FollowupRules, at: datetime
) -> dict[str, tuple[str, ...]]:
    """By channel, the recipients to whom a quiet note is due at a UTC instant.

    It is due on the route's weekday once that day's check has run, outside the quiet hours, to whom nothing was
    composed for a week and nothing is planned, and where checks have run for a week.
    """
    today = at.astimezone(followup.zone).date()
    routes = [route for route in followup.routes if route.quiet_note == today.weekday() and route.channel in channels]
    if not routes or followup.quiet.send_after(at, followup.zone) > at or not _has_been_checked(conn, today):
        return {}
    notes: dict[str, dict[str, None]] = defaultdict(dict)
    for route in routes:
        for recipient in _recipients(route, channels):
            if _was_quiet(conn, route.channel, recipient, today, followup):
                notes[route.channel][recipient] = None
    return {channel: tuple(recipients) for channel, recipients in notes.items()}


def _has_been_checked(conn: Connection, today: date) -> bool:
    last = checks.last_run(conn)
    return last is not None and last.local_date == today and checks.has_run_by(conn, today - WEEK)


def _recipients(route: Route, channels: Mapping[str, Channel]) -> tuple[str, ...]:
    """Those that the route names, but for owners, who are told of their own; else the channel's own."""
    if route.to:
        return tuple(name for name in route.to if name != OWNER)
    try:
        return channels[route.channel].recipients
    except ConfigError:  # a channel that cannot be used is named where something is to be sent through it
        return ()


def _was_quiet(conn: Connection, channel: str, recipient: str, today: date, followup: FollowupRules) -> bool:
    last = outbox.last_composed(conn, channel, recipient)
    is_recent = last is not None and last.astimezone(followup.zone).date() > today - WEEK
    return not is_recent and not outbox.has_planned(conn, channel, recipient)
