"""What tries alerts out without the world: a receiver on this machine, and what webhooks look like."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import click

from tracker.cli.options import examples

if TYPE_CHECKING:
    from tracker.channels.sink import Arrival, Sink

PORT = click.IntRange(0, 65535)


@click.command(
    context_settings={"allow_interspersed_args": False},
    epilog=examples(
        "tracker alerts sink",
        "tracker alerts sink --count 2 --secret-env TRACKER_HOOK_SECRET",
        "tracker alerts sink --secret-env TRACKER_HOOK_SECRET tracker alerts send",
    ),
)
@click.argument("command", nargs=-1, type=click.UNPROCESSED)
@click.option("--smtp", type=PORT, default=8025, show_default=True, metavar="PORT", help="Take mail here; 0: any port.")
@click.option("--http", type=PORT, default=8026, show_default=True, metavar="PORT", help="Take webhooks here.")
@click.option("--secret-env", metavar="NAME", help="The variable with the secret that webhooks are signed with.")
@click.option("--count", type=click.IntRange(1), metavar="N", help="End after so many; otherwise with Ctrl-C.")
@click.option("--once", is_flag=True, help="End after the first.")
def sink(smtp: int, http: int, secret_env: str | None, count: int | None, once: bool, command: tuple[str, ...]) -> int:
    """Take mail and webhooks on this machine, and print what arrives.

    A receiver for trying things out: nothing is sent on, nothing is kept, and nobody else can reach it. With a COMMAND
    it runs that as soon as it listens, and ends with it and its exit code.
    """
    from tracker import clock
    from tracker.channels.sink import Sink
    from tracker.errors import UsageError

    if command and (once or count):
        raise UsageError("a command says by itself when all is over", "leave --count and --once out")
    try:
        with Sink(smtp, http, _key(secret_env), clock.now) as listening:
            if command:
                return _accompany(listening, command)
            _greet(listening)
            _print(listening, 1 if once else count)
    except KeyboardInterrupt:  # how it is meant to end
        _say("")
    return 0


@click.command(epilog=examples("tracker alerts schema > webhook.schema.json"))
def schema() -> None:
    """Print the JSON Schema of what webhooks post and commands read."""
    from tracker.channels.payload import schema as text

    click.echo(text(), nl=False)


def _key(variable: str | None) -> bytes | None:
    """The key in a variable. Raises UsageError where there is none."""
    from tracker.channels.signature import HOW, key_of
    from tracker.errors import UsageError

    if variable is None:
        return None
    try:
        return key_of(os.environ[variable])
    except KeyError:
        raise UsageError(f"the environment has no variable {variable}", HOW) from None
    except ValueError as error:
        raise UsageError(f"{variable}: {error}", HOW) from None


def _greet(listening: Sink) -> None:
    _say(f"Mail:     127.0.0.1, port {listening.smtp}")
    _say(f"Webhooks: http://127.0.0.1:{listening.http}/")
    _say("Ctrl-C ends it.")


def _print(listening: Sink, count: int | None) -> None:
    while count is None or count > 0:
        if _show_next(listening, 1):
            count = None if count is None else count - 1


def _accompany(listening: Sink, words: tuple[str, ...]) -> int:
    """Run a command and print what arrives until it has ended; its exit code. Raises UsageError where it cannot run."""
    from tracker.errors import UsageError

    try:
        running = subprocess.Popen(words)  # noqa: S603 - the words are the user's own, and no shell reads them
    except OSError as error:
        raise UsageError(f"{words[0]}: {(error.strerror or str(error)).lower()}", "name a program") from None
    with running:
        while running.poll() is None:
            _show_next(listening, 0.1)
        while _show_next(listening, 0):  # a sender is answered once what it sent is here
            pass
    return running.returncode if running.returncode >= 0 else 128 - running.returncode


def _show_next(listening: Sink, seconds: float) -> bool:
    """Print what arrives next; False where nothing did within so many seconds."""
    arrival = listening.next(seconds)
    if arrival is not None:
        _show(arrival)
    return arrival is not None


def _show(arrival: Arrival) -> None:
    _say("")
    _say(f"--- {arrival.head}")
    _say(arrival.text)


def _say(lines: str) -> None:
    """Written at once, also into a pipe: somebody is waiting for it."""
    sys.stdout.write(lines + "\n")
    sys.stdout.flush()
