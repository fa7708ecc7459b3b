"""How a reader of dates settles what the words leave open; one frozen value, the same for a whole announcement."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.core.calendar import Period


class DateOrder(StrEnum):
    """Which number comes first in a date of digits: 10/11/2025 is 10 November (dmy) or October 11 (mdy)."""

    DMY = "dmy"
    MDY = "mdy"
    YMD = "ymd"


class Hemisphere(StrEnum):
    """Which half of the earth the seasons follow."""

    NORTH = "north"
    SOUTH = "south"


@dataclass(frozen=True, slots=True)
class NamedDays:
    """A name that stands for a period: "COP31" for its two weeks. The name is matched without regard to case."""

    name: str
    period: Period


@dataclass(frozen=True, slots=True)
class Conventions:
    """What DEADLINES leaves to a setting.

    country       ISO 3166-1 alpha-2 code whose public holidays and fiscal year count; None: neither is known
    subdivision   ISO 3166-2 part of that country, for its own holidays
    date_order    of dates in digits
    fiscal_year_end   (month, day) of a fiscal year's last day; None: the country's, where it is known
    weekend       the days of the week without work, 0 is Monday; None: the country's, else Saturday and Sunday
    hemisphere    of the seasons
    named_days    periods with a name of their own
    """

    country: str | None = None
    subdivision: str | None = None
    date_order: DateOrder = DateOrder.DMY
    fiscal_year_end: tuple[int, int] | None = None
    weekend: frozenset[int] | None = None
    hemisphere: Hemisphere = Hemisphere.NORTH
    named_days: tuple[NamedDays, ...] = ()


PLAIN = Conventions()
