"""`tracker doctor`: what is wrong with the installation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.cli.options import as_json, examples, pass_app
from tracker.cli.output import show
from tracker.errors import FINDINGS

if TYPE_CHECKING:
    from tracker.app import App


@click.command(epilog=examples("tracker doctor", "tracker doctor --json"))
@as_json
@pass_app
def doctor(app: App, as_json: bool) -> int:
    """Look the installation over; the exit code is 1 where something is bad.

    It looks at the configuration and its channels, the database, its files and its backups, whether the daily check
    runs, at what could not be delivered, and whether next year's holidays and the rules of the time zones are known.
    """
    from tracker.core.health import Finding, Health
    from tracker.reports.doctor import report_findings
    from tracker.services.doctor import examine

    origin = app.config_origin or "none: the defaults hold"
    findings = [
        Finding("configuration", Health.GOOD, origin),
        *examine(app.installation()),
    ]
    show(report_findings(findings), as_json=as_json)
    return FINDINGS if any(one.health is Health.BAD for one in findings) else 0
