"""Deadlines that hang on an event: "within 60 days of signing", "after the election on 3 May", "once ratified"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.deadlines.alternation import any_of
from tracker.deadlines.english.lengths import NUMBER_STARTS, UNIT_WORDS
from tracker.deadlines.english.words import word_set
from tracker.deadlines.examples import Example, conditional
from tracker.deadlines.rules import Family, FrameRule, LengthRule, PhraseRule
from tracker.deadlines.spec import Awaited, CalendarDay, Counted, DayNumber, DigitDay, Event, Frame, Framed, Weekday

if TYPE_CHECKING:
    from tracker.deadlines.rules import AnyRule, LengthBuild, Match
    from tracker.deadlines.spec import Length, Meaning, Noun

EVENTS = (
    "election", "elections", "vote", "votes", "ballot", "referendum", "ratification", "approval", "adoption", "signing",
    "signature", "conclusion", "completion", "publication", "release", "launch", "opening", "closing", "closure",
    "hearing",
    "ruling", "verdict", "judgment", "judgement", "decision", "meeting", "summit", "conference", "session", "assembly",
    "consultation", "review", "inquiry", "report", "audit", "census", "negotiations", "talks", "transfer", "handover",
    "entry", "date", "effective", "enactment", "passage", "receipt", "notification", "notice", "award", "inauguration",
    "ceremony", "trial", "trials", "pilot", "test", "tests", "lockdown", "ceasefire", "budget", "recess", "break",
    "term",
    "holidays", "harvest", "monsoon", "rains", "appointment", "formation", "registration", "submission", "acceptance",
    "delivery", "application", "order", "merger", "acquisition", "closing", "call", "campaign", "season", "exams",
    "examinations", "visit", "appeal", "investigation", "findings", "results", "process", "arrival", "departure",
    "purchase",
    "polling", "finish",
    "commencement", "start", "end", "expiry", "termination", "cop", "games", "olympics", "agm", "decree", "agreement",
)  # fmt: skip
STOP = any_of(
    word_set(
        "will shall and to by in on is are was were has have which who before after that but or for with at as "
        "from until if when would could"
    )
)
_WORD = r"\w[\w'-]{0,24}"
PLAIN = rf"(?!{STOP}\b){_WORD}"
DETERMINER = r"(?:the|its|their|his|her|this|that|our|each|any|a|an)"
_EVENT = rf"(?:{DETERMINER} )?(?:{PLAIN} ){{0,4}}?{any_of(EVENTS)}\b(?: day\b)?"
OF = rf"(?: (?:of|into|by|between|with) (?:{DETERMINER} )?{PLAIN}(?: {PLAIN}){{0,3}}){{0,2}}"
NAMED = rf"(?P<event>{_EVENT}{OF})"
SHORT_NAMED = rf"(?P<event>{_EVENT})"
_HAPPENING = word_set(
    "meets meet begins begin starts start opens open ends end closes expires rises returns reconvenes sits votes"
)
_HAPPENS = any_of(_HAPPENING | {"takes place", "sets in", "is held", "takes effect"})
_FAR = frozenset(EVENTS) | _HAPPENING | word_set("takes sets held")
CLAUSE = rf"(?P<clause>(?:{DETERMINER} )?(?:{PLAIN} ){{1,4}}?{_HAPPENS}(?: again)?)"
_AT = (
    r",? (?:on|in|of|for|is on|falls on|due on|set for|scheduled for|planned for|\(|which (?:is|was|falls) on"
    r"|which (?:\w{1,24} ){1,4}for) "
)
FIRM = r"(?:within|inside|(?:not|no) later than|(?:not|no) more than|at most|up to) (?:the )?(?:first |next )?"
FIRM_STARTS = word_set("within inside not no at up")
_LOOSE = r"(?:in|by|at least) (?:the )?(?:first |next )?"
_LOOSE_STARTS = word_set("in by at")
_DATE_OF = r" (?:the date of |the day of )?"
AFTER = rf"(?: (?:after|from|following)|,? (?:counting|counted|running|starting|beginning) (?:from|on|with)){_DATE_OF}"
OF_OR_AFTER = rf"(?: of{_DATE_OF}|{AFTER})"
BEFORE = r" (?:before|ahead of|prior to|in advance of) "
_DEFINITE = word_set("the its their his her this that our")
DATED = (CalendarDay, DigitDay, DayNumber, Weekday)
_PRESENT = (
    r"(?:is|are|has|have|gets?|gives?|notify|notifies|passes|pass|votes?|approves?|agrees?|permits?|allows?|allow"
    r"|ends?|begins?|starts?|opens?|takes?|meets?|becomes?|comes?|concludes?|completes?|ratif(?:y|ies)|signs?"
    r"|dries|does|do|clears?|returns?|resumes?|reconvenes?|reopens?|permits?)"
)
_PARTICIPLE = (
    r"(?:ratified|approved|signed|adopted|completed|finalised|finalized|agreed|passed|enacted|available|ready"
    r"|final|possible|operational|funded|confirmed|published|appointed|elected|in place|in force|in office"
    r"|cleared|granted|built|known)"
)


def _name(match: Match) -> Event:
    return Event(" ".join(match["event"].split()))


def _counted_after(length: Length, tail: Match, noun: Noun | None) -> Meaning:
    del noun
    return Counted(length, _name(tail))


def _counted_before(length: Length, tail: Match, noun: Noun | None) -> Meaning:
    del noun
    return Counted(length, _name(tail), is_before=True)


def dated_after(length: Length, tail: Match, noun: Noun | None) -> Meaning | None:
    of_event = tail["event"].partition(" ")[0] in _DEFINITE
    return Counted(length, noun, of_event=of_event) if isinstance(noun, DATED) else None


def dated_before(length: Length, tail: Match, noun: Noun | None) -> Meaning | None:
    del tail
    return Counted(length, noun, is_before=True) if isinstance(noun, DATED) else None


def _awaited(match: Match) -> Meaning:
    return Awaited(_name(match))


def _before_dated(match: Match, noun: Noun) -> Meaning | None:
    del match
    return Framed(Frame.BEFORE, noun) if isinstance(noun, DATED) else None


def _after_dated(match: Match, noun: Noun) -> Meaning | None:
    del match
    return Framed(Frame.AFTER, noun) if isinstance(noun, DATED) else None


def _by_dated(match: Match, noun: Noun) -> Meaning | None:
    del match
    return Framed(Frame.BY, noun) if isinstance(noun, DATED) else None


def around(name: str, firm_tail: str, tail: str, build: LengthBuild, *, takes_noun: bool = False) -> list[LengthRule]:
    """The three ways to begin: "within two days" (which alone may go on with "of"), "in two days", "two days"."""
    return [
        LengthRule(name, starts, pattern, tail, build, takes_noun, UNIT_WORDS)
        for starts, pattern, tail in (
            (FIRM_STARTS, FIRM, firm_tail),
            (_LOOSE_STARTS, _LOOSE, tail),
            (NUMBER_STARTS, "", tail),
        )
    ]


TODAYS = r"(?:today|tonight|this (?:morning|afternoon|evening))'s "
"""Says that an event falls on the announcement's own day."""
_NAMED_AT = rf"{SHORT_NAMED}{_AT}"

RULES: tuple[AnyRule, ...] = (
    *around("counted from event on", OF_OR_AFTER + _NAMED_AT, AFTER + _NAMED_AT, dated_after, takes_noun=True),
    *around("counted back from event on", BEFORE + _NAMED_AT, BEFORE + _NAMED_AT, dated_before, takes_noun=True),
    *around("counted from event", OF_OR_AFTER + NAMED, AFTER + NAMED, _counted_after),
    *around("counted back from event", BEFORE + NAMED, BEFORE + NAMED, _counted_before),
    LengthRule(
        "counted from event",
        word_set("within inside no not"),
        r"(?:within|inside|(?:not|no) (?:later|more) than) ",
        rf"{OF_OR_AFTER}(?!{TODAYS})(?P<event>(?:{DETERMINER} )?(?=[a-z]){PLAIN}(?: {PLAIN}){{0,3}}{OF})",
        _counted_after,
        words=UNIT_WORDS,
    ),
    FrameRule(
        "before event on",
        word_set("before ahead prior in"),
        rf"(?:before|ahead of|prior to|in advance of|in the run-?up to) (?:{SHORT_NAMED}|{CLAUSE}){_AT}",
        _before_dated,
        far=_FAR,
    ),
    FrameRule(
        "after event on",
        word_set("after following"),
        rf"(?:after|following) {SHORT_NAMED}{_AT}",
        _after_dated,
        far=_FAR,
    ),
    FrameRule(
        "by event on",
        word_set("by in at for after"),
        rf"(?:(?:by|in time for|at|for) {SHORT_NAMED}|by(?: the time)? {CLAUSE}){_AT}",
        _by_dated,
        far=_FAR,
    ),
    PhraseRule(
        "once",
        word_set("once as when immediately shortly soon after upon"),
        r"(?:once|as soon as|(?:immediately |shortly |soon )?after|upon"
        rf"|when) (?P<event>(?!(?:\w{{2,4}}sel(?:f|ves)|him|her|them|it|us|me) )(?:{_WORD} ){{0,8}}?"
        rf"{_PRESENT}\b(?: {_WORD}){{0,6}}|{_PARTICIPLE})",
        _awaited,
        word_set("once soon after when upon"),
    ),
    PhraseRule(
        "after event",
        word_set("after following upon on pending immediately shortly soon subject"),
        rf"(?:(?:immediately |shortly |soon )?(?:after|following|upon)|pending|subject to) {NAMED}",
        _awaited,
        word_set("after following upon pending subject"),
        frozenset(EVENTS),
    ),
)

EXAMPLES = (
    conditional("It starts within 60 days of signing."),
    Example("It starts within two months of the signing on 3 May.", "2026-07-03"),
    Example("It starts ten days before the election on 3 May.", "2026-04-23"),
    conditional("It starts once ratified."),
    conditional("It starts as soon as the board has agreed."),
    conditional("It starts after the elections."),
    conditional("It starts upon ratification."),
    Example("It starts before the council meets on 25 March.", "2026-03-24"),
    Example("It starts at the annual meeting on 25 June.", "2026-06-25"),
    conditional("It starts when parliament returns."),
    conditional("It starts 30 days before the launch."),
)

COUNTEREXAMPLES = (
    "Once upon a time there was a king.",
    "After years of delay it works.",
    "Following a path, they walked.",
    "He was at the meeting.",
)

FAMILY = Family("events", RULES, EXAMPLES, COUNTEREXAMPLES)
