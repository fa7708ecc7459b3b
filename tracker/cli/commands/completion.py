"""`tracker completion`: the script that lets a shell complete commands and options."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from tracker.cli.options import COMPLETE, examples

SHELLS = ("bash", "zsh", "fish")


@click.command(
    epilog=examples(
        'eval "$(tracker completion bash)"', "tracker completion fish > ~/.config/fish/completions/tracker.fish"
    )
)
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the completion script of SHELL."""
    made = get_completion_class(shell)
    root = ctx.find_root()
    if made is not None:
        click.echo(made(root.command, {}, "tracker", COMPLETE).source())
