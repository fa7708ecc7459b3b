"""`tracker watch`: feeds and pages visited again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.cli.options import WHOLE, as_json, by, examples, pass_app
from tracker.cli.output import say, show, show_document
from tracker.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.app import App
    from tracker.core.watch import Visit

ADDRESS = click.argument("url", metavar="URL")


@click.group(
    epilog=examples(
        "tracker watch add https://works.example/news.xml",
        "tracker watch list",
        "tracker watch run",
        "tracker watch remove 2",
    )
)
def watch() -> None:
    """Keep a list of feeds and pages: what is new in them is stored and waits for `tracker review`."""


@watch.command(
    epilog=examples(
        "tracker watch add https://works.example/news.xml",
        "tracker watch add https://works.example/programme.html --publisher 'Ministry of Works'",
    )
)
@ADDRESS
@click.option("--publisher", default="", metavar="NAME", help="Who publishes it, where it does not say.")
@by
@as_json
@pass_app
def add(app: App, url: str, publisher: str, by: str | None, as_json: bool) -> None:
    """Put the RSS or Atom feed, or the page, at URL on the list. It is fetched by the next `tracker watch run`."""
    from tracker.services.watch import watch

    allowed = app.settings.web.allow_private
    added = watch(app.store, app.occasion(by), url, publisher, allow_private=allowed)
    if as_json:
        show_document({"schema": "tracker.watch.add/1", "number": added.number, "url": added.url})
    else:
        say(f"{added.number} watches {added.url} from now on: `tracker watch run` visits it")


@watch.command("list", epilog=examples("tracker watch list", "tracker watch list --json"))
@as_json
@pass_app
def list_watched(app: App, as_json: bool) -> None:
    """Show the list: when each was visited, when it will be, and what went wrong the last time."""
    from tracker.reports.watch import report_watched
    from tracker.services.watch import watch_list

    show(report_watched(watch_list(app.store), app.zone), as_json=as_json)


@watch.command(epilog=examples("tracker watch remove 2"))
@click.argument("number", type=WHOLE)
@by
@as_json
@pass_app
def remove(app: App, number: int, by: str | None, as_json: bool) -> None:
    """Take NUMBER off the list; what was stored from it stays."""
    from tracker.services.watch import unwatch

    removed = unwatch(app.store, app.occasion(by), number)
    if as_json:
        show_document({"schema": "tracker.watch.remove/1", "number": removed.number, "url": removed.url})
    else:
        say(f"{removed.url} is watched no longer")


@watch.command(epilog=examples("tracker watch run", "tracker watch run 2 --now", "tracker watch run --json"))
@click.argument("numbers", nargs=-1, type=WHOLE, metavar="[NUMBER]…")
@click.option("--now", "is_forced", is_flag=True, help="Visit also what is not due yet.")
@as_json
@pass_app
def run(app: App, numbers: tuple[int, ...], is_forced: bool, as_json: bool) -> int:
    """Visit what is due, or those of NUMBER… that are, and store what is new.

    A place that cannot be read is told, waits longer each time, and stops no other; the exit code says so.
    """
    from tracker.reports.watch import report_visits
    from tracker.services.watch import run_watch

    occasion = app.occasion()
    visits = list(_shown(run_watch(app.store, app.visiting(occasion), occasion, numbers, is_forced=is_forced)))
    show(report_visits(visits), as_json=as_json)
    return InputError.exit_code if any(visit.problems for visit in visits) else 0


def _shown(visits: Iterator[Visit]) -> Iterator[Visit]:
    """The visits, counted on a terminal as they are made."""
    from tracker.cli.progress import Progress

    progress = Progress()
    try:
        for visit in visits:
            progress.step()
            yield visit
    finally:
        progress.clear()
