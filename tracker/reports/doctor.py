"""What was found when the installation was looked over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.core.health import Health
from tracker.reports.table import Cell, Column, Report, Section, Table, Tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.core.health import Finding

COLUMNS = (Column("health", "HEALTH"), Column("subject", "WHAT"), Column("detail", "SEEN", min_width=30))
TONES = {Health.GOOD: Tone.GOOD, Health.WARNING: Tone.WARNING, Health.BAD: Tone.ALARM}


def report_findings(findings: Sequence[Finding]) -> Report:
    """What was looked at, a row each."""
    rows = tuple(
        (Cell(one.health.value, tone=TONES[one.health]), Cell(one.subject), Cell(one.detail)) for one in findings
    )
    return Report("doctor", "", (Section("findings", "", Table(COLUMNS, rows)),))
