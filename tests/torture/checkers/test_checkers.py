"""A check killed at random is done or not done: never a flag without its alerts and their deliveries."""

from datetime import date

import pytest
import sqlalchemy as sa

from tracker.store import tables
from tracker.store.engine import WRITES, make_engine, parse_url
from tracker.store.schema import metadata

LATER, EARLIER = date(2026, 3, 5), date(2026, 3, 4)
DOUBLES = (
    "SELECT count(*) FROM (SELECT 1 FROM alert GROUP BY occurrence, arming, stage, stage_on HAVING count(*) > 1) t"
)


@pytest.fixture
def set_clock_back(world):
    """Check on a day, then on the day before, as if nothing had been planned since; how many alerts were said twice.

    The plan (`next_stage_on`) is derived: that nothing is said twice must not hang on it.
    """

    def set_clock_back():
        world.finish(world.start("checker", LATER, "none"))
        with world.store() as store, store.working() as conn:
            conn.execute(tables.occurrence.update().values(next_stage_on=EARLIER))
        world.finish(world.start("checker", EARLIER, "none"))
        world.finish(world.start("checker", LATER, "none"))
        return world.count(DOUBLES)

    return set_clock_back


def test_a_killed_check_is_whole_or_nothing_and_is_made_good_by_the_next(world, torment_checkers, sizes):
    world.fill(sizes.alerts)
    assert torment_checkers(sizes) == []


def test_a_clock_that_is_set_back_and_a_plan_that_is_lost_say_nothing_twice(world, set_clock_back, sizes):
    world.fill(sizes.alerts)
    assert set_clock_back() == 0


@pytest.mark.long
def test_a_check_in_two_transactions_is_caught(world, torment_checkers, some):
    world.fill(some.alerts)
    assert any("alerts without a delivery" in fault for fault in torment_checkers(some, "two-transactions"))


@pytest.mark.long
def test_a_store_without_the_alerts_key_is_caught(world, set_clock_back, some):
    world.fill(some.alerts)
    drop_the_key(world.url)
    assert set_clock_back() == some.alerts


def drop_the_key(url):
    """Make the table of alerts anew, without the key that lets nothing be said twice."""
    others = sa.MetaData()
    copies = {table.name: table.to_metadata(others) for table in metadata.sorted_tables}
    alert = copies["alert"]
    (unique,) = (one for one in alert.constraints if isinstance(one, sa.UniqueConstraint))
    alert.constraints.remove(unique)
    engine = make_engine(parse_url(url))
    with engine.execution_options(**{WRITES: True}).begin() as conn:
        if conn.dialect.name == "sqlite":
            conn.exec_driver_sql("DROP TABLE alert")
            conn.execute(sa.schema.CreateTable(alert))
        else:
            conn.exec_driver_sql(f"ALTER TABLE alert DROP CONSTRAINT {unique.name}")
    engine.dispose()
