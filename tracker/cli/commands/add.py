"""`tracker add`: a commitment by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.cli.options import as_json, by, corrections, examples, pass_app, source_options
from tracker.cli.output import complain, show, show_document
from tracker.errors import FutureDateError, InputError, MissingDateError

if TYPE_CHECKING:
    from tracker.app import App
    from tracker.core.announcement import Announcement
    from tracker.core.record import StoredCommitment
    from tracker.readers import Given
    from tracker.services.edit import Correction


@click.command(
    epilog=examples(
        'tracker add "The council will publish the audit by 31 March." --announced-on today',
        'tracker add "Fares stay frozen." --announced-on 2025-09-17 --promisor "Metro" --due 2026-06-30 --sense keep',
    )
)
@click.argument("words", nargs=-1, required=True, metavar="SENTENCE")
@source_options
@click.option("--deadline", metavar="WORDS", help='The words of time, where the sentence lacks them: "within 30 days".')
@corrections(lambda _, options: options["given"].announced_on)
@by
@as_json
@pass_app
def add(
    app: App,
    words: tuple[str, ...],
    given: Given,
    deadline: str | None,
    correction: Correction,
    by: str | None,
    as_json: bool,
) -> None:
    """Track the commitment in SENTENCE: who, what and by when are read from it, unless an option says otherwise."""
    from tracker.core.announcement import Announcement
    from tracker.reports.reading import describe_ingested, report_ingested
    from tracker.services.add import BY_HAND, add

    sentence = " ".join(" ".join(words).split())
    if not sentence:
        raise InputError("the sentence is empty", "give what was promised, in quotes")
    if given.announced_on is None:
        raise MissingDateError("the sentence")
    today = app.today_of(given.publisher)
    if given.announced_on > today:
        raise FutureDateError("the sentence", given.announced_on, today)
    announcement = Announcement(
        sentence, given.announced_on, publisher=given.publisher, url=given.url, kind=BY_HAND, origin=BY_HAND
    )
    stored = add(app.store, app.followup, app.occasion(by), app.rules, announcement, correction, deadline)
    _warn(app, announcement, stored.commitments[0])
    if as_json:
        show_document(describe_ingested([stored]))
    else:
        show(report_ingested([stored]))


def _warn(app: App, announcement: Announcement, added: StoredCommitment) -> None:
    """Say where who or by when was not found: it is tracked all the same, as the person wishes."""
    missing = {
        "promise": not app.rules.extract(announcement).commitments,
        "promisor": not added.found.promisor.name,
        "day": added.current.due is None,
    }
    if missing["promisor"] and missing["day"]:
        found = ", ".join(f"no {what}" for what, is_missing in missing.items() if is_missing)
        complain(f"{found} found in it; say it with tracker edit {added.number} --promisor NAME --due DAY")
