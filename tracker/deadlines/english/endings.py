"""Until a period is over, or a door shuts: "before August is out", "before we close on Monday"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.core.deadline import Sense
from tracker.deadlines.alternation import any_of
from tracker.deadlines.english.events import DATED
from tracker.deadlines.english.words import word_set
from tracker.deadlines.examples import Example
from tracker.deadlines.rules import Family, FrameRule, PhraseRule, TailRule
from tracker.deadlines.spec import Frame, Framed, FromNamed, Relative, Stretch

if TYPE_CHECKING:
    from tracker.deadlines.rules import Match
    from tracker.deadlines.spec import Meaning, Noun

_STRETCHES = {"week": Stretch.WEEK, "month": Stretch.MONTH, "quarter": Stretch.QUARTER, "half-year": Stretch.HALF,
              "year": Stretch.YEAR, "decade": Stretch.DECADE}  # fmt: skip
_IS_OVER = (
    r" (?:(?:is|are|has been) (?:quite |well and truly )?(?:out|over|up|through|done|spent|past|ended|finished)"
    r"|ends?|closes?|runs out|is(?=[.,;:\")]|$))(?!\w)"
)
_CLOSES = any_of(("close", "closes", "shut", "shuts", "lock up", "locks up", "go home", "knock off", "finish work"))
_WHO = r"(?:we|they|(?:the|its|our|their) (?:office|shop|counter|bank|library|hall|doors|polls|clinic|depot)s?)"


def _in(noun: Noun) -> Meaning:
    return Framed(Frame.IN, noun)


def _until(noun: Noun) -> Meaning:
    return Framed(Frame.UNTIL, noun)


def _of_the_running_one(match: Match) -> Meaning:
    """The month that is out is that of a day named before it, where there is one."""
    running = Relative(_STRETCHES[match["stretch"]])
    return Framed(Frame.IN, FromNamed(running, or_said=True) if match["which"] == "the" else running)


def _on_the_day(match: Match, noun: Noun) -> Meaning | None:
    del match
    return Framed(Frame.BY, noun) if isinstance(noun, DATED) else None


RULES = (
    PhraseRule(
        "before its end",
        frozenset({"before"}),
        rf"before (?P<which>the|this) (?P<stretch>{any_of(_STRETCHES)}){_IS_OVER}",
        _of_the_running_one,
        word_set("week month quarter half year decade"),
    ),
    TailRule("before its end", frozenset(), _IS_OVER, _in, behind=frozenset({"before"})),
    TailRule("before its end", frozenset(), _IS_OVER, _until, behind=frozenset({"not before, held"})),
    FrameRule(
        "before closing",
        frozenset({"before"}),
        rf"before (?:{_WHO} {_CLOSES}|(?:the )?close of (?:business|play|trading|day)) (?:up )?(?:on )?",
        _on_the_day,
        far=word_set("close closes shut shuts lock locks go knock finish"),
    ),
)

EXAMPLES = (
    Example("It will be paid back before August is out.", "2026-08-31"),
    Example("It will be paid back before the half-year is out.", "2025-12-31"),
    Example("They will be moved before winter is over.", "2026-02-28"),
    Example("They will be moved before Sunday is out.", "2025-09-21"),
    Example("The shed will be gone before 2029 is out.", "2029-12-31"),
    Example("No house will be sold before 2029 is out.", "2029-12-31", sense=Sense.KEEP),
    Example("It will be done before the month is out.", "2025-09-30"),
    Example("It opens on 3 November, and a café before the month is out.", "2025-11-30", named="2025-11-03"),
    Example("It will be in your account before we close on Friday.", "2025-09-19"),
    Example("It will be in your account before close of business on Friday.", "2025-09-19"),
)

COUNTEREXAMPLES = (
    "August is over, and the rain is here.",
    "Before the bottle is out, he is asleep.",
    "Before we close the door, listen.",
    "They wonder if Sundays are over.",
)

FAMILY = Family("endings", RULES, EXAMPLES, COUNTEREXAMPLES)
