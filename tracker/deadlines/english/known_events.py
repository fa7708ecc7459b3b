"""Days of events that are dated elsewhere: "before the summit", "by the handover", "on launch day"; else nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.core.deadline import Sense
from tracker.deadlines.alternation import any_of
from tracker.deadlines.english.events import DETERMINER, PLAIN, STOP
from tracker.deadlines.english.words import word_set
from tracker.deadlines.examples import Example
from tracker.deadlines.rules import Family, PhraseRule
from tracker.deadlines.spec import DayOf, Event, Frame, Framed

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.deadlines.rules import Match
    from tracker.deadlines.spec import Meaning

_EVENTS = word_set(
    "election elections referendum vote polling signing launch opening closing closure publication release meeting "
    "hearing summit conference inauguration finish handover ceremony trial auction adoption ratification award"
)
_GOES_ON = rf"(?=[.,;:)]|$| (?:{STOP}|the|a|an|its|all|they|it|we|he|she|there|this|each|every|no)\b)"
"""A noun ends there: "the meeting point" is no meeting, and "the launch of the book" may be another launch."""
_EVENT = rf"(?P<event>(?:{DETERMINER} )?(?:{PLAIN} ){{0,3}}?{any_of(_EVENTS)}){_GOES_ON}"
_DAY = rf"(?P<event>(?:{DETERMINER} )?{any_of(_EVENTS)}) day|the day of (?P<named>(?:{DETERMINER} )?{any_of(_EVENTS)})"


def _framing(frame: Frame) -> Callable[[Match], Meaning]:
    def build(match: Match) -> Meaning:
        return Framed(frame, DayOf(Event(match["event"] or match.get("named") or "")))

    return build


RULES = (
    PhraseRule(
        "before known event",
        word_set("before ahead prior"),
        rf"(?:before|ahead of|prior to) {_EVENT}",
        _framing(Frame.BEFORE),
        _EVENTS,
    ),
    PhraseRule("by known event", word_set("by in"), rf"(?:by|in time for) {_EVENT}", _framing(Frame.BY), _EVENTS),
    PhraseRule(
        "until known event", word_set("until till"), rf"(?:until|till) {_EVENT}", _framing(Frame.UNTIL), _EVENTS
    ),
    PhraseRule("on known event", frozenset({"on"}), rf"on (?:{_DAY})", _framing(Frame.IN), _EVENTS),
)

EXAMPLES = (
    Example("A draft will be sent before the summit.", "2025-10-13", events=(("summit", "2025-10-14"),)),
    Example("Ahead of the launch, the crew will rest.", "2025-10-13", events=(("launch", "2025-10-14"),)),
    Example("It will be read prior to that hearing.", "2025-10-13", events=(("hearing", "2025-10-14"),)),
    Example("Keys will be cut by the handover.", "2025-10-14", events=(("handover", "2025-10-14"),)),
    Example("A list will be ready in time for the auction.", "2025-10-14", events=(("auction", "2025-10-14"),)),
    Example(
        "Rates hold until the next election.", "2025-10-14", sense=Sense.KEEP, events=(("election", "2025-10-14"),)
    ),
    Example("The mayor will speak on launch day.", "2025-10-14", events=(("launch", "2025-10-14"),)),
    Example("The hall will shut on the day of the vote.", "2025-10-14", events=(("vote", "2025-10-14"),)),
)

COUNTEREXAMPLES = (
    "A draft will be sent before the summit.",
    "Keys will be cut by the handover.",
    "The mayor will speak on launch day.",
    "They met by the meeting point.",
    "It was read before the vote.",
)

FAMILY = Family("known events", RULES, EXAMPLES, COUNTEREXAMPLES)
