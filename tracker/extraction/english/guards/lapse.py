"""What ends by itself on its day, unless somebody promises it: a licence, a term, a warranty."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.extraction.rules import Guard

if TYPE_CHECKING:
    from tracker.extraction.candidate import Clause

_LAPSES = re.compile(
    r"(?:runs? out|expires?|lapses?|matures?|falls? due)\b(?! (?:the|its|an?|all|their|his|her|our)\b)"
)
_WORDS = "run runs expire expires lapse lapses mature matures fall falls end ends close closes"
_ENDS = re.compile(r"(?:ends?|closes?)\b(?! (?:the|its|an?|all|their|his|her|our)\b)")
_ENDING = re.compile(r"\b(?:sale|offer|promotion|discount|lease|tenancy|warranty|contract)s?$")
_CUES = frozenset({"schedule", "present", "will", "due_to", "be_to"})


def _applies(clause: Clause) -> bool:
    if clause.cue.name not in _CUES or clause.voucher_span:
        return False
    is_over = _ENDS.match(clause.behind) and _ENDING.search(clause.subject)
    return bool(is_over or _LAPSES.match(clause.behind))


GUARD = Guard(
    name="lapse",
    reason="it ends by itself on its day",
    applies=_applies,
    examples=(
        "The old licence expires on 3 May 2027.",
        "An earlier permit runs out at the end of this month.",
        "The warranty will lapse in May 2027.",
        "His term is due to expire in May 2027.",
        "Our winter sale will end on Friday.",
    ),
    counterexamples=(
        "The council will renew the licence before it expires on 3 May 2027.",
        "The ban ends on 3 May 2027.",
        "The council will end the lease on 3 May 2027.",
        "The company will run out the lease on its office by 3 May 2027.",
    ),
    words=frozenset(_WORDS.split()),
)
