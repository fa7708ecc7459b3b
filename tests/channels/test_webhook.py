"""Webhooks over real connections: what a receiver can verify, and receivers that fail in every way they can."""

import base64
import json
import socket
import threading
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from standardwebhooks.webhooks import Webhook as Independent
from standardwebhooks.webhooks import WebhookVerificationError

from tracker.channels.signature import is_signed, key_of, sign
from tracker.core.outbox import MessageKind, Verdict
from tracker.errors import ConfigError

SECRET = "whsec_" + base64.b64encode(b"canary-secret-of-32-bytes-length").decode()
OTHER = base64.b64encode(b"another-secret-of-at-least-24-bytes").decode()
ENVIRONMENT = {"HOOK_SECRET": SECRET, "HOOK_OTHER": OTHER, "HOOK_BAD": "not base64!", "HOOK_SHORT": "c2hvcnQ="}
AT = datetime(2025, 10, 20, 7, tzinfo=UTC)


@pytest.fixture
def hook(built):
    """A factory of channels that post to an address of this machine."""

    def make(to, environment=None, **table):
        plain = {"kind": "webhook", "url": to, "secret_env": ["HOOK_SECRET"], "allow_private": True, "timeout": 2}
        return built("hook", environment or ENVIRONMENT, **plain | table)

    return make


@pytest.fixture
def over():
    """Set at the end of the test, so that no server hangs longer."""
    over = threading.Event()
    yield over
    over.set()


@pytest.fixture
def alert(notice, item):
    """A single alert for the channel."""
    return notice(item(), kind=MessageKind.SINGLE, channel="hook", recipient="hook")


def headers_of(request):
    return {name.lower(): value for name, value in request[2].items() if name.lower().startswith("webhook-")}


def test_a_post_is_what_an_independent_receiver_verifies(hook, sent, alert, web):
    web.pages["/in"] = (204, {}, b"")
    now = datetime.now(UTC)
    outcome = sent(hook(f"{web.url}/in"), alert, at=now)
    assert (outcome.verdict, outcome.detail) == (Verdict.SENT, "channel hook: 204 No Content")
    ((method, _, headers, body),) = web.requests
    assert (method, headers["Content-Type"], headers["webhook-id"]) == ("POST", "application/json", alert.uuid)
    document = Independent(SECRET).verify(body, headers_of(web.requests[0]))
    assert document["data"]["alerts"][0]["commitment"]["number"] == 12


def test_every_attempt_has_the_same_id_and_body_and_a_time_and_signature_of_its_own(hook, sent, alert, web):
    channel = hook(f"{web.url}/in")
    first, second = datetime.now(UTC), datetime.now(UTC) + timedelta(seconds=90)
    for at in (first, second):
        sent(channel, alert, at=at)
    (_, _, one, body), (_, _, two, again) = web.requests
    assert body == again
    assert one["webhook-id"] == two["webhook-id"]
    assert int(two["webhook-timestamp"]) - int(one["webhook-timestamp"]) == 90
    assert one["webhook-signature"] != two["webhook-signature"]
    for request in web.requests:
        Independent(SECRET).verify(request[3], headers_of(request))


def test_during_a_rotation_a_message_carries_both_signatures(hook, sent, alert, web):
    sent(hook(f"{web.url}/in", secret_env=["HOOK_OTHER", "HOOK_SECRET"]), alert, at=datetime.now(UTC))
    (request,) = web.requests
    assert request[2]["webhook-signature"].count("v1,") == 2
    for secret in (SECRET, OTHER):
        Independent(secret).verify(request[3], headers_of(request))
    with pytest.raises(WebhookVerificationError):
        Independent(base64.b64encode(b"a third secret of nobody's here").decode()).verify(
            request[3], headers_of(request)
        )


@pytest.mark.parametrize(
    "change", [{"body": b"{}"}, {"webhook-id": "other"}, {"webhook-timestamp": 1}, {"webhook-timestamp": -301}]
)
def test_what_was_tampered_with_or_is_old_is_refused_by_both(change):
    now = datetime.now(UTC).timestamp()
    body, headers = b'{"a": 1}', {"webhook-id": "m-1", "webhook-timestamp": str(int(now))}
    if change.get("webhook-timestamp", 0) < 0:
        headers["webhook-timestamp"] = str(int(now) + change.pop("webhook-timestamp"))
    headers["webhook-signature"] = sign((key_of(SECRET),), "m-1", int(headers["webhook-timestamp"]), body)
    headers |= {
        name: str(int(now) + value) if value == 1 else value for name, value in change.items() if name != "body"
    }
    body = change.get("body", body)
    with pytest.raises(WebhookVerificationError):
        Independent(SECRET).verify(body, headers)
    given = (headers["webhook-id"], headers["webhook-timestamp"], headers["webhook-signature"])
    assert not is_signed(key_of(SECRET), *given, body, now)


def test_the_signature_is_that_of_the_specifications_example():
    key = key_of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
    example = ("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, b'{"test": 2432232314}')
    assert sign((key,), *example) == signature
    assert is_signed(key, example[0], "1614265330", f"v1,bm9uZQ== {signature}", example[2], 1614265330 + 300)


@pytest.mark.parametrize("timestamp", ["", "x", "-1", "1e3", "１"])
def test_a_timestamp_that_is_no_number_is_refused(timestamp):
    assert not is_signed(b"0" * 24, "id", timestamp, "v1,x", b"", 0)


@pytest.mark.parametrize(
    ("status", "verdict"),
    [(200, "sent"), (201, "sent"), (301, "few"), (302, "few"), (307, "few"), (304, "few"), (400, "few"), (401, "few"),
     (404, "few"), (408, "retry"), (409, "few"), (410, "gone"), (413, "few"), (422, "few"), (425, "retry"),
     (429, "retry"), (500, "retry"), (502, "retry"), (503, "retry"), (504, "retry"), (599, "retry")],
)  # fmt: skip
def test_a_status_decides(hook, sent, alert, web, status, verdict):
    web.pages["/in"] = (status, {"Location": f"{web.url}/elsewhere"}, b"")
    assert sent(hook(f"{web.url}/in"), alert).verdict == verdict
    assert [path for _, path, _, _ in web.requests] == ["/in"]


def test_a_wait_in_seconds_is_taken_over(hook, sent, alert, web):
    web.pages["/in"] = (429, {"Retry-After": "120"}, b"")
    assert sent(hook(f"{web.url}/in"), alert).retry_after == timedelta(minutes=2)


def test_a_wait_until_a_date_is_counted_from_the_answers_own_clock(hook, sent, alert, web):
    until = datetime(2031, 5, 1, 12, 0, 30, tzinfo=UTC)

    def page(handler):
        handler.send_response_only(503)
        handler.send_header("Date", format_datetime(until - timedelta(seconds=90), usegmt=True))
        handler.send_header("Retry-After", format_datetime(until, usegmt=True))
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    web.pages["/in"] = page
    assert sent(hook(f"{web.url}/in"), alert).retry_after == timedelta(seconds=90)


@pytest.mark.parametrize(
    ("date", "wish", "wait"),
    [(None, AT + timedelta(seconds=45), timedelta(seconds=45)), (None, AT - timedelta(days=1), timedelta()),
     (None, AT + timedelta(days=400), timedelta(days=1)), (None, "999999999", timedelta(days=1)),
     (None, "soon", None), (None, "-5", None), (None, "", None),
     ("nonsense", AT + timedelta(seconds=5), timedelta(seconds=5))],
)  # fmt: skip
def test_a_wait_without_a_usable_date_of_the_answer_is_counted_from_the_attempt(
    hook, sent, alert, web, date, wish, wait
):
    def page(handler):
        handler.send_response_only(503)
        if date:
            handler.send_header("Date", date)
        handler.send_header("Retry-After", wish if isinstance(wish, str) else format_datetime(wish, usegmt=True))
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    web.pages["/in"] = page
    assert sent(hook(f"{web.url}/in"), alert, at=AT).retry_after == wait


def test_a_receiver_that_hangs_is_left_at_the_timeout(hook, sent, alert, web, over):
    web.pages["/in"] = lambda _: over.wait(20)
    outcome = sent(hook(f"{web.url}/in", timeout=1), alert)
    assert (outcome.verdict, "1 s" in outcome.detail) == (Verdict.RETRY, True)


def test_a_receiver_that_drops_after_accepting_is_asked_again_with_the_same_id(hook, sent, alert, web):
    def drop(handler):
        handler.close_connection = True
        handler.connection.shutdown(socket.SHUT_RDWR)

    channel = hook(f"{web.url}/in")
    web.pages["/in"] = drop
    assert sent(channel, alert).verdict is Verdict.RETRY
    web.pages["/in"] = (200, {}, b"")
    assert sent(channel, alert).verdict is Verdict.SENT
    assert {(headers["webhook-id"], body) for _, _, headers, body in web.requests} == {
        (alert.uuid, web.requests[0][3]),
    }


@pytest.mark.parametrize(("status", "verdict"), [(200, Verdict.SENT), (500, Verdict.RETRY), (404, Verdict.FEW)])
@pytest.mark.parametrize("piece", [b"x", b"x" * 20_000], ids=["a byte now and then", "an endless body"])
def test_what_follows_the_status_changes_nothing_and_holds_nobody(hook, sent, alert, web, over, status, verdict, piece):
    def page(handler):
        handler.wfile.write(f"HTTP/1.1 {status} Word\r\nConnection: close\r\n\r\n".encode())
        while not over.wait(0.05 if len(piece) == 1 else 0):
            handler.wfile.write(piece)

    web.pages["/in"] = page
    assert sent(hook(f"{web.url}/in", timeout=1), alert).verdict is verdict


def test_heads_that_come_a_byte_now_and_then_are_left_at_the_timeout(hook, sent, alert, web, over):
    def page(handler):
        while not over.wait(0.05):
            handler.wfile.write(b"H")

    web.pages["/in"] = page
    assert sent(hook(f"{web.url}/in", timeout=1), alert).verdict is Verdict.RETRY


def test_bad_tls_is_tried_again(hook, sent, alert, web):
    outcome = sent(hook(f"https://127.0.0.1:{web.server_port}/in"), alert)
    assert (outcome.verdict, "no secure connection" in outcome.detail) == (Verdict.RETRY, True)


def test_an_unknown_name_is_tried_again(hook, sent, alert):
    outcome = sent(hook("https://hook.invalid/in"), alert)
    assert (outcome.verdict, outcome.detail.startswith("channel hook: its name is not known")) == (Verdict.RETRY, True)


def test_a_name_that_leads_into_a_private_network_is_not_connected_to(hook, sent, alert, web):
    channel = hook(f"{web.url}/in", environment=ENVIRONMENT | {"U": f"{web.url}/in"}, url="", url_env="U",
                   allow_private=False)  # fmt: skip
    outcome = sent(channel, alert)
    assert (outcome.verdict, "private or local address" in outcome.detail) == (Verdict.FEW, True)
    assert web.requests == []


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (
            {"url": "http://127.0.0.1/in", "allow_private": False},
            "channels.hook: url leads to a private or local address",
        ),
        ({"url": "http://2130706433/"}, None),
        ({"url": "http://10.0.0.1/"}, "channels.hook: url begins with http://"),
        ({"url": "http://10.0.0.1/", "allow_clear": True}, None),
        ({"url": "https://me:word@hook.example/"}, "has a user name or a password in it"),
        ({"url": "ftp://hook.example/"}, "is no web address"),
        ({"url": "https://hook.example:25/"}, "port 25 is not one of the web"),
        ({"url": "https://hook.example/\n"}, "is no web address"),
        ({"url": "https://hook.example/?key=word"}, "url has a query, which may hold a key"),
        ({"url": ""}, "expected one of url, url_env and url_file"),
        ({"url_env": "X"}, "expected one of url, url_env and url_file"),
        ({"secret_env": []}, "there is no secret_env, secret_file or secret_keyring: make one with"),
        ({"secret_env": ["two words"]}, "secret_env[0] is not what it should be: expected the name"),
        ({"secret_env": "X"}, "secret_env is not what it should be: expected array"),
    ],
)
def test_an_address_that_cannot_be_used_is_refused_when_it_is_configured(hook, table, said):
    if said is None:
        hook("https://hook.example/", **table)
        return
    with pytest.raises(ConfigError) as refused:
        hook("https://hook.example/", **table)
    assert said in str(refused.value)
    assert "word" not in str(refused.value).replace("two words", "").replace("a password", "")


@pytest.mark.parametrize(
    ("variable", "said"),
    [("HOOK_BAD", "the secret is not base64"), ("HOOK_SHORT", "fewer than 24 bytes"), ("HOOK_NONE", "has no variable")],
)
def test_a_secret_that_cannot_be_used_is_told_but_not_shown(hook, sent, alert, web, variable, said):
    outcome = sent(hook(f"{web.url}/in", secret_env=[variable]), alert)
    assert (outcome.verdict, said in outcome.detail) == (Verdict.RETRY, True)
    assert ENVIRONMENT.get(variable, "canary") not in outcome.detail
    assert web.requests == []


def test_what_a_receiver_says_is_told_unless_it_repeats_the_address(hook, sent, alert, web):
    web.pages["/in"] = (400, {}, b"no such\n\x1b[2J field")
    web.pages["/token-canary/in"] = (404, {}, b"nothing at /token-canary/in")
    assert sent(hook(f"{web.url}/in"), alert).detail == "channel hook: 400 Bad Request (no such [2J field)"
    assert sent(hook(f"{web.url}/token-canary/in"), alert).detail == "channel hook: 404 Not Found"


def test_by_default_each_alert_goes_alone_and_the_channel_is_its_own_recipient(hook):
    channel = hook("https://hook.example/")
    assert (channel.is_grouping, channel.recipients) == (False, ("hook",))
    assert hook("https://hook.example/", digest=True).is_grouping
    channel.check_recipient("hook")
    with pytest.raises(ConfigError, match="knows none but its own, 'hook'"):
        channel.check_recipient("desk@elsin.example")


def test_a_digest_of_ten_thousand_is_one_post(hook, sent, notice, item, web):
    web.pages["/in"] = (200, {}, b"")
    made = notice(*(item(number=number) for number in range(1, 10_001)), channel="hook", recipient="hook")
    assert sent(hook(f"{web.url}/in", digest=True), made).verdict is Verdict.SENT
    assert len(json.loads(web.requests[0][3])["data"]["alerts"]) == 10_000
