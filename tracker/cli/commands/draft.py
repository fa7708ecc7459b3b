"""`tracker draft`: a letter to the promisor's press office, to be edited."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from tracker.cli.options import by, examples, pass_app, reference
from tracker.cli.output import complain

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

    It goes to who promised, by the name that `tracker actor list` shows. "The council" is its publisher where that is a
    council; where an announcement tells of a government or a minister without a name, the letter goes to that role, and
    standard error says how to give it a name.
    """
    from tracker.core.clean import clean_text
    from tracker.services.draft import draft

    drafted = draft(app.store, reference, app.today, app.zone, " ".join((by or app.settings.person.name).split()))
    sys.stdout.write(clean_text(drafted.text))
    if drafted.unnamed:
        complain(
            f"{drafted.addressee!r} is nobody's name: write one into the letter, or give {drafted.unnamed!r} one with "
            "`tracker actor alias`"
        )
