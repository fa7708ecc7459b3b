"""Commitments and later reports in words of our own: what is proposed, and how surely.

Those marked so were kept back while the rules and thresholds were set.
"""

import json
from collections import Counter
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from tracker.core.conventions import PLAIN
from tracker.core.occurrence import Stance
from tracker.followup.matching import match

PAIRS = [json.loads(line) for line in (Path(__file__).parent / "pairs.jsonl").read_text(encoding="utf-8").splitlines()]
TELLING = [pair for pair in PAIRS if pair["stance"]]
VERBS = [
    "publish",
    "open",
    "build",
    "appoint",
    "install",
    "hold",
    "plant",
    "restore",
    "replace",
    "introduce",
    "hire",
    "close",
    "buy",
    "pay",
    "remove",
]
THINGS = [
    "the canteen menu",
    "a footpath to the allotments",
    "its staff handbook",
    "the annual swimming gala",
    "a bicycle shed",
    "three park benches",
    "the roof of the old customs house",
    "a deputy archivist",
    "the visitors' car park",
    "new street lamps",
    "a brass band contest",
    "the east stairwell",
    "an apprentices' prize",
    "its fax machines",
]


@pytest.fixture(scope="module")
def proposals(request):
    """For each pair what its report says of its commitment, among the commitments of all other pairs."""
    tracked, report = request.getfixturevalue("make_tracked"), request.getfixturevalue("make_report")
    known = {pair["said"]: pair["number"] for pair in PAIRS}
    each = [tracked(said, pair_of(number)["publisher"], number) for said, number in known.items()]
    return {
        pair["number"]: (known[pair["said"]], match(report(pair["told"], pair["told_on"], pair["outlet"]), each, PLAIN))
        for pair in PAIRS
    }


def pair_of(number):
    return PAIRS[number - 1]


def figures(proposals, *, kept_back):
    """How many stances were proposed, how many rightly, how many were wanted; the same of "done" alone."""
    counts = Counter()
    for number, (commitment, found) in proposals.items():
        pair = pair_of(number)
        if pair["kept_back"] is not kept_back:
            continue
        mine = [one.stance.value for one in found if one.commitment == commitment]
        counts["wanted"] += pair["stance"] is not None
        counts["proposed"] += len(found)
        counts["right"] += mine == [pair["stance"]]
        counts["done"] += sum(one.stance is Stance.DONE for one in found)
        counts["rightly done"] += mine == ["done"] == [pair["stance"]]
        counts["for nothing"] += len(found) if pair["stance"] is None else 0
    return counts


@pytest.mark.parametrize("kept_back", [False, True])
def test_a_proposal_is_worth_a_persons_time(proposals, kept_back):
    counts = figures(proposals, kept_back=kept_back)
    assert counts["right"] >= 0.9 * counts["proposed"]
    assert counts["right"] >= 0.85 * counts["wanted"]
    assert counts["rightly done"] >= 0.95 * counts["done"] > 10
    assert counts["for nothing"] == 0


def test_the_days_told_are_read(proposals):
    right = [
        (found[0].due or found[0].done_on, pair_of(number)["day"])
        for number, (_, found) in proposals.items()
        if found and found[0].stance == pair_of(number)["stance"]
    ]
    assert sum((day and str(day)) == wanted for day, wanted in right) >= 0.95 * len(right)


def test_among_two_hundred_deeds_of_the_same_promisor_the_right_one_comes_first(make_tracked, make_report):
    first = others = 0
    for pair in TELLING:
        right = make_tracked(pair["said"], pair["publisher"], 1)
        found = right.commitment.found
        deeds = [f"{verb} {thing}" for verb, thing in product(VERBS, THINGS)][:200]
        crowd = [
            replace(right, commitment=replace(right.commitment, number=number, found=replace(found, deed=deed)))
            for number, deed in enumerate(deeds, 2)
        ]
        matched = match(make_report(pair["told"], pair["told_on"], pair["outlet"]), [*crowd, right], PLAIN)
        first += bool(matched) and matched[0].commitment == 1
        others += sum(one.commitment != 1 for one in matched)
    assert len(TELLING) >= 60
    assert first >= 0.85 * len(TELLING)
    assert others == 0
