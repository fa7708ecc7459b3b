"""`tracker silence`: what is not spoken of for a while."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.cli.options import DAY, SIGNED, WHOLE, SignedCommand, as_json, by, examples, pass_app, why
from tracker.cli.output import say, show

if TYPE_CHECKING:
    from datetime import date

    from tracker.app import App


@click.group(
    epilog=examples("tracker silence add +budget --until 2026-01-15", "tracker silence list", "tracker silence end 3")
)
def silence() -> None:
    """Keep alerts from being sent for a while.

    What a filter means is recorded meanwhile and counted at the head of each digest; on the day that the silence ends,
    the latest of each is said.
    """


@silence.command(
    cls=SignedCommand,
    epilog=examples(
        'tracker silence add +budget --until 2026-01-15 --why "the house is in recess"',
        'tracker silence add actor:"Ministry of Works" --from 2026-02-01 --until 2026-03-01',
    ),
)
@click.argument("filter_words", nargs=-1, required=True, type=SIGNED, metavar="FILTER…")
@click.option("--from", "starts_on", type=DAY, metavar="DAY", help="Its first day; today where you do not say.")
@click.option("--until", "ends_on", type=DAY, metavar="DAY", required=True, help="The day that ends it.")
@why
@by
@as_json
@pass_app
def add(
    app: App,
    filter_words: tuple[str, ...],
    starts_on: date | None,
    ends_on: date,
    reason: str,
    by: str | None,
    as_json: bool,
) -> None:
    """Silence what a filter means; `tracker list -h` explains filters.

    It is looked at whenever there is something to say, so that it also holds for what is tracked later.
    """
    from tracker.reports.silences import report_silences
    from tracker.services.silences import add

    made = add(app.store, app.followup, app.occasion(by), filter_words, starts_on or app.today, ends_on, reason)
    if as_json:
        show(report_silences([made], app.today, app.zone), as_json=True)
    else:
        say(f"silence {made.id} holds from {made.starts_on} until {made.ends_on}: {made.filter}")


@silence.command("list", epilog=examples("tracker silence list", "tracker silence list --all"))
@click.option("--all", "is_all", is_flag=True, help="Those that are over too.")
@as_json
@pass_app
def list_silences(app: App, is_all: bool, as_json: bool) -> None:
    """List the silences that hold or are to come."""
    from tracker.reports.silences import report_silences
    from tracker.services.silences import listed

    show(report_silences(listed(app.store, app.today, is_all=is_all), app.today, app.zone), as_json=as_json)


@silence.command(epilog=examples("tracker silence end 3"))
@click.argument("number", type=WHOLE)
@by
@as_json
@pass_app
def end(app: App, number: int, by: str | None, as_json: bool) -> None:
    """End a silence today; the next check says the latest of what it kept back."""
    from tracker.reports.silences import report_silences
    from tracker.services.silences import end

    ended = end(app.store, app.followup, app.occasion(by), number)
    if as_json:
        show(report_silences([ended], app.today, app.zone), as_json=True)
    else:
        say(f"silence {number} is over: {ended.filter}")
