"""`tracker extract`: what announcements promise, shown and not stored."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from tracker.cli.options import as_json, examples, pass_app, source_options
from tracker.cli.output import show, show_line
from tracker.cli.reading import ReadingFiles

if TYPE_CHECKING:
    from tracker.app import App
    from tracker.readers import Given


@click.command(
    epilog=examples(
        "tracker extract announcement.txt",
        "tracker extract --json announcements.jsonl > found.jsonl",
        "tracker extract https://works.example/news/bridge.html",
        "tracker extract --rejected announcement.txt",
    )
)
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@source_options
@click.option("--rejected", is_flag=True, help="Show the candidates that were turned down, and why.")
@as_json
@pass_app
def extract(app: App, files: tuple[str, ...], given: Given, rejected: bool, as_json: bool) -> int:
    """Read announcements from FILE… (- is standard input) and show what they promise.

    A FILE may be of any format that `tracker ingest` reads, or the http(s) address of one. No database is touched.
    With --json each announcement is one JSON object on a line.
    """
    from tracker.reports.reading import describe_extraction, report_extraction, report_rejections

    with ReadingFiles(app, files, given) as reading:
        for announcement in reading:
            extraction = app.rules.extract(announcement)
            if sys.stdout.isatty():
                reading.progress.clear()
            if as_json:
                show_line(describe_extraction(announcement, extraction))
                continue
            show(report_extraction(announcement, extraction, with_rejections=rejected))
            if rejected:
                show(report_rejections(extraction.rejections))
    return reading.exit_code
