"""The annotated announcements of tests/corpus, by kind."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from tracker.core.announcement import Announcement

CORPUS = Path(__file__).parents[2] / "tests" / "corpus"
# Kind → its files. What stands in `held` is never fitted on, nor read while the rules are written.
KINDS = {
    "easy": ("announcements.jsonl",),
    "hard": ("hard.jsonl",),
    "long": ("long.jsonl",),
    "own, mixed": ("own.jsonl",),
    "own, easy": ("own_easy.jsonl",),
    "own, hard": ("own_hard.jsonl",),
    "own, long": ("own_long.jsonl",),
}
HELD = "own_held.jsonl"
# How much a document counts in the fit, by the hand that wrote it, which its id names first ("ab-e07"); 1 where none
# is named. What real announcements say would drown among the composed ones, of which there are four times as many. The
# later hands annotate more loosely what merely takes place: a match, a visit, a draw.
_REWORDED = dict.fromkeys(("a", "b", "ab"), 12.0) | dict.fromkeys(("ae", "ag", "aj", "ak"), 4.0)
_PLAIN = {"p": 3.0}
_GIVEN = dict.fromkeys("hl", 2.0)
_COMPOSED = dict.fromkeys("tuvw", 0.5)
_SORTS = {"e": "easy", "h": "hard", "l": "long"}

Document = dict[str, Any]


def read_documents(name: str) -> list[Document]:
    """The documents of a file of the corpus, one a line."""
    lines = (CORPUS / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def read_kinds() -> dict[str, list[Document]]:
    """All documents that may be learned from, by kind."""
    return {kind: [one for name in names for one in read_documents(name)] for kind, names in KINDS.items()}


def read_held() -> dict[str, list[Document]]:
    """The documents held back, by kind: the letter behind the hand in a document's id ("u-h07") tells it."""
    kinds: dict[str, list[Document]] = {f"held back, {sort}": [] for sort in _SORTS.values()}
    for one in read_documents(HELD):
        kinds[f"held back, {_SORTS[one['id'].partition('-')[2][0]]}"].append(one)
    return kinds


def weight_of(document: Document) -> float:
    """How much a document counts in the fit.

    Real announcements reworded count twelve or four times, plain press text three times, the first composed ones twice,
    and those composed sentence by sentence to mislead, promise or trap without much between, half.
    """
    hand: str = document["id"].partition("-")[0]
    return (_REWORDED | _PLAIN | _GIVEN | _COMPOSED).get(hand, 1.0)


def announcement_of(document: Document) -> Announcement:
    """What extraction is given of a document: never its annotations."""
    announced_on = date.fromisoformat(document["announced_on"])
    return Announcement(document["text"], announced_on, publisher=document["publisher"] or "", kind=document["kind"])
