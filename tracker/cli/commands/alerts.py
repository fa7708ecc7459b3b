"""`tracker alerts`: what was sent, what waits, and what could not be delivered."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import click

from tracker.cli.options import WHOLE, as_json, examples, pass_app
from tracker.cli.output import complain, say, show
from tracker.cli.trying import schema, sink
from tracker.errors import DeliveryError
from tracker.signals import Signals

if TYPE_CHECKING:
    from tracker.app import App
    from tracker.core.outbox import Message
    from tracker.core.sent import Sent

STATES = ("pending", "sent", "dead", "withdrawn")
USUAL = 20
CHANNEL = click.option("--channel", metavar="NAME", help="Only this channel, by its name in the configuration.")


@click.group(
    epilog=examples(
        "tracker alerts list --state pending",
        "tracker alerts show 7",
        "tracker alerts send",
        "tracker alerts retry 7",
        "tracker alerts dead",
        "tracker alerts test mail",
    )
)
def alerts() -> None:
    """See what was sent and what waits, send what is due, and send again what was given up.

    The check decides what is said and to whom; a message is composed of it when it is about to be sent, and is the same
    in every try. What is not taken is tried again for three days and then given up.
    """


@alerts.command(
    "list", epilog=examples("tracker alerts list", "tracker alerts list --state dead --channel mail --json")
)
@click.option("--state", type=click.Choice(STATES), help="Only messages of this state.")
@CHANNEL
@click.option("--limit", type=WHOLE, default=USUAL, show_default=True, help="How many, newest first.")
@as_json
@pass_app
def list_alerts(app: App, state: str | None, channel: str | None, limit: int, as_json: bool) -> None:
    """List messages, newest first, with what is planned and who is switched off."""
    _list(app, state, channel, limit, as_json=as_json)


@alerts.command(epilog=examples("tracker alerts dead", "tracker alerts dead --json"))
@CHANNEL
@as_json
@pass_app
def dead(app: App, channel: str | None, as_json: bool) -> None:
    """List the messages that were given up; `retry` sends them again, `drop` does away with them."""
    _list(app, "dead", channel, None, as_json=as_json)


@alerts.command("show", epilog=examples("tracker alerts show 7", "tracker alerts show 7 --body"))
@click.argument("number", metavar="MESSAGE", type=WHOLE)
@click.option("--body", "is_body", is_flag=True, help="Print what is sent, and nothing else.")
@as_json
@pass_app
def show_message(app: App, number: int, is_body: bool, as_json: bool) -> None:
    """Show one message: what it tells of, and every try to send it."""
    from tracker.reports.outbox import report_message
    from tracker.services.outbox import one_message

    snapshot = one_message(app.store, number)
    if is_body and not as_json:
        for line in snapshot.message.body.splitlines():
            say(line)
        return
    show(report_message(snapshot, app.today, app.zone), as_json=as_json)


@alerts.command(epilog=examples("tracker alerts send", "tracker alerts send --channel mail --json"))
@CHANNEL
@as_json
@pass_app
def send(app: App, channel: str | None, as_json: bool) -> int:
    """Send what is due now. For cron: every five minutes.

    What fails is tried again by a later call, as its time comes. The exit code is 7 where something could not be sent;
    each such thing is a line on standard error.
    """
    return tell(app, send_due(app, channel), as_json=as_json)


@alerts.command(epilog=examples("tracker alerts test mail", "tracker alerts test mail --to desk@example.org"))
@click.argument("channel")
@click.option("--to", "recipients", multiple=True, metavar="ADDRESS", help="To whom, where not to its own recipients.")
@as_json
@pass_app
def test(app: App, channel: str, recipients: tuple[str, ...], as_json: bool) -> int:
    """Send a test message through CHANNEL at once, once. The exit code is 7 where it was not taken."""
    return tell(app, app.sender().send_test(channel, recipients), as_json=as_json)


@alerts.command(epilog=examples("tracker alerts retry 7 8", "tracker alerts retry --all --channel mail"))
@click.argument("numbers", metavar="[MESSAGE]...", nargs=-1, type=WHOLE)
@click.option("--all", "is_all", is_flag=True, help="All that was given up; whoever is switched off is on again.")
@CHANNEL
@pass_app
def retry(app: App, numbers: tuple[int, ...], is_all: bool, channel: str | None) -> None:
    """Have messages that wait or were given up tried again: the same messages, from the start of the schedule."""
    from tracker.services.outbox import retry, retry_dead

    _check_choice(numbers, is_all, channel)
    chosen = retry_dead(app.store, app.now, channel) if is_all else retry(app.store, numbers, app.now)
    _say_chosen(chosen, "will be tried again: tracker alerts send")


@alerts.command(epilog=examples("tracker alerts drop 7"))
@click.argument("numbers", metavar="MESSAGE...", nargs=-1, required=True, type=WHOLE)
@pass_app
def drop(app: App, numbers: tuple[int, ...]) -> None:
    """Withdraw messages that wait or were given up: they are never sent."""
    from tracker.services.outbox import drop

    _say_chosen(drop(app.store, numbers, app.now), "withdrawn")


def tell(app: App, sent: Sent, *, as_json: bool) -> int:
    """Show what a turn of sending came to, with a line for each thing that went wrong; the exit code that follows."""
    from tracker.reports.outbox import report_sent

    show(report_sent(sent, app.today, app.zone), as_json=as_json)
    return tell_troubles(app, sent)


def tell_troubles(app: App, sent: Sent) -> int:
    """A line for each thing that went wrong; the exit code that follows."""
    from tracker.reports.outbox import tell_trouble

    for trouble in sent.troubles:
        complain(tell_trouble(trouble, app.zone))
    return DeliveryError.exit_code if sent.troubles else 0


def send_due(app: App, channel: str | None = None) -> Sent:
    """Send what is due now; told to end, it finishes what it is at and leaves the rest."""
    with Signals(signal.SIGTERM) as signals:
        return app.sender().send_due(signals.have_come, channel)


def _list(app: App, state: str | None, channel: str | None, limit: int | None, *, as_json: bool) -> None:
    from tracker.core.outbox import MessageState
    from tracker.reports.outbox import report_outbox
    from tracker.services.outbox import look

    found = look(app.store, MessageState(state) if state else None, channel, limit)
    show(report_outbox(found, app.today, app.zone), as_json=as_json)


def _check_choice(numbers: tuple[int, ...], is_all: bool, channel: str | None) -> None:
    if bool(numbers) == is_all:
        raise click.UsageError("Give the numbers of messages, or --all.")
    if channel is not None and not is_all:
        raise click.UsageError("--channel goes with --all.")


def _say_chosen(chosen: tuple[Message, ...], what: str) -> None:
    numbers = ", ".join(str(message.id) for message in chosen)
    say(f"message{'s' if len(chosen) > 1 else ''} {numbers} {what}" if chosen else "no message was given up")


alerts.add_command(schema)
alerts.add_command(sink)
