"""Requests to servers that answer, and to servers that fail in every way they can."""

import gzip
import logging
import socket
import threading
import traceback
import zlib

import pytest

from tracker.errors import NetError, NetFault
from tracker.net import Client, pinned


@pytest.fixture
def client():
    """A client that may connect to this machine, with two seconds for each request and 64 kB for each answer."""
    with Client(timeout=2, allow_private=True) as client:
        yield client


def failure(client, url, **options):
    with pytest.raises(NetError) as caught:
        client.request("GET", url, **options)
    assert "\n" not in str(caught.value)
    return caught.value


def endless(piece, wait):
    """A page that sends its head and then pieces until the other side goes away or the test is over."""

    def page(handler):
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
        while not wait():
            handler.wfile.write(piece)
            handler.server.sent = getattr(handler.server, "sent", 0) + len(piece)

    return page


@pytest.fixture
def over():
    """Set at the end of the test, so that no server hangs longer."""
    over = threading.Event()
    yield over
    over.set()


def test_an_answer_has_status_headers_in_any_case_and_body(client, web):
    web.pages["/a"] = (429, {"Retry-After": "7"}, b"slow down")
    answer = client.request("POST", f"{web.url}/a?key=1", body=b"{}", headers={"X-Kind": "test"})
    assert (answer.status, answer.body, answer.url) == (429, b"slow down", f"{web.url}/a?key=1")
    assert answer.headers["retry-after"] == answer.headers["Retry-After"] == "7"
    ((method, path, headers, body),) = web.requests
    assert (method, path, body, headers["X-Kind"]) == ("POST", "/a?key=1", b"{}", "test")
    assert headers["User-Agent"].startswith("commitment-tracker/")
    assert headers["Host"] == web.url.removeprefix("http://")


def test_an_address_with_letters_beyond_ascii_is_sent_encoded(client, web):
    web.pages["/caf%C3%A9"] = (200, {}, b"ok")
    assert client.request("GET", f"{web.url}/café").body == b"ok"


def test_a_server_error_is_an_answer(client, web):
    web.pages["/a"] = (500, {}, b"oops")
    assert client.request("GET", f"{web.url}/a").status == 500


def test_connections_are_kept_alive(client, web):
    web.pages["/a"] = (200, {}, b"ok")
    for _ in range(5):
        assert client.request("GET", f"{web.url}/a").body == b"ok"
    assert web.connections == 1


def test_threads_share_a_client(client, web):
    web.pages["/a"] = (200, {}, b"ok")
    bodies = []

    def ask():
        bodies.extend([client.request("GET", f"{web.url}/a").body for _ in range(10)])

    threads = [threading.Thread(target=ask) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert bodies == [b"ok"] * 60
    assert web.connections <= 6


def test_a_redirect_is_an_answer_where_none_is_followed(client, web):
    web.pages["/a"] = (301, {"Location": "/b"}, b"")
    assert client.request("GET", f"{web.url}/a").status == 301
    assert len(web.requests) == 1


def test_redirects_are_followed_within_their_limit(web):
    web.pages.update({f"/{n}": (302, {"Location": f"/{n + 1}"}, b"") for n in range(4)})
    web.pages["/4"] = (200, {}, b"here")
    with Client(timeout=2, allow_private=True, most_redirects=4) as client:
        answer = client.request("GET", f"{web.url}/0")
        assert (answer.body, answer.url) == (b"here", f"{web.url}/4")
        assert client.request("POST", f"{web.url}/0", body=b"x").status == 302
    with Client(timeout=2, allow_private=True, most_redirects=3) as client:
        error = failure(client, f"{web.url}/0")
    assert error.fault is NetFault.REDIRECTS
    assert "redirects more than 3 times" in str(error)


def test_a_redirect_to_a_private_address_is_not_followed(web, monkeypatch):
    web.pages["/a"] = (302, {"Location": "http://127.0.0.1:1/admin"}, b"")
    to_this_machine(monkeypatch, web)
    with Client(timeout=2, most_redirects=3, resolve=lambda *_: ["93.184.216.34"]) as client:
        error = failure(client, "http://works.example/a")
    assert error.fault is NetFault.REFUSED
    assert len(web.requests) == 1


@pytest.mark.parametrize(
    "location", ["ftp://works.example/", "http://u:p@works.example/", "http://works.example:25/", "http://[::1"]
)
def test_each_redirect_is_checked_like_the_first_address(web, location):
    web.pages["/a"] = (302, {"Location": location}, b"")
    with Client(timeout=2, allow_private=True, most_redirects=3) as client:
        assert failure(client, f"{web.url}/a").fault is NetFault.REFUSED


def to_this_machine(monkeypatch, web):
    """Let connections go to the server of the test, wherever they were meant to; gives where they were meant to go."""
    meant = []

    def connect(self, address):
        meant.append(address)
        socket.socket.connect(self, ("127.0.0.1", web.server_port))

    monkeypatch.setattr(pinned._BoundedSocket, "connect", connect, raising=False)  # noqa: SLF001 - no test leaves this machine
    return meant


def test_a_name_is_looked_up_once_and_the_checked_address_connected_to(web, monkeypatch):
    web.pages["/a"] = (200, {}, b"ok")
    answers = [["93.184.216.34"], ["127.0.0.1"]]
    meant = to_this_machine(monkeypatch, web)
    with Client(timeout=2, resolve=lambda *_: answers.pop(0)) as client:
        assert client.request("GET", "http://works.example/a").body == b"ok"
        assert meant == [("93.184.216.34", 80)]
        assert answers == [["127.0.0.1"]]
        assert failure(client, "http://works.example/a").fault is NetFault.REFUSED
    assert len(web.requests) == 1


@pytest.mark.parametrize("addresses", [["127.0.0.1"], ["93.184.216.34", "10.0.0.1"], ["::ffff:127.0.0.1"], ["fe80::1"]])
def test_one_private_address_of_a_name_refuses_it(web, monkeypatch, addresses):
    meant = to_this_machine(monkeypatch, web)
    with Client(timeout=2, resolve=lambda *_: addresses) as client:
        error = failure(client, "http://works.example/a")
    assert error.fault is NetFault.REFUSED
    assert "leads to a private or local address" in str(error)
    assert meant == []


def test_an_address_that_does_not_answer_leaves_the_next_its_turn(web):
    web.pages["/a"] = (200, {}, b"ok")
    addresses = ["127.0.0.2", "127.0.0.1"]  # on the first nobody listens at that port
    with Client(timeout=2, allow_private=True, resolve=lambda *_: addresses) as client:
        assert client.request("GET", f"http://works.example:{web.server_port}/a").body == b"ok"


def test_a_failed_look_up_is_told():
    def resolve(*_):
        raise socket.gaierror(-2, "Name or service not known")

    with Client(timeout=2, resolve=resolve) as client:
        error = failure(client, "https://works.example/a?key=canary")
    assert error.fault is NetFault.LOOKUP
    assert str(error).startswith("https://works.example/a: its name is not known")


def test_a_look_up_that_hangs_ends_at_the_timeout(over):
    with Client(timeout=0.2, resolve=lambda *_: over.wait() and []) as client:
        assert failure(client, "https://works.example/").fault is NetFault.TIMEOUT


def test_a_refused_connection_is_told(client):
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        error = failure(client, f"http://127.0.0.1:{unused.getsockname()[1]}/")
    assert error.fault is NetFault.CONNECT
    assert "no connection (connection refused)" in str(error)


def test_a_server_that_hangs_ends_at_the_timeout(web, over):
    web.pages["/a"] = lambda _: over.wait()
    with Client(timeout=0.3, allow_private=True) as client:
        error = failure(client, f"{web.url}/a")
    assert (error.fault, error.status) == (NetFault.TIMEOUT, None)
    assert "no whole answer within 0.3 s" in str(error)


def test_a_body_of_a_byte_at_a_time_ends_at_the_timeout(web, over):
    web.pages["/a"] = endless(b"x", lambda: over.wait(0.1))
    with Client(timeout=0.5, allow_private=True) as client:
        error = failure(client, f"{web.url}/a")
    assert (error.fault, error.status) == (NetFault.TIMEOUT, 200)


def test_a_head_of_a_byte_at_a_time_ends_at_the_timeout(web, over):
    def page(handler):
        while not over.wait(0.1):
            handler.wfile.write(b"H")

    web.pages["/a"] = page
    with Client(timeout=0.5, allow_private=True) as client:
        error = failure(client, f"{web.url}/a")
    assert (error.fault, error.status) == (NetFault.TIMEOUT, None)


def test_a_dropped_connection_is_told(client, web):
    web.pages["/a"] = lambda handler: handler.connection.shutdown(socket.SHUT_RDWR)
    error = failure(client, f"{web.url}/a")
    assert error.fault is NetFault.PROTOCOL
    assert "the connection ended without a whole answer" in str(error)


def test_a_body_shorter_than_announced_is_told(client, web):
    web.pages["/a"] = (200, {"Content-Length": "100", "Connection": "close"}, b"short")
    assert failure(client, f"{web.url}/a").fault is NetFault.PROTOCOL


@pytest.mark.parametrize(
    "sent", [b"220 mail.example ESMTP\r\n" * 3, b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\nhi"]
)
def test_what_is_no_http_is_told(client, web, sent):
    web.pages["/a"] = lambda handler: handler.wfile.write(sent)
    assert failure(client, f"{web.url}/a").fault is NetFault.PROTOCOL


@pytest.mark.parametrize("piece", [b"x" * 1000, b"x" * 100_000])
def test_an_endless_body_is_given_up_at_the_limit(client, web, over, piece):
    web.pages["/a"] = endless(piece, over.is_set)
    error = failure(client, f"{web.url}/a")
    assert (error.fault, error.status) == (NetFault.TOO_LARGE, 200)
    assert "larger than 64 kB" in str(error)


def test_an_endless_head_is_given_up(client, web, over):
    def page(handler):
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
        while not over.is_set():
            handler.wfile.write(b"X-Filler: " + b"x" * 50_000 + b"\r\n")

    web.pages["/a"] = page
    assert failure(client, f"{web.url}/a").fault is NetFault.TOO_LARGE


def test_a_body_of_just_the_limit_is_taken(client, web):
    web.pages["/a"] = (200, {}, b"x" * 64_000)
    web.pages["/b"] = (200, {}, b"x" * 64_001)
    assert len(client.request("GET", f"{web.url}/a").body) == 64_000
    assert failure(client, f"{web.url}/b").fault is NetFault.TOO_LARGE
    assert len(client.request("GET", f"{web.url}/a").body) == 64_000


def test_compressed_bodies_are_decoded(client, web):
    web.pages["/gzip"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(b"plain" * 100))
    web.pages["/deflate"] = (200, {"Content-Encoding": "deflate"}, zlib.compress(b"plain" * 100))
    web.pages["/lie"] = (200, {"Content-Encoding": "gzip"}, b"plain")
    assert client.request("GET", f"{web.url}/gzip").body == b"plain" * 100
    assert client.request("GET", f"{web.url}/deflate").body == b"plain" * 100
    assert failure(client, f"{web.url}/lie").fault is NetFault.PROTOCOL


def test_a_gzip_bomb_is_given_up_at_the_limit(client, web):
    once = gzip.compress(b"\0" * 50_000_000)
    web.pages["/once"] = (200, {"Content-Encoding": "gzip"}, once)
    web.pages["/twice"] = (200, {"Content-Encoding": "gzip, gzip"}, gzip.compress(once))
    assert failure(client, f"{web.url}/once").fault is NetFault.TOO_LARGE
    assert failure(client, f"{web.url}/twice").fault is NetFault.TOO_LARGE


def test_a_secret_address_is_in_no_error_and_no_log(client, web, over, caplog):
    caplog.set_level(logging.DEBUG)
    web.pages.update(
        {
            "/canary/hang": lambda _: over.wait(3),
            "/canary/drop": lambda handler: handler.connection.shutdown(socket.SHUT_RDWR),
            "/canary/large": (200, {}, b"x" * 70_000),
            "/canary/ok": (200, {}, b"ok"),
        }
    )
    for name in ("hang", "drop", "large"):
        error = failure(client, f"{web.url}/canary/{name}", label="channel chat")
        assert str(error).startswith("channel chat: ")
        assert "canary" not in repr(error)
        assert "canary" not in "".join(traceback.format_exception(error))
    client.request("GET", f"{web.url}/canary/ok")
    assert "canary" not in caplog.text
