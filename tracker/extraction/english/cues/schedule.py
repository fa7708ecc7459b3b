"""The timetable's present: "the office opens on Monday", "the ban takes effect on 1 June", "in May we plant a wood"."""

from __future__ import annotations

from tracker.deadlines.alternation import any_of
from tracker.extraction.english.finite import BEHIND, NO_SUBJECT
from tracker.extraction.english.verbs import DEED, HAPPENING, third
from tracker.extraction.rules import Cue

_SCHEDULED = """
abolish admit announce arrive assemble ban begin bring cease circulate close commence convene cut deliver
dispatch distribute double end enter extend file finish get go halve hand hire hold host install introduce issue
join kick land launch leave lift meet mend move name open pay perform plant present print publish raise reach read
receive reconvene recruit reduce refund release relocate renew reopen repair replace rest restore resume return roll run
sail scrap sell send set ship sit speak start stay step stop succeed switch take teach train vacate wind withdraw wrap
"""
_PLURAL = "get go take start begin close resume kick wrap stay join meet sit reopen end arrive return leave"
_SINGULAR = [third(verb) for verb in _SCHEDULED.split()]
# Any other verb counts only with what stands behind a verb sooner than behind a noun.
_BASES = (DEED | HAPPENING) - set(_SCHEDULED.split())
# Behind any of these a plural form is an infinitive, or a noun.
_NO_PRESENT = (
    "to not will would must should could might may can shall the a an 'll be also now "
    "'d and in on of for by at with from into"
)

# Behind any of these a form in -s is a noun: "the trains", "its returns".
_BEFORE_NOUNS = "the a an its their our his her no all"

# Behind what ends in -s and is none of these small words.
_BEHIND_PLURAL = "(?<=[a-z]s )(?<!ss )(?<!'s )" + "".join(
    rf"(?<!\b{word} )" for word in ("is", "was", "has", "its", "this", "as", "his")
)

CUE = Cue(
    name="schedule",
    pattern=(
        rf" (?:now |also |then |finally )?(?={any_of(_SINGULAR)}\b)"
        + "".join(rf"(?<!\b{word} )" for word in _BEFORE_NOUNS.split())
        + rf"| (?={any_of(_PLURAL.split())} )"
        + "".join(f"(?<!{word} )" for word in _NO_PRESENT.split())
        + rf"| (?={any_of(map(third, _BASES))} {BEHIND})"
        + NO_SUBJECT
        + rf"| {_BEHIND_PLURAL}(?={any_of(DEED)} {BEHIND})"
        + r"| (?=(?:appear|follow)s? (?:within|in|on|by|next|later|at|from)\b)"
        rf"| (?:(?<=\bwe )|(?<=\bi ))(?={any_of(DEED)}\b)"
    ),
    words=frozenset(map(third, DEED | HAPPENING))
    | DEED
    | frozenset(_PLURAL.split())
    | {"we", "i", "appears", "follows"},
    examples=(
        "The night bus starts on Monday.",
        "Rehearsals get going on 3 May.",
        "The ban takes effect on 1 June.",
        "This year we plant 900 trees.",
    ),
    counterexamples=(
        "They want to open.",
        "The Office of Moves met on 3 May 2026.",
        "It is not known.",
        "By May the trains are full.",
    ),
    reach=90,
)
