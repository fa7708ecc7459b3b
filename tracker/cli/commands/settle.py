"""The nine commands that say what became of a commitment; they differ in their verdict alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from tracker.cli.options import PAST_DAY, WHOLE, as_json, by, examples, pass_app, reference, why
from tracker.cli.output import show_outcome
from tracker.core.status import VERBS, Status

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.app import App
    from tracker.core.timing import Standing
    from tracker.services.reference import Reference

    Option = Callable[[Callable[..., None]], Callable[..., None]]

successor = click.option(
    "--with", "successor", type=WHOLE, required=True, metavar="ID", help="The commitment that took its place."
)
done_on = click.option("--on", "done_on", type=PAST_DAY, metavar="DAY", help="The day of the deed.")
evidence = click.option(
    "--evidence",
    multiple=True,
    metavar="WHAT",
    help="What shows it: a page's address, a file, 'search: …' or 'question: …'; may be repeated.",
)


def _verdict_command(status: Status, about: str, *lines: str) -> click.Command:
    """A command that gives a commitment a status; which options it has follows from the status."""
    callback: Callable[..., None] = _run(status)
    callback.__doc__ = f"{about}\n\nID is the commitment's number, or 12.3 for its third occurrence."
    for option in reversed(_options_of(status)):
        callback = option(callback)
    return click.command(VERBS[status], epilog=examples(*lines))(reference(callback))


def _run(status: Status) -> Callable[..., None]:
    @pass_app
    def run(app: App, /, reference: Reference, **given: Any) -> None:
        from tracker.services.evidence import read_evidence
        from tracker.services.settle import Verdict, settle

        verdict = Verdict(
            status,
            done_on=given.get("done_on"),
            reason=given["reason"],
            evidence=tuple(map(read_evidence, given.get("evidence", ()))),
            superseded_by=given.get("successor"),
        )
        standing = settle(app.store, app.followup, app.occasion(given["by"]), reference, verdict)
        show_outcome(standing, app.today, _outcome(standing), as_json=given["as_json"])

    return run


def _options_of(status: Status) -> list[Option]:
    options: list[Option] = []
    if status is Status.SUPERSEDED:
        options.append(successor)
    if status in (Status.FULFILLED, Status.PARTLY_FULFILLED):
        options.append(done_on)
    if status.needs_evidence:
        options.append(evidence)
    return [*options, why, by, as_json]


def _outcome(standing: Standing) -> str:
    from tracker.reports.wording import spell, tell_timing

    commitment, occurrence = standing.commitment, standing.occurrence
    told = [spell(occurrence.status)]
    if occurrence.done_on:
        told.append(f"on {occurrence.done_on}")
    words = tell_timing(standing)
    timing = f", {words}" if words != "closed" else ""
    return f"{commitment.number} is {' '.join(told)}{timing}: {commitment.found.deed}"


start = _verdict_command(Status.IN_PROGRESS, "Work on it has begun.", "tracker start 12")
stall = _verdict_command(Status.STALLED, "Work on it has stopped.", 'tracker stall 12 --why "the tender was cancelled"')
fulfil = _verdict_command(
    Status.FULFILLED,
    "It was done. Say on which day, and what shows it.",
    "tracker fulfil 12 --on 2025-10-15 --evidence https://example.org/first-meeting",
    "tracker fulfil 12 --on yesterday --evidence minutes.pdf --evidence photo.jpg",
)
partly = _verdict_command(
    Status.PARTLY_FULFILLED,
    "It was done in part. Say why only in part, and what shows it.",
    'tracker partly 12 --why "three of five clinics opened" --evidence https://example.org/clinics',
)
fail = _verdict_command(
    Status.NOT_FULFILLED,
    "It was not done. Say why you think so, and what shows it.",
    'tracker fail 12 --why "no trace of it" --evidence "search: gazette and ministry site, 2025-11-01"',
    'tracker fail 12 --why "no answer" --evidence "question: press office, asked on 2025-10-20"',
)
withdraw = _verdict_command(
    Status.WITHDRAWN,
    "The promisor took it back.",
    'tracker withdraw 12 --why "dropped from the new programme"',
)
supersede = _verdict_command(
    Status.SUPERSEDED,
    "Another commitment took its place.",
    'tracker supersede 12 --with 15 --why "the new agreement replaces it"',
)
unverifiable = _verdict_command(
    Status.UNVERIFIABLE,
    "Nobody can tell whether it was done.",
    'tracker unverifiable 12 --why "the figures are secret"',
)
reopen = _verdict_command(
    Status.OPEN,
    "Take a verdict back; it is open again.",
    'tracker reopen 12 --why "the page was a draft"',
)
