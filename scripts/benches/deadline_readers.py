"""One reader of dates on the sentences that stand on standard input; prints its figures. Run by deadlines.py.

Each reader is asked as its own documentation says, for dates in the future where it has such a setting, and gives the
last days of all that it finds. A date is exact where the due date is among them, and false where a sentence without a
due date yields one that does not lie in the past.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from time import process_time
from typing import Any

Read = Callable[[str, date, "str | None"], "list[date]"]
PASSES = 3


def tracker() -> Read:
    """This project's grammar."""
    from tracker.core.conventions import Conventions
    from tracker.deadlines import find_deadlines

    known: dict[str | None, Conventions] = {}

    def read(text: str, said_on: date, country: str | None) -> list[date]:
        conventions = known.get(country) or known.setdefault(country, Conventions(country=country))
        return [one.due for one in find_deadlines(text, said_on, conventions) if one.due]

    return read


def dateparser() -> Read:
    """dateparser's search."""
    from dateparser.search import search_dates

    def read(text: str, said_on: date, country: str | None) -> list[date]:
        del country
        settings = {"RELATIVE_BASE": datetime.combine(said_on, time.min), "DATE_ORDER": "DMY",
                    "PREFER_DATES_FROM": "future", "PREFER_DAY_OF_MONTH": "last"}  # fmt: skip
        return [found.date() for _, found in search_dates(text, languages=["en"], settings=settings) or ()]

    return read


def date_wrangler() -> Read:
    """date-wrangler's parse."""
    from date_wrangler import parse

    def read(text: str, said_on: date, country: str | None) -> list[date]:
        del country
        ends = (match.range.end for match in parse(text, today=said_on))
        return [end - timedelta(days=1) for end in ends if end]

    return read


def parsedatetime() -> Read:
    """parsedatetime's nlp."""
    from parsedatetime import Calendar, Constants

    calendar = Calendar(Constants("en_GB", usePyICU=False))

    def read(text: str, said_on: date, country: str | None) -> list[date]:
        del country
        base = datetime.combine(said_on, time.min)
        return [found[0].date() for found in calendar.nlp(text, sourceTime=base) or ()]

    return read


def metadate() -> Read:
    """metadate's parse_date of several."""
    from metadate import parse_date

    def read(text: str, said_on: date, country: str | None) -> list[date]:
        del country
        base = datetime.combine(said_on, time.min)
        found = parse_date(text, reference_date=base, multi=True) or ()
        return [(one.end_date - timedelta(seconds=1)).date() for one in found]

    return read


def duckling() -> Read:
    """Duckling's parse of times and lengths of time."""
    from duckling import (
        Context,
        default_locale_lang,
        load_time_zones,
        parse,
        parse_dimensions,
        parse_lang,
        parse_locale,
        parse_ref_time,
    )

    zones = load_time_zones("/usr/share/zoneinfo")
    locale = parse_locale("EN_GB", default_locale_lang(parse_lang("EN")))
    dimensions = parse_dimensions(["time"])

    def read(text: str, said_on: date, country: str | None) -> list[date]:
        del country
        noon = int(datetime.combine(said_on, time(12), UTC).timestamp())
        context = Context(parse_ref_time(zones, "UTC", noon), locale)
        return [day for one in parse(text, context, dimensions, False) if (day := last_day(one["value"]))]

    return read


def last_day(value: dict[str, Any]) -> date | None:
    """The last day of a value of Duckling: of its grain, or of an interval, whose end is the first moment after it."""
    if value.get("type") == "interval":
        end = value.get("to")
        return (datetime.fromisoformat(end["value"]) - timedelta(seconds=1)).date() if end else None
    first = datetime.fromisoformat(value["value"]).date()
    months = {"month": 1, "quarter": 3, "year": 12}.get(value.get("grain", "day"), 0)
    if not months:
        return first + timedelta(days=6 if value.get("grain") == "week" else 0)
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    return date(year, month + 1, 1) - timedelta(days=1)


READERS = {one.__name__: one for one in (tracker, dateparser, date_wrangler, parsedatetime, metadate, duckling)}


def main(name: str) -> None:
    """Print in which sentences a reader finds a date; or how exact and how fast it is."""
    work = json.load(sys.stdin)
    read = READERS[name]()
    if "sentences" in work:
        print(json.dumps({"found": [bool(days_of(read, one)) for one in work["sentences"]]}))
        return
    dated, undated = work["dated"], work["undated"]
    exact = [date.fromisoformat(one["due"]) in days_of(read, one) for one in dated]
    false = [any(day >= date.fromisoformat(one["announced_on"]) for day in days_of(read, one)) for one in undated]
    figures = {"exact": sum(exact), "dated": len(dated), "false": sum(false), "undated": len(undated)}
    for text in ("press", "announcements"):
        told = [(one["sentence"], date.fromisoformat(one["announced_on"]), one["country"]) for one in work[text]]
        figures[text] = len(told) / best_time(read, told)
    print(json.dumps(figures))


def days_of(read: Read, one: dict[str, Any]) -> list[date]:
    """The days a reader finds in a sentence; none where it stumbles over it."""
    try:
        return read(one["sentence"], date.fromisoformat(one["announced_on"]), one["country"])
    except Exception:  # noqa: BLE001 - a reader that raises has found nothing, whatever it raised
        return []


def best_time(read: Read, sentences: list[tuple[str, date, str | None]]) -> float:
    """CPU seconds of the quickest of several passes over all sentences."""
    best = float("inf")
    for _ in range(PASSES):
        start = process_time()
        for one in sentences:
            try:
                read(*one)
            except Exception:  # noqa: BLE001, S112 - as above; the time it took counts all the same
                continue
        best = min(best, process_time() - start)
    return best


if __name__ == "__main__":
    main(sys.argv[1])
