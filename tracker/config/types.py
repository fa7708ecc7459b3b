"""Values that TOML does not know, each read from a text."""

from __future__ import annotations

import re
from datetime import date, time
from enum import StrEnum


class Weekday(StrEnum):
    """A day of the week by its English name, Monday first."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


class Country(str):
    """An ISO 3166-1 alpha-2 code, in capitals. Raises ValueError for anything else."""

    __slots__ = ()

    def __new__(cls, text: str) -> Country:
        if not re.fullmatch(r"[A-Za-z]{2}", text):
            raise ValueError('expected a country code of two letters, such as "PK"')
        return super().__new__(cls, text.upper())


class MonthDay(str):
    """A day of every year, "MM-DD". Raises ValueError where no year has it."""

    __slots__ = ()

    def __new__(cls, text: str) -> MonthDay:
        try:
            date.fromisoformat(f"2000-{text}")
        except ValueError:
            raise ValueError('expected a month and a day, such as "03-31"') from None
        return super().__new__(cls, text)

    @property
    def month_and_day(self) -> tuple[int, int]:
        """The same as numbers."""
        return int(self[:2]), int(self[3:])


class ClockTime(str):
    """A time of day, "HH:MM". Raises ValueError for anything else."""

    __slots__ = ()

    def __new__(cls, text: str) -> ClockTime:
        if not re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9]", text):
            raise ValueError('expected a time of day, such as "07:00"')
        return super().__new__(cls, text)

    @property
    def time(self) -> time:
        """The same as a time."""
        return time.fromisoformat(self)
