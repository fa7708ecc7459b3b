"""`tracker explain`: a deadline worked out step by step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from tracker.cli.options import DAY, as_json, examples, pass_app
from tracker.cli.output import show
from tracker.errors import InputError, UsageError
from tracker.registry import nearest

if TYPE_CHECKING:
    from datetime import date

    from tracker.app import App


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
    )
)
@click.argument("words", nargs=-1, required=True, metavar="WORDS…")
@click.option("--from", "start", type=DAY, metavar="DAY", help="The day of the announcement; today where not given.")
@click.option(
    "--country", type=Country(), metavar="CODE", help="Whose public holidays and fiscal year count: PK, DE, …"
)
@as_json
@pass_app
def explain(app: App, words: tuple[str, ...], start: date | None, country: str | None, as_json: bool) -> None:
    """Work out the due date that WORDS of time mean, and say why."""
    from tracker.deadlines import read_deadline
    from tracker.reports.explanation import report_explanation

    phrase = " ".join(words)
    conventions = app.settings.conventions_for("")
    if country is not None:
        conventions = replace(conventions, country=country, subdivision=None, weekend=None, fiscal_year_end=None)
    deadline = read_deadline(phrase, start or app.today, conventions)
    if deadline is None:
        raise InputError(f"no deadline found in {phrase!r}", 'write it as an announcement does: "within 30 days"')
    show(report_explanation(deadline, app.today), as_json=as_json)
