"""A question, or one that is reported."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.extraction.rules import Guard

if TYPE_CHECKING:
    from tracker.extraction.candidate import Clause

_ASKED = re.compile(r"\b(?:whether|asks? (?:if|when)|asked (?:if|when|what)|wonder(?:s|ed)?|unclear (?:if|when|how))\b")
# "Nobody can say when it will open": it ends where another clause begins.
_UNKNOWN = re.compile(
    r"\b(?:nobody|no one|none|not|too (?:early|soon)|hard|impossible|unable)\b(?: [a-z]+){0,2} "
    r"(?:say|tell|know|knows|decided|clear|known|settled|said) (?:yet )?(?:when|if|how|what)\b"
    r"(?![^;]*(?:;|, (?:and|but|so) | (?:and|but) $))"
)


def _applies(clause: Clause) -> bool:
    is_asked = clause.sentence.low.endswith(("?", '?"')) or _ASKED.search(clause.before)
    return bool(is_asked or _UNKNOWN.search(clause.before))


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
        "The trust does not yet know how many were hurt and will write to all of them by Friday.",
        "It is too early to say how many, but the firm will cut jobs by March 2027.",
        "It was not clear how many were hurt; the ministry will publish figures by Friday.",
    ),
    words=frozenset(_WORDS.split()),
)
