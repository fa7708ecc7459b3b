"""What later reports say became of a promise, moved, refused or not done: sentences of our own, each on one promise.

"nothing" is what speaks of another deed or another promisor, and may at the most be shown as spoken of.
"""

from pathlib import Path

import pytest

from tracker.core.conventions import PLAIN
from tracker.followup.matching import match

LINES = (Path(__file__).parent / "turned.tsv").read_text(encoding="utf-8").splitlines()
STANCES = ("moved", "dropped", "not_done", "done", "restated", "mention", "nothing")


def sentences():
    """Each sentence with the promise above it, its publisher, and the stance and the day that it tells."""
    promise = ()
    for line in LINES:
        said, text = line.split("\t")
        stance, _, day = said.partition(" ")
        if stance in STANCES:
            yield (*promise, text, stance, day)
        else:
            promise = (said, text)


def test_there_are_enough_of_each():
    told = [stance for *_, stance, _ in sentences()]
    assert all(told.count(stance) >= 5 for stance in STANCES)
    assert len(told) >= 140


@pytest.mark.parametrize(("said", "publisher", "told", "stance", "day"), list(sentences()))
def test_a_report_says_no_more_than_what_became_of_the_deed(
    make_tracked, make_report, said, publisher, told, stance, day
):
    matched = match(make_report(told, "2025-09-05", "Elsin Post"), [make_tracked(said, publisher)], PLAIN)
    found = (matched[0].stance.value, str(matched[0].due or "")) if matched else None
    if stance == "nothing":
        assert found in (None, ("mention", ""))
    elif stance == "moved":
        assert found == (stance, day)
    else:
        assert (found or ("mention",))[0] == stance
