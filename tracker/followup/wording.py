"""What a message says of one alert, in plain words; a channel puts them into its own form and escapes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.core.alert import StageKind
from tracker.core.deadline import Sense
from tracker.core.timing import Timing
from tracker.core.wording import count, spell, spell_day, spell_number, tell_timing

if TYPE_CHECKING:
    from datetime import date

    from tracker.core.announcement import Announcement
    from tracker.core.occurrence import Amendment
    from tracker.core.timing import Standing
    from tracker.followup.notice import Item

OCCASIONS = {
    StageKind.REMINDER: "you asked to be reminded today",
    StageKind.AGAIN: "said now, since it was kept quiet until today",
}


@dataclass(frozen=True, slots=True)
class ItemWords:
    """One alert in words, each on a single line and none with markup; empty where there is nothing to say.

    headline   the whole of it: "12 · Ministry of X: deed — 3 days overdue (due Friday 17 October 2025)"
    number     what people type: "12", or "12.3"; `who` and `deed` as they were read
    timing     where it stands: "3 days overdue"; `due` the day: "due Friday 17 October 2025"
    occasion   why it is spoken of, where the timing does not say it
    quote      the sentence as it was published
    reason     why this date: the explanation, or what is waited for
    moved      how its due date moved, where it did: from, to, where that was announced and why
    source     publisher, title and day of the announcement; `url` its address
    answers    command lines, the likeliest first
    """

    headline: str
    number: str
    who: str
    deed: str
    timing: str
    due: str
    occasion: str
    quote: str
    reason: str
    moved: str
    source: str
    url: str
    owner: str
    answers: tuple[str, ...]


def tell(item: Item) -> ItemWords:
    """One alert in words."""
    standing = item.standing
    found = standing.commitment.found
    number, who, deed = spell_number(standing), _line(found.promisor.name) or "unknown", _line(found.deed)
    timing, due = _tell_stage(item), _tell_due(standing)
    return ItemWords(
        headline=f"{number} · {who}: {deed} — {timing}{f' ({due})' if due else ''}",
        number=number,
        who=who,
        deed=deed,
        timing=timing,
        due=due,
        occasion=OCCASIONS.get(item.stage.kind, ""),
        quote=_line(found.sentence),
        reason=_line(found.deadline.explanation) if found.deadline else "",
        moved=_tell_move(item.amendment) if item.amendment else "",
        source=_tell_source(item.announcement.announcement),
        url=item.announcement.announcement.url,
        owner=_line(standing.commitment.owner),
        answers=_answers(standing, number),
    )


def tell_status(standing: Standing) -> str:
    """What became of it: "fulfilled on Friday 17 October 2025, 2 days late", "withdrawn", "open"."""
    occurrence = standing.occurrence
    told = spell(occurrence.status)
    if occurrence.superseded_by is not None:
        told += f" by commitment {occurrence.superseded_by}"
    if occurrence.done_on is not None:
        told += f" on {spell_day(occurrence.done_on)}"
    if standing.timing in (Timing.ON_TIME, Timing.LATE):
        told += f", {tell_timing(standing)}"
    return told


def _line(text: str) -> str:
    return " ".join(text.split())


def _tell_stage(item: Item) -> str:
    """Where it stands; for what a change said at once, that change; for a day of its own, that day."""
    kind, standing = item.stage.kind, item.standing
    strict, opens = standing.occurrence.strict_due, standing.occurrence.opens
    if standing.occurrence.status.is_settled or kind is StageKind.STATUS_CHANGED:
        return tell_status(standing)
    if kind is StageKind.DUE_CHANGED and item.amendment is not None:
        return f"moved, now {tell_timing(standing)}"
    if kind is StageKind.OPENS and opens is not None:
        return f"its window opened on {spell_day(opens)}, {tell_timing(standing)}"
    if kind is StageKind.STRICT and strict is not None:
        return f"due on the strict reading on {spell_day(strict)}, {tell_timing(standing)}"
    return tell_timing(standing)


def _tell_due(standing: Standing) -> str:
    due = standing.occurrence.due
    if due is None:
        deadline = standing.commitment.found.deadline
        return f"no due date: “{_line(deadline.words)}”" if deadline else "no due date"
    is_kept = standing.commitment.found.sense is Sense.KEEP
    return f"{'to be kept until' if is_kept else 'due'} {spell_day(due)}"


def _tell_move(amendment: Amendment) -> str:
    old, new = amendment.old_due, amendment.new_due
    told = f"from {_tell_day(old)} to {_tell_day(new)}{_tell_shift(old, new)}"
    where = f"; announced at {_line(amendment.source)}" if amendment.source else ""
    return told + where + (f"; {_line(amendment.reason)}" if amendment.reason else "")


def _tell_day(day: date | None) -> str:
    return spell_day(day) if day else "no due date"


def _tell_shift(old: date | None, new: date) -> str:
    days = (new - old).days if old else 0
    return f", {count(abs(days), 'day')} {'later' if days > 0 else 'earlier'}" if days else ""


def _tell_source(announcement: Announcement) -> str:
    title = f"“{_line(announcement.title)}”" if announcement.title else ""
    parts = (_line(announcement.publisher), title, spell_day(announcement.announced_on))
    return ", ".join(part for part in parts if part)


def _answers(standing: Standing, number: str) -> tuple[str, ...]:
    show = f"tracker show {number}"
    if standing.occurrence.status.is_settled:
        return (show,)
    return show, f"tracker fulfil {number} --on DAY --evidence URL", f"tracker fail {number} --why TEXT --evidence URL"
