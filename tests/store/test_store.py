"""The store: a change is kept whole or not at all, whoever else reads and writes, and whatever breaks."""

import signal
import subprocess
import sys
from dataclasses import replace

import pytest
import sqlalchemy as sa

from tracker.core.occurrence import Occurrence
from tracker.core.record import Note
from tracker.store import announcements, commitments, history, notes
from tracker.store.backup import backup
from tracker.store.schema import metadata
from tracker.store.store import Store


def rows_of(store):
    """Every row of every table."""
    with store.reading() as conn:
        return {table.name: conn.execute(sa.select(table)).all() for table in metadata.sorted_tables}


def make_a_rich_change(change, make, commitment):
    """A change that writes to many tables."""
    stored = announcements.add(change, make.announcement(), make.now)
    commitments.add(change, make.commitment(stored, tags=frozenset({"a"})))
    second = Occurrence(commitment.number, 2)
    after = replace(make.fulfilled(commitment), owner="Ben", tags=frozenset({"b"}))
    commitments.save(change, commitment, replace(after, occurrences=(*after.occurrences, second)))
    notes.add(change, Note(commitment.number, "seen", "Ada", make.now))
    change.summary = "much"


class Breakage(Exception):  # noqa: N818 - it is what happens, not an error of ours
    """Stands for whatever may go wrong in the middle."""


def break_at(conn, number):
    """Raise at the statement of that number, counted from here; the commit counts as one behind the last."""
    seen = iter(range(number))

    def count(*_):
        if next(seen, None) is None:
            raise Breakage

    for event in ("before_cursor_execute", "commit"):
        sa.event.listen(conn, event, count)


def test_a_change_that_breaks_at_any_statement_leaves_what_was_before(make, store, add):
    commitment = add()
    before = rows_of(store)
    broken = 0
    while True:
        try:
            with store.writing("rich", "Ada", make.now) as change:
                break_at(change.conn, broken)
                make_a_rich_change(change, make, commitment)
        except Breakage:
            assert rows_of(store) == before
            broken += 1
        else:
            break
    assert broken > 10
    after = rows_of(store)
    assert all(after[name] != before[name] for name in ("announcement", "commitment", "note", "history", "change_set"))


KILLED = """
import os, signal, sys
from datetime import UTC, datetime
import sqlalchemy as sa
from tracker.core.announcement import Announcement
from tracker.store import announcements
from tracker.store.store import Store
now = datetime(2026, 1, 31, 12, tzinfo=UTC)
def write_until(statement):
    left = iter(range(statement))
    def count(*_):
        if next(left, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)
    with Store.open(sys.argv[1], now=now).writing("ingest", "Ada", now) as change:
        sa.event.listen(change.conn, "before_cursor_execute", count)
        sa.event.listen(change.conn, "commit", count)
        announcements.add(change, Announcement("one", now.date()), now)
        announcements.add(change, Announcement("two", now.date()), now)
for statement in (0, 1, 3, 4):
    if not os.fork():
        write_until(statement)
        sys.exit()
    print(statement, os.WTERMSIG(os.wait()[1]))
"""


def test_a_process_killed_in_the_middle_leaves_what_was_before(store, database_url):
    before = rows_of(store)
    killed = subprocess.run([sys.executable, "-c", KILLED, database_url], stdout=subprocess.PIPE, text=True, check=True)
    assert killed.stdout.splitlines() == [f"{statement} {signal.SIGKILL}" for statement in (0, 1, 3, 4)]
    assert rows_of(store) == before


def test_reading_sees_one_moment(store, add, save):
    commitment = add()
    with store.reading() as conn:
        first = commitments.get(conn, commitment.number)
        save(commitment, replace(commitment, owner="Ben", tags=frozenset({"b"})))
        assert commitments.get(conn, commitment.number) == first
        assert history.last_of(conn, "Ada").action == "ingest"


def test_an_error_in_a_reading_is_passed_on(store):
    with pytest.raises(ZeroDivisionError), store.reading():
        _ = 1 / 0


MOVERS = """
import os, sys
from dataclasses import replace
from datetime import UTC, datetime
from tracker.store import commitments
from tracker.store.store import Store
url, rounds, *numbers = sys.argv[1], *map(int, sys.argv[2:])
now = datetime(2026, 1, 31, 12, tzinfo=UTC)
def move(give, take):
    store = Store.open(url, now=now)
    for _ in range(rounds):
        with store.writing("move", f"mover {give}", now) as change:
            for number, step in ((give, -1), (take, 1)):
                before = commitments.get(change.conn, number)
                span = replace(before.found.span, end=before.found.span.end + step)
                commitments.save(change, before, replace(before, found=replace(before.found, span=span)))
children = []
for pair in zip(numbers, (*numbers[1:], numbers[0])):
    if not (child := os.fork()):
        move(*pair)
        sys.exit()
    children.append(child)
sys.exit(any(os.waitpid(child, 0)[1] for child in children))
"""
ROUNDS = 12


def movers(url, numbers):
    """A program whose four processes move ones from one commitment's number to the next one's; their sum stays."""
    command_line = [sys.executable, "-c", MOVERS, url, *map(str, (ROUNDS, *numbers))]
    return subprocess.Popen(command_line, stderr=subprocess.PIPE, text=True)


def sum_in(conn):
    return conn.execute(sa.text("SELECT sum(span_end) FROM commitment")).scalar_one()


def test_four_writers_and_a_reader_lose_nothing(store, add, database_url):
    numbers = [add().number for _ in range(4)]
    with store.reading() as conn:
        before = sum_in(conn)
    running = movers(database_url, numbers)
    seen = set()
    while running.poll() is None:
        with store.reading() as conn:
            seen.add(sum_in(conn))
    assert (running.communicate()[1], running.returncode) == ("", 0)
    assert seen == {before}
    with store.reading() as conn:
        assert sum(commitments.get(conn, number).version for number in numbers) == 4 + 2 * 4 * ROUNDS
        assert len(history.recent(conn, None)) == 4 + 1 + 4 * ROUNDS


def test_a_backup_made_while_others_write_holds_one_moment(make, tmp_path):
    url = f"sqlite:///{tmp_path / 'tracker.db'}"
    store = Store.open(url, now=make.now)
    with store.writing("ingest", "Ada", make.now) as change:
        stored = announcements.add(change, make.announcement(), make.now)
        numbers = [commitments.add(change, make.commitment(stored)).number for _ in range(4)]
    with store.reading() as conn:
        before = sum_in(conn)
    running = movers(url, numbers)
    copies = []
    while running.poll() is None:
        copies.append(tmp_path / f"copy-{len(copies)}.db")
        backup(url, copies[-1])
    assert (running.communicate()[1], running.returncode) == ("", 0)
    for copy in copies[:: max(1, len(copies) // 10)]:
        opened = Store.open(f"sqlite:///{copy}", now=make.now)
        with opened.reading() as conn:
            assert sum_in(conn) == before
        opened.close()
    store.close()
