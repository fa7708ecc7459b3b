"""What a whole message says: its items in groups, the counts below them, and the one line that stands above."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from tracker.core.alert import StageKind
from tracker.core.outbox import MessageKind
from tracker.core.timing import DUE_SOON_DAYS, Timing
from tracker.core.wording import count, spell_instant
from tracker.followup.wording import tell

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, tzinfo

    from tracker.followup.notice import Besides, Item, Notice


class GroupName(StrEnum):
    """The groups of a digest, in the order in which they stand."""

    OVERDUE = "overdue"
    DUE_TODAY = "due_today"
    DUE_SOON = "due_soon"
    COMING_UP = "coming_up"
    TO_ASK = "to_ask"
    ON_THE_WAY = "on_the_way"
    MOVED = "moved"
    SETTLED = "settled"


TITLES = {
    GroupName.OVERDUE: "Overdue",
    GroupName.DUE_TODAY: "Due today",
    GroupName.DUE_SOON: f"Due within {DUE_SOON_DAYS} days, and reminders",
    GroupName.COMING_UP: "Coming up",
    GroupName.TO_ASK: "Time to ask",
    GroupName.ON_THE_WAY: "Windows and strict readings",
    GroupName.MOVED: "Moved",
    GroupName.SETTLED: "Settled",
}
COUNTED = {
    GroupName.OVERDUE: "overdue",
    GroupName.DUE_TODAY: "due today",
    GroupName.DUE_SOON: "due soon",
    GroupName.COMING_UP: "coming up",
    GroupName.TO_ASK: "to ask about",
    GroupName.ON_THE_WAY: "on the way",
    GroupName.MOVED: "moved",
    GroupName.SETTLED: "settled",
}
BY_TIMING = {
    Timing.LONG_OVERDUE: GroupName.OVERDUE,
    Timing.OVERDUE: GroupName.OVERDUE,
    Timing.DUE_TODAY: GroupName.DUE_TODAY,
    Timing.DUE_SOON: GroupName.DUE_SOON,
    Timing.UPCOMING: GroupName.COMING_UP,
    Timing.REVIEW_DUE: GroupName.TO_ASK,
    Timing.UNDATED: GroupName.TO_ASK,
}
PRESSING = (GroupName.OVERDUE, GroupName.DUE_TODAY)


@dataclass(frozen=True, slots=True)
class Group:
    """Items of a kind under one title; `items` is never empty, and holds every one of them."""

    name: GroupName
    title: str
    items: tuple[Item, ...]


def group_of(item: Item) -> GroupName:
    """The group in which an item stands: what a change said by that change, the others by where they stand today."""
    kind = item.stage.kind
    if kind is StageKind.DUE_CHANGED:
        return GroupName.MOVED
    group = BY_TIMING.get(item.standing.timing, GroupName.SETTLED)
    if group in PRESSING or group is GroupName.SETTLED:
        return group
    if kind in (StageKind.OPENS, StageKind.STRICT):
        return GroupName.ON_THE_WAY
    return GroupName.DUE_SOON if kind in (StageKind.REMINDER, StageKind.AGAIN) else group


def arranged(items: Iterable[Item]) -> tuple[Item, ...]:
    """The items in the order of their groups, in each by due date, what has none last."""
    places = {name: place for place, name in enumerate(GroupName)}
    return tuple(sorted(items, key=lambda item: (places[group_of(item)], *_urgency(item))))


def groups_of(notice: Notice) -> tuple[Group, ...]:
    """The items of a notice in their groups; a group without any is left out."""
    groups: dict[GroupName, list[Item]] = {name: [] for name in GroupName}
    for item in notice.items:
        groups[group_of(item)].append(item)
    return tuple(Group(name, TITLES[name], tuple(items)) for name, items in groups.items() if items)


def summary_of(notice: Notice) -> str:
    """One line for people, such as a mail's subject: "2 overdue, 1 due today"; of a single alert its headline."""
    if notice.kind is MessageKind.TEST:
        return "Test message: alerts arrive here"
    if notice.kind is MessageKind.QUIET:
        return "All quiet: nothing was new for a week"
    if notice.kind is MessageKind.SINGLE and len(notice.items) == 1:
        return tell(notice.items[0]).headline
    parts = [f"{len(group.items):,} {COUNTED[group.name]}" for group in groups_of(notice)]
    if notice.besides.backfilled:
        parts.append(f"{notice.besides.backfilled:,} past due before being tracked")
    return ", ".join(parts) or "nothing new"


def intro_of(notice: Notice, zone: tzinfo) -> str:
    """What stands above the items, where something does: in a quiet note when the last check ran, in a test what it
    proves."""
    if notice.kind is MessageKind.TEST:
        return f"You asked for a test of the channel {notice.channel}. Alerts for {notice.recipient} will arrive here."
    if notice.kind is not MessageKind.QUIET:
        return ""
    checked = f"the last check ran on {spell_instant(notice.checked_at, zone)}" if notice.checked_at else "no check ran"
    return f"Nothing was new for a week; {checked}."


def besides_of(besides: Besides) -> tuple[tuple[str, str], ...]:
    """What is counted below the items: each as a sentence without its full stop, and the command that leads there."""
    told = (
        (besides.backfilled, f"{_were('commitment', besides.backfilled)} past due before being tracked", "overdue"),
        (besides.overdue, f"{besides.overdue:,} overdue in all", "overdue"),
        (besides.waiting, f"{count(besides.waiting, 'proposal')} due within {DUE_SOON_DAYS} days or past", "review"),
        (besides.evidence_proposed, f"evidence proposed: {besides.evidence_proposed:,}", "evidence list"),
        (besides.silenced, f"{_were('alert', besides.silenced)} silenced today", "silence list"),
        (besides.dead, f"{_were('message', besides.dead)} given up", "alerts dead"),
    )
    return tuple((words, f"tracker {command}") for number, words, command in told if number)


def _were(noun: str, number: int) -> str:
    return f"{count(number, noun)} {'was' if number == 1 else 'were'}"


def _urgency(item: Item) -> tuple[bool, date, int, int]:
    occurrence = item.standing.occurrence
    return occurrence.due is None, occurrence.due or item.stage.on, occurrence.commitment, occurrence.number
