"""Kinds of periods and of their parts, and the ways in which they bound a deed."""

from __future__ import annotations

from enum import StrEnum


class Stretch(StrEnum):
    """A kind of calendar period."""

    DAY = "day"
    WORKING_DAY = "working day"
    WEEKEND = "weekend"
    WEEK = "week"
    FULL_WEEK = "full week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Season(StrEnum):
    """A season; three calendar months, as meteorologists count them."""

    SPRING = "spring"
    SUMMER = "summer"
    AUTUMN = "autumn"
    WINTER = "winter"


class Part(StrEnum):
    """A piece of a period."""

    EARLY = "early"
    MIDDLE = "middle"
    LATE = "late"
    START = "start"
    END = "end"
    FIRST_HALF = "first half"
    SECOND_HALF = "second half"
    REST = "rest"


class Frame(StrEnum):
    """How a period bounds a deed."""

    BY = "by"
    IN = "in"
    BEFORE = "before"
    FROM = "from"
    UNTIL = "until"
    NOT_BEFORE = "not before"
    AFTER = "after"
    WINDOW = "window"
