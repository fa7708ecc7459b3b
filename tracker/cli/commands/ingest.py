"""`tracker ingest`: announcements and what they promise, stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.cli.options import as_json, by, examples, pass_app, source_options
from tracker.cli.output import show, show_document
from tracker.cli.reading import ReadingFiles

if TYPE_CHECKING:
    from tracker.app import App
    from tracker.core.announcement import Announcement
    from tracker.core.commitment import Extraction
    from tracker.core.record import Ingested
    from tracker.readers import Given


@click.command(
    epilog=examples(
        "tracker ingest announcement.txt",
        "tracker ingest --accept speeches/*.pdf minutes.docx letters.mbox",
        "tracker ingest https://works.example/news/bridge.html https://works.example/news.xml",
        "pbpaste | tracker ingest - --announced-on 2025-09-17 --publisher 'Ministry of Health'",
        "tracker ingest --dry-run announcements.jsonl",
    )
)
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@source_options
@click.option("--dry-run", is_flag=True, help="Show what would be stored; store nothing.")
@click.option("--accept", is_flag=True, help="Track what is surely a commitment at once; the rest waits for review.")
@by
@as_json
@pass_app
def ingest(
    app: App, files: tuple[str, ...], given: Given, dry_run: bool, accept: bool, by: str | None, as_json: bool
) -> int:
    """Read announcements from FILE… (- is standard input), find what they promise, and store it.

    A FILE is text, Markdown, HTML, PDF, Word (.docx), mail (.eml, .mbox), a feed (RSS, Atom), CSV or JSONL, or the
    http(s) address of one; what was fetched is kept, and `tracker archive` gives it back.

    What is found waits for `tracker review`, or is tracked at once with --accept. The same text is stored once. A
    file that cannot be read is named on standard error and the others are kept; the exit code says so.
    """
    from tracker.services.ingest import ingest

    with ReadingFiles(app, files, given) as reading:
        if dry_run:
            found = [(one.without_text(), app.rules.extract(one)) for one in reading]
            reading.progress.clear()
            _show_found(found, as_json=as_json)
            return reading.exit_code
        stored: list[Ingested] = []
        try:
            for one in reading:
                done = ingest(app.store, app.followup, app.occasion(by), app.rules, one, accept=accept)
                stored.append(done.without_text())
        finally:
            reading.progress.clear()
            _show_stored(stored, as_json=as_json)
    return reading.exit_code


def _show_found(found: list[tuple[Announcement, Extraction]], *, as_json: bool) -> None:
    from tracker.reports.reading import describe_extraction, report_unstored

    if as_json:
        described = [describe_extraction(*one) for one in found]
        show_document({"schema": "tracker.ingest.dry_run/1", "announcements": described})
    elif found:
        show(report_unstored(found))


def _show_stored(stored: list[Ingested], *, as_json: bool) -> None:
    from tracker.reports.reading import describe_ingested, report_ingested

    if as_json:
        show_document(describe_ingested(stored))
    elif stored:
        show(report_ingested(stored))
