"""`tracker note`: a remark."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.cli.options import as_json, by, examples, pass_app, reference
from tracker.cli.output import say, show_document

if TYPE_CHECKING:
    from tracker.app import App
    from tracker.services.reference import Reference


@click.command(epilog=examples('tracker note 12 "asked the press office, no answer yet"'))
@reference
@click.argument("words", nargs=-1, required=True, metavar="TEXT…")
@by
@as_json
@pass_app
def note(app: App, reference: Reference, words: tuple[str, ...], by: str | None, as_json: bool) -> None:
    """Leave a remark on a commitment; `tracker show ID` prints it."""
    from tracker.services.annotate import add_note

    noted = add_note(app.store, app.occasion(by), reference, " ".join(words))
    if as_json:
        told = {"commitment": noted.commitment, "text": noted.text, "by": noted.by, "at": noted.at}
        show_document({"schema": "tracker.note/1", **told})
    else:
        say(f"noted on {noted.commitment}")
