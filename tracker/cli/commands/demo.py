"""`tracker demo`: the whole way, on example announcements, in a folder of its own."""

from __future__ import annotations

import os
import shlex
import sys
import tempfile
from importlib.resources import as_file, files
from pathlib import Path

import click

from tracker.app import App
from tracker.cli.options import CONFIG_FILE, examples
from tracker.cli.output import say

CONFIG = '# Written by `tracker demo`.\ndatabase = "sqlite:///demo.db"\n'


@click.command(epilog=examples("tracker demo", "tracker demo --folder ~/tracker-demo"))
@click.option("--folder", type=CONFIG_FILE, metavar="DIR", help="Where to put it; a new temporary folder otherwise.")
@click.pass_context
def demo(ctx: click.Context, folder: Path | None) -> None:
    """Ingest example announcements, check them and show the dashboard.

    It uses a configuration and a database of its own, which stay for you to look around in; your own are not touched.
    """
    folder = folder or Path(tempfile.mkdtemp(prefix="tracker-demo-"))
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    config = folder / "config.toml"
    config.write_text(CONFIG, encoding="utf-8")
    root = ctx.find_root().command
    with as_file(files("tracker") / "demo") as shipped:
        announcements = sorted(str(path) for path in shipped.iterdir() if path.suffix in {".txt", ".md"})
        steps = (["ingest", "--accept", *announcements], ["check"], ["dashboard"])
        for step in steps:
            say(f"$ tracker {' '.join(word if '/' not in word else Path(word).name for word in step)}")
            say("")
            with App(config, os.environ) as app:
                root.main(step, prog_name="tracker", obj=app, standalone_mode=False)
            say("")
    _tell_what_next(config)


def _tell_what_next(config: Path) -> None:
    command = Path(sys.argv[0])
    program = "tracker" if command.name != "tracker" else os.path.relpath(command)
    say("Look around, with nothing of yours touched:")
    for words in ("show 1", "list +OVERDUE", "review", "explain 'within 30 working days' --from 2025-09-17"):
        say(f"  {program} --config {shlex.quote(str(config))} {words}")
