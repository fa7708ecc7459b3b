"""What each job does when it wakes, on a clock that the test sets."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa

from tracker.errors import StoreError
from tracker.followup.rules import FollowupRules
from tracker.serve.jobs import PAUSE, Checking, Keeping, Led, Sending, Turn
from tracker.serve.lead import Lead
from tracker.services.nightly import nightly
from tracker.store.ledger import check_run

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
START = datetime(2026, 3, 1, 12, tzinfo=UTC)


def never():
    return False


class Clock:
    """A clock that goes where it is set."""

    def __init__(self, at=START):
        self.at = at

    def __call__(self):
        return self.at


class Heard:
    """A ping that remembers what it was told."""

    def __init__(self):
        self.told = []

    def started(self):
        self.told.append("started")

    def succeeded(self):
        self.told.append("succeeded")

    def failed(self):
        self.told.append("failed")


@pytest.fixture
def clock():
    return Clock()


def checked(store):
    with store.reading() as conn:
        return list(conn.execute(sa.select(check_run.c.local_date).order_by(check_run.c.checked_at)).scalars())


@pytest.mark.parametrize("name", ["America/Sao_Paulo", "Asia/Beirut", "Africa/Cairo", "Pacific/Apia", "Europe/Dublin"])
@pytest.mark.usefixtures("log")
def test_the_store_has_one_check_a_local_day_whatever_the_clock_does(store, clock, name):
    zone = ZoneInfo(name)
    turn = Turn(zone, time(0), clock)
    clock.at = datetime(2018, 10, 31, 12, tzinfo=UTC) if name == "America/Sao_Paulo" else clock.at
    clock.at = datetime(2011, 12, 28, 12, tzinfo=UTC) if name == "Pacific/Apia" else clock.at
    first = clock.at
    while clock.at < first + 6 * DAY:
        following = Checking(store, FollowupRules(zone=zone), turn, None)(never)
        assert following > clock.at
        clock.at = min(following, clock.at + 5 * HOUR)
    hours = (first + n * HOUR for n in range(6 * 24))
    assert checked(store) == sorted({hour.astimezone(zone).date() for hour in hours})


@pytest.mark.usefixtures("log")
def test_after_days_without_it_today_is_checked_once_and_a_clock_set_back_repeats_nothing(store, clock):
    checking = Checking(store, FollowupRules(), Turn(UTC, time(7), clock), None)
    checking(never)
    clock.at += 4 * DAY - 8 * HOUR
    checking(never)
    checking(never)
    clock.at -= HOUR
    checking(never)
    clock.at += DAY + 5 * HOUR
    checking(never)
    clock.at -= DAY
    checking(never)
    assert checked(store) == [date(2026, 3, 1), date(2026, 3, 5), date(2026, 3, 6)]


def test_a_check_is_logged_and_pinged(store, clock, log):
    heard = Heard()
    checking = Checking(store, FollowupRules(), Turn(UTC, time(7), clock), heard)
    assert checking(never) == START + 19 * HOUR
    assert heard.told == ["started", "succeeded"]
    assert " info checked day=2026-03-01 said=0 backfilled=0 overdue=0 waiting=0\n" in log.getvalue()
    checking(never)
    assert heard.told == ["started", "succeeded"]


def test_a_check_that_fails_is_pinged_so_and_is_still_due(store, clock, monkeypatch):
    heard = Heard()
    checking = Checking(store, FollowupRules(), Turn(UTC, time(7), clock), heard)

    def full(*_):
        raise StoreError("the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr("tracker.serve.jobs.check", full)
        with pytest.raises(StoreError):
            checking(never)
    assert heard.told == ["started", "failed"]
    checking(never)
    assert checked(store) == [date(2026, 3, 1)]


class Place:
    """A place that is had or not, as the test says."""

    def __init__(self, *answers):
        self.answers = list(answers)

    def leads(self):
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


def test_a_job_of_the_leader_rests_where_another_leads_and_each_change_is_logged_once(log):
    ran = []
    lead = Lead(Place(False, False, True, True, StoreError("gone"), StoreError("gone"), True))
    job = Led(lead, lambda _stop: ran.append(1) or START)
    answers = []
    for _ in range(7):
        try:
            answers.append(job(never))
        except StoreError:
            answers.append("lost")
    assert answers == [None, None, START, START, "lost", "lost", START]
    assert len(ran) == 3
    assert [line.split()[2] for line in log.getvalue().splitlines()] == [
        "waiting_to_lead", "leading", "waiting_to_lead", "leading",
    ]  # fmt: skip
    assert lead.is_leading


@dataclass(frozen=True)
class Trouble:
    channel: str = "mail"
    detail: str = "refused"
    message: int | None = None
    is_dead: bool = False
    next_attempt_at: datetime | None = None


@dataclass
class Round:
    """What one round of sending came to."""

    sent: int = 0
    failed: int = 0
    dead: int = 0
    withdrawn: int = 0
    troubles: tuple = ()


class Sender:
    """One who has rounds to make, and what is due after each."""

    def __init__(self, *rounds):
        self.rounds = list(rounds)

    def send_due(self, stop):
        assert stop is never
        return self.rounds.pop(0)

    def next_due(self):
        return self.rounds.pop(0)


def test_sending_asks_for_the_next_time_and_sends_only_what_is_due(clock, log):
    sender = Sender(None, START + HOUR, START, Round(sent=2), START + HOUR)
    sending = Sending(sender, clock)
    assert sending(never) is None
    assert sending(never) == START + HOUR
    assert log.getvalue() == ""
    assert sending(never) == START + HOUR
    assert log.getvalue().endswith(" info sent sent=2 failed=0 dead=0 withdrawn=0\n")
    assert sender.rounds == []


def test_what_stays_due_does_not_turn_in_circles(clock):
    assert Sending(Sender(START - HOUR, Round(), START - HOUR), clock)(never) == START + PAUSE


def test_what_cannot_be_sent_is_logged_and_a_channel_that_is_of_no_use_once(clock, log):
    broken, tried = Trouble(detail="no password"), Trouble(message=7, next_attempt_at=START)
    rounds = [
        Round(troubles=(broken,)),
        Round(troubles=(broken, tried)),
        Round(troubles=(replace(tried, is_dead=True, next_attempt_at=None),)),
        Round(troubles=(broken,)),
    ]
    sending = Sending(Sender(*(one for made in rounds for one in (START, made, None))), clock)
    for _ in range(4):
        sending(never)
    assert [line.partition(" ")[2] for line in log.getvalue().splitlines()] == [
        'warning not_sent channel=mail why="no password"',
        "warning not_sent channel=mail message=7 why=refused again_at=2026-03-01T12:00:00.000Z",
        "warning dead channel=mail message=7 why=refused",
        'warning not_sent channel=mail why="no password"',
    ]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_every_night_has_its_copy(store, clock, log, tmp_path):  # noqa: ARG001 - the store makes the database
    copies = nightly(f"sqlite:///{tmp_path / 'tracker.db'}", None, 2)
    keeping = Keeping(copies, Turn(UTC, time(3), clock))
    for _ in range(5):
        assert keeping(never) == clock.at.replace(hour=3) + DAY
        assert keeping(never) is not None
        clock.at += DAY
    made = sorted(path.name for path in (tmp_path / "backups").iterdir())
    assert made == ["tracker-nightly-20260304T120000Z.db", "tracker-nightly-20260305T120000Z.db"]
    assert log.getvalue().count("backed_up") == 5
