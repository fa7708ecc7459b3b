"""`tracker demo`: the whole way, on example announcements, in a folder of its own."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
import tempfile
from dataclasses import replace
from datetime import UTC, datetime, time
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.app import App
from tracker.cli.options import CONFIG_FILE, examples
from tracker.cli.output import say, show
from tracker.cli.reading import ReadingFiles
from tracker.errors import InputError, UsageError

if TYPE_CHECKING:
    from tracker.core.announcement import Announcement
    from tracker.services.occasion import Occasion

OURS = "# Written by `tracker demo`.\n"
"""The first line of the demo's configuration; a file that begins otherwise is somebody's own."""

CONFIG = f'{OURS}database = "sqlite:///demo.db"\n\n'
"""How it begins; the channels of the shipped example follow."""


@click.command(epilog=examples("tracker demo", "tracker demo --folder ~/tracker-demo"))
@click.option("--folder", type=CONFIG_FILE, metavar="DIR", help="Where to put it; a new temporary folder otherwise.")
@click.pass_context
def demo(ctx: click.Context, folder: Path | None) -> int:
    """Ingest example announcements, check them and show the dashboard.

    Each is taken in as on the day it was announced, so that what is past by now has been followed since.
    It uses a configuration and a database of its own, which stay for you to look around in; your own are not touched.
    """
    with as_file(files("tracker") / "demo") as shipped:
        config = _make_config(folder, (shipped / "alerts.toml").read_text(encoding="utf-8"))
        codes = [_follow(config, sorted(path for path in shipped.iterdir() if path.suffix in {".txt", ".md"}))]
    codes += [_run(ctx.find_root().command, config, step) for step in (["check"], ["dashboard"])]
    _tell_what_next(config)
    return next((code for code in codes if code), 0)


def _make_config(folder: Path | None, channels: str) -> Path:
    """The demo's configuration in its folder. Raises UsageError where somebody's own is there, InputError."""
    try:
        folder = folder or Path(tempfile.mkdtemp(prefix="tracker-demo-"))
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        config = folder / "config.toml"
        if config.exists() and not config.read_bytes().startswith(OURS.encode()):
            raise UsageError(f"{config} is not the demo's, and stays as it is", "name another folder with --folder")
        config.write_text(CONFIG + channels, encoding="utf-8")
        config.chmod(0o600)
    except OSError as error:
        where = error.filename or folder
        raise InputError(f"{where}: {error.strerror or error}", "name another folder with --folder") from error
    return config


def _follow(config: Path, announcements: list[Path]) -> int:
    """Take each announcement in as on its own day, as whoever followed from the first did; the exit code."""
    from tracker.readers import Given
    from tracker.reports.reading import report_ingested
    from tracker.services.ingest import ingest

    say(f"$ tracker ingest --accept {' '.join(path.name for path in announcements)}")
    say("(each as on the day of its announcement)")
    say("")
    with App(config, os.environ) as app, ReadingFiles(app, [str(path) for path in announcements], Given()) as reading:
        stored = [
            ingest(app.store, app.followup, _on_its_day(app, one), app.rules, one, accept=True) for one in reading
        ]
        show(report_ingested(stored), as_json=False)
    say("")
    return reading.exit_code


def _on_its_day(app: App, announcement: Announcement) -> Occasion:
    """Noon of the announcement's day; now, where that has not come."""
    noon = datetime.combine(announcement.announced_on, time(12), app.zone).astimezone(UTC)
    return app.occasion() if noon > app.now else replace(app.occasion(), today=announcement.announced_on, now=noon)


def _run(root: click.Command, config: Path, step: list[str]) -> int:
    """Show a command line and what it prints; its exit code."""
    say(f"$ tracker {' '.join(word if '/' not in word else Path(word).name for word in step)}")
    say("")
    with App(config, os.environ) as app, root.make_context("tracker", list(step), obj=app) as context:
        code = root.invoke(context)
    say("")
    return code or 0


def _tell_what_next(config: Path) -> None:
    say("Look around, with nothing of yours touched:")
    for words in ("show 1", "list +OVERDUE", "review", "explain 'within 30 working days' --from 2025-09-17"):
        say(f"  {_program()} --config {shlex.quote(str(config))} {words}")


def _program() -> str:
    """What to type for this very tracker: its name where the shell finds it, else its place."""
    beside = Path(sys.executable).with_name("tracker")
    if not beside.exists() or shutil.which("tracker") == str(beside):
        return "tracker"
    return shlex.quote(min(str(beside), os.path.relpath(beside), key=len))
