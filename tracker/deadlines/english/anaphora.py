"""Days told from a date that the text names before: "on 3 May, and closes four weeks later", "the following Monday"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.core.deadline import Unit
from tracker.deadlines.alternation import any_of
from tracker.deadlines.english.lengths import NUMBER_STARTS, UNIT_WORDS
from tracker.deadlines.english.words import EVERY_WEEKDAY, WEEKDAY, weekday_in, word_set
from tracker.deadlines.examples import Example
from tracker.deadlines.rules import Family, LengthRule, NounRule
from tracker.deadlines.spec import Counted, DayOf, Event, Frame, Framed, FromNamed, Relative, Stretch, Weekday

if TYPE_CHECKING:
    from tracker.deadlines.rules import Match
    from tracker.deadlines.spec import Length, Meaning, Noun

_ENDS = r"(?=[.,;:)]|$| ?- | and\b| but\b| or\b)"
_DAY_PARTS = ("morning", "afternoon", "evening", "night")
_STRETCHES = {"week": Stretch.WEEK, "month": Stretch.MONTH, "quarter": Stretch.QUARTER, "year": Stretch.YEAR}
_EVENTS = word_set(
    "meeting vote election ballot poll hearing summit conference session ceremony signing launch opening closing "
    "ruling verdict referendum debate match race final deadline date trial auction sale visit event"
)
_HOURS_OF_A_DAY = 3
"""Up to so many hours later it is taken to be the same day."""
_MAY_BE = r"(?:(?<=by\s)|(?<=before\s)|(?<=until\s)|(?<=till\s)|(?<=of\s)|(?<=to\s))"
"""What frames words that name no day by themselves."""
_OF_UNITS = "|".join(rf"(?<={unit}\sof\s)" for unit in sorted(UNIT_WORDS) if unit.endswith("s"))
APART = (
    r"[.!?;] [^.!?]{0,200}[.!?;] |\n ?\n|\b(?:last|past|previous) (?:week|month|year|spring|summer|autumn|winter)\b"
    r"|\b(?:ago|yesterday|since)\b|\bhaving (?!to\b)[^.;,]{0,80}$"
    r"|\b(?:than|(?:up|down) from|compared (?:with|to)) [^.;,]{0,40}$"
    r"|\b(?:than|from|of|as|for|lasts|(?<!the\s)last|each|every|another|against|with|took|taken|after)"
    r" (?:the |that |some |about )?$"
    r"|\b(?:any|anyone|anybody|whoever|whenever|if (?:you|somebody|someone|he|she|they)|when you|where you)"
    r"\b[^.;:]{0,80}$"
    r"|[.!?] (?:ring|call|phone|write|email|text|ask|apply|send|come|report)(?: [^.;:]{0,60})?, and\b[^.;:]{0,80}$"
)
"""What keeps words of time apart from a date before them: a whole sentence, the past, a comparison, what the reader or
anybody does first.
"""


FOUNDED = (
    r"\b(?:be|is|are|gets?) (?:then )?(?:appointed|set up|named|formed|established|convened|created|constituted|elected"
    r"|sworn in|chosen|picked|put together|commissioned|launched) $"
)
GOES_ON = (
    r",? (?:and|which|who) (?:then )?(?:(?:is|are) (?:then )?(?:to|expected to|due to)|has to|have to|will|must|shall"
    r"|should|may|can|to) (?!(?:be|have)\b)[^.;:!?]{2,80}? "
)
"""The two sides of the day from which somebody who is appointed has so long."""


def _later(length: Length, tail: Match, noun: Noun | None) -> Meaning:
    del tail, noun
    amount, unit = length.pieces[0]
    if unit is Unit.HOUR and amount <= _HOURS_OF_A_DAY:
        return Framed(Frame.IN, FromNamed())
    return Counted(length, FromNamed())


def _earlier(length: Length, tail: Match, noun: Noun | None) -> Meaning:
    del tail, noun
    return Counted(length, FromNamed(), is_before=True)


def _weekday(match: Match) -> Noun:
    return FromNamed(Weekday(weekday_in(match) or 0))


def _weekday_beside(match: Match) -> Noun:
    return FromNamed(Weekday(weekday_in(match) or 0, later=-1 if match["side"] == "before" else 0))


def _next_day(match: Match) -> Noun:
    del match
    return FromNamed(Relative(Stretch.DAY, 1))


def _beside(match: Match) -> Noun:
    stretch = _STRETCHES.get(match["stretch"], Stretch.DAY)
    return FromNamed(Relative(stretch, -1 if match["side"] == "before" else 1))


def _eve(match: Match) -> Noun:
    del match
    return FromNamed(Relative(Stretch.DAY, -1))


def _the_weekday(match: Match) -> Noun:
    return FromNamed(Weekday(weekday_in(match) or 0), or_said=True)


def _that_weekday(match: Match) -> Noun:
    return FromNamed(Weekday(weekday_in(match) or 0))


def _that(match: Match) -> Noun:
    del match
    return FromNamed()


def _then(match: Match) -> Noun:
    return DayOf(Event(match.words), is_named_before=True)


def _that_event(match: Match) -> Noun:
    return DayOf(Event(match["event"]), is_named_before=True)


RULES = (
    LengthRule(
        "later",
        NUMBER_STARTS,
        "",
        r" (?:later(?! than\b)|thereafter|afterwards?|from then|from that (?:date|day)"
        rf"|(?:further )?on{_ENDS}|after{_ENDS})",
        _later,
        words=UNIT_WORDS,
    ),
    LengthRule(
        "earlier",
        NUMBER_STARTS,
        "",
        rf" (?:before(?:hand)?|earlier|in advance){_ENDS}",
        _earlier,
        words=UNIT_WORDS,
    ),
    NounRule(
        "following weekday",
        frozenset({"following"}),
        rf"following {WEEKDAY}(?: (?:{any_of(_DAY_PARTS)}))?",
        _weekday,
        frozenset(EVERY_WEEKDAY),
        is_bare=True,
    ),
    NounRule(
        "weekday beside",
        frozenset(EVERY_WEEKDAY),
        rf"{WEEKDAY} (?P<side>before|after){_ENDS}",
        _weekday_beside,
        frozenset(EVERY_WEEKDAY),
        is_bare=True,
    ),
    NounRule(
        "next day",
        word_set("following next"),
        rf"(?:following|next) (?:{any_of(_DAY_PARTS)})",
        _next_day,
        frozenset(_DAY_PARTS),
        is_bare=True,
    ),
    NounRule(
        "day beside",
        word_set("day night morning evening week month quarter year"),
        r"(?P<stretch>day|night|morning|evening|week|month(?= after)|quarter(?= after)|year(?= after))"
        rf" (?P<side>before|after)(?:{_ENDS}|(?= (?:in|at) ))",
        _beside,
        word_set("before after"),
        is_bare=True,
    ),
    NounRule(
        "eve", frozenset({"eve"}), rf"(?:(?<=the\s)|(?<=its\s))eve{_ENDS}", _eve, frozenset({"eve"}), is_bare=True
    ),
    NounRule("then", frozenset({"then"}), rf"{_MAY_BE}then", _then, frozenset({"then"})),
    NounRule(
        "that",
        frozenset({"that"}),
        rf"(?:(?<=after\s)|(?<=before\s)|{_OF_UNITS}|(?<=ahead\sof\s)|(?<=prior\sto\s))"
        r"that(?=[.,;:)]|$| (?:and|but|it|they|we|he|she|the|there)\b)",
        _that,
        word_set("after before ahead prior") | UNIT_WORDS,
    ),
    NounRule(
        "that day",
        frozenset({"same", "very"}),
        rf"(?:(?<=that\s)|(?<=the\s))(?:(?:very )?same|very) (?:{any_of((*_DAY_PARTS, 'day', 'date'))})",
        _that,
        frozenset({*_DAY_PARTS, "day", "date"}),
        is_bare=True,
    ),
    NounRule(
        "at that time",
        frozenset({"same"}),
        r"(?<=[a-z]\sat\sthe\s)same time(?=[.;)\"]|$|,? and\b)",
        _that,
        frozenset({"time"}),
    ),
    NounRule(
        "that day",
        frozenset({"that"}),
        rf"that (?:{any_of(_DAY_PARTS)})",
        _that,
        frozenset(_DAY_PARTS),
        is_bare=True,
    ),
    NounRule(
        "the weekday",
        frozenset(EVERY_WEEKDAY),
        rf"(?<=on\sthe\s){WEEKDAY}(?: (?:{any_of(_DAY_PARTS)}))?{_ENDS}",
        _the_weekday,
        frozenset(EVERY_WEEKDAY),
        is_bare=True,
    ),
    NounRule(
        "that weekday",
        frozenset({"that"}),
        rf"that (?:same )?{WEEKDAY}",
        _that_weekday,
        frozenset(EVERY_WEEKDAY),
        is_bare=True,
    ),
    NounRule(
        "that event",
        frozenset({"that"}),
        rf"{_MAY_BE}that (?P<event>{any_of(_EVENTS)})",
        _that_event,
        _EVENTS,
    ),
)

EXAMPLES = (
    Example("The prologue is on 4 October, with the finish three days later.", "2025-10-07", named="2025-10-04"),
    Example("Half is due at the close of June, the balance twelve months on.", "2027-06-30", named="2026-06-30"),
    Example("We go live on 24 May, with a test a month before.", "2026-04-24", named="2026-05-24"),
    Example("The court sits on 3 November and will rule the day after.", "2025-11-04", named="2025-11-03"),
    Example("The talks open on 3 November and resume the following Monday.", "2025-11-10", named="2025-11-03"),
    Example("The road shuts on 3 November, the bridge the Thursday after.", "2025-11-06", named="2025-11-03"),
    Example("They meet on 3 November in Rome, the day after in Bern.", "2025-11-04", named="2025-11-03"),
    Example("The ship docks on 3 November and leaves the next morning.", "2025-11-04", named="2025-11-03"),
    Example("The ban ends at six on 3 November, and talks resume an hour later.", "2025-11-03", named="2025-11-03"),
    Example("Polls close on 3 November. Counting will start that same evening.", "2025-11-03", named="2025-11-03"),
    Example("You will see it on 3 November, and the map at the same time.", "2025-11-03", named="2025-11-03"),
    Example("The car leaves on 3 November, and is back on the Thursday.", "2025-11-06", named="2025-11-03"),
    Example("All of it goes before 3 November; the rest will go a year after that.", "2026-11-03", named="2025-11-02"),
    Example("The final will be on 3 May, with a concert on the eve.", "2026-05-02", named="2026-05-03"),
    Example("Ballots go out on 3 November and will be counted the week after.", "2025-11-16", named="2025-11-03"),
    Example("The vote will be on 5 November. Papers will be sent before then.", "2025-11-04", named="2025-11-05"),
    Example("The board sits on 5 November. Ahead of that meeting, papers go out.", "2025-11-04", named="2025-11-05"),
    Example("He took office on 10 September and will report three weeks later.", "2025-10-01"),
    Example("It opens before 3 May; a fair will follow two days later.", "2026-05-05", named="2026-05-02"),
)

COUNTEREXAMPLES = (
    "He was elected on 3 May and resigned two days later.",
    "Two weeks later the mayor came back.",
    "They will pay sooner or later.",
    "On the eve, they sang.",
    "By then the harm was done.",
    "It was late, and the following Monday it rained.",
)

FAMILY = Family("anaphora", RULES, EXAMPLES, COUNTEREXAMPLES)
