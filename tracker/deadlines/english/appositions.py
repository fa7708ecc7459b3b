"""Events with their date beside them: "by the opening of the season, 1 February", "when the term begins, on 3 May"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.deadlines.alternation import any_of
from tracker.deadlines.english.events import AFTER as AFTER_EVENT
from tracker.deadlines.english.events import (
    BEFORE,
    DATED,
    DETERMINER,
    EVENTS,
    NAMED,
    OF,
    OF_OR_AFTER,
    PLAIN,
    around,
    dated_after,
    dated_before,
)
from tracker.deadlines.english.words import MONTHS, word_set
from tracker.deadlines.examples import Example, conditional
from tracker.deadlines.rules import Family, FrameRule, PhraseRule, compiled
from tracker.deadlines.spec import (
    Awaited,
    CalendarDay,
    DayNumber,
    Event,
    Frame,
    Framed,
    MonthOf,
    Nth,
    Range,
    Stretch,
    Weekday,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.deadlines.rules import AnyRule, Match
    from tracker.deadlines.spec import Meaning, Noun

_SINGLE = word_set(
    "opens closes goes begins starts ends meets votes returns comes takes leaves expires lapses runs falls sits rises "
    "reopens resumes convenes reconvenes decides hears rules publishes launches lands arrives departs docks sails "
    "retires steps changes switches breaks finishes moves enters turns shuts gathers assembles kicks plays sets hands "
    "speaks dissolves concludes completes reports bites lifts reaches marches travels sings rehearses trains stands "
    "swears rides climbs crosses"
)
_SEVERAL = word_set(
    "open close go begin start end meet vote return come take leave expire lapse run fall sit rise reopen resume "
    "convene reconvene decide rule publish land arrive depart dock sail retire step change switch break finish move "
    "enter turn shut gather assemble kick play set hand speak report bite lift reach"
)
_VERBS = _SINGLE | _SEVERAL
_IS_DONE = (
    r"(?:is|are|gets?) (?:\w{2,16}(?:ed|en|wn|ut|ld|pt|lt|nt|id)|opened|put|cut|let|set)"
    r"(?: (?:up|down|out|over|off|back|in))?"
)
_FOR_THEM = r"for (?:the |their |its |our )?\w{2,16}"
_WORD = rf"(?!\w{{1,24}}ed\b){PLAIN}"
_CLAUSE = (
    rf"(?:{DETERMINER} )?(?:{_WORD} ){{1,6}}?(?:{any_of(_VERBS)}|{_IS_DONE})\b"
    rf"(?: (?:on sale|into force|into effect|on air|to the polls|to press|{_FOR_THEM})|(?: {_WORD}){{0,3}}?)"
)
_THEIR = (
    rf"(?:i|we|they|he|she|it|you) (?:{_WORD} ){{0,2}}?{_WORD}(?: (?:(?!on\b|by\b|in\b)\w{{1,24}}|{_FOR_THEM})){{0,4}}?"
)
"""A clause of a pronoun has a verb, whichever it is."""
_ANY = rf"(?!(?:schedule|time|plan|expectations)\b)(?:{DETERMINER} )?{_WORD}(?: {_WORD}){{0,6}}?"
_ON = (
    r"(?:,? (?:on|is on|falls on|due on|set for|scheduled for|planned for|which (?:is|was|falls) on"
    r"|which (?:\w{1,24} ){1,6}for) |, | \()"
)
_WHICH = (
    r"(?:, which (?:(?!will\b|on\b)[a-z0-9.]{1,12} ){0,4}(?:is|begins?|starts?|opens?|falls?|ends?|closes?|comes?)"
    r"(?: (?!on\b)[a-z]{1,12}){0,3} on "
    r"|, which (?:(?!will\b|on\b)[a-z0-9.]{1,12} ){0,4}(?:is|are|will be|falls?)(?: about| around)? "
    r"|, falling(?: (?!on\b)[a-z]{1,12}){0,3} on | \((?:it )?(?:starts|begins|opens|is|falls)(?: on)? )"
)
_YEAR = r"\b20\d\d\b"
_OF_MONTH = rf"\b(?:of|the) (?P<month>{any_of(name for name in MONTHS if len(name) > 4)})\b"
_VERB_WORDS = _VERBS | {"sale", "is", "are", "get", "gets"}


def _framing(frame: Frame) -> Callable[[Match, Noun], Meaning | None]:
    def build(match: Match, noun: Noun) -> Meaning | None:
        return Framed(frame, _of_its_year(match, noun)) if _is_date(match, noun) else None

    return build


def _of_its_year(match: Match, noun: Noun) -> Noun:
    """A day of the year or month that its event is named after: "Easter 2026, which falls on 5 April"."""
    year, month = compiled(_YEAR).search(match.words), compiled(_OF_MONTH).search(match.words)
    if year and isinstance(noun, CalendarDay) and noun.year is None:
        return noun._replace(year=int(year[0]))
    if month and isinstance(noun, DayNumber) and noun.of is None:
        return noun._replace(of=MonthOf(MONTHS[month["month"]]))
    return noun


def _is_date(match: Match, noun: Noun) -> bool:
    """True for a day, or for several where they stand in brackets; a weekday needs a word before it."""
    if isinstance(noun, Range):
        return match.words.endswith("(")
    return isinstance(noun, DATED) and not (isinstance(noun, Weekday) and match.words.endswith(", "))


def _by_its_first_day(match: Match, noun: Noun) -> Meaning | None:
    """What is to be ready for an event must be so when it begins."""
    if not _is_date(match, noun):
        return None
    return Framed(Frame.BY, Nth(1, Stretch.DAY, noun) if isinstance(noun, Range) else noun)


def _awaited(match: Match) -> Meaning:
    return Awaited(Event(" ".join(match["event"].split())))


def _beside(frame: Frame, starts: str, lead: str, what: str, far: frozenset[str]) -> FrameRule:
    """What begins with some words, names an event and gives its date."""
    return FrameRule(f"{frame} event, dated", word_set(starts), rf"(?:{lead}) {what}{_ON}", _framing(frame), far=far)


_EVENT_WORDS = frozenset(EVENTS)
_START_WORDS = word_set("start beginning opening launch commencement entry")
_START = rf"(?:the|its|their|his|her|our) (?:{PLAIN} ){{0,3}}?{any_of(_START_WORDS)}{OF}"
_BRACKETED = rf"{NAMED}{_ON}"

RULES: tuple[AnyRule, ...] = (
    _beside(Frame.BEFORE, "before", "before", NAMED, _EVENT_WORDS),
    _beside(Frame.BEFORE, "before", "before", _CLAUSE, _VERB_WORDS),
    FrameRule(
        "before event, dated",
        frozenset({"before"}),
        rf"before (?:(?P<clause>{_THEIR}), and (?P=clause) on |{_THEIR} on )",
        _framing(Frame.BEFORE),
        far=word_set("i we they he she it you"),
    ),
    _beside(Frame.BEFORE, "ahead prior in", "ahead of|prior to|in the run-?up to", _ANY, frozenset()),
    _beside(Frame.BY, "by", "by", NAMED, _EVENT_WORDS),
    _beside(Frame.BY, "by", "by(?: the (?:time|day|date))", _CLAUSE, _VERB_WORDS),
    _beside(Frame.UNTIL, "until till", "until|till", NAMED, _EVENT_WORDS),
    _beside(Frame.UNTIL, "until till", "until|till", _CLAUSE, _VERB_WORDS),
    _beside(Frame.FROM, "from with", "from|with effect from", _START, _START_WORDS),
    _beside(Frame.FROM, "once from as", "once|as soon as|from when|from the (?:day|date|time)", _CLAUSE, _VERB_WORDS),
    _beside(Frame.IN, "when at", "when|at the time", _CLAUSE, _VERB_WORDS),
    FrameRule(
        "before event, dated",
        frozenset({"before"}),
        rf"before {_ANY}(?:{_WHICH}| \(|(?<=\sday) on )",
        _framing(Frame.BEFORE),
    ),
    FrameRule(
        "by event, dated",
        frozenset({"by"}),
        rf"by {_ANY}{_WHICH}",
        _framing(Frame.BY),
        far=word_set("which falling"),
    ),
    FrameRule(
        "before event, dated",
        word_set("ahead prior in"),
        rf"(?:ahead of|prior to|in advance of) {_ANY}{_WHICH}",
        _framing(Frame.BEFORE),
        far=word_set("which falling"),
    ),
    FrameRule("in time for event, dated", frozenset({"in"}), rf"in time for {_ANY}{_ON}", _by_its_first_day),
    *around(
        "counted from event, dated", OF_OR_AFTER + _BRACKETED, AFTER_EVENT + _BRACKETED, dated_after, takes_noun=True
    ),
    *around("counted back from event, dated", BEFORE + _BRACKETED, BEFORE + _BRACKETED, dated_before, takes_noun=True),
    PhraseRule(
        "by the day of", frozenset({"by"}), rf"by the day (?:that )?(?P<event>{_CLAUSE})", _awaited, frozenset({"day"})
    ),
)

EXAMPLES = (
    Example("The stand will be ready by the opening of the 2026 season, 1 February.", "2026-02-01"),
    Example("The mine will be cleared before the lease of the plant lapses, on 30 September.", "2025-09-29"),
    Example("The lamps will be changed before the clocks go forward on the 30th.", "2025-09-29"),
    Example("Meals will be free when the term begins, on 20 April.", "2026-04-20"),
    Example("From the start of the summer term, 20 April, meals are free.", "2026-04-20"),
    Example("The bridge will be painted in time for the regatta (20-21 June).", "2026-06-20"),
    Example("Losers will be told within ten days of the closing of the tender (3 May).", "2026-05-13"),
    Example("The road will be mended by the time the pilgrims set out on 3 May.", "2026-05-03"),
    Example("The seats will be sold before the season starts, 8 November.", "2025-11-07"),
    Example("Once the law takes effect on 1 July, sellers need a licence.", "2026-07-01"),
    Example("The booths open by the day the tickets go on sale, 3 November.", "2025-11-03"),
    Example("Papers are out two weeks before the hearing of the claim (3 May).", "2026-04-19"),
    Example("The tower will be up ahead of schedule, on 20 April.", "2026-04-20"),
    Example("The shed will be up before half-term, which begins on 26 May.", "2026-05-25"),
    Example("The roofs will be propped by the Easter break, which starts on 2 April.", "2026-04-02"),
    Example("The arrears will be cleared before Republic Day on 12 November.", "2025-11-11"),
    Example("The boiler will be looked at before half-term (27 October).", "2025-10-26"),
    conditional("The booths open by the day the tickets go on sale."),
    Example("You will have a name before the squad reports on 29 June.", "2026-06-28"),
    Example("The chain will hang before the summer level is given up on 1 October.", "2025-09-30"),
    Example("It will be in their hands before they rise for the holidays on 20 December.", "2025-12-19"),
    Example("It will be cleared before I hand over, and I hand over on 9 May.", "2026-05-08"),
    Example("By harvest festival, which the vicar tells me is the 28th, all will be housed.", "2025-09-28"),
    Example("Titles will be ready ahead of Holy Week, which begins on the 29th.", "2025-09-28"),
    Example("It will be a hostel by Easter 2026, which falls on 5 April.", "2026-04-05"),
    Example("She will table it when the first plenary of March opens, on the 9th.", "2026-03-09"),
    Example(
        "It will be listed within ten days of the vote, which the Speaker has put down for 12 March.", "2026-03-22"
    ),
    Example("The second ship comes before the 2028 season, which for us starts on 1 May.", "2028-04-30"),
    Example("The form will be here before half-term (starts 16 February).", "2026-02-15"),
    Example("The road will be open by the feast of the saint, falling this year on 19 March.", "2026-03-19"),
)

COUNTEREXAMPLES = (
    "Before the war, three men ran it.",
    "When the doors jam, 20 men go in.",
    "By the end of the match, two were hurt.",
    "In time for tea, 3 ships came.",
    "Once the rain stops, walk.",
    "They rose from the council table, 20 of them.",
)

FAMILY = Family("appositions", RULES, EXAMPLES, COUNTEREXAMPLES)
