"""Where the database is, and how old."""

from __future__ import annotations

from tracker.reports.table import Cell, Fact, Facts, Report, Section, Tone


def report_database(place: str, current: str | None, newest: str) -> Report:
    """The database at a place, at a revision (None: there is none yet), beside the newest one known."""
    is_current = current == newest
    if current is None:
        state = Cell("missing", "none yet: it is made on first use", Tone.NOTICE)
    elif is_current:
        state = Cell("current", "up to date", Tone.GOOD)
    else:
        state = Cell("older", "older than this program: tracker db upgrade", Tone.WARNING)
    facts = (
        Fact("place", "database", Cell(place, tone=Tone.STRONG)),
        Fact("state", "state", state),
        Fact("revision", "revision", Cell(current)),
        Fact("newest", "newest known", Cell(newest)),
    )
    return Report("db.status", "", (Section("database", "", Facts(facts)),))
