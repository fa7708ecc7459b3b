"""Senders, tormented, and what may have gone wrong in it."""

import sys
import time
from collections import Counter, defaultdict
from datetime import UTC, datetime
from functools import partial
from types import SimpleNamespace

import pytest
import sqlalchemy as sa

from tracker.core.outbox import MessageState
from tracker.services.recorder import MOST
from tracker.store import outbox_tables

PLANNED = "SELECT count(*) FROM delivery WHERE message IS NULL AND withdrawn_at IS NULL"
IN_HAND = MOST + 1
"""What a sender may have sent and not written down yet: what waits to be written, and what it is sending."""

PENDING = "SELECT count(*) FROM message WHERE state = 'pending'"


@pytest.fixture
def torment(world, dice):
    """What is done to senders: torment.senders(sizes, mutant), and what went wrong: torment.faults(alerts, kills)."""
    return SimpleNamespace(senders=partial(torment_senders, world, dice), faults=partial(faults_of_sending, world))


def torment_senders(world, dice, sizes, mutant="none"):
    """Kill senders at random, hours passing in between, until nothing is left to send; how many kills it took."""
    kills, workers = 0, sizes.workers
    while kills < sizes.sender_kills:
        senders = world.start_several([("sender", mutant)] * workers)
        for _ in range(min(sizes.round, sizes.sender_kills - kills)):
            time.sleep(dice.uniform(0, 0.3))
            victim = dice.randrange(workers)
            world.kill(senders[victim])
            [senders[victim]] = world.start_several([("sender", mutant)])
            kills += 1
        for sender in senders:
            world.kill(sender)
        kills += workers
        world.let_time_pass()
    for _ in range(40):
        if not unsent(world):
            break
        senders = world.start_several([("sender", mutant)] * workers)
        wait_until(lambda: not due(world), seconds=120)
        for sender in senders:
            world.kill(sender)
        kills += workers
        world.let_time_pass()
    return kills


def unsent(world):
    """How much is planned or waits."""
    return world.count(PLANNED) + world.count(PENDING)


def due(world):
    """How much is to be sent now."""
    message = outbox_tables.message
    is_due = (message.c.state == MessageState.PENDING.value) & (message.c.next_attempt_at <= datetime.now(UTC))
    with world.store() as store, store.reading() as conn:
        waiting = conn.execute(sa.select(sa.func.count()).where(is_due)).scalar_one()
    return world.count(PLANNED) + waiting


def wait_until(holds, seconds):
    """Return once something holds, or after so many seconds."""
    end = time.monotonic() + seconds
    while not holds() and time.monotonic() < end:
        time.sleep(0.2)


def faults_of_sending(world, alerts, kills):
    """What went wrong in sending, as sentences: none where all went well.

    A taken message whose attempt was not logged is what a kill leaves in doubt: it may be sent again, and a kill leaves
    no more of them than a sender has in its hands.
    """
    receipts = world.receipts()
    sent = dict(
        world.ask(
            "SELECT m.uuid, count(a.id) FROM message m "
            "LEFT JOIN attempt a ON a.message = m.id AND a.verdict = 'sent' GROUP BY m.uuid"
        )
    )
    states = {state for (state,) in world.ask("SELECT DISTINCT state FROM message")}
    names = defaultdict(set)
    for name, numbers in receipts.alerts.items():
        for number in numbers:
            names[number].add(name)
    taken = {name: faults.count("taken") for name, faults in receipts.faults.items()}
    heard = {number for name, numbers in receipts.alerts.items() if taken[name] for number in numbers}
    in_doubt = sum(taken.values()) - sum(sent.get(name, 0) for name in taken)
    truths = {
        f"{len(set(alerts) - heard)} alerts were lost": heard >= set(alerts),
        "an alert was sent that was not planned": names.keys() <= set(alerts),
        "an alert was sent under two names": all(len(several) == 1 for several in names.values()),
        "a message was sent that the outbox does not know": receipts.faults.keys() <= sent.keys(),
        "a message had two bodies": all(len(bodies) == 1 for bodies in receipts.bodies.values()),
        f"messages are left as {states}": states == {MessageState.SENT.value},
        "a message was sent again after it was known to be sent": set(sent.values()) == {1},
        f"{in_doubt} messages were taken and not logged, at {kills} kills": 0 <= in_doubt <= kills * IN_HAND,
    }
    counted = Counter(fault for faults in receipts.faults.values() for fault in faults)
    sys.stdout.write(
        f"{len(alerts)} alerts, {kills} kills, {in_doubt} sent and not logged; receiver: {dict(counted)}\n"
    )
    return [fault for fault, is_true in truths.items() if not is_true]
