"""What a mail says and how it is made: parts, threads, and nothing of a stranger's in its headers."""

from email import message_from_bytes, policy
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.channels.html import html_text
from tracker.channels.mail import mail_text, subject_of
from tracker.channels.mailbox import Address, Mailbox
from tracker.channels.plain import plain_text
from tracker.core.outbox import MessageKind

SENDER = Mailbox("Tracker <tracker@elsin.example>")
HEADERS = ["From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "X-Auto-Response-Suppress", "List-Id",
           "MIME-Version", "Content-Type"]  # fmt: skip
THREAD = ["In-Reply-To", "References"]
NASTY = [
    "two\r\nBcc: thief@evil.example",
    "two\nBcc: thief@evil.example",
    "two\rBcc: thief@evil.example",
    "nul\x00Bcc: thief@evil.example",
    "two\u2028Bcc: thief@evil.example\u2029",
    "=?utf-8?q?a=0aBcc:_thief=40evil.example?=",
    "=?utf-8?b?YQpCY2M6IHRoaWVmQGV2aWwuZXhhbXBsZQ==?=",
    "=?utf-8?q?a?= =?utf-8?q?=0d=0aBcc:_x@y?=",
    "\x0b\x0c\x1c\x1d\x1e\x85Bcc: thief@evil.example",
]


def read(text):
    return message_from_bytes(text.encode(), policy=policy.SMTP)


def names_of(text):
    """The names of the headers as they stand in the bytes, before the first empty line."""
    head = text.encode().split(b"\r\n\r\n", 1)[0]
    return [line.split(b":", 1)[0].decode() for line in head.split(b"\r\n") if not line.startswith((b" ", b"\t"))]


class Elements(HTMLParser):
    """The tags, links and text of a page."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.links, self.text = set(), [], ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.links += [value for name, value in attrs if name in ("href", "src", "action")]
        assert not [name for name, _ in attrs if name.startswith("on")]

    def handle_data(self, data):
        self.text += data


def test_a_mail_has_one_recipient_a_text_and_a_page(notice, item):
    text = mail_text(notice(item()), SENDER)
    mail = read(text)
    assert names_of(text) == HEADERS
    assert (mail["From"], mail["To"]) == ("Tracker <tracker@elsin.example>", "desk@elsin.example")
    assert mail["Subject"] == "Commitments: 1 overdue"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Date"].datetime.isoformat() == "2025-10-20T07:00:00+00:00"
    assert [part.get_content_type() for part in mail.walk()] == ["multipart/alternative", "text/plain", "text/html"]


def test_a_mail_is_ascii_with_lines_that_every_server_takes(digest):
    text = mail_text(digest(), SENDER)
    assert text.isascii()
    assert "\n" not in text.replace("\r\n", "")
    assert max(map(len, text.split("\r\n"))) <= 998


def test_both_parts_name_every_item_of_a_digest_and_every_count(digest):
    made = digest()
    mail = read(mail_text(made, SENDER))
    plain = mail.get_body(("plain",)).get_content()
    page = Elements(mail.get_body(("html",)).get_content()).text
    for one in made.items:
        number, deed = one.standing.commitment.number, one.standing.commitment.found.deed
        assert deed in plain
        assert deed in page
        assert f"tracker show {number}" in plain
        assert f"tracker show {number}" in page
    for command in ("review", "overdue", "evidence list", "silence list", "alerts dead"):
        assert f"tracker {command}" in plain
        assert f"tracker {command}" in page
    assert max(map(len, plain.splitlines())) <= 78


def test_a_digest_of_a_thousand_says_all_of_them(notice, item):
    mail = read(mail_text(notice(*(item(number=number) for number in range(1, 1001))), SENDER))
    plain = mail.get_body(("plain",)).get_content()
    assert plain.count("$ tracker show ") == 1000
    assert mail["Subject"] == "Commitments: 1,000 overdue"


def test_single_mails_of_a_commitment_are_one_thread(notice, item):
    first, second = (mail_text(notice(item(), kind=MessageKind.SINGLE), SENDER) for _ in range(2))
    other = mail_text(notice(item(number=13), kind=MessageKind.SINGLE), SENDER)
    root = "<00000000-0000-0000-0000-00000000000c@elsin.example>"
    assert read(first)["References"] == read(second)["References"] == read(first)["In-Reply-To"] == root
    assert read(other)["References"] != root
    assert read(first)["Message-ID"] != read(second)["Message-ID"]
    assert sorted(names_of(first)) == sorted(HEADERS + THREAD)


def test_composing_a_notice_twice_gives_the_same_bytes(digest):
    made = digest()
    assert mail_text(made, SENDER) == mail_text(made, SENDER)
    assert read(mail_text(made, SENDER))["Message-ID"] == f"<{made.uuid}@elsin.example>"


@pytest.mark.parametrize("text", NASTY)
@pytest.mark.parametrize("where", ["who", "deed", "title"])
def test_a_strangers_text_adds_no_header(notice, item, text, where):
    made = mail_text(notice(item(**{where: text}), kind=MessageKind.SINGLE), SENDER)
    assert sorted(names_of(made)) == sorted(HEADERS + THREAD)
    mail = read(made)
    assert sorted(mail.keys()) == sorted(HEADERS + THREAD)
    assert mail["Bcc"] is None
    assert len(mail["Subject"].splitlines()) == 1


@given(text=st.text(st.characters(), max_size=300))
def test_no_text_adds_a_header_or_breaks_one(notice, item, text):
    made = mail_text(notice(item(who=text, deed=text), kind=MessageKind.SINGLE), SENDER)
    assert sorted(names_of(made)) == sorted(HEADERS + THREAD)
    assert read(made)["To"] == "desk@elsin.example"


def test_a_strangers_text_is_no_markup_in_the_page(notice, item):
    script = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
    made = item(who=script, deed=script, title=script, quote=script, url="https://a.example/\"onclick='x'><b>")
    page = Elements(read(mail_text(notice(made), SENDER)).get_body(("html",)).get_content())
    assert not page.tags & {"script", "img", "b"}
    assert "<script>alert(1)</script>" in page.text


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "https:///x", "https://a\u202e.example", ""],
)
def test_only_web_addresses_become_links(notice, item, url):
    mail = read(mail_text(notice(item(url=url)), SENDER))
    assert Elements(mail.get_body(("html",)).get_content()).links == []
    assert "Port Elsin Gazette" in mail.get_body(("html",)).get_content()
    assert "://" not in mail.get_body(("plain",)).get_content()


def test_a_web_address_is_a_link(notice, item):
    mail = read(mail_text(notice(item()), SENDER))
    assert Elements(mail.get_body(("html",)).get_content()).links == ["https://gazette.example/4?a=1&b=2"]
    assert "https://gazette.example/4?a=1&b=2" in mail.get_body(("plain",)).get_content()


def test_an_international_address_stands_in_the_headers_as_it_is(notice, item):
    text = mail_text(notice(item(), recipient="réda@elsin.example"), SENDER)
    assert read(text)["To"] == "réda@elsin.example"
    assert text.split("\r\n\r\n", 1)[1].isascii()


@pytest.mark.parametrize(
    "text",
    [
        "a@b.example, c@d.example", "a@b.example\nBcc: c@d.example", "a@b.example> RCPT TO:<c@d.example", "a@",
        "@b", "", "a b@c.example", "a@b..example", ".a@b.example", "a..b@c.example", "a@b@c.example", '"a"@b.example',
        "a\x00@b.example", "a\u2028@b.example", "a@b\u202e.example", "a(x)@b.example", f"{'a' * 65}@b.example",
        f"a@{'b' * 64}.example", "a@-b.example", "a@b.example\r\n", " a@b.example", "a@[127.0.0.1]",
    ],
)  # fmt: skip
def test_what_is_not_one_address_is_refused(text):
    with pytest.raises(ValueError, match="expected one mail address"):
        Address(text)


def test_an_international_host_is_known_by_its_ascii_name():
    assert Address("desk@bücher.example") == "desk@xn--bcher-kva.example"


@pytest.mark.parametrize(
    ("text", "name", "address"),
    [
        ("Tracker <t@elsin.example>", "Tracker", "t@elsin.example"),
        ('"The Desk" <t@elsin.example>', "The Desk", "t@elsin.example"),
        ("<t@elsin.example>", "", "t@elsin.example"),
        ("t@elsin.example", "", "t@elsin.example"),
        ("Zoë, Elsin <t@elsin.example>", "Zoë, Elsin", "t@elsin.example"),
    ],
)
def test_a_sender_may_have_a_name(text, name, address):
    assert (Mailbox(text).name, Mailbox(text).address) == (name, address)


@pytest.mark.parametrize(
    "text", ["A\nB <t@e.example>", "=?utf-8?q?x?= <t@e.example>", "A <t@e.example> <u@e.example>", "A"]
)
def test_a_sender_with_anything_else_is_refused(text):
    with pytest.raises(ValueError, match="expected"):
        Mailbox(text)


def test_a_text_of_another_script_comes_through(notice, item):
    deed = "مشترکہ کمیٹی قائم کرنا " * 40
    mail = read(mail_text(notice(item(deed=deed.strip(), quote=deed, who=deed, title=deed)), SENDER))
    assert mail.get_body(("html",))["Content-Transfer-Encoding"] == "base64"
    assert deed.strip() in mail.get_body(("html",)).get_content()
    assert " ".join(mail.get_body(("plain",)).get_content().split()).count(deed.strip()) >= 2


def test_a_senders_name_may_hold_anything_but_controls(notice, item):
    for name in ("Zoë Ünal, the desk", "Desk, Elsin (all); of", 'a "quoted" one'.replace('"', "'")):
        mail = read(mail_text(notice(item()), Mailbox(f"{name} <tracker@elsin.example>")))
        (address,) = mail["From"].addresses
        assert (address.display_name, address.addr_spec) == (name, "tracker@elsin.example")


@given(text=st.text(st.characters(), max_size=300))
def test_every_text_comes_through_cleaned(notice, item, text):
    made = notice(item(deed=text, who="x"), kind=MessageKind.SINGLE)
    mail = read(mail_text(made, SENDER))
    assert mail["Subject"] == subject_of(made)
    plain, page = (mail.get_body((kind,)).get_content().replace("\r\n", "\n") for kind in ("plain", "html"))
    assert (plain, page) == (plain_text(made), html_text(made, subject_of(made)))
