"""How fast announcements are read, end to end on one core, and that memory does not grow with their number."""

from __future__ import annotations

import gc
import json
import time
import tracemalloc
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.core.announcement import Announcement
from tracker.core.conventions import PLAIN
from tracker.extraction import extract, parse_weights
from tracker.extraction.blocks import find_blocks
from tracker.extraction.reading import fold
from tracker.extraction.sentences import find_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.extraction import Weights

CORPUS = Path(__file__).parents[2] / "tests" / "corpus"
LONG = ("long.jsonl", "own_long.jsonl")
ROUNDS = 20
MANY = 10
KIB = 1024


def main() -> None:
    """Print sentences a second, and the memory still held after as many announcements and after ten times as many."""
    weights = parse_weights((files("tracker.extraction.english") / "weights.json").read_text(encoding="utf-8"))
    announcements = list(_announcements())
    sentences = sum(_count(one.text) for one in announcements)
    _read(announcements, weights)  # what is made once is made now
    best = min(_read(announcements, weights) for _ in range(ROUNDS))
    print(f"{len(announcements)} long announcements, {sentences:,} sentences, the best of {ROUNDS} rounds")
    print(f"{sentences / best:,.0f} sentences a second on one core, end to end")
    tracemalloc.start()
    _read(announcements, weights)
    gc.collect()  # the interpreter's own free lists are no memory that is held
    once = tracemalloc.get_traced_memory()[0]
    _read(announcements * MANY, weights)
    gc.collect()
    often, peak = tracemalloc.get_traced_memory()
    print(f"memory held: {once / KIB:,.0f} KiB after {len(announcements)} announcements,", end=" ")
    print(f"{often / KIB:,.0f} KiB after {len(announcements) * (MANY + 1)}; {peak / KIB:,.0f} KiB at most")


def _announcements() -> Iterator[Announcement]:
    for name in LONG:
        for one in map(json.loads, (CORPUS / name).read_text(encoding="utf-8").splitlines()):
            announced_on = date.fromisoformat(one["announced_on"])
            yield Announcement(one["text"], announced_on, publisher=one["publisher"], kind=one["kind"])


def _count(text: str) -> int:
    folded = fold(text)
    return sum(1 for block in find_blocks(text) for _ in find_sentences(folded, block.span))


def _read(announcements: list[Announcement], weights: Weights) -> float:
    """The seconds of a core that it takes to read announcements one by one; what else the machine does is left out."""
    start = time.process_time()
    for one in announcements:
        extract(one, PLAIN, weights)
    return time.process_time() - start


if __name__ == "__main__":
    main()
