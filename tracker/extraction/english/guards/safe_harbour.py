"""The lawyers' warning about words of the future."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.extraction.rules import Guard

if TYPE_CHECKING:
    from tracker.extraction.candidate import Clause

_WARNING = re.compile(
    r"\b(?:forward-looking|undertakes? no (?:obligation|duty)|no (?:obligation|duty) to update|actual results|"
    r"differ materially|cautioned|"
    r"no assurance|cannot be guaranteed|risks and uncertainties|words such as|the words|for informational purposes|"
    r"no legal force)\b"
)


def _applies(clause: Clause) -> bool:
    return bool(_WARNING.search(clause.sentence.low))


_WORDS = """
forward looking obligation duty results differ cautioned assurance guaranteed risks words informational force
"""

GUARD = Guard(
    name="safe_harbour",
    reason="it warns about forward-looking words",
    applies=_applies,
    examples=(
        "The firm undertakes no obligation to update what it will say.",
        "Readers are cautioned that plans will change.",
    ),
    counterexamples=(
        "The firm undertakes to update the list.",
        "It will publish its actual figures in May.",
    ),
    words=frozenset(_WORDS.split()),
)
