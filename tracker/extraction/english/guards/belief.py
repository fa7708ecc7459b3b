"""What somebody believes, hopes or fears."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.extraction.rules import Guard

if TYPE_CHECKING:
    from tracker.extraction.candidate import Clause

_BELIEF = re.compile(
    r"\b(?:believe[sd]?|rumou?r(?:s|ed)?|(?:they|people|some|others) (?:will )?(?:say|tell)|reportedly|said to be|"
    r"tipped|thinks?|thought|hopes?|hoped|hopeful|"
    r"fear(?:s|ed)?|doubt(?:s|ed)?|feels?|felt|convinced|"
    r"confident|sure|suspects?|"
    r"reckons?|imagine[sd]?|dream(?:s|ed)?|opinion|guess|warned|says? critics|agree that|it was noted that|claims?|"
    r"claimed|expects? that|expected that|suggests?|"
    r"observed that|traders expect|said they (?:would|will) (?:not )?believe)\b"
)
_HEARSAY = re.compile(r"(?:rumou?red|reported|thought|believed|said|tipped|likely|feared)\b")
_BELIEVED_BY = re.compile(
    r"[,\"] [^,\"]{2,60}\b(?:believes?|thinks?|"
    r"fears?|reckons?|feels?|hopes?|claims?|maintains|predicts?|predicted|is convinced|agree|estimates?|has "
    r"calculated|opinion|warned|jeered|insists?|quipped|"
    r"(?<!its )(?<!the )(?<!new )(?<!growth )(?<!and )forecasts)\b[^,]{0,20}$"
)


def _applies(clause: Clause) -> bool:
    is_believed = _BELIEF.search(clause.before) or _HEARSAY.match(clause.behind)
    return bool(is_believed or _BELIEVED_BY.search(clause.sentence.low))


_WORDS = """
say tell rumor rumors rumored rumour rumours rumoured reportedly said tipped believe believes believed think thinks
thought hope hopes hoped hopeful fear fears feared doubt doubts doubted feel feels felt convinced confident sure
suspect suspects reckon reckons imagine imagines imagined dream dreams dreamed opinion guess warned critics agree
noted claim claims claimed expect expects expected suggest suggests observed maintains predict predicts predicted
estimate estimates calculated jeered insist insists quipped forecasts
"""

GUARD = Guard(
    name="belief",
    reason="it says what somebody believes, hopes or fears",
    applies=_applies,
    examples=(
        "They say that all will be normal by Saturday.",
        "He believes that the road will be opened by May.",
        "The road will be shut by May, traders fear.",
    ),
    counterexamples=(
        "He said that the road will be opened by May.",
        "The road will be opened by May.",
    ),
    words=frozenset(_WORDS.split()),
)
