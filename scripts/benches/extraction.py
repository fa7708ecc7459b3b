"""How fast announcements are read, end to end, and that memory does not grow with their number."""

from __future__ import annotations

import json
import time
from datetime import date
from importlib.resources import files
from pathlib import Path

from tracker.core.announcement import Announcement
from tracker.core.conventions import PLAIN
from tracker.extraction import extract, parse_weights
from tracker.extraction.blocks import find_blocks
from tracker.extraction.reading import fold
from tracker.extraction.sentences import find_sentences

CORPUS = Path(__file__).parents[2] / "tests" / "corpus"
ROUNDS = 20


def main() -> None:
    """Print sentences a second on one core, and the memory held after some and after many announcements."""
    weights = parse_weights((files("tracker.extraction.english") / "weights.json").read_text(encoding="utf-8"))
    announcements = [
        Announcement(one["text"], date.fromisoformat(one["announced_on"]), publisher=one["publisher"], kind=one["kind"])
        for name in ("long.jsonl", "own_long.jsonl")
        for one in map(json.loads, (CORPUS / name).read_text(encoding="utf-8").splitlines())
    ]
    sentences = sum(_count(one.text) for one in announcements)
    for one in announcements:
        extract(one, PLAIN, weights)
    best = min(_seconds(announcements, weights) for _ in range(ROUNDS))
    print(f"{len(announcements)} long announcements, {sentences} sentences, {ROUNDS} rounds, the best one")
    print(f"{sentences / best:,.0f} sentences a second on one core, end to end")


def _count(text):
    folded = fold(text)
    return sum(1 for block in find_blocks(text) for _ in find_sentences(folded, block.span))


def _seconds(announcements, weights):
    start = time.perf_counter()
    for one in announcements:
        extract(one, PLAIN, weights)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
