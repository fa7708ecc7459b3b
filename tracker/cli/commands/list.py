"""`tracker list`: commitments by a filter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.cli.options import SIGNED, SignedCommand, as_json, examples, pass_app
from tracker.cli.output import show

if TYPE_CHECKING:
    from tracker.app import App


ELSEWHERE = "Not all were looked at: --all looks among the settled, proposed and dismissed ones too."


@click.command(
    "list",
    cls=SignedCommand,
    epilog=examples(
        "tracker list",
        "tracker list +OVERDUE",
        'tracker list actor:"Ministry of Health" due.before:2026-01-01',
        "tracker list status:fulfilled +LATE",
        "tracker list text~vaccine -health --all",
    ),
)
@click.argument("words", nargs=-1, type=SIGNED, metavar="[FILTER]…")
@click.option("--all", "is_all", is_flag=True, help="Settled, proposed and dismissed ones too.")
@as_json
@pass_app
def list_commitments(app: App, words: tuple[str, ...], is_all: bool, as_json: bool) -> None:
    """List commitments by a filter; without one, all that are tracked and not settled.

    \b
    status:open,stalled  review:proposed  kind:vague    one of the values
    actor:"…"  publisher:"…"  owner:me,maria            who
    due:2026-01-31  due.before:+7d  due:none            when; .after, announced and done too
    due.before:"next friday"                            a day in words, as an announcement's are read
    +health  -health                                    with the tag, without it
    +OVERDUE +DUE_SOON +UPCOMING +UNDATED +MOVED …      where it stands in time
    text~word                                           in the sentence, promisor or deed

    All terms must hold; a minus before a term turns it round. A filter that speaks of status looks among the settled
    ones too, one that speaks of review or names numbers among all; so do the words in capitals that mean these.
    """
    from tracker.cli.days import filter_day
    from tracker.core.query import parse_query
    from tracker.reports.commitments import report_commitments
    from tracker.services.near import why_nothing
    from tracker.services.snapshot import followed, list_standings

    query = parse_query(words, app.today, app.occasion().by, filter_day(app))
    wanted = query if is_all else followed(query, app.today)
    standings = list_standings(app.store, wanted, app.today)
    hint = "" if standings else why_nothing(app.store, query) or (ELSEWHERE if wanted != query else "")
    show(report_commitments(standings, app.today, hint), as_json=as_json)
