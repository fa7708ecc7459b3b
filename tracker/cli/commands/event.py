"""`tracker event`: what commitments wait for, and the day on which it happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.cli.options import NEAR_DAY, WHOLE, as_json, by, examples, pass_app
from tracker.cli.output import say, show
from tracker.errors import UsageError

if TYPE_CHECKING:
    from datetime import date

    from tracker.app import App

LIST = "list"


@click.command(
    epilog=examples(
        "tracker event list",
        "tracker event 3 --on 2025-11-03 --source https://example.org/signing",
    )
)
@click.argument("which", metavar="list|ID")
@click.option(
    "--on", "happened_on", type=NEAR_DAY, metavar="DAY", help="The day on which it happened, or is to happen."
)
@click.option("--source", default="", metavar="URL", help="Where that was reported.")
@by
@as_json
@pass_app
def event(app: App, which: str, happened_on: date | None, source: str, by: str | None, as_json: bool) -> None:
    """Show the events that commitments wait for, or say when one of them happened.

    "Within 60 days of the signing" has no due date before the signing has its day. Once given, every commitment of
    that announcement which waits for it gets its due date; a day that is changed later moves them.
    """
    from tracker.services.events import list_events

    if which == LIST:
        from tracker.reports.events import report_events

        if happened_on is not None or source:
            raise UsageError("--on and --source go with an event's ID", "`tracker event list` takes neither")
        show(report_events(list_events(app.store), app.today), as_json=as_json)
        return
    number = WHOLE.convert(which, None, click.get_current_context())
    if happened_on is None:
        raise UsageError(f"event {number} needs its day", "give it with --on YYYY-MM-DD")
    _resolve(app, number, happened_on, source, by, as_json=as_json)


def _resolve(app: App, number: int, happened_on: date, source: str, by: str | None, *, as_json: bool) -> None:
    from tracker.reports.commitments import report_commitments
    from tracker.services.events import resolve

    conventions_for = app.settings.conventions_for
    dated = resolve(app.store, app.followup, app.occasion(by), conventions_for, number, happened_on, source)
    if as_json or dated:
        show(report_commitments(dated, app.today), as_json=as_json)
    else:
        say(f"event {number} is on {happened_on}; no due date follows from that")
