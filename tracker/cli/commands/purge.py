"""`tracker purge`: an announcement erased for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.cli.options import WHOLE, as_json, by, examples, pass_app
from tracker.cli.output import say, show_document

if TYPE_CHECKING:
    from tracker.app import App


@click.command(epilog=examples('tracker purge 3 --why "erasure asked for under the data protection act"'))
@click.argument("announcement", type=WHOLE)
@click.option("--why", "reason", metavar="TEXT", required=True, help="The reason, kept with the tombstone.")
@click.option("--yes", "is_confirmed", is_flag=True, help="Do not ask.")
@by
@as_json
@pass_app
def purge(app: App, announcement: int, reason: str, is_confirmed: bool, by: str | None, as_json: bool) -> None:
    """Erase an announcement, what was found in it and what the history says of it.

    ANNOUNCEMENT is its number, which `tracker show` prints. A tombstone stays: that it was there, who erased it and
    why. This cannot be undone; backups made before still hold it.
    """
    from tracker.services.purge import purge

    store = app.store
    if not is_confirmed:
        click.confirm(f"Erase announcement {announcement} and its commitments for good?", abort=True, err=True)
    occasion = app.occasion(by)
    purge(store, occasion, announcement, reason)
    if as_json:
        told = {"announcement": announcement, "reason": reason.strip(), "by": occasion.by, "at": occasion.now}
        show_document({"schema": "tracker.purge/1", **told})
    else:
        say(f"announcement {announcement} is erased; backups made before still hold it")
