"""A service manager hears that the program is ready, alive and stopping."""

import os
import socket
import sys

import pytest

from tracker.serve.notify import Notifier

ADDRESSES = ["file", *(["abstract"] if sys.platform == "linux" else [])]


@pytest.fixture(params=ADDRESSES)
def manager(request, tmp_path):
    """A service manager's socket, and the environment that names it."""
    address = str(tmp_path / "notify") if request.param == "file" else f"@tracker-test-{os.getpid()}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind(address.replace("@", "\0", 1) if request.param == "abstract" else address)
        listening.settimeout(10)
        yield listening, {"NOTIFY_SOCKET": address}


def test_it_tells_what_systemd_knows(manager):
    listening, environment = manager
    notifier = Notifier(environment)
    notifier.ready("leading")
    notifier.alive("leading")
    notifier.stopping()
    told = [listening.recv(1000).decode() for _ in range(3)]
    assert told == ["READY=1\nSTATUS=leading", "WATCHDOG=1\nSTATUS=leading", "STOPPING=1\nSTATUS=stopping"]


@pytest.mark.parametrize("environment", [{}, {"NOTIFY_SOCKET": ""}, {"NOTIFY_SOCKET": "/nobody/listens"}])
def test_where_nobody_listens_nothing_happens(environment):
    Notifier(environment).ready("leading")


@pytest.mark.parametrize(
    ("environment", "seconds"),
    [
        ({"WATCHDOG_USEC": "30000000"}, 15),
        ({"WATCHDOG_USEC": "30000000", "WATCHDOG_PID": str(os.getpid())}, 15),
        ({"WATCHDOG_USEC": "30000000", "WATCHDOG_PID": "1"}, None),
        ({"WATCHDOG_USEC": "soon"}, None),
        ({"WATCHDOG_USEC": "0"}, None),
        ({}, None),
    ],
)
def test_it_beats_at_half_of_what_the_watchdog_allows(environment, seconds):
    assert Notifier(environment).beat_within == seconds
