"""Sayings, praise and judgement: history will judge, time will tell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.extraction.rules import Guard

if TYPE_CHECKING:
    from tracker.extraction.candidate import Clause

_SAYING = re.compile(
    r"\b(?:history will|time will|future generations|(?:nobody|no one|no family)(?: who [a-z ]{2,30})? (?:will |"
    r"would |shall |can )?(?:ever )?(?:knows?|forgets?|"
    r"miss(?:es)?|doubts?|believes?|remembers?|tells?|likes?|wants?|dies|lives|should|ever)|always|never again|"
    r"forever|for ever|"
    r"in the end|(?<!in )(?<!within )one day|once more|god (?:will|save|bless|help)s?|a man who|he who|at heart|"
    r"hold (?:their|our|my) "
    r"breath|take its own course|speak for|judge us|learn from)\b"
)


def _applies(clause: Clause) -> bool:
    return bool(_SAYING.search(clause.sentence.low[clause.start : clause.end]))


_WORDS = """
history time generations nobody no always never forever ever end day once god man who heart breath course speak
judge learn
"""

GUARD = Guard(
    name="aphorism",
    reason="it is a saying or praise",
    applies=_applies,
    examples=(
        "History will judge us by our bridges.",
        "His work will always be with us.",
    ),
    counterexamples=(
        "The minister will publish the list in May.",
        "We will be back by Friday.",
    ),
    words=frozenset(_WORDS.split()),
)
