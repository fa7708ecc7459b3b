"""Senders killed at random lose nothing, and double only what a kill left in doubt, under the same name and body."""

import pytest

DUE = "2026-03-02"


@pytest.fixture
def planned(world):
    """So many alerts to be sent: a check said them, and planned their deliveries. Gives their numbers."""

    def planned(count):
        world.fill(count)
        world.finish(world.start("checker", DUE, "none"))
        return [number for (number,) in world.ask("SELECT id FROM alert")]

    return planned


def test_killed_senders_lose_nothing_and_double_nothing_but_what_was_in_doubt(planned, torment, sizes):
    alerts = planned(sizes.alerts)
    assert len(alerts) == sizes.alerts
    kills = torment.senders(sizes)
    assert kills >= sizes.sender_kills
    assert torment.faults(alerts, kills) == []


@pytest.mark.long
@pytest.mark.parametrize(
    ("mutant", "fault"), [("mark-before-send", "were lost"), ("new-id-on-retry", "the outbox does not know")]
)
def test_a_sender_with_a_fault_is_caught(planned, torment, some, mutant, fault):
    alerts = planned(some.alerts)
    kills = torment.senders(some, mutant)
    assert any(fault in found for found in torment.faults(alerts, kills))
