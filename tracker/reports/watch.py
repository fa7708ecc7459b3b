"""The watch list, and what visits found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.reports.table import Cell, Column, Report, Section, Table, Tone
from tracker.reports.wording import count, instant_cell

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import tzinfo

    from tracker.core.watch import Visit, Watched

WATCHED = (
    Column("number", "NO", is_number=True),
    Column("url", "ADDRESS", min_width=30),
    Column("publisher", "PUBLISHER", min_width=14),
    Column("visited_at", "LAST VISIT"),
    Column("next_at", "NEXT"),
    Column("failures"),
    Column("problem", "PROBLEM", min_width=24),
    Column("added_by"),
    Column("added_at"),
)
VISITS = (
    Column("number", "NO", is_number=True),
    Column("url", "ADDRESS", min_width=30),
    Column("announcements", "NEW", is_number=True),
    Column("commitments", "PROPOSED", is_number=True),
    Column("problems", "PROBLEMS", min_width=30),
    Column("notes"),
)


def report_watched(watched: Iterable[Watched], zone: tzinfo) -> Report:
    """The whole list, with how the last visits went."""
    rows = tuple(_watched_row(one, zone) for one in watched)
    section = Section("watched", "", Table(WATCHED, rows), empty="Nothing is watched: `tracker watch add URL`.")
    return Report("watch.list", count(len(rows), "watched page"), (section,))


def _watched_row(one: Watched, zone: tzinfo) -> tuple[Cell, ...]:
    return (
        Cell(one.number, tone=Tone.STRONG),
        Cell(one.url),
        Cell(one.publisher),
        instant_cell(one.visited_at, zone),
        instant_cell(one.next_at, zone),
        Cell(one.failures),
        Cell(one.problem, _beside(one, one.problem), Tone.WARNING),
        Cell(one.added_by),
        instant_cell(one.added_at, zone),
    )


def report_visits(visits: Iterable[Visit]) -> Report:
    """What was new in each place that was visited, and what could not be used."""
    done = tuple(visits)
    proposed = sum(visit.commitments for visit in done)
    section = Section(
        "visits",
        "",
        Table(VISITS, tuple(map(_visit_row, done))),
        empty="Nothing was due for a visit.",
        hint=f"{proposed} to be decided on: `tracker review`." if proposed else "",
    )
    new = sum(visit.announcements for visit in done)
    return Report("watch.run", count(new, "new announcement"), (section,))


def _visit_row(visit: Visit) -> tuple[Cell, ...]:
    told = [_beside(visit.watched, said) for said in (*visit.problems, *visit.notes)]
    return (
        Cell(visit.watched.number, tone=Tone.STRONG),
        Cell(visit.watched.url),
        Cell(visit.announcements),
        Cell(visit.commitments),
        Cell(visit.problems, "; ".join(told), Tone.WARNING if visit.problems else Tone.PLAIN),
        Cell(visit.notes),
    )


def _beside(one: Watched, said: str) -> str:
    """What is said of an address in the row that begins with it."""
    return said.removeprefix(f"{one.url.partition('?')[0]}: ")
