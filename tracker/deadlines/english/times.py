"""Times of day, which change no date: "by close of business on Friday", "by noon tomorrow", "at 10 a.m. on 3 May"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.deadlines.alternation import any_of
from tracker.deadlines.english.words import WEEKDAYS, word_set
from tracker.deadlines.examples import Example
from tracker.deadlines.rules import Family, PartRule, PhraseRule
from tracker.deadlines.spec import Frame, Framed, Relative, Stretch

if TYPE_CHECKING:
    from tracker.deadlines.rules import Match
    from tracker.deadlines.spec import Meaning, Noun

_HOUR = any_of(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"))
_NEXT_WORD = rf"(?= (?:on|this|tomorrow|today|tonight|next|{any_of(WEEKDAYS)})\b)"
_ZONE = r"(?: (?:gmt|bst|cet|cest|et|est|edt|pt|utc|local time|eastern time|pacific time))?"
_CLOCK = (
    r"(?:\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?|\d{1,2} ?(?:[ap]\.?m\.?|hours|hrs|o'clock|noon)"
    rf"|(?:{_HOUR}|\d{{1,2}})(?: o'clock)?{_NEXT_WORD}){_ZONE}"
)
_DAY_END = r"(?:(?:close|end) of (?:business|play|trading|(?:the )?(?:business |working )?day)|cob|eob|eod)"
_NAMED = rf"(?:{_DAY_END}|noon|midday|midnight|first light|dawn|dusk|sunset|sunrise|lunchtime|mid-morning|nightfall)"
_TIME = rf"(?:{_NAMED}|{_CLOCK})"
_STARTS = word_set(
    "close end cob eob eod noon midday midnight first dawn dusk sunset sunrise lunchtime mid nightfall one "
    "two three four five six seven eight nine ten eleven twelve ##"
)


def _unchanged(match: Match, noun: Noun) -> Noun:
    del match
    return noun


def _today(match: Match) -> Meaning:
    del match
    return Framed(Frame.BY, Relative(Stretch.DAY))


RULES = (
    PartRule("time of day", _STARTS, rf"{_TIME},?(?: on|,? of)? ", _unchanged),
    PhraseRule(
        "end of the day",
        frozenset({"by", "before", "within"}),
        rf"(?:by|before) (?:(?:the )?{_DAY_END}|midnight|noon|midday)|within the day",
        _today,
        word_set("close business cob eob eod day midnight noon midday"),
    ),
)

EXAMPLES = (
    Example("Send it by close of business on Friday.", "2025-09-19"),
    Example("Send it by COB Friday.", "2025-09-19"),
    Example("Send it by noon tomorrow.", "2025-09-18"),
    Example("Send it by six tomorrow.", "2025-09-18"),
    Example("Send it by 5 p.m. on 3 October.", "2025-10-03"),
    Example("Send it by 17:00 on Monday.", "2025-09-22"),
    Example("Send it by midnight on 30 June 2026.", "2026-06-30"),
    Example("Send it at first light on Thursday.", "2025-09-18"),
    Example("Send it by close of business.", "2025-09-17"),
    Example("Send it by the end of the day.", "2025-09-17"),
)

COUNTEREXAMPLES = (
    "The shop shuts at 10.",
    "It rose by six to nine.",
    "They ran it by one of us.",
    "At noon the bells rang.",
)

FAMILY = Family("times", RULES, EXAMPLES, COUNTEREXAMPLES)
