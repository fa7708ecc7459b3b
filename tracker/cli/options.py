"""The options and the kinds of argument that several commands share."""

from __future__ import annotations

from datetime import date, timedelta
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.app import App
    from tracker.errors import TrackerError
    from tracker.services.reference import Reference

NEAR_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1}
CONFIG_FILE: click.Path = click.Path(path_type=Path)

as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON with stable names.")
by = click.option("--by", metavar="NAME", help="Who does it, where it is not you.")
why = click.option("--why", "reason", metavar="TEXT", default="", help="The reason, in words.")
pass_app = click.pass_obj


class Day(click.ParamType[date]):
    """A day: 2026-01-31, today, yesterday or tomorrow."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        if value in NEAR_DAYS and ctx is not None:
            app: App = ctx.find_root().obj
            return app.today + timedelta(days=NEAR_DAYS[value])
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no day; write it as 2026-01-31, or today", param, ctx)


class Number(click.ParamType["Reference"]):
    """What names a commitment: 12, or 12.3 for its third occurrence."""

    name = "id"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Reference:  # noqa: ARG002 - click's signature
        from tracker.services.reference import parse_reference

        return parse_reference(value)


DAY = Day()
reference = click.argument("reference", metavar="ID", type=Number())


def corrections(command: Callable[..., None]) -> Callable[..., None]:
    """Options that say what was read wrongly, handed to the command as one `correction`."""

    @wraps(command)
    def corrected(*args: Any, due: date | None, is_undated: bool, sense: str | None, **given: Any) -> None:
        from tracker.core.deadline import Sense
        from tracker.services.edit import Correction

        if due is not None and is_undated:
            raise click.UsageError("--due and --no-due exclude each other.")
        fields = {name: given.pop(name) for name in ("promisor", "deed", "review_on")}
        correction = Correction(due=due, is_undated=is_undated, sense=Sense(sense) if sense else None, **fields)
        command(*args, correction=correction, **given)

    for option in (
        click.option("--review-on", type=DAY, metavar="DAY", help="When to ask about it, where it has no due date."),
        click.option("--sense", type=click.Choice(["achieve", "keep"]), help="Done by the due date, or held until it."),
        click.option("--no-due", "is_undated", is_flag=True, help="It has no due date."),
        click.option("--due", type=DAY, metavar="DAY", help="The due date as announced."),
        click.option("--deed", metavar="TEXT", help="What is to be done."),
        click.option("--promisor", metavar="NAME", help="Who is bound."),
    ):
        corrected = option(corrected)
    return corrected


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
            "--announced-on", type=DAY, metavar="DAY", help="The day it was published, where it does not say."
        ),
    ):
        with_source = option(with_source)
    return with_source


def examples(*lines: str) -> str:
    """The end of a command's help: what one types, a line each."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


def warn(error: TrackerError) -> None:
    """Say what is wrong with one input while the others go on."""
    from tracker.render.clean import clean_line

    click.echo(f"tracker: {clean_line(str(error))}", err=True)
