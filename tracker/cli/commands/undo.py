"""`tracker undo`: a change taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.cli.options import by, examples, pass_app
from tracker.cli.output import say

if TYPE_CHECKING:
    from tracker.app import App


@click.command(epilog=examples("tracker undo", "tracker log", "tracker undo 42"))
@click.argument("change", type=click.IntRange(min=1), required=False)
@by
@pass_app
def undo(app: App, change: int | None, by: str | None) -> None:
    """Take back your last change, or the one with the number CHANGE in `tracker log`.

    The inverse is added to the history and nothing is erased; what was sent stays sent. It is refused where a later
    change touched the same.
    """
    from tracker.services.undo import undo

    undone = undo(app.store, app.policy, app.occasion(by), change)
    say(f"took back change {undone.change.number}: {undone.change.action}: {undone.change.summary}")
    for commitment in undone.commitments:
        occurrence = commitment.current
        due = f", due {occurrence.due}" if occurrence.due else ""
        say(f"{commitment.number} is {occurrence.status} again{due}: {commitment.found.deed}")
