"""Weekdays beside another day, and what a weekday owns: "the Friday before Easter", "before Monday's meeting"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.deadlines.alternation import any_of
from tracker.deadlines.english.events import DATED, EVENTS, PLAIN
from tracker.deadlines.english.words import EVERY_WEEKDAY, WEEKDAY, WEEKDAYS, weekday_in, word_set
from tracker.deadlines.examples import Example
from tracker.deadlines.rules import Family, FrameRule, PartRule, PhraseRule
from tracker.deadlines.spec import (
    CalendarDay,
    Frame,
    Framed,
    NamedDay,
    Range,
    Relative,
    Stretch,
    Weekday,
    WeekdayBeside,
    WeekWith,
)

if TYPE_CHECKING:
    from tracker.deadlines.rules import Match
    from tracker.deadlines.spec import Meaning, Noun

_WORDS = frozenset(EVERY_WEEKDAY)
_FRAMES = {"by": Frame.BY, "in time for": Frame.BY, "before": Frame.BEFORE, "ahead of": Frame.BEFORE,
           "prior to": Frame.BEFORE, "from": Frame.FROM, "with effect from": Frame.FROM, "as of": Frame.FROM,
           "as from": Frame.FROM, "until": Frame.UNTIL, "at": Frame.IN, "on": Frame.IN, "in": Frame.IN,
           "no later than": Frame.BY, "not later than": Frame.BY}  # fmt: skip
_OWNED = any_of(name for name in _FRAMES if name not in ("on", "at", "in"))
_OF_DAYS = ("by", "on", "before", "until", "from", "no later than", "not later than")
_FRAMED = any_of(_OF_DAYS)
_STARTS = frozenset(name.partition(" ")[0] for name in _FRAMES)
_DAY_STARTS = frozenset(name.partition(" ")[0] for name in _OF_DAYS)
_OWNS = rf"(?P<day>{any_of((*WEEKDAYS, 'tomorrow', 'next week', 'next month'))})'s"
_OWNED_EVENTS = {
    *EVENTS,
    *word_set("sailing train flight crossing service performance show match game round shift race"),
}
_ISSUES = word_set("cheques checks pay wages packet edition issue bulletin gazette newsletter paper papers")
_EVENT_LEAD = rf"(?:the )?{PLAIN}(?: {PLAIN}){{0,4}}?"
_WHICH = r", which (?:is|falls on|is on|begins on|starts on|takes place on|comes on|will be on) "


def _beside(match: Match, noun: Noun) -> Noun | None:
    if not isinstance(noun, (*DATED, NamedDay, Range)):
        return None
    return WeekdayBeside(weekday_in(match) or 0, noun, is_before=match["side"] == "before")


def _week_beside(match: Match, noun: Noun) -> Noun | None:
    """The calendar week that begins on the first Monday after a day; or the one that ends ahead of its week."""
    if not isinstance(noun, (*DATED, NamedDay, Range)):
        return None
    return WeekWith(
        WeekdayBeside(0, noun) if match["side"] != "before" else WeekdayBeside(6, WeekWith(noun), is_before=True)
    )


def _exact(match: Match, noun: Noun) -> Meaning | None:
    frame = " ".join((match["frame"] or "on").split())
    return Framed(_FRAMES[frame], noun) if isinstance(noun, CalendarDay) else None


def _beside_event(match: Match, noun: Noun) -> Meaning | None:
    if not isinstance(noun, DATED):
        return None
    frame = " ".join((match["frame"] or "on").split())
    beside = WeekdayBeside(weekday_in(match) or 0, noun, match["side"] == "before", is_told=match["which"] is None)
    return Framed(_FRAMES[frame], beside)


def _owned(match: Match) -> Meaning:
    day = " ".join(match["day"].split())
    relative = {"tomorrow": (Stretch.DAY, 1), "next week": (Stretch.WEEK, 1), "next month": (Stretch.MONTH, 1)}
    noun = Relative(*relative[day]) if day in relative else Weekday(EVERY_WEEKDAY[day])
    return Framed(_FRAMES[" ".join(match["frame"].split())], noun)


def _weekend(match: Match, noun: Noun) -> Noun | None:
    """It ends where the week of its day does."""
    del match
    if isinstance(noun, Range):
        return noun
    return WeekWith(noun) if isinstance(noun, DATED) else None


RULES = (
    PartRule("weekday beside", _WORDS, rf"{WEEKDAY} (?P<side>before|after|following) ", _beside, is_bare=True),
    PartRule("week beside", frozenset({"week"}), r"week (?P<side>before|after|following) ", _week_beside, is_bare=True),
    FrameRule(
        "counted day, dated",
        _DAY_STARTS,
        rf"(?P<frame>{_FRAMED}) the {any_of(('first', 'second', 'third', 'fourth', 'last'))} {any_of(WEEKDAYS)} "
        rf"(?:of|in|after|before) {_EVENT_LEAD}(?:, | \()",
        _exact,
        far=frozenset(WEEKDAYS),
    ),
    PartRule("weekend of", frozenset({"weekend"}), r"weekend of ", _weekend, is_bare=True),
    FrameRule(
        "weekday beside event, dated",
        _WORDS | _DAY_STARTS,
        rf"(?:(?P<frame>{_FRAMED}) (?:the )?)?{WEEKDAY} (?P<side>before|after) {_EVENT_LEAD}"
        rf"(?:(?P<which>{_WHICH})|,(?: that is,?)?(?: on)? | \()",
        _beside_event,
        far=frozenset({"before", "after"}),
    ),
    PhraseRule(
        "what a day owns",
        frozenset({"in"}),
        rf"(?P<frame>in) (?:this )?{_OWNS} (?:{PLAIN} )?{any_of(_ISSUES)}\b",
        _owned,
        frozenset(WEEKDAYS) | word_set("tomorrow week month"),
    ),
    PhraseRule(
        "what a day owns",
        _STARTS,
        rf"(?P<frame>{_OWNED}|at(?= (?:tomorrow|next))) {_OWNS} (?:{PLAIN} ){{0,3}}?{any_of(_OWNED_EVENTS)}\b",
        _owned,
        frozenset(WEEKDAYS) | word_set("tomorrow week month"),
    ),
)

EXAMPLES = (
    Example("The fee is due by the Monday after 4 November.", "2025-11-10"),
    Example("The fee is due by the Monday after 3 November.", "2025-11-10"),
    Example("The stalls will be up by the Friday before Easter.", "2026-04-03"),
    Example("The bridge will open the Friday before Founders' Day, May 22.", "2026-05-22"),
    Example("A first word will come on the Tuesday after the vote, which is this Sunday.", "2025-09-23"),
    Example("The scaffold comes down in the week after Easter.", "2026-04-12"),
    Example("The scaffold comes down in the week before Easter.", "2026-03-29"),
    Example("You will have it by the first Sunday of Advent, 30 November.", "2025-11-30"),
    Example("The money is at the counter from the Monday after Holy Week, that is, 6 April.", "2026-04-06"),
    Example("It will be flown over the weekend of 4 and 5 October.", "2025-10-05", opens="2025-10-04"),
    Example("It will be flown over the weekend of 4 October.", "2025-10-05"),
    Example("The overtime will be in this Friday's cheques.", "2025-09-19"),
    Example("The papers will be out before Monday's meeting.", "2025-09-21"),
    Example("It holds with effect from Sunday's first departure.", "2025-09-21"),
    Example("The lists will be up in time for tomorrow's vote.", "2025-09-18"),
    Example("A plan will be shown at next week's meeting.", "2025-09-28"),
)

COUNTEREXAMPLES = (
    "They were shaken by Monday's news.",
    "The Friday before, all was well.",
    "It rained on the weekend of the fair.",
    "He knew it from Sunday's paper.",
    "Pressed at Tuesday's meeting, the chair said that it would go.",
)

FAMILY = Family("beside", RULES, EXAMPLES, COUNTEREXAMPLES)
