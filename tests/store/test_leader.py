"""One leads, beside a SQLite file and on a PostgreSQL server."""

import os
import socket
import stat

import psycopg
import pytest

from tracker.errors import AlreadyRunningError, StoreError
from tracker.store.leader import leadership

sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
postgresql = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)


@pytest.fixture
def place(database_url):
    """Opens a place of the database, as often as asked, and closes them all at the end."""
    opened = []

    def place():
        opened.append(leadership(database_url))
        return opened[-1]

    yield place
    for one in opened:
        one.close()


def end_connections(url):
    """End every connection of the program's to a database, as a restart of its server does."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name <> 'emptying'"
        )


def test_the_first_leads_and_goes_on_leading(place):
    first = place()
    assert first.leads()
    assert first.leads()


@sqlite
def test_beside_a_file_a_second_one_is_told_who_leads(place):
    place()
    with pytest.raises(AlreadyRunningError) as refused:
        place()
    assert f"(process {os.getpid()} on {socket.gethostname()})" in str(refused.value)
    assert refused.value.exit_code == 75


@sqlite
def test_beside_a_file_the_place_is_free_once_it_is_closed(place, tmp_path):
    place().close()
    assert place().leads()
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.glob("tracker.db.serve*")}
    assert set(modes.values()) == {0o600}


@sqlite
def test_a_holder_that_nobody_knows_is_no_hindrance_to_say_so(place, tmp_path):
    place()
    (tmp_path / "tracker.db.serve").write_bytes(b"\xff")
    with pytest.raises(AlreadyRunningError, match="runs already: one is enough"):
        place()


@postgresql
def test_on_a_server_a_second_one_waits_its_turn(place):
    first, second = place(), place()
    assert first.leads()
    assert not second.leads()
    assert not second.leads()
    first.close()
    assert second.leads()


@postgresql
def test_a_leader_that_loses_its_connection_leads_no_more_and_may_lead_again(place, database_url):
    first = place()
    assert first.leads()
    end_connections(database_url)
    with pytest.raises(StoreError):
        first.leads()
    assert first.leads()


@postgresql
def test_another_takes_over_from_one_that_lost_its_connection(place, database_url):
    first, second = place(), place()
    assert first.leads()
    end_connections(database_url)
    assert second.leads()
    with pytest.raises(StoreError):
        first.leads()
    assert not first.leads()


def test_a_server_that_is_not_there_is_one_line():
    place = leadership("postgresql://tracker@127.0.0.1:1/tracker")
    with pytest.raises(StoreError, match="check `database`"):
        place.leads()
    place.close()
