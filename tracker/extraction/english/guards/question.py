"""A question, or one that is reported."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.extraction.rules import Guard

if TYPE_CHECKING:
    from tracker.extraction.candidate import Clause

_ASKED = re.compile(
    r"\b(?:whether|asks? (?:if|when)|asked (?:if|when|what)|wonder(?:s|ed)?|unclear (?:if|when|how))\b"
    r"|\b(?:nobody|no one|none|not|too (?:early|soon)|hard|impossible|unable)\b(?: [a-z]+){0,2} "
    r"(?:say|tell|know|knows|decided|clear|known|settled|said) (?:yet )?(?:when|if|how|what)\b"
)


def _applies(clause: Clause) -> bool:
    return clause.sentence.low.endswith(("?", '?"')) or bool(_ASKED.search(clause.before))


_WORDS = """
? whether ask asks asked wonder wonders wondered unclear when if how what
"""

GUARD = Guard(
    name="question",
    reason="it is a question",
    applies=_applies,
    examples=(
        "Will the road be opened by May?",
        "She asked whether the pool would open by May.",
        "The pool has been shut since March, and nobody can say when it will open.",
        "It is not yet known when the road will be opened.",
    ),
    counterexamples=(
        "The road will be opened by May.",
        "She asked for time and will answer by May.",
    ),
    words=frozenset(_WORDS.split()),
)
