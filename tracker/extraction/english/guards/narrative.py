"""A past seen from later, or a thing only imagined: would with nobody to say it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.extraction.english.verbs import REPORTING
from tracker.extraction.rules import Guard

if TYPE_CHECKING:
    from tracker.extraction.candidate import Clause

_REPORTED = re.compile(rf"\b{REPORTING}\b|\b(?:according to|pledge|promise|undertaking|assurance|assured|committed)\b")


def _applies(clause: Clause) -> bool:
    if clause.cue.name != "would":
        return False
    return not clause.voucher_span and not _REPORTED.search(clause.sentence.low)


GUARD = Guard(
    name="narrative",
    reason="nobody is reported to have promised it",
    applies=_applies,
    examples=(
        "The bridge would stand for ninety years.",
        "Ten more would follow by 1990.",
    ),
    counterexamples=(
        "She said the bridge would reopen in May.",
        "The bridge will stand.",
    ),
    words=frozenset({"would", "'d"}),
)
