"""`tracker ack`, `snooze`, `remind`: what a person wishes of the alerts for one commitment."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.cli.options import DAY, as_json, by, examples, pass_app, reference, why
from tracker.cli.output import show_outcome

if TYPE_CHECKING:
    from datetime import date

    from tracker.app import App
    from tracker.services.reference import Reference
    from tracker.services.wishes import Wished


@click.command(
    epilog=examples("tracker ack 12", 'tracker ack 12 --until 2026-03-01 --why "asked the press office on 5 January"')
)
@reference
@click.option("--until", type=DAY, metavar="DAY", help="The day on which it is spoken of again.")
@why
@by
@as_json
@pass_app
def ack(app: App, reference: Reference, until: date | None, reason: str, by: str | None, as_json: bool) -> None:
    """Acknowledge a commitment: its reminders stop as long as it stands as it stands today.

    They begin again when it falls due, is overdue or long overdue, when its date moves, and on --until. For one that
    is long overdue, or to be asked about, --until is in 90 days unless you name another day. Your own reminders are
    said nevertheless.
    """
    from tracker.reports.wording import spell
    from tracker.services.wishes import acknowledge

    wished = acknowledge(app.store, app.followup, app.occasion(by), reference, until, reason)
    word, day = wished.wish.timing, wished.wish.day
    told = f"no repeats while it is {spell(word)}" if word else "no repeats"
    _show(app, wished, f"{told}, until {day}" if day else told, as_json=as_json)


@click.command(epilog=examples("tracker snooze 12 +14d", 'tracker snooze 12 2026-03-01 --why "parliament is away"'))
@reference
@click.argument("day", type=DAY, metavar="DAY")
@why
@by
@as_json
@pass_app
def snooze(app: App, reference: Reference, day: date, reason: str, by: str | None, as_json: bool) -> None:
    """Say nothing of a commitment before a day; on it you hear how it stands then.

    What waits to be sent of it is withdrawn. Where its due date moves meanwhile the snooze is over.
    """
    from tracker.services.wishes import snooze

    wished = snooze(app.store, app.followup, app.occasion(by), reference, day, reason)
    _show(app, wished, f"nothing is said before {day}", as_json=as_json)


@click.command(epilog=examples("tracker remind 12 2026-01-05", "tracker remind 12 2026-01-05 --off"))
@reference
@click.argument("day", type=DAY, metavar="DAY")
@click.option("--off", is_flag=True, help="Take the reminder on that day away.")
@why
@by
@as_json
@pass_app
def remind(app: App, reference: Reference, day: date, off: bool, reason: str, by: str | None, as_json: bool) -> None:
    """Be reminded of a commitment on a day of your own.

    The reminder takes the place of the usual ones within two days of it.
    """
    from tracker.services.wishes import forget_reminder, remind

    if off:
        wished = forget_reminder(app.store, app.followup, app.occasion(by), reference, day)
        _show(app, wished, f"no reminder on {day}", as_json=as_json)
    else:
        wished = remind(app.store, app.followup, app.occasion(by), reference, day, reason)
        _show(app, wished, f"a reminder on {day}", as_json=as_json)


def _show(app: App, wished: Wished, line: str, *, as_json: bool) -> None:
    from tracker.core.timing import standing_of

    standing = standing_of(wished.commitment, wished.occurrence, app.today)
    show_outcome(
        standing, app.today, f"{wished.commitment.number}: {line}: {wished.commitment.found.deed}", as_json=as_json
    )
