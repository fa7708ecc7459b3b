"""Planned deliveries looked at again before they are sent: what still holds, and what is withdrawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.core.alert import StageKind
from tracker.core.outbox import Withdrawal
from tracker.core.query import parse_query
from tracker.core.timing import standing_of
from tracker.followup.holding import Circumstances, why_withdrawn
from tracker.followup.notice import Item
from tracker.store import amendments, announcements, commitments, outbox, silences

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from tracker.core.alert import Alert
    from tracker.core.occurrence import Amendment, Occurrence
    from tracker.core.record import StoredAnnouncement, StoredCommitment
    from tracker.core.wish import Silence
    from tracker.store.outbox import Due, Recipient
    from tracker.store.store import Connection


@dataclass(frozen=True, slots=True)
class Sifted:
    """What still holds, each with the number of its delivery; and how many deliveries were withdrawn."""

    items: tuple[tuple[int, Item], ...] = ()
    withdrawn: int = 0


@dataclass(frozen=True, slots=True)
class _Known:
    """All that bears on some alerts on a day, loaded by a statement each."""

    today: date
    commitments: Mapping[int, StoredCommitment]
    announcements: Mapping[int, StoredAnnouncement]
    moves: Mapping[int, Sequence[Amendment]]
    snoozes: Mapping[int, date]
    silences: Mapping[int, Silence]
    latest: Mapping[int, int]


def sift(conn: Connection, dues: Sequence[Due], today: date, to: Recipient) -> Sifted:
    """What of these deliveries to one recipient still holds on a day; the others are withdrawn, with the reason.

    What a silence keeps back by now is noted for its end.
    """
    if not dues:
        return Sifted()
    known = _load(conn, [due.alert for due in dues], today, to)
    reasons = {due.id: _why_withdrawn(due.alert, known) for due in dues}
    withdrawn = {delivery: why for delivery, why in reasons.items() if why is not None}
    outbox.withdraw(conn, withdrawn, to.at)
    silenced = [due.alert for due in dues if reasons[due.id] is Withdrawal.SILENCED]
    outbox.keep_back(conn, [(alert, known.silences[alert.commitment]) for alert in silenced])
    items = tuple((due.id, _item(due, known)) for due in dues if reasons[due.id] is None)
    return Sifted(items, len(withdrawn))


def _load(conn: Connection, alerts: Sequence[Alert], today: date, to: Recipient) -> _Known:
    numbers, occurrences = {alert.commitment for alert in alerts}, {alert.occurrence for alert in alerts}
    found = {one.number: one for one in commitments.of_numbers(conn, numbers)}
    silenced: dict[int, Silence] = {}
    for silence in silences.holding_on(conn, today):  # of several the one that ends last
        meant = commitments.matching(conn, parse_query(silence.filter, today, silence.by), today, numbers)
        silenced |= dict.fromkeys(meant, silence)
    return _Known(
        today=today,
        commitments=found,
        announcements=announcements.headings(conn, {one.announcement for one in found.values()}),
        moves=amendments.of_occurrences(conn, occurrences),
        snoozes=outbox.snoozes(conn, occurrences),
        silences=silenced,
        latest=outbox.latest_stages(conn, to, occurrences),
    )


def _why_withdrawn(alert: Alert, known: _Known) -> Withdrawal | None:
    commitment, occurrence = _subject(alert, known)
    silence = known.silences.get(alert.commitment)
    seen = Circumstances(
        snoozed_until=known.snoozes.get(alert.occurrence),
        silence=silence.id if silence else None,
        is_erased=known.announcements[commitment.announcement].is_erased,
        is_undone=_is_undone(alert, occurrence, known),
        is_overtaken=outbox.is_step(alert) and alert.id < known.latest.get(alert.occurrence, 0),
    )
    return why_withdrawn(alert, commitment, occurrence, seen, known.today)


def _is_undone(alert: Alert, occurrence: Occurrence, known: _Known) -> bool:
    """True where what the alert tells of was taken back: a move that is not recorded any more, a verdict that was
    reopened or undone."""
    if alert.arming == occurrence.arming:
        return False
    kind = alert.reached.kind
    is_unmoved = kind is StageKind.DUE_CHANGED and alert.occurrence not in known.moves
    return is_unmoved or kind is StageKind.STATUS_CHANGED


def _item(due: Due, known: _Known) -> Item:
    """What is told: of an alert that tells of a move that very move, of any other the latest one."""
    alert, moves = due.alert, known.moves.get(due.alert.occurrence, ())
    own = [move for move in moves if move.at == due.planned_at and alert.reached.kind is StageKind.DUE_CHANGED]
    commitment, occurrence = _subject(alert, known)
    return Item(
        alert=alert.id,
        standing=standing_of(commitment, occurrence, known.today),
        stage=alert.reached,
        announcement=known.announcements[commitment.announcement],
        amendment=next(iter([*own, *reversed(moves)]), None),
    )


def _subject(alert: Alert, known: _Known) -> tuple[StoredCommitment, Occurrence]:
    commitment = known.commitments[alert.commitment]
    return commitment, next(one for one in commitment.occurrences if one.id == alert.occurrence)
