"""Posts to chat services: all of a notice within their limits, and nothing of a stranger's that they would obey."""

import json
import re

import pytest

from tracker.core.outbox import MessageKind, Verdict
from tracker.errors import ConfigError

KINDS = ["slack", "teams", "discord", "mattermost"]
HOSTILE = "@everyone @here <!channel> <@U1> <@&2> @all [click](https://evil.example) **b** `c` <at>x</at> https://evil.example"


@pytest.fixture
def chat(built):
    """A factory of channels whose address stands in an environment variable."""

    def make(kind, address="https://chat.example/T1/canary-token", **table):
        return built("desk", {"CHAT": address}, kind=kind, url_env="CHAT", **table)

    return make


def posts_of(channel, notice):
    return json.loads(channel.compose(notice))


def texts_of(post):
    """Every text of a post that people see, in order."""
    found = []

    def walk(value, key=""):
        if isinstance(value, dict):
            for name, one in value.items():
                walk(one, name)
        elif isinstance(value, list):
            for one in value:
                walk(one, key)
        elif key in ("text", "description", "title"):
            found.append(value)

    walk(post)
    return found


def plain(text):
    """The text without escapes."""
    return re.sub(r"\\(.)", r"\1", text).replace("\u200b", "")


@pytest.mark.parametrize("kind", KINDS)
def test_a_digest_says_every_item_and_every_count(chat, digest, kind):
    made = digest(channel="desk", recipient="desk")
    said = plain("\n".join(text for post in posts_of(chat(kind), made) for text in texts_of(post)))
    for one in made.items:
        assert one.standing.commitment.found.deed in said
        assert f"tracker show {one.standing.commitment.number}" in said
    for command in ("review", "overdue", "evidence list", "silence list", "alerts dead"):
        assert f"tracker {command}" in said
    assert "Port Elsin Gazette" in said


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("letter", ["a", "&", "*", "😀", '"'])
def test_three_hundred_long_ones_are_all_there_within_the_limits(chat, notice, item, kind, letter):
    long = letter * 5_000
    made = notice(*(item(number=number, deed=long, quote=long, who=long, title=long) for number in range(1, 301)))
    posts = posts_of(chat(kind), made)
    said = "\n".join(text for post in posts for text in texts_of(post))
    assert set(re.findall(r"tracker show (\d+)", said)) == {str(number) for number in range(1, 301)}
    for post in posts:
        check_limits(kind, post)


def check_limits(kind, post):
    if kind == "slack":
        sections = [block["text"]["text"] for block in post["blocks"]]
        assert len(sections) <= 50
        assert max(map(len, sections)) <= 3_000
        assert sum(map(len, sections)) <= 13_000
    elif kind == "discord":
        (embed,) = post["embeds"]
        units = {name: len(embed.get(name, "").encode("utf-16-le")) // 2 for name in ("title", "description")}
        assert units["title"] <= 256
        assert units["description"] <= 4_096
        assert sum(units.values()) <= 6_000
    elif kind == "mattermost":
        assert len(json.dumps(post["attachments"], ensure_ascii=False)) <= 7_900
    else:
        assert len(json.dumps(post)) <= 28_000


@pytest.mark.parametrize("kind", KINDS)
def test_a_strangers_text_mentions_nobody_and_is_no_markup(chat, notice, item, kind):
    made = notice(item(who=HOSTILE, deed=HOSTILE, quote=HOSTILE, title=HOSTILE), kind=MessageKind.SINGLE)
    for post in posts_of(chat(kind), made):
        check_harmless(kind, post)


def check_harmless(kind, post):
    said = "\n".join(texts_of(post))
    if kind == "slack":
        links = re.findall("<[^>]*>", said)
        assert links
        assert all(link.startswith("<https://gazette.example/") for link in links)
        assert "**" not in said
    elif kind == "discord":
        assert post["allowed_mentions"] == {"parse": []}
    if kind in ("discord", "mattermost"):
        assert not re.search(r"@\w|@all|<[@!a]", said)
        assert "](https://evil.example" not in said.replace("\\]", "")
        assert "\\*\\*b\\*\\*" in said
    if kind == "teams":
        blocks = post["attachments"][0]["content"]["body"]
        assert {block["type"] for block in blocks} == {"RichTextBlock"}
        assert "entities" not in json.dumps(post)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "https://a.example/x|y)<z>`@all", "https://a.example/" + "x" * 3_000]
)
def test_only_web_addresses_are_links_and_none_ends_early(chat, notice, item, kind, url):
    made = notice(item(url=url), kind=MessageKind.SINGLE)
    text = json.dumps(posts_of(chat(kind), made))
    assert "javascript" not in text
    if kind != "teams":
        assert not re.search(r"x\|y|y\)<", text)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("message", [MessageKind.QUIET, MessageKind.TEST])
def test_a_quiet_note_and_a_test_are_one_post(chat, notice, kind, message):
    (post,) = posts_of(chat(kind), notice(kind=message, channel="desk", recipient="desk"))
    assert texts_of(post)


@pytest.mark.parametrize("kind", KINDS)
def test_a_message_is_posted_whole(chat, sent, notice, item, web, kind):
    web.pages["/T1/canary-token"] = (200, {}, b"ok")
    channel = chat(kind, f"{web.url}/T1/canary-token", allow_private=True)
    made = notice(*(item(number=number, deed="x" * 900) for number in range(1, 101)))
    outcome = sent(channel, made)
    assert outcome.verdict is Verdict.SENT
    assert [json.loads(body) for _, _, _, body in web.requests] == posts_of(channel, made)
    assert len(web.requests) > 1


def test_where_a_service_stops_in_the_middle_the_next_attempt_goes_on_from_there(chat, sent, notice, item, web):
    def page(handler):
        status = 429 if len(web.requests) == 3 else 200
        handler.send_response(status)
        handler.send_header("Content-Length", "0")
        handler.send_header("Retry-After", "7")
        handler.end_headers()

    web.pages["/in"] = page
    channel = chat("discord", f"{web.url}/in", allow_private=True)
    made = notice(*(item(number=number, deed="x" * 900) for number in range(1, 31)))
    first = sent(channel, made)
    assert (first.verdict, first.retry_after.total_seconds()) == (Verdict.RETRY, 7)
    assert sent(channel, made).verdict is Verdict.SENT
    bodies = [json.loads(body) for _, _, _, body in web.requests]
    assert bodies[:2] + bodies[3:] == posts_of(channel, made)


@pytest.mark.parametrize("kind", KINDS)
def test_an_address_is_a_credential_and_shown_nowhere(chat, sent, notice, item, web, kind):
    web.pages["/T1/canary-token"] = (404, {}, b"no hook canary-token here")
    channel = chat(kind, f"{web.url}/T1/canary-token", allow_private=True)
    outcomes = [sent(channel, notice(item()))]
    addresses = ("https://chat.invalid/canary", "https://127.0.0.1/canary", "canary", "http://a.example/canary")
    outcomes += [sent(chat(kind, address), notice(item())) for address in addresses]
    assert "canary" not in str(outcomes)
    assert {outcome.verdict for outcome in outcomes} == {Verdict.FEW, Verdict.RETRY}
    assert "canary" not in repr(channel) + channel.compose(notice(item()))


def test_where_the_address_stands_must_be_said(built):
    with pytest.raises(ConfigError, match=r"channels\.desk: there is no url_env and no url_file"):
        built("desk", {}, kind="slack")
