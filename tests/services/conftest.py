"""Use cases on a real database, with announcements read by the shipped weights."""

from datetime import UTC, date, datetime
from importlib.resources import files

import pytest

from tracker.core.announcement import Announcement
from tracker.core.conventions import PLAIN
from tracker.extraction import parse_weights
from tracker.followup.rules import FollowupRules
from tracker.services.ingest import ingest
from tracker.services.occasion import Occasion
from tracker.services.reading import ReadingRules

TEXT = "The harbour board will publish its dredging plan by 30 September 2025."
ANNOUNCED_ON = date(2025, 9, 2)


@pytest.fixture
def followup():
    """The default settings: the general reminder ladder, and nobody to send to."""
    return FollowupRules()


@pytest.fixture(scope="session")
def rules():
    """How announcements are read: the shipped weights, no country."""
    weights = files("tracker.extraction.english").joinpath("weights.json").read_text(encoding="utf-8")
    return ReadingRules(parse_weights(weights), lambda _publisher: PLAIN)


def _occasion(day, by="Ada"):
    return Occasion(by, date.fromisoformat(day), datetime.fromisoformat(day).replace(hour=12, tzinfo=UTC))


@pytest.fixture
def on():
    """A person's command at noon UTC of a day."""
    return _occasion


@pytest.fixture
def take_in(store, followup, rules):
    """Ingest a text and return what became of it."""

    def take_in(text=TEXT, *, day="2025-09-03", announced_on=ANNOUNCED_ON, accept=True, **fields):
        announcement = Announcement(text, announced_on, **fields)
        return ingest(store, followup, _occasion(day), rules, announcement, accept=accept)

    return take_in
