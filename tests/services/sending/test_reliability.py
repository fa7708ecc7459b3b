"""Nothing is lost, nothing doubled: two senders at once, one that dies, a database that fails, a clock that jumps."""

import re
import threading
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from tracker.core.outbox import Outcome, Verdict
from tracker.errors import StoreError
from tracker.followup.rules import FollowupRules
from tracker.services.deliver import Sender
from tracker.services.lane import AT_ONCE, SLACK
from tracker.store.store import Store

NOW = datetime.fromisoformat("2025-10-20T08:00:00+00:00")
LEASE = timedelta(seconds=10) + SLACK  # the test channel's timeout twice
PAST_LEASE = LEASE + timedelta(seconds=1)


class Killed(BaseException):
    """What stands in a test for the end of a process."""


@pytest.fixture
def second_sender(database_url, store, channels, clock):  # noqa: ARG001 - the first one makes the database
    """A sender with a connection of its own, as another process has it."""
    opened = Store.open(database_url, now=NOW)
    yield Sender(opened, channels, FollowupRules(), clock, clock.wait)
    opened.close()


@pytest.fixture
def pass_lease(store, clock):
    """Let every lease run out: by the sender's clock in SQLite, by the database's in PostgreSQL."""

    def pass_lease():
        clock.at += PAST_LEASE
        if store.place.startswith("postgresql"):
            with store.working() as conn:
                conn.execute(
                    sa.text("UPDATE message SET leased_until = leased_until - :length"), {"length": PAST_LEASE}
                )

    return pass_lease


def leased(rows):
    return [row["id"] for row in rows("message") if row["lease"]]


def test_two_senders_at_once_lose_nothing_and_double_nothing(
    sender, second_sender, channels, receiver, commit, plan, rows
):
    channels["hook"].is_grouping = False
    plan(commit(200))
    threads = [threading.Thread(target=one.send_due) for one in (sender, second_sender)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(receiver.ids) == len(set(receiver.ids)) == 200
    assert {row["message"] is None for row in rows("delivery")} == {False}
    assert {row["state"] for row in rows("message")} == {"sent"}
    assert len(rows("attempt")) == 200


def test_two_senders_at_once_compose_one_digest(sender, second_sender, receiver, commit, plan, rows):
    for number in range(20):
        plan(commit(5), recipient=f"desk{number}@elsin.example")
    threads = [threading.Thread(target=one.send_due) for one in (sender, second_sender)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(rows("message")) == len(receiver.taken) == 20


def test_a_sender_that_dies_between_send_and_record_is_repeated_after_the_lease_with_the_same_id_and_body(
    sender, second_sender, receiver, commit, plan, pass_lease, rows, monkeypatch
):
    plan(commit())
    monkeypatch.setattr("tracker.store.leasing.record", killed)
    with pytest.raises(Killed):
        sender.send_due()
    monkeypatch.undo()
    assert second_sender.send_due().sent == 0
    pass_lease()
    assert second_sender.send_due().sent == 1
    assert receiver.taken[0] == receiver.taken[1]
    assert len(receiver.taken) == 2
    assert rows("message")[0]["state"] == "sent"


def test_a_sender_that_dies_before_it_sends_is_followed_by_another_and_nothing_is_lost(
    sender, channels, second_sender, receiver, commit, plan, pass_lease, monkeypatch
):
    channels["hook"].is_grouping = False
    plan(commit(3))
    monkeypatch.setattr(type(channels["hook"]), "send", killed)
    with pytest.raises(Killed):
        sender.send_due()
    monkeypatch.undo()
    pass_lease()
    assert second_sender.send_due().sent == 3
    assert len(set(receiver.ids)) == 3


def killed(*_):
    raise Killed


class Refusing:
    """Lets so many statements of a transaction pass and refuses the next one; commits count as statements."""

    def __init__(self, engine):
        self.left = None
        sa.event.listen(engine, "before_cursor_execute", self.count)
        sa.event.listen(engine, "commit", self.count)

    def count(self, *_):
        if self.left is None:
            return
        self.left -= 1
        if self.left < 0:
            raise Killed


def test_a_failure_at_any_statement_leaves_the_state_before_or_after_and_never_between(
    store, sender, receiver, commit, plan, pass_lease, rows
):
    plan(commit(2))
    refusing = Refusing(store._engine)  # noqa: SLF001 - a fault is made where the program cannot make one
    turns = 0
    while True:
        refusing.left = turns
        try:
            sender.send_due()
        except Killed:
            refusing.left = None
            assert_whole(rows)
        else:
            break
        turns += 1
        pass_lease()
    assert turns > 10
    refusing.left = None
    assert len(set(receiver.taken)) == 1
    assert {row["state"] for row in rows("message")} == {"sent"}


def assert_whole(rows):
    """Deliveries are in a message together, or none is; a message has as many attempts as are logged."""
    into = {row["message"] for row in rows("delivery")}
    composed = rows("message")
    assert into in ([{None}] if not composed else [{composed[0]["id"]}])
    assert len(composed) <= 1
    for message in composed:
        assert len(rows("attempt")) == message["attempts"]
        assert bool(message["lease"]) == (message["leased_until"] is not None)


def test_a_lease_from_before_the_clock_was_set_back_is_void(
    store, sender, second_sender, receiver, commit, plan, clock, monkeypatch
):
    plan(commit())
    monkeypatch.setattr("tracker.store.leasing.record", killed)
    with pytest.raises(Killed):
        sender.send_due()
    monkeypatch.undo()
    if store.place.startswith("postgresql"):  # its own clock counts: the same, seen from there
        with store.working() as conn:
            conn.execute(sa.text("UPDATE message SET leased_until = leased_until + interval '1 hour'"))
    else:
        clock.turn(hours=-1)
        with store.working() as conn:
            conn.execute(
                sa.text("UPDATE message SET next_attempt_at = :at"), {"at": "2025-10-20T06:00:00.000000+00:00"}
            )
    assert second_sender.send_due().sent == 1
    assert len(set(receiver.taken)) == 1


def test_a_message_that_another_sender_took_over_is_logged_by_both_and_sent_is_sent(
    sender, second_sender, receiver, commit, plan, pass_lease, rows
):
    plan(commit())
    takes_over = iter([lambda: (pass_lease(), second_sender.send_due())])
    receiver.on_taken["/"] = lambda: next(takes_over, lambda: None)()
    assert sender.send_due().sent == 1
    assert [row["verdict"] for row in rows("attempt")] == ["sent", "sent"]
    (message,) = rows("message")
    assert (message["state"], message["lease"]) == ("sent", "")
    assert receiver.taken[0] == receiver.taken[1]


def test_a_failure_that_is_told_too_late_changes_nothing(
    sender, second_sender, channels, commit, plan, pass_lease, rows
):
    plan(commit())
    slow = type(channels["hook"]).send

    def send(channel, *_):
        type(channel).send = slow
        pass_lease()
        second_sender.send_due()
        return Outcome(Verdict.RETRY, "timed out")

    channels["hook"].__class__ = type("Slow", (type(channels["hook"]),), {"send": send})
    sender.send_due()
    assert [row["verdict"] for row in rows("attempt")] == ["sent", "retry"]
    assert rows("message")[0]["state"] == "sent"


def test_a_stop_between_two_messages_leaves_nothing_leased(sender, channels, receiver, commit, plan, rows):
    channels["hook"].is_grouping = False
    plan(commit(AT_ONCE))
    done = sender.send_due(lambda: len(receiver.taken) >= 3)
    assert done.sent == 3
    assert leased(rows) == []
    assert sender.send_due().sent == AT_ONCE - 3


def test_a_lease_is_lengthened_while_a_slow_receiver_is_served(
    sender, second_sender, channels, receiver, clock, commit, plan
):
    channels["hook"].is_grouping = False
    plan(commit(10))

    def be_slow():
        clock.turn(seconds=5)
        assert second_sender.send_due().sent == 0

    receiver.on_taken["/"] = be_slow
    assert sender.send_due().sent == 10
    assert len(set(receiver.ids)) == len(receiver.ids) == 10


def test_a_channel_that_hangs_keeps_nobody_waiting_not_even_for_what_comes_later(
    store, channels, post, receiver, commit, plan
):
    released, others = threading.Event(), threading.Semaphore(0)
    channels["slow"] = post("/slow", timeout=60.0)
    receiver.on_taken |= {"/slow": released.wait, "/": others.release}
    plan(commit(), channel="slow")
    plan(commit())
    sender = Sender(store, channels, FollowupRules(), lambda: datetime.now(UTC))
    thread = threading.Thread(target=sender.send_due)
    thread.start()
    try:
        assert others.acquire(timeout=30)
        plan(commit())
        assert others.acquire(timeout=30)
    finally:
        released.set()
        thread.join()
    assert [path for path, *_ in receiver.taken].count("/") == 2


def test_a_database_that_refuses_for_a_while_is_waited_for(sender, commit, plan, monkeypatch, store):
    plan(commit())
    refusals = iter([StoreError("it is restarting")] * 3)
    working = store.working

    def refusing():
        if error := next(refusals, None):
            raise error
        return working()

    monkeypatch.setattr(store, "working", refusing)
    assert sender.send_due().sent == 1


def test_a_channel_that_fails_by_itself_is_a_failed_attempt(sender, channels, commit, plan, rows, monkeypatch):
    def trip(*_):
        raise RuntimeError("a fault in it")

    monkeypatch.setattr(type(channels["hook"]), "send", trip)
    plan(commit())
    done = sender.send_due()
    assert done.failed == 1
    assert re.fullmatch(r"the channel failed \(RuntimeError in \w+\.py, line \d+\)", done.troubles[0].detail)
    assert rows("message")[0]["state"] == "pending"


def test_no_more_go_out_in_a_minute_than_the_receiver_wants(sender, second_sender, channels, clock, commit, plan, rows):
    channels["hook"].is_grouping, channels["hook"].per_minute = False, 7
    plan(commit(20))
    assert sender.send_due().sent + second_sender.send_due().sent == 20
    started = sorted(row["started_at"] for row in rows("attempt"))
    for at in started:
        assert sum(at <= other < at + timedelta(minutes=1) for other in started) <= 7
    assert clock() - NOW < timedelta(minutes=3)
