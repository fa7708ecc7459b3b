"""Fiscal years: which day ends them, by country."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.core.calendar import Period, add_days, month_end
from tracker.deadlines.resolve.context import NotSettledError

if TYPE_CHECKING:
    from datetime import date

    from tracker.core.conventions import Conventions
    from tracker.deadlines.spec import FiscalYear

_MARCH, _JUNE, _SEPTEMBER, _DECEMBER = (3, 31), (6, 30), (9, 30), (12, 31)
_MID_JULY = (7, 15)

FISCAL_YEAR_ENDS = (
    dict.fromkeys(("BW", "CA", "GB", "HK", "IN", "JM", "JP", "KW", "LS", "MM", "NA", "SG", "SZ", "ZA"), _MARCH)
    | dict.fromkeys(("AU", "BD", "EG", "ET", "FJ", "KE", "MU", "NZ", "PK", "TO", "TZ", "UG", "WS"), _JUNE)
    | dict.fromkeys(("HT", "LA", "PW", "TH", "TT", "US"), _SEPTEMBER)
    | dict.fromkeys(
        ("AE", "AR", "AT", "AZ", "BE", "BG", "BR", "CH", "CI", "CL", "CM", "CN", "CO", "CY", "CZ"), _DECEMBER
    )
    | dict.fromkeys(
        ("DE", "DK", "DZ", "EC", "EE", "ES", "FI", "FR", "GE", "GH", "GR", "HR", "HU", "ID", "IE"), _DECEMBER
    )
    | dict.fromkeys(("IL", "IS", "IT", "JO", "KR", "KZ", "LB", "LK", "LT", "LU", "LV", "MA", "MD", "ME"), _DECEMBER)
    | dict.fromkeys(("MK", "MT", "MX", "MY", "MZ", "NG", "NL", "NO", "OM", "PE", "PH", "PL", "PS", "PT"), _DECEMBER)
    | dict.fromkeys(("PY", "QA", "RO", "RS", "RU", "SA", "SE", "SI", "SK", "SN", "TN", "TR", "TW", "UA"), _DECEMBER)
    | dict.fromkeys(("UY", "VE", "VN", "ZM", "ZW"), _DECEMBER)
    | {"NP": _MID_JULY}
)
"""(month, day) on which the central government's fiscal year ends.

Source: CIA World Factbook, field "Fiscal year" (public domain). Nepal's ends with the month Asar, about 15 July; the
British tax year (to 5 April) is not the government's, which runs to 31 March.
"""

NAMED_BY_START = frozenset({"JP", "SG"})
"""Where "fiscal 2025" is the year that begins in 2025, as the ministries of finance use it; elsewhere it ends then."""


def fiscal_period(noun: FiscalYear, on: date, conventions: Conventions) -> Period:
    """The days of a fiscal year; one without a number is counted from the one that holds the day `on`.

    Raises NotSettledError where neither the country nor a setting says when fiscal years end.
    """
    end = conventions.fiscal_year_end or FISCAL_YEAR_ENDS.get(conventions.country or "")
    if end is None:
        raise NotSettledError("no country or fiscal year end is set, so its last day is not known")
    if noun.year is None:
        return _ending_in(end, on.year + (on > _last_day(end, on.year)) + noun.offset)
    by_start = conventions.country in NAMED_BY_START and end != _DECEMBER and not noun.is_pair
    return _ending_in(end, noun.year + by_start)


def _ending_in(end: tuple[int, int], year: int) -> Period:
    return Period(add_days(_last_day(end, year - 1), 1), _last_day(end, year))


def _last_day(end: tuple[int, int], year: int) -> date:
    month, day = end
    last = month_end(year, month)
    return last.replace(day=min(day, last.day))
