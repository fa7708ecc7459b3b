"""What might come, if something else does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.extraction.rules import Guard

if TYPE_CHECKING:
    from tracker.extraction.candidate import Clause

_IF = re.compile(
    r"(?:^\W*|[;:—–] ?|\bthat |, (?:and|but) )(?:if|unless|should (?:they|it|he|she|the)|were (?:it|they|one)|even "
    r"if|provided|assuming|in case|in the event)\b"
)
_IF_BEHIND = re.compile(
    r", if (?:all goes|[^,]{2,40} (?:has its way|have their way|is any guide|holds?|permits?|allows?))\b"
)
_PERHAPS = re.compile(r"\b(?:might|could|may|perhaps|possibly|possible that|can say)\b")
_MAY_MONTH = re.compile(
    r"(?:\d(?:st|nd|rd|th)?|in|by|of|early|late|mid|until|before|since|from|for|next|this|last|"
    r"and|to|end|end of|mid-|end-)[ -]may\b|\bmay \d"
)


def _applies(clause: Clause) -> bool:
    if _IF.search(clause.before) or _IF_BEHIND.search(clause.behind):
        return True
    return bool(_PERHAPS.search(_MAY_MONTH.sub("", clause.before[clause.start :])))


_WORDS = """
if unless should were provided assuming case event might could may perhaps possibly possible can
"""

GUARD = Guard(
    name="hypothesis",
    reason="it only might come",
    applies=_applies,
    examples=(
        "If the grant comes, the pool will be rebuilt.",
        "Perhaps the pool will be rebuilt by May.",
        "The pool will be rebuilt by May, if the weather holds.",
        "If the money allows, the mayor will mend the road by the end of May.",
        "If funds permit, the council will repair the bridge by the end of May.",
    ),
    counterexamples=(
        "The pool will be rebuilt by May.",
        "The pool will open in May 2026.",
    ),
    words=frozenset(_WORDS.split()),
)
