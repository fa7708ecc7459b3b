"""`tracker config`: the configuration in force."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from tracker.cli.options import as_json, examples, pass_app
from tracker.cli.output import show as show_report

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tracker.app import App
    from tracker.reports.table import Value


@click.group(
    epilog=examples(
        "tracker config show", "mkdir -p ~/.config/tracker", "tracker config default > ~/.config/tracker/config.toml"
    )
)
def config() -> None:
    """Show the configuration in force, or the commented default to start one from."""


@config.command(epilog=examples("tracker config show", "tracker config show --json"))
@as_json
@pass_app
def show(app: App, as_json: bool) -> None:
    """Print every setting in force, and the file that it comes from."""
    import msgspec

    from tracker.reports.configuration import report_configuration

    settings = dict(_flatten(msgspec.to_builtins(app.settings, enc_hook=str)))
    show_report(report_configuration(app.config_origin, settings), as_json=as_json)


@config.command(epilog=examples("mkdir -p ~/.config/tracker", "tracker config default > ~/.config/tracker/config.toml"))
def default() -> None:
    """Print the default configuration, with every key explained."""
    from tracker.config import default_text

    click.echo(default_text(), nl=False)


def _flatten(table: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Value]]:
    """The keys of a table as the file's dotted ones; a list is a tuple."""
    for key, value in table.items():
        path = f"{above}{key}"
        if isinstance(value, dict):
            yield from _flatten(value, f"{path}.")
        else:
            yield path, tuple(value) if isinstance(value, list | tuple) else value
