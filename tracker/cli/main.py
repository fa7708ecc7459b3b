"""The way in: pick the command, import it, run it, and turn what it raises into one line and an exit code."""

from __future__ import annotations

import io
import os
import sys
import traceback
from typing import TYPE_CHECKING, Any

import click

from tracker import __version__
from tracker.cli.commands import COMMANDS
from tracker.cli.options import COMPLETE, CONFIG_FILE
from tracker.cli.output import complain, silence
from tracker.errors import BUG, INTERRUPTED, StoreError, TrackerError, UsageError
from tracker.registry import load, nearest

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

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            if error.ctx is None:  # click does not say whose option it is that lacks its value
                error.ctx = click.Context(self, parent=ctx, info_name=ctx.invoked_subcommand)
            raise

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
    _make_streams_usable()
    try:
        result = _run(list(arguments))
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read our output has gone
        _give_output_up()
        return 0
    except OSError as error:
        return _tell_failure(error)
    except (click.Abort, EOFError, KeyboardInterrupt):
        return _tell_interrupt()
    except click.ClickException as error:
        return _complain(_usage_line(error), UsageError.exit_code)
    except TrackerError as error:
        return _complain(str(error), error.exit_code)
    except Exception as error:  # noqa: BLE001 - whatever it is, the person gets a line and the exit code of a bug
        return _own_up(error)
    return result if isinstance(result, int) else 0


def _run(arguments: list[str]) -> Any:
    """What click's own `main` does, but that one ends the process where the output breaks."""
    if instruction := os.environ.get(COMPLETE):
        from click.shell_completion import shell_complete

        return shell_complete(tracker, {}, "tracker", COMPLETE, instruction)
    try:
        with tracker.make_context("tracker", arguments) as context:
            return tracker.invoke(context)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return error.exit_code
    except click.exceptions.Exit as ended:  # how --help and --version end
        return ended.exit_code


def _make_streams_usable() -> None:
    """A stream that was closed before we began leads nowhere; one of few characters gets a ? for the others."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115,PTH123 - for the whole process
        elif mode == "w" and isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _usage_line(error: click.ClickException) -> str:
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "tracker"
    return f"{error.format_message().rstrip('.')}: `{command} -h` explains"


def _complain(line: str, exit_code: int) -> int:
    complain(line)
    return exit_code


def _tell_interrupt() -> int:
    if sys.stderr.isatty():  # it shows ^C, and no line end after it
        click.echo(err=True)
    return _complain("interrupted", INTERRUPTED)


def _tell_failure(error: OSError) -> int:
    """A full disk under a redirected output is no bug. An error of a file names it; one of a stream does not."""
    if error.filename is not None:
        return _own_up(error)
    _give_output_up()
    return _complain(f"standard output: {error.strerror or error}: not all was written", StoreError.exit_code)


def _give_output_up() -> None:
    """Write what can still be written, and let the rest not raise again at the very end."""
    try:
        sys.stdout.flush()
    except OSError:
        silence(sys.stdout)


def _own_up(error: Exception) -> int:
    if os.environ.get(DEBUG):
        traceback.print_exc()
    what = f"{type(error).__name__}: {error}"
    return _complain(f"this is a bug in tracker ({what}): please report it, with what {DEBUG}=1 prints", BUG)
