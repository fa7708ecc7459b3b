"""Newsletters as mails: the plain part, or the HTML one; many in a mailbox."""

from email.message import EmailMessage

import pytest

from tracker.core.announcement import DateSource
from tracker.errors import InputError

BODY = "Dear reader,\n\nThe ministry will open the bridge by 30 June 2026.\n\n-- \nThe Works\n"
LONG = BODY + "\n".join(f"Line {number} of this week's letter to you." for number in range(10)) + "\n"


def mail(plain=LONG, html="", **header):
    message = EmailMessage()
    said = {
        "From": '"Ministry of Works" <news@works.example>',
        "Subject": "Fwd: Re: More: bridge to open",
        "Date": "Tue, 03 Mar 2026 23:30:00 -0500",
        "Message-ID": "<letter-7@works.example>",
        **header,
    }
    for name, value in said.items():
        if value:
            message[name.replace("_", "-")] = value
    message.set_content(plain)
    if html:
        message.add_alternative(html, subtype="html")
    return message.as_bytes()


def test_a_mail_says_who_wrote_it_what_of_and_when(only):
    found = only("letter.eml", mail())
    assert found.text == LONG
    assert (found.title, found.publisher, found.id) == (
        "More: bridge to open",
        "Ministry of Works",
        "letter-7@works.example",
    )
    assert (found.announced_on.isoformat(), found.date_source) == ("2026-03-03", DateSource.FEED)


def test_the_html_part_is_read_where_the_plain_one_only_points_to_it(only):
    items = "<ul><li>open the bridge by 30 June 2026;</li><li>hire</li></ul>"
    html = f"<table><tr><td><p>The ministry will:</p>{items}</td></tr></table>"
    found = only("letter.eml", mail("View this in your browser.\n", html))
    assert found.text == "The ministry will:\n\n- open the bridge by 30 June 2026;\n- hire\n"


def test_an_attachment_is_not_read(only):
    message = EmailMessage()
    message["Date"], message["From"] = "Tue, 03 Mar 2026 10:00:00 +0000", "news@works.example"
    message.set_content(BODY)
    message.add_attachment(b"\0" * 1000, maintype="application", subtype="octet-stream", filename="a.bin")
    found = only("letter.eml", message.as_bytes())
    assert (found.text, found.publisher) == (BODY, "works.example")


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "no-such-encoding"])
def test_the_encoding_a_mail_says_is_taken(only, encoding):
    head = f"Date: Tue, 03 Mar 2026 10:00:00 +0000\r\nContent-Type: text/plain; charset={encoding}\r\n\r\n"
    body = "Le pont sera inauguré.\r\n"
    content = head.encode() + body.encode("utf-8" if "no" in encoding else encoding)
    assert only("letter.eml", content).text == "Le pont sera inauguré.\n"


def test_a_mail_without_a_date_is_refused(refusal):
    assert "no publication date found" in refusal("letter.eml", mail(Date=""))


@pytest.mark.parametrize("content", [b"", b"\n\nno header", b"\x00\x01\x02"])
def test_what_is_no_mail_is_refused(refusal, content):
    said = refusal("letter.eml", content)
    assert "is no mail" in said or "is empty" in said


def test_parts_nested_without_end_are_one_clear_line(refusal):
    head = b"Date: Tue, 03 Mar 2026 10:00:00 +0000\n"
    nested = b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(3000))
    assert "letter.eml" in refusal("letter.eml", head + nested)


def test_each_mail_of_a_mailbox_is_an_announcement(readings):
    quoted = LONG + "\n>From here on it is quoted.\n"
    content = b"".join(
        b"From news Tue Mar  3 10:00:00 2026\n" + one + b"\n" for one in (mail(), mail(Date=""), mail(quoted))
    )
    first, bad, last = readings("letters.mbox", content)
    assert first.title == last.title == "More: bridge to open"
    assert isinstance(bad, InputError)
    assert "letters.mbox:2: no publication date" in str(bad)
    assert "\nFrom here on it is quoted.\n" in last.text


def test_the_mails_date_goes_before_a_day_near_the_top_of_its_text(only):
    found = only("letter.eml", mail("PORT ELSIN, 1 March 2026 – The board met.\n\n" + LONG))
    assert (found.announced_on.isoformat(), found.date_source) == ("2026-03-03", DateSource.FEED)


@pytest.mark.parametrize("named", ['"x y"', "xy"])
def test_a_mail_of_very_many_parts_is_refused_before_they_are_read(refusal, named):
    head = f"Date: Tue, 03 Mar 2026 10:00:00 +0000\nContent-Type: multipart/mixed; boundary={named}\n"
    mark = named.strip('"')
    assert "has more than 1,000 parts" in refusal("letter.eml", head + f"\n--{mark}\n\nhello" * 300_000)


def test_a_mail_that_names_very_many_boundaries_is_refused(refusal):
    head = "Date: Tue, 03 Mar 2026 10:00:00 +0000\n"
    named = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n" for n in range(200))
    assert "has more than 1,000 parts" in refusal("letter.eml", head + named + "\nhello")
