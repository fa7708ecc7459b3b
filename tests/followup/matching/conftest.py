"""Commitments and later reports to match, read from sentences as they stand."""

from dataclasses import replace
from datetime import date

import pytest

from tracker.core.commitment import Promisor, PromisorSource
from tracker.core.conventions import PLAIN
from tracker.core.occurrence import Occurrence
from tracker.core.record import StoredCommitment
from tracker.core.status import Review
from tracker.extraction import find_told, read_sentence
from tracker.followup.candidates import Report, Told, Tracked
from tracker.followup.matching import match

SAID_ON = date(2025, 3, 3)


def _tracked(said, publisher="", number=1, names=(), **found):
    """A commitment announced on 3 March 2025 in a sentence, tracked and open."""
    read = read_sentence(said, SAID_ON, PLAIN)
    if not read.promisor.name:
        read = replace(read, promisor=Promisor(publisher, PromisorSource.PUBLISHER))
    read = replace(read, **found)
    due = read.deadline.due if read.deadline else None
    occurrences = (Occurrence(number, id=number, due=due, first_due=due),)
    stored = StoredCommitment(number, "", 1, SAID_ON, read, Review.TRACKED, occurrences=occurrences)
    return Tracked(stored, tuple(names), publisher)


def _report(text, on="2025-09-03", publisher="", title=""):
    """A later announcement."""
    told = tuple(Told(span.of(text), span) for span in find_told(text))
    return Report(date.fromisoformat(on), told, publisher, title)


@pytest.fixture(scope="session")
def make_tracked():
    """Make a commitment that is tracked: make_tracked("The council will …", publisher, number)."""
    return _tracked


@pytest.fixture(scope="session")
def make_report():
    """Make a later announcement: make_report(text, on, publisher, title)."""
    return _report


@pytest.fixture
def told_of():
    """What a text says of one commitment, as (stance, new due date or day of the deed); None: nothing."""

    def told_of(said, text, on="2025-09-03", publisher="Elsin Post", **fields):
        found = match(_report(text, on, publisher), [_tracked(said, **{"publisher": "Elsin Council", **fields})], PLAIN)
        return (found[0].stance.value, str(found[0].due or found[0].done_on or "")) if found else None

    return told_of
