"""What something is for: its aim is to do so, it was made to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.extraction.rules import Guard

if TYPE_CHECKING:
    from tracker.extraction.candidate import Clause

_AIM = re.compile(
    r"\b(?:aim|goal|purpose|objective|point|idea|task|job|mission|challenge|role|way|hope|dream|"
    r"ambition|intention|meant|designed|used|supposed|able|likely|said)(?: of [^,]{2,60})?$"
)


def _applies(clause: Clause) -> bool:
    return clause.cue.name in ("be_to", "due_to", "intend") and bool(_AIM.search(clause.subject.rstrip()))


_WORDS = """
aim goal purpose objective point idea task job mission challenge role way hope dream ambition intention
meant designed used supposed able likely said
"""

GUARD = Guard(
    name="purpose",
    reason="it tells what a thing is for",
    applies=_applies,
    examples=(
        "The aim of the fund is to build homes.",
        "The purpose is to save water.",
    ),
    counterexamples=(
        "The fund is to build 90 homes by May.",
        "The two sides are to meet in May.",
        "There is to be a heated shelter by 3 May 2027.",
    ),
    words=frozenset(_WORDS.split()),
)
