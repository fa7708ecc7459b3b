"""What was done already: "signed a memorandum today", "… on Wednesday", "since 2020 one has come out each year"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.extraction.english.told_when import may_be_past
from tracker.extraction.english.wording import wordings
from tracker.extraction.rules import Guard

if TYPE_CHECKING:
    from tracker.core.deadline import Deadline
    from tracker.extraction.candidate import Clause

_SINCE = re.compile(
    r"\bsince (?:then|(?:[a-z]+ )?(?:19|20)\d\d)\b|\b(?:over|in|during|for) the (?:past|last) [a-z0-9]+ "
)
_HAD = re.compile(
    r"\bhad (?:been )?(?:originally |first |also |once )?(?:planned|scheduled|due|expected|hoped|meant|intended|set|"
    r"promised|undertaken|pledged|agreed|vowed)\b|\bused to (?:promise|say|announce|tell)\b"
)
# A whole line that tells of the document.
_RECORD = re.compile(
    r"(?:[a-z ]{0,20}\blast (?:reviewed|updated|modified)|published|posted|issued|"
    r"released)(?: on)?:? [\w ,/-]{4,30}\.?"
    r"|done (?:at|in) [^,;]{2,60} (?:on|this) [\w ]{4,30}(?:\.|, in (?:two|three|duplicate|[a-z]+ originals).*)?"
)
_WORDS = """
done reviewed updated modified published posted issued released
had used since past last january february march april may june july august september october november december
today tonight morning afternoon evening monday tuesday wednesday thursday friday saturday sunday
"""


def _may_be_past(found: Deadline) -> bool:
    """True for the day of the announcement, a weekday (the last one beside a verb in the past), a day just past."""
    return found.due == found.anchor.on or found.rules == ("on", "weekday") or may_be_past(found)


def _applies(clause: Clause) -> bool:
    if _RECORD.fullmatch(clause.sentence.low, clause.sentence.begins):
        return True
    is_whole = clause.cue.is_last_resort
    if not clause.deadlines or not (is_whole or clause.cue.reach is not None):
        return False
    told = set(wordings(clause))
    if is_whole and _tells_of_old(clause, is_perfect="perfect" in told):
        return True
    return "past_tense" in told and all(map(_may_be_past, clause.deadlines))


def _tells_of_old(clause: Clause, *, is_perfect: bool) -> bool:
    """True for what was planned or promised once, and for what has gone on since then."""
    low = clause.sentence.low
    if _HAD.search(low, clause.start, clause.end):
        return True
    return is_perfect and _SINCE.search(low, clause.start, clause.end) is not None


GUARD = Guard(
    name="done",
    reason="it tells what was done already",
    applies=_applies,
    examples=(
        "Velmara and Castoria signed a memorandum on health today.",
        "The board today approved the budget.",
        "Norda and Veland signed a charter on tidal power on Wednesday.",
        "Since 2020 a new edition has appeared every 15 weeks.",
        "The firm has skipped its update, which had been planned for the 14th.",
        "Contents last reviewed: 3 November 2026.",
        "The manager had also undertaken, in a letter of 3 February, to mend the pumps by 3 May 2027.",
    ),
    counterexamples=(
        "The bridge opens today.",
        "Last reviewed in 2019, the plan will be rewritten by 3 May 2027.",
        "The board approved the budget and will publish it on Friday.",
        "The meeting was put off to 3 May 2027.",
        "The board is to approve the budget today.",
        "Since 2020 the mill has stood empty; it opens again on 3 May 2027.",
        "The new line, which the town has waited for since 2022, runs from Thursday.",
    ),
    words=frozenset(_WORDS.split()),
)
