"""What sounds done and is not, and what is done: sentences of our own, each on one promise."""

from pathlib import Path

import pytest

from tracker.core.conventions import PLAIN
from tracker.core.occurrence import Stance
from tracker.followup.matching import match

LINES = (Path(__file__).parent / "done.tsv").read_text(encoding="utf-8").splitlines()


def sentences(wanted):
    """The sentences of one kind, each with the promise above it and its publisher."""
    promise = ()
    for line in LINES:
        word, text = line.split("\t")
        if word not in ("done", "not"):
            promise = (word, text)
        elif word == wanted:
            yield (*promise, text)


@pytest.fixture
def stances(make_tracked, make_report):
    """What a sentence, told on 3 September 2025, says of a promise: one stance or none."""

    def stances(said, publisher, told):
        return [
            one.stance
            for one in match(make_report(told, publisher="Elsin Post"), [make_tracked(said, publisher)], PLAIN)
        ]

    return stances


def test_there_are_enough_of_both():
    assert len(list(sentences("not"))) >= 100
    assert len(list(sentences("done"))) >= 50


@pytest.mark.parametrize(("said", "publisher", "told"), list(sentences("not")))
def test_what_is_planned_wished_denied_or_another_deed_is_not_done(stances, said, publisher, told):
    assert stances(said, publisher, told) != [Stance.DONE]


@pytest.mark.parametrize(("said", "publisher", "told"), list(sentences("done")))
def test_what_is_told_as_done_is_done(stances, said, publisher, told):
    assert stances(said, publisher, told) == [Stance.DONE]
