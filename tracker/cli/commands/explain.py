"""`tracker explain`: a deadline worked out step by step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from tracker.cli.options import PAST_DAY, as_json, examples, pass_app
from tracker.cli.output import show, show_line
from tracker.errors import InputError, UsageError
from tracker.registry import nearest

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from tracker.app import App
    from tracker.core.conventions import Conventions


class Country(click.ParamType[str]):
    """The two letters of a country whose public holidays are known."""

    name = "code"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ARG002 - click's signature
        from holidays import country_holidays, list_supported_countries  # half a second that most runs do not need

        code = str(value).upper()
        known = list_supported_countries(include_aliases=False)
        if code in known:
            return code
        is_alias = code in list_supported_countries()  # UK for GB
        near = [str(country_holidays(code).country)] if is_alias else nearest(code, list(known))
        raise UsageError(
            f"--country: there is no calendar of {value!r}",
            f"did you mean {' or '.join(near)}?" if near else "give the two letters of ISO 3166-1, as PK or DE",
        )


@click.command(
    epilog=examples(
        'tracker explain "within the next 30 days" --from 2025-09-17',
        'tracker explain "within 30 working days" --from 2025-09-17 --country PK',
        "tracker explain --batch sentences.jsonl",
    )
)
@click.argument("words", nargs=-1, metavar="WORDS…")
@click.option(
    "--batch",
    type=click.Path(),
    metavar="FILE.jsonl",
    help='Explain the "text" of each line {"id", "announced_on", "text"}; prints one JSON object a line.',
)
@click.option(
    "--from",
    "start",
    type=PAST_DAY,
    metavar="DAY",
    help="The day of the announcement: today where not given; with --batch what each line says, where not given.",
)
@click.option(
    "--country", type=Country(), metavar="CODE", help="Whose public holidays and fiscal year count: PK, DE, …"
)
@as_json
@pass_app
def explain(
    app: App, words: tuple[str, ...], batch: str | None, start: date | None, country: str | None, as_json: bool
) -> int:
    """Work out the due date that WORDS of time mean, and say why."""
    if bool(words) == (batch is not None):
        raise UsageError("explain takes WORDS of time or --batch FILE.jsonl", "`tracker explain -h` shows both")

    def conventions_for(publisher: str) -> Conventions:
        own = app.settings.conventions_for(publisher)
        if country is None:
            return own
        return replace(own, country=country, subdivision=None, weekend=None, fiscal_year_end=None)

    if batch is not None:
        return _explain_lines(app, batch, start, conventions_for)
    _explain_words(app, " ".join(words), start, conventions_for(""), as_json=as_json)
    return 0


def _explain_words(app: App, phrase: str, start: date | None, conventions: Conventions, *, as_json: bool) -> None:
    from tracker.deadlines import read_deadline
    from tracker.reports.explanation import report_explanation

    deadline = read_deadline(phrase, start or app.today, conventions)
    if deadline is None:
        raise InputError(f"no deadline found in {phrase!r}", 'write it as an announcement does: "within 30 days"')
    show(report_explanation(deadline, app.today), as_json=as_json)


def _explain_lines(app: App, place: str, start: date | None, conventions_for: Callable[[str], Conventions]) -> int:
    """One object a line on standard output; the lines that cannot be used are named at the end."""
    from tracker.cli.reading import ReadingFiles
    from tracker.readers import Given
    from tracker.reports.explanation import explained_line
    from tracker.services.explain import explain

    with ReadingFiles(
        app, [place], Given(announced_on=start), "announced_on in its line, or for all of them with --from"
    ) as lines:
        for one in lines:
            lines.progress.clear()
            found = explain(one.text, one.announced_on, conventions_for(one.publisher))
            show_line(explained_line(one, found))
    return lines.exit_code
