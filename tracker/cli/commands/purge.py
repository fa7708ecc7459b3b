"""`tracker purge`: an announcement erased for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.cli.options import by, examples, pass_app
from tracker.cli.output import say

if TYPE_CHECKING:
    from tracker.app import App


@click.command(epilog=examples('tracker purge 3 --why "erasure asked for under the data protection act"'))
@click.argument("announcement", type=click.IntRange(min=1))
@click.option("--why", "reason", metavar="TEXT", required=True, help="The reason, kept with the tombstone.")
@click.option("--yes", "is_confirmed", is_flag=True, help="Do not ask.")
@by
@pass_app
def purge(app: App, announcement: int, reason: str, is_confirmed: bool, by: str | None) -> None:
    """Erase an announcement, what was found in it and what the history says of it.

    ANNOUNCEMENT is its number, which `tracker show` prints. A tombstone stays: that it was there, who erased it and
    why. This cannot be undone; backups made before still hold it.
    """
    from tracker.services.purge import purge

    store = app.store
    if not is_confirmed:
        click.confirm(f"Erase announcement {announcement} and its commitments for good?", abort=True, err=True)
    purge(store, app.occasion(by), announcement, reason)
    say(f"announcement {announcement} is erased; backups made before still hold it")
