"""`tracker serve`: the program that keeps running, checks every day and sends."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from tracker.cli.options import examples, pass_app

if TYPE_CHECKING:
    from tracker.app import App

TICK = click.FloatRange(0.1, 3600)


@click.command(
    epilog=examples(
        "tracker serve",
        "tracker serve --once",
        "tracker serve --worker",
        "tracker service systemd > ~/.config/systemd/user/tracker.service",
    )
)
@click.option("--worker", "is_worker", is_flag=True, help="Only send; any number may, beside the one that leads.")
@click.option("--once", is_flag=True, help="Do what is due now, and end.")
@click.option("--tick", type=TICK, default=60, show_default=True, metavar="SECONDS", help="The longest rest.")
@pass_app
def serve(app: App, is_worker: bool, once: bool, tick: float) -> int:
    """Keep running: check every day at `[check] at`, send what is due, back the database up every night.

    One process leads. Beside a SQLite file a second one ends with exit code 75; on PostgreSQL it sends, and leads once
    the first one ends or loses its connection. What happens is told on standard error, an event a line. SIGTERM and
    Ctrl-C end it once what is in flight has ended. `tracker service` prints what starts it with the machine.
    """
    from tracker.config.running import LogFormat
    from tracker.serve import compose, logs

    os.umask(0o077)  # whatever is written is nobody else's business
    logs.configure(sys.stderr, as_json=app.settings.log.format is LogFormat.JSON)
    parts = app.serving()
    if once:
        return compose.serve_once(parts, is_worker=is_worker)
    if not compose.serve(parts, is_worker=is_worker, tick=tick):
        from tracker.readers import apart

        sys.stderr.flush()
        apart.end()
        os._exit(0)  # a thread that does not end in time must not hold the process back; its lease runs out
    return 0
