"""`tracker draft`: a letter to the promisor's press office, to be edited."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from tracker.cli.options import by, examples, pass_app, reference

if TYPE_CHECKING:
    from tracker.app import App
    from tracker.services.reference import Reference


@click.command(epilog=examples("tracker draft 12", "tracker draft 12 > letter.txt"))
@reference
@by
@pass_app
def draft(app: App, reference: Reference, by: str | None) -> None:
    """Write a short letter that asks the promisor what became of it, with the quote, its source and the due date.

    It is plain text for you to edit and send; nothing is sent or stored. What they answer, or that they do not, is
    evidence: `tracker evidence add ID "question: press office, 2025-10-20" --says mention`.
    """
    from tracker.core.clean import clean_text
    from tracker.reports.letter import write_letter
    from tracker.services.reference import check_tracked, check_unsettled
    from tracker.services.snapshot import one_commitment

    snapshot = one_commitment(app.store, reference, app.today, app.zone)
    check_tracked(snapshot.commitment)
    check_unsettled(snapshot.commitment, snapshot.occurrence or snapshot.commitment.current)
    sys.stdout.write(clean_text(write_letter(snapshot, " ".join((by or app.settings.person.name).split()))))
