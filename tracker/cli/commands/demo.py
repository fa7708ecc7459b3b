"""`tracker demo`: the whole way, on example announcements, in a folder of its own."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
import tempfile
from importlib.resources import as_file, files
from pathlib import Path

import click

from tracker.app import App
from tracker.cli.options import CONFIG_FILE, examples
from tracker.cli.output import say
from tracker.errors import InputError, UsageError

OURS = "# Written by `tracker demo`.\n"
"""The first line of the demo's configuration; a file that begins otherwise is somebody's own."""

CONFIG = f'{OURS}database = "sqlite:///demo.db"\n'


@click.command(epilog=examples("tracker demo", "tracker demo --folder ~/tracker-demo"))
@click.option("--folder", type=CONFIG_FILE, metavar="DIR", help="Where to put it; a new temporary folder otherwise.")
@click.pass_context
def demo(ctx: click.Context, folder: Path | None) -> int:
    """Ingest example announcements, check them and show the dashboard.

    It uses a configuration and a database of its own, which stay for you to look around in; your own are not touched.
    """
    config = _make_config(folder)
    with as_file(files("tracker") / "demo") as shipped:
        announcements = sorted(str(path) for path in shipped.iterdir() if path.suffix in {".txt", ".md"})
        steps = (["ingest", "--accept", *announcements], ["check"], ["dashboard"])
        codes = [_run(ctx.find_root().command, config, step) for step in steps]
    _tell_what_next(config)
    return next((code for code in codes if code), 0)


def _make_config(folder: Path | None) -> Path:
    """The demo's configuration in its folder. Raises UsageError where somebody's own is there, InputError."""
    try:
        folder = folder or Path(tempfile.mkdtemp(prefix="tracker-demo-"))
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        config = folder / "config.toml"
        if config.exists() and not config.read_bytes().startswith(OURS.encode()):
            raise UsageError(f"{config} is not the demo's, and stays as it is", "name another folder with --folder")
        config.write_text(CONFIG, encoding="utf-8")
    except OSError as error:
        where = error.filename or folder
        raise InputError(f"{where}: {error.strerror or error}", "name another folder with --folder") from error
    return config


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
