"""`tracker policy` and `end`: how one commitment is followed up, and for how long."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.cli.options import DAY, as_json, by, examples, pass_app, reference
from tracker.cli.output import show_outcome

if TYPE_CHECKING:
    from datetime import date

    from tracker.app import App
    from tracker.core.record import StoredCommitment
    from tracker.services.reference import Reference


@click.command(epilog=examples("tracker policy 12 urgent", "tracker policy 12 --none"))
@reference
@click.argument("name", required=False, default="")
@click.option("--none", "is_none", is_flag=True, help="Leave it to its tags and the general policy.")
@by
@as_json
@pass_app
def policy(app: App, reference: Reference, name: str, is_none: bool, by: str | None, as_json: bool) -> None:
    """Follow a commitment up by a policy of the settings, [policies.NAME].

    Without one, the first of its tags that a policy is named for decides, else the general one, [check].
    """
    from tracker.services.following import set_policy

    if bool(name.strip()) == is_none:
        raise click.UsageError("Give a policy's name, or --none.")
    commitment = set_policy(app.store, app.followup, app.occasion(by), reference, name.strip())
    told = f"is followed up by the policy {commitment.policy}" if commitment.policy else "has no policy of its own"
    _show(app, commitment, told, as_json=as_json)


@click.command(epilog=examples("tracker end 12 --on 2026-12-31"))
@reference
@click.option("--on", "ends_on", type=DAY, metavar="DAY", required=True, help="The last day on which it may fall due.")
@by
@as_json
@pass_app
def end(app: App, reference: Reference, ends_on: date, by: str | None, as_json: bool) -> None:
    """End a recurring commitment: it falls due no later than a day.

    What fell due before stays open until you settle it. A later day lets the series go on.
    """
    from tracker.services.following import end_series

    commitment = end_series(app.store, app.followup, app.occasion(by), reference, ends_on)
    _show(app, commitment, f"falls due no later than {ends_on}", as_json=as_json)


def _show(app: App, commitment: StoredCommitment, line: str, *, as_json: bool) -> None:
    from tracker.core.timing import standing_of

    standing = standing_of(commitment, commitment.current, app.today)
    show_outcome(standing, app.today, f"{commitment.number} {line}: {commitment.found.deed}", as_json=as_json)
