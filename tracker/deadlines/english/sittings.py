"""Sittings and terms whose days nobody has told: "before Parliament rises", "by the end of the session"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.core.deadline import Unit
from tracker.deadlines.alternation import any_of
from tracker.deadlines.english.events import DETERMINER, PLAIN
from tracker.deadlines.english.words import word_set
from tracker.deadlines.examples import Example, conditional
from tracker.deadlines.rules import Family, PhraseRule
from tracker.deadlines.spec import Awaited, Counted, Event, Length

if TYPE_CHECKING:
    from tracker.deadlines.rules import Match
    from tracker.deadlines.spec import Meaning

_WHO_SITS = word_set(
    "parliament congress assembly senate council chamber legislature session season term school schools university "
    "courts lords commons mps holidays games tournament championship festival recess"
)
_SITS = any_of(
    word_set(
        "rises rise returns return reconvenes reconvene opens open closes close ends end begins begin starts start "
        "breaks break adjourns adjourn resumes resume sits sit"
    )
)
_TERMS = word_set("parliament legislature session season term mandate semester")
_TERM = rf"(?:{any_of(_TERMS)}|(?:school|academic|university|parliamentary) year)"
_ENDS = r"(?=[.,;:)\"]|$| (?:and|but|or|to|so|if|when|the|it|they|we|he|she|in order)\b)"
_CLAUSE = rf"(?P<event>(?:{DETERMINER} )?(?:{PLAIN} ){{0,3}}?{any_of(_WHO_SITS)} {_SITS}(?: again| sitting)?){_ENDS}"
_BREAKS_UP = r"(?P<event>(?:the )?(?:schools?|parliament|universit(?:y|ies)) (?:break|breaks|go|goes) (?:up|back))"
_NEW = rf"(?P<event>(?:the )?(?:start of )?the (?:new|next|coming) {_TERM}){_ENDS}"
_END = (
    rf"(?P<event>the (?:end|close) of (?:the|this|that|its|his|her|their) (?:[a-z-]{{2,15}} )?{_TERM}"
    rf"(?: of office)?){_ENDS}"
)
_EVE = Length(((1, Unit.DAY),))


def _event(match: Match) -> Event:
    return Event(" ".join(match["event"].split()))


def _on(match: Match) -> Meaning:
    return Awaited(_event(match))


def _before(match: Match) -> Meaning:
    return Counted(_EVE, _event(match), is_before=True)


_YEARS = _TERMS | {"year"}

RULES = (
    PhraseRule(
        "before a sitting", frozenset({"before"}), rf"before {_CLAUSE}", _before, frozenset({"before"}), _WHO_SITS
    ),
    PhraseRule(
        "before a sitting",
        frozenset({"before"}),
        rf"before {_BREAKS_UP}",
        _before,
        frozenset({"before"}),
        word_set("school schools parliament university universities"),
    ),
    PhraseRule("before a sitting", word_set("before ahead"), rf"(?:before|ahead of) {_NEW}", _before, _YEARS),
    PhraseRule(
        "by a sitting",
        word_set("by when"),
        rf"(?:by the time|by when) {_CLAUSE}",
        _on,
        word_set("time when"),
        _WHO_SITS,
    ),
    PhraseRule(
        "by a sitting",
        word_set("by in at from"),
        rf"(?:by|in time for|at|from) {_NEW}",
        _on,
        _YEARS,
    ),
    PhraseRule("end of a sitting", word_set("by before at"), rf"(?:by|before|at) {_END}", _on, _YEARS),
)

EXAMPLES = (
    conditional("It will be passed before Parliament rises."),
    conditional("It will be passed before the new session of parliament begins."),
    conditional("The stands will be mended by the time the season opens."),
    conditional("The roof will be mended before schools go back."),
    conditional("The gym will be finished ahead of the new term."),
    conditional("The gym will be finished in time for the start of the new school year."),
    conditional("The post will go by the end of this parliament."),
    conditional("He will step down at the end of his term of office."),
    Example("It will be passed before parliament rises.", "2025-10-13", events=(("parliament rises", "2025-10-14"),)),
    Example("It goes by the end of the session.", "2025-10-14", events=(("the end of the session", "2025-10-14"),)),
)

COUNTEREXAMPLES = (
    "It was said before the court of session.",
    "The new session is better than the term before.",
    "Parliament rises to its feet before the speaker.",
    "By the time the bus came they were wet.",
    "They spoke at the end of the term sheet.",
)

FAMILY = Family("sittings", RULES, EXAMPLES, COUNTEREXAMPLES)
