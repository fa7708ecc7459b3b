"""`tracker undo`: a change taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from tracker.cli.options import WHOLE, as_json, by, examples, pass_app
from tracker.cli.output import say, show_document

if TYPE_CHECKING:
    from tracker.app import App
    from tracker.services.undo import Undone


@click.command(epilog=examples("tracker undo", "tracker log", "tracker undo 42"))
@click.argument("change", type=WHOLE, required=False)
@by
@as_json
@pass_app
def undo(app: App, change: int | None, by: str | None, as_json: bool) -> None:
    """Take back your last change, or the one with the number CHANGE in `tracker log`.

    The inverse is added to the history and nothing is erased; what was sent stays sent. It is refused where a later
    change touched the same.
    """
    from tracker.services.undo import undo

    undone = undo(app.store, app.followup, app.occasion(by), change)
    if as_json:
        show_document(_describe(undone))
    else:
        _tell(undone)


def _describe(undone: Undone) -> dict[str, Any]:
    return {
        "schema": "tracker.undo/1",
        "change": undone.change.number,
        "action": undone.change.action,
        "summary": undone.change.summary,
        "commitments": [commitment.number for commitment in undone.commitments],
        "removed": list(undone.removed),
    }


def _tell(undone: Undone) -> None:
    from tracker.core.status import Review
    from tracker.reports.wording import spell

    say(f"took back change {undone.change.number}: {undone.change.action}: {undone.change.summary}")
    for commitment in undone.commitments:
        occurrence = commitment.current
        state = occurrence.status if commitment.review is Review.TRACKED else commitment.review
        again = " again" if commitment.number in undone.due_again else ""
        due = f", due {occurrence.due}{again}" if occurrence.due else ", without a due date again" if again else ""
        stands = f"is {spell(state)} again" if commitment.number in undone.put_back else f"stays {spell(state)}"
        say(f"{commitment.number} {stands}{due}: {commitment.found.deed}")
    for number in undone.removed:
        say(f"{number} is gone again")
