"""`tracker actor`: who promised, under which names, and how they kept their word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.cli.options import as_json, by, examples, pass_app
from tracker.cli.output import say, show, show_document
from tracker.errors import UsageError

if TYPE_CHECKING:
    from tracker.app import App


@click.group(
    epilog=examples(
        "tracker actor list",
        'tracker actor show "Ministry of Health"',
        'tracker actor alias "MoH" "Ministry of Health"',
    )
)
def actor() -> None:
    """Look at who promised, and say which names mean the same one."""


@actor.command("list", epilog=examples("tracker actor list", "tracker actor list --json"))
@as_json
@pass_app
def list_actors(app: App, as_json: bool) -> None:
    """List each promisor of what is tracked, with its record."""
    from tracker.reports.actors import report_actors
    from tracker.services.actors import list_actors

    show(report_actors(list_actors(app.store, app.today), app.today), as_json=as_json)


@actor.command("show", epilog=examples('tracker actor show "Ministry of Health"', "tracker actor show MoH --json"))
@click.argument("name")
@as_json
@pass_app
def show_actor(app: App, name: str, as_json: bool) -> None:
    """Show one promisor: its names, its record and everything it promised."""
    from tracker.reports.actors import report_actor
    from tracker.services.actors import one_actor

    show(report_actor(one_actor(app.store, name, app.today), app.today), as_json=as_json)


@actor.command(epilog=examples('tracker actor alias "MoH" "Ministry of Health"', 'tracker actor alias "MoH" --remove'))
@click.argument("alias")
@click.argument("name", required=False)
@click.option("--remove", is_flag=True, help="The alias stands for nobody any more.")
@by
@as_json
@pass_app
def alias(app: App, alias: str, name: str | None, remove: bool, by: str | None, as_json: bool) -> None:
    """Say that ALIAS is another name of NAME; the filter `actor:` and the search for evidence know both."""
    from tracker.services.actors import add_alias, remove_alias

    if remove == (name is not None):
        raise UsageError("give NAME or --remove", 'as in tracker actor alias "MoH" "Ministry of Health"')
    if name is not None:
        done = add_alias(app.store, app.occasion(by), alias, name)
    else:
        done = remove_alias(app.store, app.occasion(by), alias)
    if as_json:
        show_document({"schema": "tracker.alias/1", "alias": done.alias, "name": done.name, "is_removed": remove})
    else:
        say(f"{done.alias} {'stands no more' if remove else 'stands'} for {done.name}")
