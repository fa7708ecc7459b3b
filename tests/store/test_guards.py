"""What the database itself refuses, whoever asks: an edited past, a day that is none, a word that it does not know."""

import shutil

import pytest
import sqlalchemy as sa

from tracker.core.alert import Alert
from tracker.errors import StoreError
from tracker.store import announcements, checks, commitments
from tracker.store.store import Store


@pytest.fixture
def past(make, store):
    """A past: a change set, its history, an alert and a purge."""
    with store.writing("ingest", "Ada", make.now) as change:
        change.summary = "found"
        stored = announcements.add(change, make.announcement(), make.now)
        purged = announcements.add(change, make.announcement(), make.now)
        added = commitments.add(change, make.commitment(stored))
        checks.add_alerts(change, [Alert(added.number, added.current.id, 0, "due", make.today, make.today)])
    with store.writing("purge", "Ada", make.now) as change:
        announcements.erase(change, purged.number, "asked for by law", make.now)
    return store


@pytest.fixture
def run(past, make):
    """Run a statement on that past, as the program's own connection would."""

    def run(statement):
        with past.writing("test", "Ada", make.now) as change:
            return change.conn.exec_driver_sql(statement)

    return run


@pytest.mark.parametrize("table", ["change_set", "history", "alert", "purge"])
def test_nothing_of_the_past_is_deleted(run, table):
    with pytest.raises(sa.exc.IntegrityError, match=f"{table} is append-only"):
        run(f"DELETE FROM {table}")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE change_set SET summary = 'other'",
        "UPDATE change_set SET made_by = 'Ben'",
        "UPDATE history SET after = '{\"owner\": \"Ben\"}' WHERE table_name = 'commitment' AND row_key = '1'",
        "UPDATE history SET row_key = '7'",
        "UPDATE history SET commitment = 7",
        "UPDATE alert SET said_on = stage_on",
        "UPDATE purge SET why = ''",
    ],
)
def test_nothing_of_the_past_is_edited(run, statement):
    with pytest.raises(sa.exc.IntegrityError, match="append-only"):
        run(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE history SET after = '{}' WHERE announcement = 1 AND after IS NOT NULL",
        "UPDATE history SET before = '{}' WHERE announcement = 2 AND before IS NULL",
        "UPDATE history SET after = '{}', announcement = 1 WHERE announcement = 2",
        "UPDATE history SET after = '{}', row_key = '9' WHERE announcement = 2",
        "UPDATE history SET after = '{\"a\": 1}' WHERE announcement = 2",
        "UPDATE change_set SET summary = '', made_by = 'Ben' WHERE number = 1",
        "UPDATE change_set SET summary = 'x' WHERE number = 1",
    ],
)
def test_a_purge_opens_no_other_door(run, statement):
    with pytest.raises(sa.exc.IntegrityError, match="append-only"):
        run(statement)


def test_a_summary_is_emptied_only_where_a_purge_touched_it(make, past, run):
    with past.writing("ingest", "Ada", make.now) as change:
        change.summary = "found another"
        announcements.add(change, make.announcement(), make.now)
    with pytest.raises(sa.exc.IntegrityError, match="append-only"):
        run("UPDATE change_set SET summary = '' WHERE number = 3")


def test_replacing_is_no_way_round(past, run):
    with past.reading() as conn:
        is_sqlite = conn.dialect.name == "sqlite"
    statement = "REPLACE INTO alert SELECT * FROM alert" if is_sqlite else "TRUNCATE alert, history, change_set CASCADE"
    with pytest.raises(sa.exc.IntegrityError, match="append-only"):
        run(statement)


DAYS = [
    ("occurrence", "due"),
    ("occurrence", "next_stage_on"),
    ("commitment", "tracked_on"),
    ("commitment", "anchor_on"),
    ("announcement", "announced_on"),
]


@pytest.mark.parametrize("day", ["2026-02-30", "2026-13-01", "someday", ""])
@pytest.mark.parametrize(("table", "column"), DAYS)
def test_a_day_that_is_none_is_refused(run, table, column, day):
    with pytest.raises((sa.exc.IntegrityError, StoreError), match=f"{column}_is_a_day|date"):
        run(f"UPDATE {table} SET {column} = '{day}'")


@pytest.mark.parametrize("day", ["2026-2-3", "20260203", "2026-01-31T00:00:00", "2026-01-31 "])
@pytest.mark.parametrize(("table", "column"), DAYS)
def test_sqlite_takes_a_day_in_one_spelling_only(make, tmp_path, sqlite_template, table, column, day):
    store = Store.open(f"sqlite:///{shutil.copy(sqlite_template, tmp_path)}", now=make.now)
    with store.writing("ingest", "Ada", make.now) as change:
        commitments.add(change, make.commitment(announcements.add(change, make.announcement(), make.now)))
    with (
        pytest.raises(sa.exc.IntegrityError, match=f"{column}_is_a_day"),
        store.writing("test", "Ada", make.now) as change,
    ):
        change.conn.exec_driver_sql(f"UPDATE {table} SET {column} = '{day}'")
    store.close()


@pytest.mark.parametrize(
    "assignment",
    [
        "occurrence SET status = 'done'",
        "occurrence SET status = 'fulfilled', settled_at = '2026-01-31T00:00:00.000000+00:00'",
        "occurrence SET status = 'withdrawn'",
        "occurrence SET done_on = '2026-01-31'",
        "occurrence SET arming = -1",
        "occurrence SET version = 0",
        "occurrence SET number = 0",
        "occurrence SET commitment = 99",
        "commitment SET review = 'maybe'",
        "commitment SET kind = 'soon'",
        "commitment SET sense = 'both'",
        "commitment SET band = 'loud'",
        "commitment SET promisor_source = 'rumour'",
        "commitment SET tracked_on = NULL",
        "commitment SET review = 'proposed'",
        "commitment SET span_start = -1",
        "commitment SET span_end = 0, span_start = 1",
        "commitment SET words = NULL",
        "commitment SET announcement = 99",
        "commitment SET is_past = NULL",
        "announcement SET date_source = 'dream'",
        "announcement SET sha256 = 'same'",
    ],
)
def test_what_cannot_be_is_refused(run, assignment):
    with pytest.raises(sa.exc.IntegrityError, match=r"(?i)constraint"):
        run(f"UPDATE {assignment}")


def test_a_place_among_the_occurrences_is_taken_once(run):
    columns = "commitment, number, status, settled_by, reason, arming, version"
    with pytest.raises(sa.exc.IntegrityError, match="occurrence"):
        run(f"INSERT INTO occurrence ({columns}) SELECT {columns} FROM occurrence")


def test_sorted_text_is_in_the_order_of_its_code_points(make, store):
    names = ["Z", "a", "é", "z", "É", "A", "_", "ß"]
    with store.writing("ingest", "Ada", make.now) as change:
        for name in names:
            announcements.add(change, make.announcement(title=name), make.now)
    with store.reading() as conn:
        assert conn.execute(sa.text("SELECT title FROM announcement ORDER BY title")).scalars().all() == sorted(names)
