"""`tracker owner`: who follows a commitment up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.cli.options import as_json, by, examples, pass_app, reference
from tracker.cli.output import show_outcome
from tracker.errors import UsageError

if TYPE_CHECKING:
    from tracker.app import App
    from tracker.services.reference import Reference


@click.command(
    epilog=examples(
        "tracker owner 12 maria", "tracker owner 12 me", "tracker owner 12 --nobody", "tracker list owner:maria"
    )
)
@reference
@click.argument("name", required=False, default="")
@click.option("--nobody", is_flag=True, help="Take the owner away.")
@by
@as_json
@pass_app
def owner(app: App, reference: Reference, name: str, nobody: bool, by: str | None, as_json: bool) -> None:
    """Say who follows a commitment up; the name `me` is your own."""
    from tracker.core.timing import standing_of
    from tracker.services.annotate import set_owner

    if bool(name.strip()) == nobody:
        raise click.UsageError("Give a name, or --nobody.")
    if name.strip().casefold() == "none":
        raise UsageError(f"{name.strip()!r} is no name", f"tracker owner {reference} --nobody takes the owner away")
    occasion = app.occasion(by)
    owner = occasion.by if name.strip().casefold() == "me" else name
    commitment = set_owner(app.store, app.followup, occasion, reference, owner)
    standing = standing_of(commitment, commitment.current, app.today)
    line = f"{commitment.number} is followed up by {commitment.owner or 'nobody'}"
    show_outcome(standing, app.today, line, as_json=as_json)
