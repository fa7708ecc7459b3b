"""What narrows a period: "early", "mid-", "the end of", "the first half of", "later"; and words that change nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.deadlines.english.words import word_set
from tracker.deadlines.examples import Example
from tracker.deadlines.rules import Family, PartRule
from tracker.deadlines.spec import (
    Decade,
    FiscalYear,
    MonthOf,
    NamedDay,
    Narrowed,
    Part,
    PieceOf,
    Relative,
    SeasonOf,
    Stretch,
    WholeYear,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.deadlines.rules import Match
    from tracker.deadlines.spec import Noun

_PERIODS = (MonthOf, WholeYear, PieceOf, SeasonOf, FiscalYear, Decade, NamedDay)
_ORDINAL_PARTS = {"first": Part.EARLY, "early": Part.EARLY, "final": Part.LATE, "last": Part.LATE}


def _narrowing(part: Part) -> Callable[[Match, Noun], Noun | None]:
    def build(match: Match, noun: Noun) -> Noun | None:
        del match
        is_period = isinstance(noun, _PERIODS) or (isinstance(noun, Relative) and noun.stretch is not Stretch.DAY)
        is_half = isinstance(noun, Narrowed) and noun.part in (Part.FIRST_HALF, Part.SECOND_HALF)
        return Narrowed(part, noun) if is_period or is_half else None

    return build


def _narrowing_only_months(match: Match, noun: Noun) -> Noun | None:
    """ "Deadline: end of June": in other words of time "end" may be a verb."""
    del match
    return Narrowed(Part.END, noun) if isinstance(noun, MonthOf) else None


def _unchanged(match: Match, noun: Noun) -> Noun:
    del match
    return noun


RULES = (
    PartRule("early", word_set("early earlier"), r"early(?:-| in | on | )", _narrowing(Part.EARLY), is_bare=True),
    PartRule(
        "early",
        word_set("first early opening"),
        r"(?:first|early|opening) (?:days|weeks|months|part|third) (?:of|in) ",
        _narrowing(Part.EARLY),
    ),
    PartRule(
        "start of",
        word_set("start beginning outset dawn opening"),
        r"(?:start|beginning|outset|dawn|opening)(?: of |-)",
        _narrowing(Part.START),
    ),
    PartRule(
        "mid",
        word_set("mid middle midpoint"),
        r"(?:mid(?:dle of |-(?!to)| (?!to ))"
        r"|midpoint of )",
        _narrowing(Part.MIDDLE),
        is_bare=True,
    ),
    PartRule(
        "late",
        word_set("late later latter tail mid"),
        r"(?:(?:mid(?:-to-| to |-))?late(?:-| in | )|later(?: in | on in | )|latter part of "
        r"|tail end of )",
        _narrowing(Part.LATE),
        is_bare=True,
    ),
    PartRule(
        "end of",
        frozenset({"end"}),
        r"(?<!the\s)(?<!very\s)(?<!to\s)(?<!year\s)(?<!since\s)end(?: of |-| )",
        _narrowing_only_months,
        is_bare=True,
    ),
    PartRule(
        "end of",
        word_set("end close conclusion expiry last final back finish closing turn"),
        r"(?:(?:very )?(?:end|close|conclusion|finish|expiry)(?: of |-| in | )|back end of "
        r"|turn of (?=the (?:year|decade|century|month))"
        r"|(?:last|final|closing) (?:days|weeks|months|part|third) (?:of|in) )",
        _narrowing(Part.END),
    ),
    PartRule(
        "first half of",
        word_set("first ##"),
        r"(?:first|1st) half(?: of| in)? ",
        _narrowing(Part.FIRST_HALF),
        is_bare=True,
    ),
    PartRule(
        "second half of",
        word_set("second latter last final back other ##"),
        r"(?:second|2nd|latter|last|final|back|other) half(?: of| in)? ",
        _narrowing(Part.SECOND_HALF),
        is_bare=True,
    ),
    PartRule(
        "rest of",
        word_set("rest remainder course whole balance duration"),
        r"(?:rest|remainder|course|whole|balance|duration) of ",
        _narrowing(Part.REST),
    ),
    PartRule(
        "about",
        word_set("around about approximately roughly circa sometime some month year calendar as at any exactly date"),
        r"(?:around|about|approximately|roughly|circa|sometime(?: in| during| around| before)?|some time(?: in"
        r"| during)?|month of"
        r"|(?:calendar )?year|calendar|as early as|as soon as|at some point(?: in| during)?|any time (?:in"
        r"|during)|exactly"
        r"|date of) ",
        _unchanged,
    ),
)

EXAMPLES = (
    Example("The bill comes in early 2026.", "2026-04-30"),
    Example("The bill comes in early March.", "2026-03-10"),
    Example("The bill comes by mid-October.", "2025-10-20"),
    Example("The bill comes in the middle of next week.", "2025-09-25"),
    Example("The bill comes in late May.", "2026-05-31"),
    Example("Emissions will be nil by the middle of the century.", "2050-12-31"),
    Example("The bill comes by end-July.", "2026-07-31"),
    Example("The bill comes at the end of the decade.", "2029-12-31"),
    Example("The bill comes before the end of next week.", "2025-09-28"),
    Example("Deadline: end of June.", "2026-06-30"),
    Example("The bill comes in the second half of March.", "2026-03-31"),
    Example("The bill comes in the first half of March.", "2026-03-15"),
    Example("The bill comes later this year.", "2025-12-31"),
    Example("The bill comes at the start of next month.", "2025-10-10"),
    Example("The bill comes by the turn of the year.", "2025-12-31"),
    Example("The bill comes early in the second half of 2026.", "2026-08-31"),
)

COUNTEREXAMPLES = (
    "The early bird came late.",
    "The first half was dull.",
    "At the end of the day it is a game of chance.",
    "The end of the road is near.",
)

FAMILY = Family("parts", RULES, EXAMPLES, COUNTEREXAMPLES)
