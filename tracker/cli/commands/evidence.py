"""`tracker evidence`: what shows what became of a commitment, proposed by the program or given by people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.cli.options import DAY, PAST_DAY, WHOLE, as_json, by, examples, pass_app, reference, why
from tracker.cli.output import say, show, show_document, show_outcome
from tracker.core.occurrence import EvidenceState, Stance
from tracker.core.status import Review
from tracker.errors import UsageError

if TYPE_CHECKING:
    from datetime import date

    from tracker.app import App
    from tracker.core.record import StoredCommitment
    from tracker.reports.snapshot import EvidenceSnapshot
    from tracker.services.reference import Reference

number = click.argument("number", metavar="NO", type=WHOLE)
STANCES = [stance.value.replace("_", "-") for stance in Stance]


@click.group(
    epilog=examples(
        "tracker evidence list",
        "tracker evidence accept 7 --fulfil",
        "tracker evidence reject 8 --split",
        "tracker evidence add 12 https://example.org/first-meeting --says done",
    )
)
def evidence() -> None:
    """Decide on evidence that was proposed, and add some of your own.

    `tracker ingest` proposes what an announcement says of a commitment that is tracked. No status changes by it: that
    takes your word.
    """


@evidence.command("list", epilog=examples("tracker evidence list", "tracker evidence list --all --of 12"))
@click.option("--of", "commitment", metavar="ID", type=WHOLE, help="Of this commitment only.")
@click.option("--all", "is_all", is_flag=True, help="What was decided too.")
@as_json
@pass_app
def list_evidence(app: App, commitment: int | None, is_all: bool, as_json: bool) -> None:
    """List the evidence that waits for a decision; reports that say the same stand together."""
    from tracker.reports.evidence import describe_listed, report_evidence
    from tracker.services.judge import PROPOSED, find_evidence

    found = find_evidence(app.store, frozenset(EvidenceState) if is_all else PROPOSED, commitment)
    if as_json:
        show_document({"schema": "tracker.evidence/1", "evidence": describe_listed(found)})
    else:
        show(report_evidence(found))


@evidence.command(
    epilog=examples(
        "tracker evidence accept 7",
        "tracker evidence accept 7 --fulfil",
        "tracker evidence accept 7 --fulfil --on 2025-10-15",
        'tracker evidence accept 9 --move --why "awaiting the audit"',
    )
)
@number
@click.option("--fulfil", is_flag=True, help="Settle the commitment as fulfilled by it, too.")
@click.option("--on", "done_on", type=PAST_DAY, metavar="DAY", help="The day of the deed, with --fulfil.")
@click.option("--move", "is_move", is_flag=True, help="Record the move that it tells of, too.")
@click.option("--to", "due", type=DAY, metavar="DAY", help="The new due date, with --move.")
@why
@by
@as_json
@pass_app
def accept(
    app: App,
    number: int,
    fulfil: bool,
    done_on: date | None,
    is_move: bool,
    due: date | None,
    reason: str,
    by: str | None,
    as_json: bool,
) -> None:
    """Take the proposed evidence NO. The commitment stays as it is, but for --fulfil and --move.

    The day of the deed, the new due date and the reason for the move are those that the evidence tells; --on, --to and
    --why say otherwise. Without these options the command that draws the conclusion is printed.
    """
    from tracker.services import judge

    _check_options(fulfil=fulfil, done_on=done_on, is_move=is_move, due=due, reason=reason)
    occasion = app.occasion(by)
    if fulfil:
        standing = judge.accept_and_fulfil(app.store, app.followup, occasion, number, done_on).standing
        line = f"{standing.commitment.number} is fulfilled on {standing.occurrence.done_on}"
    elif is_move:
        standing = judge.accept_and_move(app.store, app.followup, occasion, number, due, reason).standing
        line = f"{standing.commitment.number} is now due on {standing.occurrence.due}"
    else:
        _tell(judge.accept(app.store, occasion, number).shown, as_json=as_json)
        return
    line = f"evidence {number} is accepted; {line}: {standing.commitment.found.deed}"
    show_outcome(standing, app.today, line, as_json=as_json)


def _check_options(*, fulfil: bool, done_on: date | None, is_move: bool, due: date | None, reason: str) -> None:
    if fulfil and is_move:
        raise UsageError("--fulfil and --move exclude each other", "give one of them")
    if done_on and not fulfil:
        raise UsageError("--on goes with --fulfil", "as in tracker evidence accept 7 --fulfil --on 2025-10-15")
    if (due or reason.strip()) and not is_move:
        raise UsageError("--to and --why go with --move", "as in tracker evidence accept 9 --move --to 2026-03-31")


@evidence.command(
    epilog=examples('tracker evidence reject 8 --why "another clinic"', "tracker evidence reject 8 --split")
)
@number
@click.option("--split", "is_split", is_flag=True, help="Propose the sentence as a commitment of its own.")
@why
@by
@as_json
@pass_app
def reject(app: App, number: int, is_split: bool, reason: str, by: str | None, as_json: bool) -> None:
    """Turn the proposed evidence NO down; it is kept, and told as rejected."""
    from tracker.services import judge

    if is_split and reason.strip():
        raise UsageError("--why goes without --split", "a sentence that is split off needs no reason")
    if not is_split:
        _tell(judge.reject(app.store, app.occasion(by), number, reason).shown, as_json=as_json)
        return
    done = judge.split(app.store, app.followup, app.occasion(by), app.rules, number)
    _tell(done.shown, as_json=as_json, split_off=done.split_off)


@evidence.command(
    epilog=examples(
        "tracker evidence add 12 https://example.org/first-meeting --says done",
        'tracker evidence add 12 "search: gazette, 2025-11-01" --says not-done',
    )
)
@reference
@click.argument("what", metavar="WHAT")
@click.option("--says", required=True, type=click.Choice(STANCES), help="What it says of the commitment.")
@click.option("--quote", default="", metavar="TEXT", help="Its words.")
@by
@as_json
@pass_app
def add(app: App, reference: Reference, what: str, says: str, quote: str, by: str | None, as_json: bool) -> None:
    """Add evidence of your own: WHAT is a page's address, a file, 'search: …' or 'question: …'."""
    from tracker.services import judge
    from tracker.services.evidence import read_evidence

    stance = Stance(says.replace("-", "_"))
    _tell(judge.add(app.store, app.occasion(by), reference, read_evidence(what), stance, quote), as_json=as_json)


def _tell_split_off(commitment: StoredCommitment) -> str:
    number = commitment.number
    if commitment.review is Review.PROPOSED:
        return f"its sentence is proposed as commitment {number}: tracker review {number}"
    return f"its sentence is commitment {number} already, which is {commitment.review}: tracker show {number}"


def _tell(shown: EvidenceSnapshot, *, as_json: bool, split_off: StoredCommitment | None = None) -> None:
    from tracker.reports.evidence import next_step
    from tracker.reports.proposal import describe_evidence
    from tracker.reports.trail import tell_stance

    if as_json:
        beside = {"split_off": split_off.number} if split_off else {}
        show_document({"schema": "tracker.evidence/1", "evidence": [describe_evidence(shown)], **beside})
        return
    one = shown.evidence
    say(f"evidence {one.id} is {one.state}: {shown.commitment.number} {tell_stance(one.stance, shown.match)}")
    if split_off:
        say(_tell_split_off(split_off))
    if one.state is EvidenceState.ACCEPTED and not shown.occurrence.status.is_settled and (step := next_step(shown)):
        say(f"where that settles it: {step}")
