"""A sender and a person's change at the same time: neither waits for what only the other can let go."""

import pytest
import sqlalchemy as sa

from tracker.core.outbox import Withdrawal
from tracker.store import deliveries, outbox
from tracker.store.outbox import Recipient

on_postgresql = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)


@on_postgresql
def test_what_a_writer_is_withdrawing_is_passed_over_until_it_has(store, commit, plan, clock):
    pairs = commit(2)
    plan(pairs)
    to = Recipient("hook", "hook", clock())
    with store.writing("settle", "Ada", clock()) as change:
        deliveries.withdraw(change.conn, clock(), Withdrawal.SETTLED, occurrences=[pairs[0][1]])
        with store.working() as conn:
            conn.execute(sa.text("SET LOCAL lock_timeout = '2s'"))
            (free,) = outbox.digested(conn, to, 10, is_grouping=True)
            assert free.alert.occurrence == pairs[1][1]
    with store.working() as conn:
        assert len(outbox.digested(conn, to, 10, is_grouping=True)) == 1
