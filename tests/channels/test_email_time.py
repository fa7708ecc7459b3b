"""No mail server holds an attempt longer than its timeout, whatever it does or leaves undone."""

import socket
import threading
from contextlib import ExitStack

import pytest

from tracker.core.outbox import Verdict


@pytest.mark.parametrize(
    ("lines", "drip"),
    [((), None), ((b"220 hi\r\n",), None), ((b"220 hi\r\n",), b"2"), ((b"220 hi\r\n",), b"250-more\r\n")],
    ids=["silent", "silent after its greeting", "a byte now and then", "an endless reply"],
)
def test_no_server_holds_an_attempt_longer_than_its_timeout(email, sent, notice, item, scripted, lines, drip):
    with scripted(*lines, drip=drip) as port:
        outcome = sent(email(port, timeout=1), notice(item()))
    assert (outcome.verdict, outcome.detail) == (Verdict.RETRY, f"localhost:{port}: no answer within 1 s")


def test_no_beginning_of_tls_holds_an_attempt_longer_either(email, sent, notice, item, scripted):
    with scripted(b"220 hi\r\n", b"250-x\r\n250 STARTTLS\r\n", b"220 go\r\n") as port:
        outcome = sent(email(port, security="starttls", timeout=1), notice(item()))
    assert (outcome.verdict, outcome.detail) == (Verdict.RETRY, f"localhost:{port}: no answer within 1 s")


def test_an_address_that_is_dead_leaves_time_for_the_others(email, sent, notice, item, scripted, monkeypatch):
    taken = (b"220 hi\r\n", b"250 hi\r\n", b"250 ok\r\n", b"550 nobody\r\n")
    with socket.create_server(("127.0.0.1", 0), backlog=0) as dead, ExitStack() as fillers, scripted(*taken) as port:
        for _ in range(2):  # who comes after these is not answered
            one = fillers.enter_context(socket.socket())
            one.setblocking(False)
            one.connect_ex(dead.getsockname())
        addresses = [
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", where) for where in (dead.getsockname(), ("127.0.0.1", port))
        ]
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: addresses)
        channel = email(port, timeout=2)
        outcome = sent(channel, notice(item()))
        channel.close()
    assert (outcome.verdict, outcome.detail) == (Verdict.FEW, f"localhost:{port}: 550 nobody")


def test_a_reply_without_an_end_is_given_up_before_its_time(email, sent, notice, item, scripted):
    with scripted(b"220 hi\r\n", b"250-more\r\n" * 10_000) as port:
        outcome = sent(email(port, timeout=300), notice(item()))
    assert (outcome.verdict, outcome.detail) == (Verdict.RETRY, f"localhost:{port}: the connection was dropped")


def test_no_thread_outlives_a_channel(email, sent, notice, item, scripted):
    before = set(threading.enumerate())
    with scripted(b"220 hi\r\n", b"250 hi\r\n", b"421 too busy\r\n") as port:
        channel = email(port)
        for _ in range(2):  # a closed one can be used again
            assert sent(channel, notice(item())).verdict is Verdict.RETRY
            assert "watchdog" in {one.name for one in threading.enumerate()}
            channel.close()
            assert {one.name for one in set(threading.enumerate()) - before} <= {"scripted"}
