"""Silences: what a filter means is recorded and not sent, until a day on which the latest is said."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.core.outbox import Withdrawal
from tracker.core.query import parse_query
from tracker.core.wish import Silence
from tracker.errors import UsageError
from tracker.services.planning import replan
from tracker.services.tell import meant_by
from tracker.store import commitments, deliveries, silences

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tracker.followup.rules import FollowupRules
    from tracker.services.occasion import Occasion
    from tracker.store.change import Change
    from tracker.store.store import Store


def add(
    store: Store,
    followup: FollowupRules,
    occasion: Occasion,
    filter_words: Sequence[str],
    starts_on: date,
    ends_on: date,
    comment: str,
) -> Silence:
    """Silence what a filter means from a day until another; what waits to be sent of it is held back as well.

    Raises UsageError where the filter cannot be read or means everything by saying nothing, or no day of it is to come.
    """
    words = " ".join(_written(word) for word in filter_words if word.strip())
    parse_query(words, occasion.today, occasion.by)
    if not words:
        raise UsageError(
            "a silence needs a filter", '`tracker list -h` explains filters: +health, actor:"Ministry of Works", id:12'
        )
    if ends_on <= max(starts_on, occasion.today):
        raise UsageError(
            f"{ends_on} is no end for a silence that begins on {starts_on}",
            f"give --until a day after that and after today, {occasion.today}",
        )
    with store.writing("silence", occasion.by, occasion.now) as change:
        made = silences.add(change, Silence(words, starts_on, ends_on, comment.strip(), occasion.by, occasion.now))
        why = f": {made.comment}" if made.comment else ""
        change.summary = f"silence {made.id} from {starts_on} until {ends_on} for {words}{why}"
        if made.holds_on(occasion.today):
            _hold_back(change, followup, made, occasion.today)
    return made


def end(store: Store, followup: FollowupRules, occasion: Occasion, number: int) -> Silence:
    """End a silence today, or before it began; the latest of what it kept back is said by the next check.

    Raises NotFoundError, UsageError where it is over, ConflictError.
    """
    with store.writing("silence", occasion.by, occasion.now) as change:
        silence = silences.get(change.conn, number)
        if silence.ends_on <= occasion.today:
            raise UsageError(f"silence {number} ended on {silence.ends_on}", "`tracker silence list` shows what holds")
        ended = silences.end(change, silence, max(occasion.today, silence.starts_on))
        change.summary = f"silence {number} ended: {silence.filter}"
        _plan(change, followup, number)
    return ended


def listed(store: Store, today: date, *, is_all: bool) -> tuple[Silence, ...]:
    """The silences that hold or are to come, in the order of their numbers; with `is_all` those that are over too."""
    with store.reading() as conn:
        return silences.ending_after(conn, None if is_all else today)


def _hold_back(change: Change, followup: FollowupRules, silence: Silence, today: date) -> None:
    """Withdraw what is planned of the commitments meant, and note that this silence kept it back."""
    waiting = deliveries.waiting(change.conn)
    meant = meant_by(change.conn, silence, today, {commitment for commitment, _ in waiting.values()})
    held = {alert: occurrence for alert, (commitment, occurrence) in waiting.items() if commitment in meant}
    deliveries.withdraw(change.conn, change.at, Withdrawal.SILENCED, occurrences=held.values())
    silences.keep_back(change, dict.fromkeys(held, silence.id))
    _plan(change, followup, silence.id)


def _plan(change: Change, followup: FollowupRules, silence: int) -> None:
    """Give what a silence kept back the day on which it is spoken of again."""
    replan(change, followup, commitments.of_numbers(change.conn, silences.commitments_of(change.conn, silence)))


def _written(word: str) -> str:
    """A term as it stands in one line of several: quoted where it holds a space, which the shell took apart before."""
    bare = word.replace('"', "")
    if not re.search(r"\s", bare):
        return bare
    field = re.match(r"-?[A-Za-z_]+(?:\.[A-Za-z]+)?[:~]|", bare)
    start = field.end() if field else 0
    return f'{bare[:start]}"{bare[start:]}"'
