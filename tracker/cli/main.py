"""The way in: pick the command, import it, run it, and turn what it raises into one line and an exit code."""

from __future__ import annotations

import io
import os
import sys
import traceback
from typing import TYPE_CHECKING

import click

from tracker import __version__
from tracker.cli.commands import COMMANDS
from tracker.cli.options import CONFIG_FILE
from tracker.errors import BUG, INTERRUPTED, TrackerError, UsageError
from tracker.registry import load, nearest
from tracker.render.clean import clean_line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

DEBUG = "TRACKER_DEBUG"


class LazyGroup(click.Group):
    """A group whose commands are imported when they are called; its help is written from the registry alone."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = load(COMMANDS[cmd_name].target)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and args[0] not in COMMANDS:
            near = nearest(args[0], list(COMMANDS))
            raise UsageError(
                f"there is no command {args[0]!r}",
                f"did you mean {' or '.join(near)}?" if near else "`tracker -h` lists them",
            )
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        sections: dict[str, list[tuple[str, str]]] = {}
        for name, entry in COMMANDS.items():
            sections.setdefault(entry.section, []).append((name, entry.line))
        for section, rows in sections.items():
            with formatter.section(section):
                formatter.write_dl(rows)


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="A bare `tracker` shows the dashboard. `tracker COMMAND -h` explains a command, with examples.",
)
@click.version_option(__version__, message="tracker %(version)s")
@click.option("--config", "config_file", type=CONFIG_FILE, metavar="FILE", help="The configuration file to use.")
@click.pass_context
def tracker(ctx: click.Context, config_file: Path | None) -> None:
    """Follow up announced commitments: who promised what, by when, and what became of it."""
    from tracker.app import App

    if ctx.obj is None:
        ctx.obj = ctx.with_resource(App(config_file, os.environ))
    if ctx.invoked_subcommand is None:
        ctx.invoke(load(COMMANDS["dashboard"].target))


def main(arguments: Sequence[str]) -> int:
    """Run a command line and say how it went, as an exit code (they are drawn in tracker.errors)."""
    _write_what_can_be_written()
    try:
        result = tracker.main(args=list(arguments), prog_name="tracker", standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:
        return _end_quietly()
    except (click.Abort, KeyboardInterrupt):
        return _complain("interrupted", INTERRUPTED)
    except click.ClickException as error:
        return _complain(_usage_line(error), UsageError.exit_code)
    except TrackerError as error:
        return _complain(str(error), error.exit_code)
    except Exception as error:  # noqa: BLE001 - whatever it is, the person gets a line and the exit code of a bug
        return _own_up(error)
    return result if isinstance(result, int) else 0


def _write_what_can_be_written() -> None:
    """A terminal or pipe of few characters gets a ? for the others, not an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _usage_line(error: click.ClickException) -> str:
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "tracker"
    return f"{error.format_message().rstrip('.')}: `{command} -h` explains"


def _complain(line: str, exit_code: int) -> int:
    sys.stderr.write(f"tracker: {clean_line(line)}\n")
    return exit_code


def _own_up(error: Exception) -> int:
    if os.environ.get(DEBUG):
        traceback.print_exc()
    what = f"{type(error).__name__}: {error}"
    return _complain(f"this is a bug in tracker ({what}): please report it, with what {DEBUG}=1 prints", BUG)


def _end_quietly() -> int:
    """Whoever read our output has gone; what is still buffered must not raise again at the very end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
