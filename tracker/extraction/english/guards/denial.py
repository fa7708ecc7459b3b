"""What somebody denies or will not say: "denied that it would close", "refused to say when it will open"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.extraction.rules import Guard

if TYPE_CHECKING:
    from tracker.extraction.candidate import Clause

_WORDS = """
deny denies denied denying refuse refuses refused refusing decline declines declined rule ruled rules reject rejects
rejected dismiss dismisses dismissed say said known clear certain decided unknown unclear uncertain undecided
"""
_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|refus(?:e|es|ed|ing)|declin(?:e|es|ed) to|rul(?:e|es|ed) out|reject(?:s|ed)?|"
    r"dismiss(?:es|ed)?|(?:could|would|did|does|do|can) ?not say|(?:nobody|no one|none) (?:can|could|will|"
    r"would) (?:yet )?say|n't (?:yet )?say|(?:not|un)(?: yet)? ?(?:known|clear|certain|decided) (?:if|when|"
    r"whether|how|that)|has not said|(?:nobody|no one) has (?:told|said|promised))\b[^;.]{0,60}$"
)


def _applies(clause: Clause) -> bool:
    return bool(_DENIED.search(clause.before))


GUARD = Guard(
    name="denial",
    reason="it is denied, or nobody would say it",
    applies=_applies,
    examples=(
        "The firm denied that it would close the mill by May 2026.",
        "The mayor refused to say when the baths will reopen.",
    ),
    counterexamples=(
        "The firm said that it would close the mill by May 2026.",
        "The board rejected the bid; it will ask for others by May 2026.",
    ),
    words=frozenset(_WORDS.split()),
)
