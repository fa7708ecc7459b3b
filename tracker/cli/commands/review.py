"""`tracker review`: what was proposed, decided on one by one."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, TextIO

import click

from tracker.cli.options import WHOLE, as_json, by, corrections, examples, pass_app
from tracker.cli.output import say, show, show_document
from tracker.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from tracker.app import App
    from tracker.cli.review_items import Item
    from tracker.core.record import StoredCommitment
    from tracker.services.edit import Correction

DECISIONS = {
    "--accept": "Track the ones named, corrected as the options say.",
    "--dismiss": "The ones named are no commitments.",
    "--restore": "Propose dismissed ones again.",
    "--accept-all": "Track all that is proposed.",
}


def _decision(command: Callable[..., int]) -> Callable[..., int]:
    """A flag for each decision, handed to the command as one `decision` (None: ask). They exclude each other."""

    @wraps(command)
    def decided(*args: Any, **given: Any) -> int:
        chosen = [flag for flag in DECISIONS if given.pop(flag.strip("-").replace("-", "_"))]
        if len(chosen) > 1:
            raise UsageError(f"{' and '.join(chosen)} exclude each other", "give one of them")
        return command(*args, decision=chosen[0] if chosen else None, **given)

    for flag, about in reversed(DECISIONS.items()):
        decided = click.option(flag, is_flag=True, help=about)(decided)
    return decided


def _said_on(app: App, given: dict[str, Any]) -> date | None:
    """None where several are named, or none: a due date is corrected of one alone."""
    from tracker.services.edit import announced_on
    from tracker.services.reference import Reference

    numbers = dict.fromkeys(given["numbers"])
    return announced_on(app.store, Reference(*numbers)) if len(numbers) == 1 else None


@click.command(
    epilog=examples(
        "tracker review",
        "tracker review --accept-all",
        "tracker review 12 --accept --due 2026-03-31",
        'tracker review 12 13 --dismiss --why "a forecast"',
        "tracker review 12 --restore",
        "tracker review --json > proposals.json",
        "./decide < proposals.json | tracker review --decisions -",
    )
)
@click.argument("numbers", nargs=-1, type=WHOLE, metavar="[ID]…")
@_decision
@corrections(_said_on)
@click.option("--why", "reason", metavar="TEXT", default="", help="Why it is none, with --dismiss.")
@click.option(
    "--decisions",
    type=click.File(encoding="utf-8", errors="replace"),
    metavar="FILE",
    help="Decisions in JSON, one a line (- is standard input); each is answered by a line.",
)
@by
@as_json
@pass_app
def review(
    app: App,
    numbers: tuple[int, ...],
    decision: str | None,
    correction: Correction,
    reason: str,
    decisions: TextIO | None,
    by: str | None,
    as_json: bool,
) -> int:
    """Decide on what was proposed: is it a commitment, and is it evidence?

    Without options it goes through the proposals one by one (or those named) and asks for a key: accept, correct,
    dismiss, skip, undo, quit; ? explains them, and every question can be gone back from. After the commitments comes
    the evidence that was proposed. Every decision is kept at once; leaving with Ctrl-C loses nothing. What is decided
    with an option is decided for all the ones named, or for none of them.

    \b
    For scripts: --json prints what waits, --decisions takes one JSON object a line:
      {"id": 12, "decision": "accept", "due": "2026-03-31"}   also promisor, deed, sense; due null: none
      {"id": 13, "decision": "dismiss", "why": "a forecast"}
      {"evidence": 7, "decision": "accept"}                   or reject, split
      {"evidence": 7, "decision": "fulfil", "on": "2025-10-15"}
      {"evidence": 9, "decision": "move", "to": "2026-03-31"}
    """
    numbers = tuple(dict.fromkeys(numbers))
    _check_options(numbers, decision, correction, reason)
    if decisions is not None:
        if numbers or decision:
            raise UsageError("--decisions takes no numbers and no other decision", "they stand in its lines")
        from tracker.cli.deciding import decide_lines

        return decide_lines(app, by, decisions)
    if decision is not None:
        _tell(app, _decide(app, numbers, decision, correction, reason, by), as_json=as_json)
    elif as_json:
        _show_waiting(app, _waiting(app, numbers), with_evidence=not numbers)
    else:
        _go_through(app, by, _waiting(app, numbers), with_evidence=not numbers)
    return 0


def _go_through(app: App, by: str | None, waiting: Sequence[StoredCommitment], *, with_evidence: bool) -> None:
    from tracker.cli.review_items import CommitmentItem, EvidenceItem
    from tracker.cli.reviewing import Reviewing
    from tracker.services.judge import find_evidence

    items: list[Item] = [CommitmentItem(app, by, one.number) for one in waiting]
    if with_evidence:
        items += [EvidenceItem(app, by, one.evidence.id) for one in find_evidence(app.store)]
    if items:
        Reviewing(app, by).go_through(items)
    else:
        say("Nothing waits for review.")


def _show_waiting(app: App, waiting: Sequence[StoredCommitment], *, with_evidence: bool) -> None:
    from tracker.reports.proposal import describe_waiting
    from tracker.services.judge import find_evidence
    from tracker.services.snapshot import with_announcements

    evidence = find_evidence(app.store) if with_evidence else ()
    show_document(describe_waiting(with_announcements(app.store, waiting), evidence))


def _check_options(numbers: tuple[int, ...], decision: str | None, correction: Correction, reason: str) -> None:
    example = f"tracker review {numbers[0] if numbers else 12}"
    if decision == "--accept-all" and numbers:
        raise UsageError("--accept-all takes no numbers", f"give --accept for those named: {example} --accept")
    if decision not in (None, "--accept-all") and not numbers:
        raise UsageError(f"{decision} needs the commitments' numbers", f"as in {example} {decision}")
    if not correction.is_empty and (decision != "--accept" or len(numbers) != 1):
        raise UsageError("a correction goes with --accept and one number", f"as in {example} --accept --no-due")
    if reason.strip() and decision != "--dismiss":
        raise UsageError("--why goes with --dismiss", f"as in {example} --dismiss --why 'a forecast'")


def _waiting(app: App, numbers: tuple[int, ...]) -> tuple[StoredCommitment, ...]:
    """What is proposed, or the ones named. Raises NotFoundError, UsageError where one named is not proposed."""
    from tracker.core.status import Review
    from tracker.services.reference import Reference
    from tracker.services.review import proposed
    from tracker.services.snapshot import one_commitment

    if not numbers:
        return proposed(app.store, app.occasion())
    named = [one_commitment(app.store, Reference(one), app.today, app.zone).commitment for one in numbers]
    for commitment in named:
        number, state = commitment.number, commitment.review
        if state is not Review.PROPOSED:
            flag = "--restore" if state is Review.DISMISSED else "--dismiss"
            raise UsageError(f"commitment {number} is {state} already", f"tracker review {number} {flag} changes that")
    return tuple(named)


def _decide(
    app: App, numbers: tuple[int, ...], decision: str, correction: Correction, reason: str, by: str | None
) -> tuple[StoredCommitment, ...]:
    """All of them in one change, or none."""
    from tracker.services.review import accept, dismiss, restore

    store, followup, occasion = app.store, app.followup, app.occasion(by)
    if decision == "--dismiss":
        return dismiss(store, followup, occasion, numbers, reason).commitments
    if decision == "--restore":
        return restore(store, followup, occasion, numbers).commitments
    if decision == "--accept":
        return accept(store, followup, occasion, numbers, correction).commitments
    waiting = _waiting(app, ())
    return (
        accept(store, followup, occasion, [one.number for one in waiting], seen=waiting).commitments if waiting else ()
    )


def _tell(app: App, decided: Sequence[StoredCommitment], *, as_json: bool) -> None:
    from tracker.core.status import Review

    if as_json:
        _show_list(app, decided)
        return
    for commitment in decided:
        due = f"due {commitment.current.due}" if commitment.current.due else "no due date"
        told = f", {due}" if commitment.review is Review.TRACKED else ""
        say(f"{commitment.number} is {commitment.review}{told}: {commitment.found.deed}")
    if not decided:
        say("Nothing waits for review.")


def _show_list(app: App, commitments: Sequence[StoredCommitment]) -> None:
    from tracker.core.timing import standing_of
    from tracker.reports.commitments import report_commitments

    standings = [standing_of(one, one.current, app.today) for one in commitments]
    show(report_commitments(standings, app.today), as_json=True)
