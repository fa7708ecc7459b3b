"""Things that bear the name of their month or day: "with the March pay", "the October meeting (the 8th)"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.deadlines.alternation import any_of
from tracker.deadlines.english.events import DATED, PLAIN
from tracker.deadlines.english.words import MONTHS, word_set
from tracker.deadlines.examples import Example
from tracker.deadlines.rules import Family, FrameRule, PhraseRule
from tracker.deadlines.spec import DayNumber, Frame, Framed, MonthOf

if TYPE_CHECKING:
    from tracker.deadlines.rules import Match
    from tracker.deadlines.spec import Meaning, Noun

_MONTHS = {name: number for name, number in MONTHS.items() if len(name) > 4 or name in ("may", "june", "july")}
_MONTH = rf"(?P<month>{any_of(_MONTHS)})"
_MONTH_TOO = rf"(?P<owner>{any_of(_MONTHS)})"
_PAID = word_set(
    "card pay salary salaries wages wage bill bills invoice payroll payslip statement pension rent instalment mailing"
)
_TOLD = word_set("issue edition number roster rota timetable newsletter bulletin gazette journal magazine")
_THINGS = _PAID | _TOLD
_ITS = r"(?:the|our|your|its|their|his|her)"
_FRAMES = {"by": Frame.BY, "before": Frame.BEFORE, "from": Frame.FROM, "starting with": Frame.FROM,
           "beginning with": Frame.FROM}  # fmt: skip
_ON = (
    r"(?: \(|,? on |, (?:fixed|set|due|scheduled) for "
    r"|, which (?:is|begins?|starts?|opens?|falls|takes place)(?: on)? |, which (?:\w{1,24} ){1,4}for )"
)
_FOR = {"before": Frame.BEFORE, "ahead of": Frame.BEFORE, "by": Frame.BY, "in time for": Frame.BY, "at": Frame.IN}


def _with_it(match: Match) -> Meaning:
    return Framed(
        _FRAMES.get(" ".join(match["frame"].split()), Frame.IN), MonthOf(_MONTHS[match["month"] or match["owner"]])
    )


def _numbered(match: Match, noun: Noun) -> Meaning | None:
    """The day is of the month that the event is named after."""
    if not isinstance(noun, DayNumber) or noun.of is not None:
        return None
    frame = _FOR[" ".join(match["frame"].split())]
    return Framed(frame, DayNumber(noun.day, MonthOf(_MONTHS[match["month"]])))


def _issued(match: Match, noun: Noun) -> Meaning | None:
    del match
    return Framed(Frame.IN, noun) if isinstance(noun, DATED) else None


RULES = (
    PhraseRule(
        "thing of a month",
        word_set("with in on to off by from before starting beginning"),
        rf"(?P<frame>with|in|by|from|before|(?:starting|beginning) with"
        rf"|(?:on|to)(?= (?:{_ITS} \w{{3,9}}|\w{{3,9}}'s) {any_of(_PAID)})|off) "
        rf"(?:{_ITS} {_MONTH}|{_MONTH_TOO}'s) {any_of(_THINGS)}",
        _with_it,
        frozenset(_MONTHS),
    ),
    FrameRule(
        "event of a month, dated",
        word_set("before ahead by in at"),
        rf"(?P<frame>{any_of(_FOR)}) {_ITS} {_MONTH} (?:{PLAIN} ){{0,2}}?{PLAIN}{_ON}",
        _numbered,
        far=frozenset(_MONTHS),
    ),
    FrameRule(
        "issue of a day",
        frozenset({"in"}),
        rf"in (?:(?:the|our|its|their|his|her) )?(?:[a-z][\w-]{{0,24}}(?:'s)? ){{0,4}}?{any_of(_TOLD)} (?:of|dated) ",
        _issued,
        far=_TOLD,
    ),
)

EXAMPLES = (
    Example("The other half will come with the March pay.", "2026-03-31"),
    Example("Sixty pounds will come off the June bill.", "2026-06-30"),
    Example("It will be put to the October bills of all homes.", "2025-10-31"),
    Example("It will be credited on January's card.", "2026-01-31"),
    Example("You will see it on your October payslip.", "2025-10-31"),
    Example("Pilots get a weekend off, beginning with the January roster.", "2026-01-31", strict_due="2026-01-01"),
    Example("The names will stand in the November issue.", "2025-11-30"),
    Example("He will have savings on the table before the October meeting (the 8th).", "2025-10-07"),
    Example("The lab comes home by the March break, which begins on the 16th.", "2026-03-16"),
    Example("Mr Stone will put it in time for the November board, fixed for the 20th.", "2025-11-20"),
    Example("The list will be in the Academy's bulletin of the 25th.", "2025-09-25"),
)

COUNTEREXAMPLES = (
    "They quarrelled with the March hares.",
    "She sat at the May queen's feet.",
    "They differ on the June budget.",
    "It was in the issue of trust.",
)

FAMILY = Family("things of a month", RULES, EXAMPLES, COUNTEREXAMPLES)
