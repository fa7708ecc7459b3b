"""Use cases on a real database, with announcements read by the shipped weights."""

from datetime import UTC, date, datetime, timedelta
from importlib.resources import files

import pytest

from tracker.core.announcement import Announcement
from tracker.core.conventions import PLAIN
from tracker.extraction import parse_weights
from tracker.followup.route import Route
from tracker.followup.rules import FollowupRules
from tracker.net import Client
from tracker.readers.fetch import MOST_FETCHED, MOST_REDIRECTS, Fetcher
from tracker.services.daily_check import check
from tracker.services.ingest import ingest
from tracker.services.occasion import Occasion
from tracker.services.reading import ReadingRules
from tracker.services.reference import Reference
from tracker.services.watch import Visiting, run_watch, watch
from tracker.store import checks, commitments, deliveries
from tracker.store.store import Store

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
def second_store(database_url, store, on):  # noqa: ARG001 - the first one makes the database
    """Another process' view of the same database."""
    opened = Store.open(database_url, now=on("2026-02-10").now)
    yield opened
    opened.close()


@pytest.fixture
def take_in(store, followup, rules):
    """Ingest a text and return what became of it."""

    def take_in(text=TEXT, *, day="2025-09-03", announced_on=ANNOUNCED_ON, accept=True, **fields):
        announcement = Announcement(text, announced_on, **fields)
        return ingest(store, followup, _occasion(day), rules, announcement, accept=accept)

    return take_in


@pytest.fixture
def number(take_in):
    """A tracked commitment, announced on 2 and due on 30 September 2025."""
    return Reference(take_in().commitments[0].number)


@pytest.fixture
def routed():
    """Everything goes by mail to one desk."""
    return FollowupRules(routes=(Route("mail", ("desk@x.example",)),))


@pytest.fixture
def keys_on(store, on):
    """The stages that the check of a day says."""

    def keys_on(rules, day):
        return [one.stage.key for one in check(store, rules, on(day)).said]

    return keys_on


@pytest.fixture
def planned(store):
    """What is planned for a commitment: what still holds, as (stage, recipient); or with `why`, what was withdrawn."""

    def planned(number, why=None):
        with store.reading() as conn:
            stages = {alert.id: alert.stage for alert in checks.alerts_of(conn, number.commitment)}
            made = deliveries.of_commitment(conn, number.commitment)
        if why is None:
            return [(stages[one.alert], one.recipient) for one in made if one.withdrawn_at is None]
        return [(stages[one.alert], one.withdrawn_for) for one in made if one.withdrawn_at is not None]

    return planned


@pytest.fixture
def next_day(store):
    """The day on which a commitment's current occurrence is looked at again."""

    def next_day(number):
        with store.reading() as conn:
            return str(commitments.get(conn, number.commitment).current.next_stage_on)

    return next_day


@pytest.fixture
def visit(store, followup, rules, on):
    """Visit what is due on a day, an hour of it, and give what was found; `refuse` may raise for an announcement."""
    client = Client(timeout=2, most=MOST_FETCHED, allow_private=True, most_redirects=MOST_REDIRECTS)

    def visit(day="2025-09-03", hours=0, *numbers, is_forced=False, refuse=lambda _: None):
        occasion = on(day)
        occasion = type(occasion)(occasion.by, occasion.today, occasion.now + timedelta(hours=hours))
        visiting = Visiting(
            Fetcher(client),
            lambda found: refuse(found) or ingest(store, followup, occasion, rules, found, accept=False),
            lambda _publisher: occasion.today,
        )
        return list(run_watch(store, visiting, occasion, numbers, is_forced=is_forced))

    yield visit
    client.close()


@pytest.fixture
def add(store, on, web):
    """Put a path of the web server on the list."""
    return lambda path, **more: watch(store, on("2025-09-03"), web.url + path, allow_private=True, **more)
