"""The address that hears of every check, and that nobody else hears of."""

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from tracker.channels.secrets import Secrets
from tracker.net.client import Client
from tracker.serve.ping import Ping


@pytest.fixture
def called():
    """A server that notes what it is asked for and answers with `status`."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            self.server.paths.append(self.path)
            self.send_response(self.server.status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_):
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        server.paths, server.status = [], 200
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def ping(called):
    """Makes a ping to the server: ping("/canary")."""
    made = []

    def ping(path, port=None, **settings):
        secrets = Secrets("config.toml: ping", {"URL": f"http://127.0.0.1:{port or called.server_port}{path}"}, Path())
        made.append(Ping(secrets.one("url", env="URL"), Client(timeout=5, **{"allow_private": True, **settings})))
        return made[-1]

    yield ping
    for one in made:
        one.close()


@pytest.mark.parametrize(
    ("path", "asked"),
    [
        ("/uuid", ["/uuid/start", "/uuid", "/uuid/fail"]),
        ("/key/slug?create=1", ["/key/slug/start?create=1", "/key/slug?create=1", "/key/slug/fail?create=1"]),
    ],
)
def test_the_start_the_end_and_the_failure_of_a_check_have_addresses_of_their_own(called, ping, log, path, asked):
    made = ping(path)
    made.started()
    made.succeeded()
    made.failed()
    assert called.paths == asked
    assert log.getvalue() == ""


def test_what_goes_wrong_is_logged_without_the_address(called, ping, log):
    called.status = 404
    ping("/canary").started()
    ping("/canary", port=1).succeeded()
    ping("/canary", allow_private=False).failed()
    lines = log.getvalue().splitlines()
    assert len(lines) == 3
    assert all(" warning ping_failed error=" in line for line in lines)
    assert 'error="the ping address answers 404"' in lines[0]
    assert "canary" not in log.getvalue()


def test_an_address_that_is_not_to_be_had_is_logged(log):
    secrets = Secrets("config.toml: ping", {}, Path())
    Ping(secrets.one("url", env="URL"), Client()).started()
    assert "the environment has no variable URL" in log.getvalue()
