"""Several processes share one outbox on PostgreSQL; one of them dies, and the server is started anew in the middle."""

import time

import pytest

TO_BE_SENT = (
    "SELECT (SELECT count(*) FROM delivery WHERE message IS NULL AND withdrawn_at IS NULL) "
    "+ (SELECT count(*) FROM message WHERE state = 'pending')"
)
NAMES = "SELECT m.uuid, count(a.id) FROM message m JOIN attempt a ON a.message = m.id AND a.verdict = 'sent' GROUP BY 1"


@pytest.mark.long
def test_a_restart_of_the_server_and_a_dead_worker_lose_nothing(world, own_server, sizes):
    world.fill(sizes.alerts)
    with world.config.open("a", encoding="utf-8") as config:
        config.write('[check]\nat = "00:00"\n')
    processes = [world.run("serve", "--tick", "0.2"), world.run("serve", "--tick", "0.2")]
    processes += [world.run("serve", "--worker", "--tick", "0.2") for _ in range(2)]
    try:
        wait_until(lambda: world.receipts().faults, seconds=60)
        world.kill(processes[2])
        own_server.stop()
        time.sleep(1)
        own_server.start()
        wait_until(lambda: is_done(world, sizes.alerts), seconds=120 + sizes.alerts / 5)
        for process in (processes[0], processes[1], processes[3]):
            process.terminate()
            assert process.wait(timeout=40) == 0
    finally:
        for process in processes:
            process.kill()
            process.wait()
    alerts = {number for numbers in world.receipts().alerts.values() for number in numbers}
    assert len(alerts) == sizes.alerts
    assert {sent for _, sent in world.ask(NAMES)} == {1}
    assert world.count("SELECT count(*) FROM alert") == sizes.alerts
    assert all(len(bodies) == 1 for bodies in world.receipts().bodies.values())


def is_done(world, alerts):
    """True once every alert was sent; what waits for its next attempt need not wait for its hour."""
    world.let_retries_come()
    return world.count("SELECT count(*) FROM alert") == alerts and world.count(TO_BE_SENT) == 0


def wait_until(holds, seconds):
    """Return once something holds; fail after so many seconds."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.2)
