"""`tracker match`: what announcements say of commitments that are tracked, shown and not stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.cli.options import as_json, examples, pass_app, source_options
from tracker.cli.output import show, show_document
from tracker.cli.reading import ReadingFiles

if TYPE_CHECKING:
    from tracker.app import App
    from tracker.readers import Given


@click.command(epilog=examples("tracker match announcement.txt", "tracker match --json news.jsonl"))
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@source_options
@as_json
@pass_app
def match(app: App, files: tuple[str, ...], given: Given, as_json: bool) -> int:
    """Show what announcements from FILE… (- is standard input) say of commitments that are tracked.

    Reported done, not done, moved, dropped, said again, spoken of: each with the sentence and the words that matched.
    Nothing is stored; `tracker ingest` proposes the same as evidence.
    """
    from tracker.reports.evidence import describe_matches, report_matches
    from tracker.services.match import preview

    with ReadingFiles(app, files, given) as reading:
        found = [(one, preview(app.store, app.rules, one)) for one in reading]
        reading.progress.clear()
        if as_json:
            show_document(describe_matches(found))
        elif found:
            show(report_matches(found))
    return reading.exit_code
