"""The options and the kinds of argument that several commands share."""

from __future__ import annotations

import re
from datetime import date
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tracker.cli.days import Lean, read_day

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.app import App
    from tracker.services.reference import Reference

COMPLETE = "_TRACKER_COMPLETE"
"""The environment variable by which a shell asks for completions."""

CONFIG_FILE: click.Path = click.Path(path_type=Path)

as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON with stable names.")
by = click.option("--by", metavar="NAME", help="Who does it, where it is not you.")
why = click.option("--why", "reason", metavar="TEXT", default="", help="The reason, in words.")
pass_app = click.pass_obj


class Day(click.ParamType[date]):
    """A day as people type it (`cli.days.read_day`)."""

    name = "day"

    def __init__(self, lean: Lean = Lean.AHEAD) -> None:
        self._lean = lean

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        app: App = click.get_current_context().find_root().obj
        try:
            return read_day(value, app, lean=self._lean)
        except ValueError as error:
            self.fail(str(error), param, ctx)


class Number(click.ParamType["Reference"]):
    """What names a commitment: 12, or 12.3 for its third occurrence."""

    name = "id"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Reference:  # noqa: ARG002 - click's signature
        from tracker.services.reference import parse_reference

        return parse_reference(value)


class Whole(click.ParamType[int]):
    """A whole number from 1 to the largest that a database holds: a change, an announcement, how many."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        from tracker.services.reference import LARGEST

        if isinstance(value, int):
            return value
        if not re.fullmatch("[0-9]{1,10}", value) or not 1 <= int(value) <= LARGEST:
            self.fail(f"{value!r} is no whole number from 1 to {LARGEST}", param, ctx)
        return int(value)


class Signed(click.ParamType[str]):
    """A word that may begin with a minus; with two of them it is an option that there is not."""

    name = "word"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ARG002 - click's signature
        word = str(value)
        if word.startswith("--"):
            known = ctx.command.params if ctx else []
            raise click.NoSuchOption(word, possibilities=[name for option in known for name in option.opts], ctx=ctx)
        return word


class SignedCommand(click.Command):
    """A command whose words may begin with a minus: `-health` is one, and no cluster of options with -h among them."""

    def __init__(self, name: str | None, **settings: Any) -> None:
        context = {"ignore_unknown_options": True, "help_option_names": ["--help"]}
        super().__init__(name, context_settings=context, **settings)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        end = args.index("--") if "--" in args else len(args)
        return super().parse_args(ctx, ["--help" if word == "-h" else word for word in args[:end]] + args[end:])


DAY, PAST_DAY, NEAR_DAY = Day(), Day(Lean.BACK), Day(Lean.NEAR)
WHOLE, SIGNED = Whole(), Signed()
reference = click.argument("reference", metavar="ID", type=Number())


def corrections(said_on: Callable[[App, dict[str, Any]], date | None]) -> Callable[..., Any]:
    """Options that say what was read wrongly, handed to the command as one `correction`.

    `said_on` gives, of the command's other options, the day of the announcement, from which the words of a due date
    count ("by Friday").
    """

    def correcting(command: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(command)
        def corrected(*args: Any, due: str | None, is_undated: bool, sense: str | None, **given: Any) -> Any:
            from tracker.core.deadline import Sense
            from tracker.services.edit import Correction

            if due is not None and is_undated:
                raise click.UsageError("--due and --no-due exclude each other.")
            fields = {name: given.pop(name) for name in ("promisor", "deed", "review_on")}
            day = _announced_day(due, lambda app: said_on(app, given)) if due is not None else None
            correction = Correction(due=day, is_undated=is_undated, sense=Sense(sense) if sense else None, **fields)
            return command(*args, correction=correction, **given)

        for option in _CORRECTIONS:
            corrected = option(corrected)
        return corrected

    return correcting


_CORRECTIONS = (
    click.option("--review-on", type=DAY, metavar="DAY", help="When to ask about it, where it has no due date."),
    click.option("--sense", type=click.Choice(["achieve", "keep"]), help="Done by the due date, or held until it."),
    click.option("--no-due", "is_undated", is_flag=True, help="It has no due date."),
    click.option("--due", metavar="DAY", help="The due date; words (“by Friday”) count from the announcement."),
    click.option("--deed", metavar="TEXT", help="What is to be done."),
    click.option("--promisor", metavar="NAME", help="Who is bound."),
)


def _announced_day(text: str, said_on: Callable[[App], date | None]) -> date:
    """A due date as people type it; the announcement is asked for its day only where words count from it."""
    from tracker.core.calendar import parse_day

    app: App = click.get_current_context().find_root().obj
    try:
        return parse_day(text, app.today)
    except ValueError:
        start = said_on(app)
    try:
        return read_day(text, app, said_on=start)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="'--due'") from error


def source_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Options for what an announcement may not say of itself, handed to the command as one `given`."""

    @wraps(command)
    def with_source(*args: Any, announced_on: date | None, publisher: str, url: str, **others: Any) -> Any:
        from tracker.readers import Given

        return command(*args, given=Given(announced_on, publisher, url), **others)

    for option in (
        click.option("--url", default="", metavar="URL", help="Where it was published."),
        click.option("--publisher", default="", metavar="NAME", help="Who published it."),
        click.option(
            "--announced-on", type=PAST_DAY, metavar="DAY", help="The day it was published, where it does not say."
        ),
    ):
        with_source = option(with_source)
    return with_source


def examples(*lines: str) -> str:
    """The end of a command's help: what one types, a line each."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)
