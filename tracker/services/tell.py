"""What is said is recorded, kept back by silences, and planned for whoever is to be told: one place for the check and
for the changes that are told at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tracker.core.alert import Alert, StageKind
from tracker.core.outbox import Delivery
from tracker.core.query import parse_query
from tracker.followup.route import OWNER, address_of, kinds_of
from tracker.store import checks, commitments, deliveries, outbox, silences

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tracker.core.alert import Said
    from tracker.core.wish import Silence
    from tracker.followup.route import Route
    from tracker.followup.rules import FollowupRules
    from tracker.services.occasion import Occasion
    from tracker.store.change import Change
    from tracker.store.store import Connection


@dataclass(frozen=True, slots=True)
class Told:
    """What came of telling: what was new, which silences hold, and the deliveries that were planned for it.

    unaddressed   owners that a route would have told, and of whom no address is known
    """

    said: tuple[Said, ...] = ()
    planned: tuple[Delivery, ...] = ()
    unaddressed: tuple[str, ...] = ()


def tell(
    change: Change, followup: FollowupRules, occasion: Occasion, said: Sequence[Said], old_due: date | None = None
) -> Told:
    """Record what is said, once each, and plan its deliveries, in the change's own transaction.

    What a silence means that holds today is recorded and not sent. `old_due` is the due date that was moved, so that
    whoever was told of it hears of the move.
    """
    alerts = {_key(one): one for one in checks.add_alerts(change, [alert_of(one, occasion.today) for one in said])}
    new = [one for one in said if _key(alert_of(one, occasion.today)) in alerts]
    ids = [alerts[_key(alert_of(one, occasion.today))].id for one in new]
    silenced = _silenced(change.conn, occasion, new)
    _keep_back(change, occasion, [(alerts[_key(alert_of(one, occasion.today))], one.silence) for one in silenced])
    planned = _deliveries(change.conn, followup, occasion, list(zip(ids, silenced, strict=True)), old_due)
    return Told(tuple(silenced), deliveries.plan(change.conn, planned), _unaddressed(followup, silenced))


def foresee(conn: Connection, followup: FollowupRules, occasion: Occasion, said: Sequence[Said]) -> Told:
    """What `tell` would come to; nothing is written, and the alerts of its deliveries have no number."""
    silenced = _silenced(conn, occasion, said)
    numbered = list(enumerate(silenced, start=1))
    planned = _deliveries(conn, followup, occasion, numbered, None)
    return Told(tuple(silenced), tuple(replace(one, alert=0) for one in planned), _unaddressed(followup, silenced))


def alert_of(said: Said, today: date) -> Alert:
    """The alert that is recorded where this is said on a day."""
    occurrence, stage = said.standing.occurrence, said.stage
    return Alert(occurrence.commitment, occurrence.id, occurrence.arming, stage.key, stage.on, today)


def _key(alert: Alert) -> tuple[int, int, str, date]:
    """What makes an alert this one; nothing is said twice under the same key."""
    return alert.occurrence, alert.arming, alert.stage, alert.stage_on


def _keep_back(change: Change, occasion: Occasion, said: Sequence[tuple[Alert, int | None]]) -> None:
    """Note which silence keeps which alert back, and have its occurrence looked at again when that ends."""
    if any(number is not None for _, number in said):
        holding = {one.id: one for one in silences.holding_on(change.conn, occasion.today)}
        outbox.keep_back(change.conn, [(alert, holding[number]) for alert, number in said if number is not None])


def _silenced(conn: Connection, occasion: Occasion, said: Sequence[Said]) -> list[Said]:
    """The same, each with the silence that holds it back: of several the one that ends last."""
    holding = silences.holding_on(conn, occasion.today) if said else ()
    numbers = {one.standing.commitment.number for one in said}
    by: dict[int, int] = {}
    for silence in holding:
        by |= dict.fromkeys(meant_by(conn, silence, occasion.today, numbers), silence.id)
    return [replace(one, silence=by.get(one.standing.commitment.number)) for one in said]


def meant_by(conn: Connection, silence: Silence, today: date, numbers: set[int]) -> set[int]:
    """Of these commitments those that a silence means on a day; `owner:me` in it is whoever made it."""
    return commitments.matching(conn, parse_query(silence.filter, today, silence.by), today, numbers)


def _deliveries(
    conn: Connection,
    followup: FollowupRules,
    occasion: Occasion,
    said: Sequence[tuple[int, Said]],
    old_due: date | None,
) -> list[Delivery]:
    """One for each alert, channel and recipient; where two routes lead to the same, one of its own goes before."""
    told = [(alert, one) for alert, one in said if one.silence is None]
    wanted: dict[tuple[int, str, str], bool] = {}
    days = {alert: _days_past(one, occasion, old_due) for alert, one in told}
    kinds = {alert: kinds_of(one.stage, one.standing) for alert, one in told}
    for route in followup.routes:
        taken = [(alert, one) for alert, one in told if route.takes(kinds[alert], days[alert])]
        for alert, one in _meant(conn, followup, occasion, route, taken):
            is_single = not route.immediate.isdisjoint(kinds[alert] - {StageKind.BACKFILL})  # that is counted
            own = followup.recipients(route.channel)
            for recipient in route.recipients(one.standing.commitment.owner, followup.people, own):
                key = alert, route.channel, recipient
                wanted[key] = wanted.get(key, False) or is_single
    send_after = followup.quiet.send_after(occasion.now, followup.zone)
    return [
        Delivery(alert, channel, recipient, is_single, send_after, occasion.now)
        for (alert, channel, recipient), is_single in wanted.items()
    ]


def _meant(
    conn: Connection, followup: FollowupRules, occasion: Occasion, route: Route, said: Sequence[tuple[int, Said]]
) -> list[tuple[int, Said]]:
    """What the route's filter means; one query, however much there is."""
    query = parse_query(route.filter, occasion.today, followup.me)
    numbers = {one.standing.commitment.number for _, one in said}
    meant = commitments.matching(conn, query, occasion.today, numbers)
    return [(alert, one) for alert, one in said if one.standing.commitment.number in meant]


def _days_past(said: Said, occasion: Occasion, old_due: date | None) -> int | None:
    """Days past the due date, or past the one that was just moved where that is longer ago."""
    days = [day for day in (said.standing.occurrence.due, old_due) if day is not None]
    return (occasion.today - min(days)).days if days else None


def _unaddressed(followup: FollowupRules, said: Sequence[Said]) -> tuple[str, ...]:
    if not any(OWNER in route.to for route in followup.routes):
        return ()
    owners = {one.standing.commitment.owner for one in said if one.silence is None}
    return tuple(sorted(owner for owner in owners if owner and not address_of(owner, followup.people)))
