"""What bounds a period: "by", "before", "on", "in", "from", "until", "not before", and "at the latest" behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.core.deadline import DeadlineKind, Sense
from tracker.deadlines.english.lengths import OVER
from tracker.deadlines.english.words import word_set
from tracker.deadlines.examples import Example
from tracker.deadlines.rules import Family, FrameRule, JointRule, TailRule
from tracker.deadlines.spec import (
    CalendarDay,
    DayNumber,
    DigitDay,
    Frame,
    Framed,
    FromNamed,
    MonthOf,
    NamedDay,
    Narrowed,
    Nth,
    PieceOf,
    Range,
    Relative,
    SeasonOf,
    Shifted,
    Weekday,
    WeekdayBeside,
    WeekWith,
    WholeYear,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.deadlines.rules import Match
    from tracker.deadlines.spec import Meaning, Noun

_DAYS = (CalendarDay, DigitDay, DayNumber, Weekday, NamedDay, Nth, Range, Narrowed, Relative, Shifted, FromNamed,
         WeekdayBeside)  # fmt: skip
_PERIODS = (MonthOf, PieceOf, SeasonOf, WeekWith)


def _framing(frame: Frame) -> Callable[[Match, Noun], Meaning | None]:
    def build(match: Match, noun: Noun) -> Meaning | None:
        del match
        return Framed(frame, noun)

    return build


def _framing_only(frame: Frame, *kinds: type) -> Callable[[Match, Noun], Meaning | None]:
    """The frame of these kinds of nouns; others it leaves alone."""

    def build(match: Match, noun: Noun) -> Meaning | None:
        del match
        return Framed(frame, noun) if isinstance(noun, kinds) else None

    return build


def _held_before(match: Match, noun: Noun) -> Meaning:
    del match
    return Framed(Frame.BEFORE, noun, Sense.KEEP)


def _latest(noun: Noun) -> Meaning:
    return Framed(Frame.BY, noun)


def _earliest(noun: Noun) -> Meaning:
    return Framed(Frame.NOT_BEFORE, noun)


def _months_in_a_row(first: Noun, last: Noun) -> Noun | None:
    """ "March and April", "April-May next year": two neighbours are one window."""
    if isinstance(first, WholeYear) and isinstance(last, WholeYear):
        return Range(first, last)
    if isinstance(first, MonthOf) and isinstance(last, MonthOf):
        return Range(first, last) if (last.number - first.number) % 12 == 1 and first.year is None else None
    return None


def _stretch(first: Noun, last: Noun) -> Noun | None:
    """ "3 May to 6 June", "June-August 2026": ends of the same kind."""
    return Range(first, last) if type(first) is type(last) else None


RULES = (
    FrameRule(
        "by",
        word_set("by latest until"),
        r"(?:by|latest by)(?: or before| about| around| at the latest| no later than)? ",
        _framing(Frame.BY),
    ),
    FrameRule(
        "by",
        word_set("no not on at in"),
        r"(?:(?:no|not) later than|on or before|at the latest (?:by|on|in)"
        r"|not (?:beyond|after)|no later|in or before|in time for|at latest) (?:than )?(?:by )?",
        _framing(Frame.BY),
    ),
    FrameRule(
        "before",
        word_set("before ahead prior in earlier this"),
        r"(?:(?:some time |sometime |well |just |shortly )?before|ahead of|prior to|in advance of|earlier than"
        r"|in the run-?up to|this side of) ",
        _framing(Frame.BEFORE),
    ),
    FrameRule(
        "not before, held",
        word_set("not never won no"),
        r"(?:not|never|won't|no) (?:[\w'-]{1,20} ){1,6}?(?:before|ahead of|prior to) ",
        _held_before,
    ),
    FrameRule(
        "in",
        word_set("in during within throughout over come inside sometime some at towards toward"),
        r"(?:in|during|within|throughout|inside|over the course of|in the course of|some ?time(?: in| during)?"
        rf"|at (?:some|any) (?:point|time) (?:in|during)|{OVER}|come|towards?)(?: or around| about)? ",
        _framing(Frame.IN),
    ),
    FrameRule("on", word_set("on"), r"on(?: or about| or around)? ", _framing_only(Frame.IN, *_DAYS)),
    FrameRule(
        "at",
        word_set("at around"),
        r"(?:at around|at about|at|around) ",
        _framing_only(Frame.IN, Narrowed, NamedDay, Relative, Nth, FromNamed),
    ),
    FrameRule("for", word_set("for"), r"for ", _framing_only(Frame.IN, *_DAYS, *_PERIODS)),
    FrameRule(
        "from",
        word_set("from starting beginning commencing effective as with start starts begins begin"),
        r"(?:from|(?:starting|beginning|commencing)(?: on| from| in| with| at)?|effective(?: from| as of| on| as from)?"
        r"|as (?:of|from)|with effect from)(?: about| around)? ",
        _framing(Frame.FROM),
    ),
    FrameRule(
        "so many a day, from",
        word_set("a per each every"),
        r"(?<=s\s)(?:a|per|each|every) (?:day|week|month|year),? (?:as )?(?:from|starting|beginning)(?: on| in)? ",
        _framing_only(Frame.FROM, CalendarDay, DigitDay, *_PERIODS),
    ),
    FrameRule(
        "until",
        word_set("until till til through thru up"),
        r"(?:until|till|'?til|through|thru|through to|right up until|up until|up to and including|up to)"
        r"(?: the end of (?=the end))? ",
        _framing(Frame.UNTIL),
    ),
    FrameRule(
        "not before",
        word_set("not no at only never"),
        r"(?:(?:not|never) (?:before|until)|(?:no|not) (?:earlier|sooner) than|at the earliest (?:in|on|by)"
        r"|only from) ",
        _framing(Frame.NOT_BEFORE),
    ),
    FrameRule(
        "after",
        word_set("after only later past beyond"),
        r"(?:only )?(?:after|later than|beyond) ",
        _framing(Frame.AFTER),
    ),
    JointRule("between", word_set("between"), r"between ", r"(?: and |-| to )(?:on |in )?", Range),
    JointRule(
        "from to",
        word_set("from starting beginning open opens"),
        r"(?:from|starting|beginning|starting on|beginning on|starting in)(?: on)? ",
        r",? (?:to|until|till|through|up to|and ending(?: on| in)?|through to|ending(?: on| in)?)(?: on)? | ?- ?",
        Range,
    ),
    JointRule("and", frozenset(), "", r" and (?![^.;]{0,40}\brespectively)|-| to ", _months_in_a_row),
    JointRule("to", frozenset(), "", r" (?:to|until|till|through) | - |-", _stretch),
    TailRule(
        "at the latest",
        frozenset(),
        r",? (?:at the (?:very )?latest|at latest|latest|or (?:earlier|sooner|before))\b",
        _latest,
    ),
    TailRule("at the earliest", frozenset(), r",? (?:at the (?:very )?earliest|at earliest|or later)\b", _earliest),
)

EXAMPLES = (
    Example("It will be done on or before 3 March.", "2026-03-03"),
    Example("It will be done before 31 December.", "2025-12-30"),
    Example("It will be done ahead of October.", "2025-09-30"),
    Example("It will begin from 1 July.", "2026-07-01"),
    Example("It will run from June.", "2026-06-30", strict_due="2026-06-01"),
    Example("It makes eight crossings a day from 2 June.", "2026-06-02"),
    Example("Fares stay frozen until 30 June.", "2026-06-30", sense=Sense.KEEP),
    Example("The offer holds through December 31, 2029.", "2029-12-31", sense=Sense.KEEP),
    Example("We will not raise fees before 2027.", "2026-12-31", sense=Sense.KEEP),
    Example("It will open no earlier than January 2026.", opens="2026-01-01", kind=DeadlineKind.OPEN),
    Example("It will open only after 6 October.", opens="2025-10-07", kind=DeadlineKind.OPEN),
    Example("It will be done between March and June 2026.", "2026-06-30", opens="2026-03-01"),
    Example("It runs from 3 November 2025 to 6 January.", "2026-01-06", opens="2025-11-03"),
    Example("It comes in March and April.", "2026-04-30", opens="2026-03-01"),
    Example("It comes on 31 March at the latest.", "2026-03-31"),
    Example("It comes in May at the earliest.", opens="2026-05-01", kind=DeadlineKind.OPEN),
    Example("It will be done before the year is out.", "2025-12-31"),
    Example("It will be done in the run-up to 3 May.", "2026-05-02"),
    Example("It will be done this side of Christmas.", "2025-12-24"),
)

COUNTEREXAMPLES = (
    "They stand by their word.",
    "It costs from 5 to 10 per cent.",
    "Between 10 and 20 people came.",
    "On one hand it works.",
    "It is for the second time.",
)

FAMILY = Family("frames", RULES, EXAMPLES, COUNTEREXAMPLES)
