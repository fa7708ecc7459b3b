"""Checks, tormented, and what may have gone wrong in it."""

import time
from datetime import date, timedelta
from functools import partial

import pytest

DUE = date(2026, 3, 2)
STEPS = (0, 1, 7, 30, 60, 90, 180, *(365 * year for year in range(1, 20)))
"""The days of the ladder from the due date on, as often as it goes on yearly."""

ALERTS, DELIVERIES = "SELECT count(*) FROM alert", "SELECT count(*) FROM delivery"


@pytest.fixture
def torment_checkers(world, dice):
    """Torment checks, with a fault of their own where one is named; what went wrong, as sentences."""
    return partial(torment, world, dice)


def torment(world, dice, sizes, mutant="none"):
    """Kill checks of one day after another at random, and finish each; what went wrong, as sentences."""
    faults = []
    for turn in range(sizes.checker_kills):
        day = DUE + timedelta(days=STEPS[turn])
        checker = world.start("checker", day, mutant)
        time.sleep(dice.uniform(0, world.check_seconds))
        world.kill(checker)
        faults += faults_of_checking(world, f"after a kill on {day}")
        began = time.monotonic()
        world.finish(world.start("checker", day, "none"))
        world.check_seconds = max(world.check_seconds, time.monotonic() - began)
        counted = world.count(ALERTS), world.count(DELIVERIES)
        world.finish(world.start("checker", day, "none"))
        if counted != (world.count(ALERTS), world.count(DELIVERIES)):
            faults.append(f"a second check on {day} added something")
        faults += faults_of_checking(world, f"at the end of {day}")
        if world.count(ALERTS) != sizes.alerts * (turn + 1):
            faults.append(f"{world.count(ALERTS)} alerts after {turn + 1} days")
    return faults


FAULTS = {
    "alerts without a delivery": "SELECT count(*) FROM alert WHERE id NOT IN (SELECT alert FROM delivery)",
    "alerts twice": (
        "SELECT count(*) FROM (SELECT 1 FROM alert GROUP BY occurrence, arming, stage, stage_on HAVING count(*) > 1) t"
    ),
    "runs that say otherwise": (
        "SELECT count(*) FROM check_run WHERE said <> (SELECT count(*) FROM alert WHERE said_on = local_date)"
    ),
    "occurrences to be looked at again on a day that is done": (
        "SELECT count(*) FROM occurrence "
        "WHERE next_stage_on <= (SELECT max(said_on) FROM alert WHERE alert.occurrence = occurrence.id)"
    ),
}
"""What there is none of before and after every check: flags without alerts, alerts without deliveries, doubles."""


def faults_of_checking(world, when):
    """What there is of it all the same, as sentences."""
    counts = {what: world.count(query) for what, query in FAULTS.items()}
    return [f"{count} {what} {when}" for what, count in counts.items() if count]
