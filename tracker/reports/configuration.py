"""The settings in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.reports.table import Cell, Fact, Facts, Report, Section, Tone

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.reports.table import Value


def report_configuration(origin: str | None, settings: Mapping[str, Value]) -> Report:
    """Every setting by its dotted key, and the file that they come from (None: the defaults)."""
    file = Cell(origin, origin or "none: these are the defaults", Tone.STRONG if origin else Tone.MUTED)
    facts = tuple(
        Fact(key, key, Cell(value, None if value not in (None, "") else "not set")) for key, value in settings.items()
    )
    return Report(
        "config",
        "",
        (Section("origin", "", Facts((Fact("file", "file", file),))), Section("settings", "", Facts(facts))),
    )
