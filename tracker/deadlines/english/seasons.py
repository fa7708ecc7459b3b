"""Seasons: "spring 2026", "this fall", "the summer", "winter 2025-26"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.core.conventions import Conventions, Hemisphere
from tracker.deadlines.alternation import any_of
from tracker.deadlines.english.words import FULL_YEAR, WRITTEN_YEAR, word_set, year_in
from tracker.deadlines.examples import Example
from tracker.deadlines.rules import Family, NounRule
from tracker.deadlines.spec import Narrowed, Part, RelativeYear, Season, SeasonOf

if TYPE_CHECKING:
    from tracker.deadlines.rules import Match
    from tracker.deadlines.spec import Noun

_SEASONS = {
    "spring": Season.SPRING,
    "summer": Season.SUMMER,
    "autumn": Season.AUTUMN,
    "fall": Season.AUTUMN,
    "winter": Season.WINTER,
}
_WORDS = frozenset(_SEASONS)
_SEASON = rf"(?P<season>{any_of(_SEASONS)})"
_NO_OTHER_SENSE = (
    r"(?! (?:of|water|in|to|short|apart|behind|back|sports?|from|by|olympics|games|school|holiday|clean|break|term))"
)


def _season(match: Match) -> Noun:
    return SeasonOf(_SEASONS[match["season"]], year_in(match))


def _across(match: Match) -> Noun | None:
    first, last = int(match["first"]), int(match["last"])
    is_next = last % 100 == (first + 1) % 100
    return SeasonOf(_SEASONS[match["season"]], first) if is_next else None


def _end(match: Match) -> Noun:
    return Narrowed(Part.END, SeasonOf(_SEASONS[match["season"]]))


def _told(match: Match) -> Noun:
    season = _SEASONS[match["season"]]
    return SeasonOf(season, RelativeYear(1)) if match["which"] == "next" else SeasonOf(season)


RULES = (
    NounRule("season", _WORDS, rf"{_SEASON}{WRITTEN_YEAR}", _season, _WORDS, is_bare=True),
    NounRule(
        "season",
        _WORDS,
        rf"{_SEASON} (?:of )?(?P<first>20\d\d)[-/](?P<last>(?:20)?\d\d)\b",
        _across,
        _WORDS,
        is_bare=True,
    ),
    NounRule(
        "season",
        word_set("this next coming"),
        rf"(?P<which>this coming|this|next|coming) {_SEASON}",
        _told,
        _WORDS,
        is_bare=True,
    ),
    NounRule("season", _WORDS, rf"(?<!after\sthe\s){_SEASON} recess\b", _season, _WORDS),
    NounRule("season", _WORDS, rf"{_SEASON}{_NO_OTHER_SENSE}", _season, _WORDS),
    NounRule("season", _WORDS, rf"{_SEASON} [a-z]{{3,15}} (?:of|in) {FULL_YEAR}", _season, _WORDS),
    NounRule("end of season", _WORDS, rf"{_SEASON}'?s end", _end, _WORDS),
)

EXAMPLES = (
    Example("The line opens in spring 2026.", "2026-05-31"),
    Example("The line opens in the summer.", "2026-08-31"),
    Example("The line opens this fall.", "2025-11-30"),
    Example("The line opens by autumn 2026.", "2026-11-30", strict_due="2026-08-31"),
    Example("The line opens in winter 2026.", "2027-02-28"),
    Example("The line opens in winter 2025-26.", "2026-02-28"),
    Example("The line opens before the winter of 2026-27.", "2026-11-30"),
    Example("The line opens in spring 2026.", "2026-11-30", conventions=Conventions(hemisphere=Hemisphere.SOUTH)),
    Example("The line opens before the spring thaw of 2027.", "2027-02-28"),
    Example("The line opens next summer.", "2026-08-31"),
    Example("The line opens before the summer recess.", "2026-05-31"),
    Example("The line opens by summer's end.", "2026-08-31"),
)

COUNTEREXAMPLES = (
    "Prices fall in line with costs.",
    "It lies by spring water.",
    "The fall of Rome was slow.",
    "They spring to their feet.",
)

FAMILY = Family("seasons", RULES, EXAMPLES, COUNTEREXAMPLES)
