"""Mail over real connections: to an SMTP server that takes it, and to servers that fail in every way they can."""

import asyncio
import queue
import socket
import ssl
import threading
from contextlib import contextmanager

import pytest
from aiosmtpd.smtp import SMTP, AuthResult

from tracker.core.outbox import Verdict

PASSWORD = "canary-8c1f"  # noqa: S105 - the tests' own server knows it


class Post:
    """A mail server on this machine. It keeps the envelopes that came, and answers RCPT and DATA as told."""

    def __init__(self):
        self.envelopes, self.tls, self.answers, self.logins, self.connections = [], [], {}, [], 0

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802,ARG002 - aiosmtpd's name
        if answer := self.answers.get(address):
            return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 - aiosmtpd's name
        self.envelopes.append((envelope.mail_from, envelope.rcpt_tos, envelope.original_content))
        self.tls.append(session.ssl is not None)
        if self.answers.get("DATA") == "drop":
            server.transport.abort()
        return self.answers.get("DATA", "250 taken")

    def authenticate(self, _server, _session, _envelope, _mechanism, data):
        self.logins.append((data.login.decode(), data.password.decode()))
        return AuthResult(success=data.password.decode() == PASSWORD, handled=False)


@contextmanager
def serving(post, *, direct=None, **options):
    """The port of a running server."""
    started = queue.SimpleQueue()

    async def serve():
        loop, over = asyncio.get_running_loop(), asyncio.Event()

        def session():
            post.connections += 1
            return SMTP(post, loop=loop, hostname="post.example", **options)

        server = await loop.create_server(session, "127.0.0.1", 0, ssl=direct)
        started.put((server.sockets[0].getsockname()[1], lambda: loop.call_soon_threadsafe(over.set)))
        await over.wait()
        server.close()

    thread = threading.Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    port, stop = started.get()
    try:
        yield port
    finally:
        stop()
        thread.join()


@pytest.fixture
def tls(certificate):
    """The server's side of TLS."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    return context


def test_a_mail_arrives_as_it_was_frozen(email, sent, digest):
    post, made = Post(), digest()
    with serving(post) as port:
        channel = email(port)
        assert sent(channel, made).verdict is Verdict.SENT
        channel.close()
    ((sender, recipients, content),) = post.envelopes
    assert (sender, recipients) == ("tracker@elsin.example", ["desk@elsin.example"])
    assert content == channel.compose(made).encode()


def test_a_batch_goes_over_one_connection_a_transaction_each(email, sent, notice, item):
    post = Post()
    with serving(post) as port:
        channel = email(port)
        for name in ("ada", "ben", "cleo"):
            assert sent(channel, notice(item(), recipient=f"{name}@elsin.example")).verdict is Verdict.SENT
        channel.close()
    assert [recipients for _, recipients, _ in post.envelopes] == [
        [f"{n}@elsin.example"] for n in ("ada", "ben", "cleo")
    ]
    assert post.connections == 1


def test_a_connection_that_was_dropped_is_opened_anew(email, sent, notice, item):
    post = Post()
    with serving(post, timeout=0.2) as port:
        channel = email(port)
        assert sent(channel, notice(item())).verdict is Verdict.SENT
        threading.Event().wait(0.6)
        assert sent(channel, notice(item())).verdict is Verdict.SENT
        channel.close()
    assert (len(post.envelopes), post.connections) == (2, 2)


def test_starttls_and_a_login_come_first(email, sent, notice, item, tls, certificate):
    post = Post()
    login = {"auth_required": True, "authenticator": post.authenticate}
    with serving(post, tls_context=tls, require_starttls=True, **login) as port:
        secure = {
            "security": "starttls",
            "ca_file": str(certificate[0]),
            "user": "desk",
            "password_env": "MAIL_PASSWORD",
        }
        channel = email(port, environment={"MAIL_PASSWORD": PASSWORD}, **secure)
        assert sent(channel, notice(item())).verdict is Verdict.SENT
        channel.close()
    assert post.tls == [True]
    assert post.logins == [("desk", PASSWORD)]


def test_tls_from_the_first_byte(email, sent, notice, item, tls, certificate):
    post = Post()
    with serving(post, direct=tls) as port:
        channel = email(port, security="tls", ca_file=str(certificate[0]))
        assert sent(channel, notice(item())).verdict is Verdict.SENT
        channel.close()
    assert len(post.envelopes) == 1


def test_nothing_is_sent_in_clear_where_starttls_is_missing(email, sent, notice, item):
    post = Post()
    with serving(post) as port:
        outcome = sent(email(port, security="starttls"), notice(item()))
    assert outcome.verdict is Verdict.RETRY
    assert outcome.detail == f"localhost:{port}: offers no STARTTLS, and nothing is sent in clear"
    assert post.envelopes == []


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_a_certificate_that_nobody_vouches_for_is_refused(email, sent, notice, item, tls, security):
    post = Post()
    options = {"direct": tls} if security == "tls" else {"tls_context": tls}
    with serving(post, **options) as port:
        outcome = sent(email(port, security=security), notice(item()))
    assert outcome.verdict is Verdict.RETRY
    assert "certificate" in outcome.detail
    assert post.envelopes == []


def test_tls_to_a_port_that_speaks_none_says_what_to_look_at(email, sent, notice, item):
    with serving(Post()) as port:
        outcome = sent(email(port, security="tls"), notice(item()))
    assert (outcome.verdict, "is `security` the right one" in outcome.detail) == (Verdict.RETRY, True)


def test_a_refused_login_is_told_and_not_repeated_at_once(email, sent, notice, item, tls, certificate):
    post = Post()
    login = {"user": "desk", "password_env": "MAIL_PASSWORD", "security": "starttls", "ca_file": str(certificate[0])}
    with serving(post, tls_context=tls, auth_required=True, authenticator=post.authenticate) as port:
        channel = email(port, environment={"MAIL_PASSWORD": "wrong-canary"}, **login)
        outcomes = [sent(channel, notice(item()))]
        tried = len(post.logins)
        outcomes += [sent(channel, notice(item())) for _ in range(2)]
    assert {outcome.verdict for outcome in outcomes} == {Verdict.RETRY}
    assert "the login of desk was refused (535): check user and password" in outcomes[0].detail
    assert "wrong-canary" not in str(outcomes)
    assert len(post.logins) == tried


def test_a_secret_that_is_missing_is_told(email, sent, notice, item):
    channel = email(9, environment={"OTHER": "x"}, user="desk", password_env="MAIL_PASSWORD")  # noqa: S106 - a variable's name
    outcome = sent(channel, notice(item()))
    assert outcome.verdict is Verdict.RETRY
    assert "channels.mail: password_env: the environment has no variable MAIL_PASSWORD" in outcome.detail


def test_what_concerns_one_recipient_stops_no_other(email, sent, notice, item):
    post = Post()
    post.answers = {"later@elsin.example": "451 try later", "nobody@elsin.example": "550 no such user"}
    with serving(post) as port:
        channel = email(port)
        outcomes = [
            sent(channel, notice(item(), recipient=f"{name}@elsin.example")) for name in ("later", "nobody", "desk")
        ]
        channel.close()
    assert [outcome.verdict for outcome in outcomes] == [Verdict.RETRY, Verdict.FEW, Verdict.SENT]
    assert outcomes[0].detail.endswith(": 451 try later")
    assert outcomes[1].detail.endswith(": 550 no such user")
    assert post.connections == 1


def test_a_mail_refused_whole_is_told_by_the_servers_word(email, sent, notice, item):
    post = Post()
    post.answers["DATA"] = "554 looks like spam"
    with serving(post) as port:
        outcome = sent(email(port), notice(item()))
    assert (outcome.verdict, outcome.detail) == (Verdict.FEW, f"localhost:{port}: 554 looks like spam")


def test_a_drop_after_the_mail_was_taken_leads_to_the_same_bytes_again(email, sent, notice, item):
    post, made = Post(), notice(item())
    with serving(post) as port:
        channel = email(port)
        post.answers["DATA"] = "drop"
        dropped = sent(channel, made)
        del post.answers["DATA"]
        assert sent(channel, made).verdict is Verdict.SENT
        channel.close()
    assert (dropped.verdict, dropped.detail) == (Verdict.RETRY, f"localhost:{port}: the connection was dropped")
    assert post.envelopes[0] == post.envelopes[1]


def test_a_server_that_says_it_closes_is_left_and_asked_again(email, sent, notice, item, scripted):
    with scripted(b"220 hi\r\n", b"250 ok\r\n", b"421 too busy\r\n") as port:
        outcome = sent(email(port), notice(item()))
    assert (outcome.verdict, outcome.detail) == (Verdict.RETRY, f"localhost:{port}: 421 too busy")


def test_a_server_that_is_not_there_is_told(email, sent, notice, item):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    outcome = sent(email(port), notice(item()))
    assert (outcome.verdict, outcome.detail) == (Verdict.RETRY, f"localhost:{port}: connection refused")


def test_an_unknown_host_is_told(email, sent, notice, item):
    outcome = sent(email(25, host="post.invalid", allow_clear=True), notice(item()))
    assert (outcome.verdict, outcome.detail) == (Verdict.RETRY, "post.invalid:25: its name is not known")


def test_an_international_address_needs_a_server_that_takes_it(email, sent, notice, item):
    able, unable = Post(), Post()
    made = notice(item(), recipient="réda@elsin.example")
    with serving(able, enable_SMTPUTF8=True) as port:
        channel = email(port)
        assert sent(channel, made).verdict is Verdict.SENT
        channel.close()
    with serving(unable) as port:
        outcome = sent(email(port), made)
    assert able.envelopes[0][1] == ["réda@elsin.example"]
    assert (outcome.verdict, outcome.detail.endswith("(no SMTPUTF8)")) == (Verdict.FEW, True)
    assert unable.envelopes == []
