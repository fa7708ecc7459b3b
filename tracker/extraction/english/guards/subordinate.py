"""What only tells when or whether something else is done: "once the last trailer is out, the slabs go"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.extraction.rules import Guard

if TYPE_CHECKING:
    from tracker.extraction.candidate import Clause

_SUBORDINATE = re.compile(
    r"(?:.*[,;:] |.*\b(?:day|week|moment|time) )?(?:once|when|whenever|if|unless|while|as soon as|by the time|"
    r"because|although|though|whatever|whoever|wherever|as long as|whether|where|(?:before|after|until|till|since|"
    r"than) "
    r"(?=(?:the|an?|its|their|our|it|they|we|he|she|you|i)\b))\b[^,;:]*$"
)
_BESIDE = re.compile(r", (?:where|while|whereas|although|though|as|because) $")


def _applies(clause: Clause) -> bool:
    if clause.cue.reach is None and not clause.cue.is_last_resort:
        return False
    if not clause.deadlines and _BESIDE.search(clause.sentence.low, max(0, clause.start - 12), clause.start):
        return True
    return bool(_SUBORDINATE.match(clause.sentence.low[clause.start : clause.cue_start]))


_WORDS = """
once when whenever until till if unless while before after soon time because since although though whatever whoever
wherever long whether than where whereas as
"""

GUARD = Guard(
    name="subordinate",
    reason="it only tells when something else is done",
    applies=_applies,
    examples=(
        "Once the gate is open on 3 May 2026, they leave.",
        "Once the gate opens on 3 May 2026 they leave.",
        "Aid goes to the coast, where the army continues its blockade.",
    ),
    counterexamples=(
        "Once they leave, the gate opens on 3 May 2026.",
        "The gate will open on 3 May 2026 when they leave.",
        "The gate opens on 3 May 2026.",
    ),
    words=frozenset(_WORDS.split()),
)
