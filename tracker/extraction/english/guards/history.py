"""What was promised once: it belongs to the past, kept or broken."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.extraction.rules import Guard

if TYPE_CHECKING:
    from tracker.extraction.candidate import Clause

_PAST = re.compile(
    r"\b(?:had|has previously|was|were|having|once|previously|originally|initially|formerly|years? ago|"
    r"then)\b[^,;.\"]{0,25}$"
)
_LONG_AGO = re.compile(
    r"\b(?:last (?:year|month|spring|summer|autumn|fall|winter|january|february|march|april|may|june|july|august|"
    r"september|october|november|december|lent|easter|christmas|season)|"
    r"(?:years?|months|decades?|springs|summers|autumns|winters|seasons) ago|"
    r"(?:said|promised|pledged|vowed|swore|undertook|undertaken) (?:then|at first|(?:[a-z]+ ){0,2}in (?:19|20)\d\d)\b|"
    r"(?:years?|months) later|recalls? (?:its|the|their) (?:note|letter)|"
    r"in (?:(?:january|february|march|april|may|june|july|august|september|october|november|december),? )?(?:19|"
    r"20)\d\d we|"
    r"^(?:back )?in (?:[a-z]+ )?(?:19|20)\d\d\b|during the campaign|at the time|previous (?:government|"
    r"administration|council|board)|"
    r"his (?:predecessor|successor)|ran out|missed (?:it|the date|its|their)|in the end|have seen nothing|was missed)\b"
)
_TOLD_BEFORE = re.compile(
    r"\bhad (?:been |previously |earlier |also )?(?:said|told|promised|pledged|warned|"
    r"announced|hoped|planned|expected|agreed|undertaken|resolved|decided|vowed|assured)\b|\btold (?:me|us)\b"
)
_OLD_YEAR = re.compile(r"\bin 1[5-9]\d\d\b")
# How minutes tell what was decided there and then.
_MINUTED = re.compile(
    r"\b(?:it (?:was|has been)|was) (?:also |further |unanimously )?(?:agreed|resolved|decided) (?:to|that)\b"
)
_WORD_GIVEN = re.compile(r"(?:ed|swore|undertook|bound|gave|set|would|'d|meant)\b")


def _applies(clause: Clause) -> bool:
    return _tells_of_the_past(clause) and not _MINUTED.search(clause.sentence.low[: clause.cue_end])


def _tells_of_the_past(clause: Clause) -> bool:
    if clause.cue.name in ("pledge", "intend", "would", "ready", "fixed", "resolved") and _PAST.search(
        clause.before[clause.start :]
    ):
        return True
    if (clause.cue.name == "would" or _WORD_GIVEN.search(clause.said)) and _OLD_YEAR.search(clause.sentence.low):
        return True
    if clause.cue.name == "would" and _TOLD_BEFORE.search(clause.before):
        return True
    if clause.cue.name in ("pledge", "intend", "would") and any(
        found.is_past and found.span.start < clause.cue_start for found in clause.deadlines
    ):
        return True
    return bool(_WORD_GIVEN.search(clause.said) and _LONG_AGO.search(clause.sentence.low))


GUARD = Guard(
    name="history",
    reason="it tells what was promised or planned before",
    applies=_applies,
    examples=(
        "They told us the pool would reopen.",
        "On 3 May 2019 the mayor promised to plant a wood.",
        "The firm had promised to mend the pipe by May.",
        "When the stone was laid in 1931, the queen said that trains would cross within five years.",
        "In 2019 the mayor pledged to plant 900 trees.",
        "We said in 2023 that the main would be laid by May.",
        "Five summers ago the district promised that the lido would reopen within the year.",
    ),
    counterexamples=(
        "It was agreed to mend the pipe by May.",
        "The firm has promised to mend the pipe by May.",
        "The mayor said that the main would be laid in 2027.",
        "The mayor pledged on Monday to plant 900 trees.",
    ),
)
