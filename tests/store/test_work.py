"""What the program itself writes, such as what it sent: whole or not at all, and without a history."""

import threading

import pytest
import sqlalchemy as sa

from tracker.store.store import Store


def test_work_is_kept_whole_or_not_at_all_and_leaves_no_history(store):
    with store.working() as conn:
        conn.execute(sa.text("INSERT INTO setting (name, value) VALUES ('a', '1')"))
    with pytest.raises(sa.exc.IntegrityError), store.working() as conn:
        conn.execute(sa.text("INSERT INTO setting (name, value) VALUES ('b', '1'), ('a', '2')"))
    with store.reading() as conn:
        assert conn.execute(sa.text("SELECT name FROM setting")).scalars().all() == ["a"]
        assert conn.execute(sa.text("SELECT count(*) FROM change_set")).scalar() == 0


def test_two_at_work_add_up(store):
    """What is read in a work is current: in SQLite since it is alone, in PostgreSQL since the row is locked."""
    with store.working() as conn:
        conn.execute(sa.text("INSERT INTO setting (name, value) VALUES ('sum', '0')"))

    def add():
        for _ in range(20):
            with store.working() as conn:
                conn.execute(
                    sa.text("UPDATE setting SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT) WHERE name = 'sum'")
                )

    threads = [threading.Thread(target=add) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.reading() as conn:
        assert conn.execute(sa.text("SELECT value FROM setting")).scalar() == "60"


def test_work_does_not_wait_for_a_writer_where_the_database_can_tell_them_apart(postgres_database, make):
    store = Store.open(postgres_database, now=make.now)
    with store.writing("edit", "Ada", make.now), store.working() as conn:
        conn.execute(sa.text("INSERT INTO setting (name, value) VALUES ('work', '1') ON CONFLICT DO NOTHING"))
    store.close()
