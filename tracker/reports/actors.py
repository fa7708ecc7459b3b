"""Promisors with their record: how much they promised, and what became of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.core.deadline import Sense
from tracker.core.status import Status
from tracker.core.timing import Timing
from tracker.reports import commitments
from tracker.reports.table import Cell, Column, Fact, Facts, Report, Section, Table, Tone

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tracker.core.timing import Standing

COLUMNS = (
    Column("actor", "ACTOR", min_width=20),
    Column("promised", "PROMISED", is_number=True),
    Column("on_time", "ON TIME", is_number=True),
    Column("late", "LATE", is_number=True),
    Column("kept", "KEPT", is_number=True),
    Column("partly", "PARTLY", is_number=True),
    Column("not_done", "NOT DONE", is_number=True),
    Column("overdue", "OVERDUE", is_number=True),
    Column("open", "OPEN", is_number=True),
    Column("other", "OTHER", is_number=True),
    Column("moved"),
    Column("aliases", "ALSO", min_width=10),
)
WORDS = {
    "promised": "promised",
    "on_time": "done on time",
    "late": "done late",
    "kept": "done or kept, without a due date to hold it against",
    "partly": "done in part",
    "not_done": "not done",
    "overdue": "overdue",
    "open": "open and not overdue",
    "other": "withdrawn, superseded or unverifiable",
    "moved": "with a due date that moved",
}
TONES = {"on_time": Tone.GOOD, "kept": Tone.GOOD, "late": Tone.WARNING, "not_done": Tone.ALARM, "overdue": Tone.ALARM}


@dataclass(frozen=True, slots=True)
class Actor:
    """A promisor: the name it is listed by, its other names, what it promised, an occurrence each.

    called   what it was called there, as names are compared; `roles` those of them that are common nouns
    """

    name: str
    aliases: tuple[str, ...]
    standings: tuple[Standing, ...]
    called: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()


def report_actors(actors: Sequence[Actor], today: date) -> Report:
    """Each promisor with its record, a row each."""
    rows = tuple(_row(one) for one in actors)
    return Report("actors", "", (Section("actors", "", Table(COLUMNS, rows), empty="Nothing is tracked."),), today)


def report_actor(actor: Actor, today: date) -> Report:
    """One promisor: its names, its record, and everything it promised."""
    record = _record(actor)
    facts = (
        Fact("name", "", Cell(actor.name)),
        Fact("aliases", "also", Cell(actor.aliases)),
        *(Fact(name, words, _count_cell(name, record[name])) for name, words in WORDS.items()),
    )
    sections = (
        Section("record", "", Facts(facts)),
        Section(
            "commitments", "Promised", Table(commitments.COLUMNS, tuple(map(commitments.list_row, actor.standings)))
        ),
    )
    return Report("actor", actor.name or "unknown", sections, today)


def _row(actor: Actor) -> tuple[Cell, ...]:
    record = _record(actor)
    counts = (
        Cell(actor.name, actor.name or "unknown", Tone.STRONG),
        *(_count_cell(name, record[name]) for name in WORDS),
    )
    return (*counts, Cell(actor.aliases))


def _count_cell(name: str, number: int) -> Cell:
    return Cell(number, str(number) if number else "", TONES.get(name, Tone.PLAIN))


def _record(actor: Actor) -> Counter[str]:
    counts = Counter(_outcome(standing) for standing in actor.standings)
    counts["promised"] = len(actor.standings)
    counts["moved"] = sum(standing.occurrence.slippage != 0 for standing in actor.standings)
    return counts


def _outcome(standing: Standing) -> str:
    """Under which word an occurrence is counted; each under one."""
    match standing.occurrence.status:
        case Status.FULFILLED:
            has_day = standing.occurrence.due is not None and standing.commitment.found.sense is not Sense.KEEP
            return ("late" if standing.timing is Timing.LATE else "on_time") if has_day else "kept"
        case Status.PARTLY_FULFILLED:
            return "partly"
        case Status.NOT_FULFILLED:
            return "not_done"
        case status if status.is_settled:
            return "other"
    return "overdue" if standing.timing in (Timing.OVERDUE, Timing.LONG_OVERDUE) else "open"
