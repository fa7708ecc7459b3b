"""`tracker review`: what was proposed, decided on one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.cli.options import as_json, by, corrections, examples, pass_app
from tracker.cli.output import say, show
from tracker.errors import UsageError

if TYPE_CHECKING:
    from tracker.app import App
    from tracker.core.record import StoredCommitment
    from tracker.services.edit import Correction


@click.command(
    epilog=examples(
        "tracker review",
        "tracker review --accept-all",
        "tracker review 12 --accept --due 2026-03-31",
        'tracker review 12 --dismiss --why "a forecast"',
        "tracker review 12 --restore",
        "tracker review --json",
    )
)
@click.argument("numbers", nargs=-1, type=click.IntRange(min=1), metavar="[ID]…")
@click.option("--accept", "decision", flag_value="accept", help="Track the ones named, corrected as the options say.")
@click.option("--dismiss", "decision", flag_value="dismiss", help="The ones named are no commitments.")
@click.option("--restore", "decision", flag_value="restore", help="Propose dismissed ones again.")
@click.option("--accept-all", is_flag=True, help="Track all that is proposed.")
@corrections
@click.option("--why", "reason", metavar="TEXT", default="", help="Why it is none, with --dismiss.")
@by
@as_json
@pass_app
def review(
    app: App,
    numbers: tuple[int, ...],
    decision: str | None,
    accept_all: bool,
    correction: Correction,
    reason: str,
    by: str | None,
    as_json: bool,
) -> None:
    """Decide on what was proposed: is it a commitment?

    Without options it goes through the proposals one by one (or those named) and asks for a key: accept, correct,
    dismiss, skip, undo, quit. Every decision is kept at once; leaving with Ctrl-C loses nothing.
    """
    from tracker.services.review import proposed

    _check_options(numbers, decision, accept_all, correction)
    if decision is not None:
        _decide(app, numbers, decision, correction, reason, by)
        return
    waiting = [one for one in proposed(app.store, app.occasion(by)) if not numbers or one.number in numbers]
    if accept_all:
        _accept(app, [one.number for one in waiting], None, by)
    elif as_json:
        _print_json(app, waiting)
    elif waiting:
        from tracker.cli.reviewing import Reviewing

        Reviewing(app, by).go_through(waiting)
    else:
        say("Nothing waits for review.")


def _check_options(numbers: tuple[int, ...], decision: str | None, accept_all: bool, correction: Correction) -> None:
    if decision is not None and (not numbers or accept_all):
        raise UsageError(f"--{decision} needs the commitments' numbers", f"tracker review 12 --{decision}")
    if not correction.is_empty and (decision != "accept" or len(numbers) != 1):
        raise UsageError(
            "a correction goes with --accept and one number", "tracker review 12 --accept --due 2026-03-31"
        )


def _decide(
    app: App, numbers: tuple[int, ...], decision: str, correction: Correction, reason: str, by: str | None
) -> None:
    from tracker.services.review import dismiss, restore

    if decision == "accept":
        _accept(app, list(numbers), None if correction.is_empty else correction, by)
        return
    for number in numbers:
        if decision == "dismiss":
            commitment = dismiss(app.store, app.policy, app.occasion(by), number, reason)
        else:
            commitment = restore(app.store, app.policy, app.occasion(by), number)
        say(f"{number} is {commitment.review}: {commitment.found.deed}")


def _accept(app: App, numbers: list[int], correction: Correction | None, by: str | None) -> None:
    from tracker.services.review import accept

    accepted = accept(app.store, app.policy, app.occasion(by), numbers, correction)
    for commitment in accepted:
        due = commitment.current.due
        say(f"{commitment.number} is tracked, {f'due {due}' if due else 'no due date'}: {commitment.found.deed}")
    if not accepted:
        say("Nothing waits for review.")


def _print_json(app: App, waiting: list[StoredCommitment]) -> None:
    from tracker.core.timing import standing_of
    from tracker.reports.commitments import report_commitments

    standings = [standing_of(one, one.current, app.today) for one in waiting]
    show(report_commitments(standings, app.today), as_json=True)
