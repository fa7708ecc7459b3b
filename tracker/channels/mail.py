"""A notice as a mail: the complete text of RFC 5322, frozen once, so that every attempt sends the same bytes.

The lines are put together here, from the standard library's encoders: its EmailMessage parses every header that it is
given, and took five times as long over the whole.
"""

from __future__ import annotations

import binascii
from base64 import encodebytes
from email.charset import BASE64, Charset
from email.header import Header
from email.utils import format_datetime, formataddr
from typing import TYPE_CHECKING

from tracker.channels.html import html_text
from tracker.channels.mailbox import Address
from tracker.channels.plain import plain_text
from tracker.core.clean import clean_line
from tracker.core.outbox import MessageKind
from tracker.followup.digest import summary_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.channels.mailbox import Mailbox
    from tracker.followup.notice import Notice

_LONGEST_SUBJECT = 200
_END = "\r\n"

_BASE64 = Charset("utf-8")
_BASE64.header_encoding = BASE64  # left to choose the shorter encoding, it measures both, letter by letter


def mail_text(notice: Notice, sender: Mailbox) -> str:
    """The mail, with CRLF line ends. All of it is ASCII unless an address is not (RFC 6532)."""
    subject, boundary = subject_of(notice), f"=_{notice.uuid}"
    head = [f"{name}: {value}" for name, value in _headers(notice, sender, subject)]
    head += ["MIME-Version: 1.0", f'Content-Type: multipart/alternative; boundary="{boundary}"', ""]
    parts = (("plain", plain_text(notice)), ("html", html_text(notice, subject)))
    body = [line for subtype, text in parts for line in (f"--{boundary}", *_part(subtype, text))]
    return _END.join([*head, *body, f"--{boundary}--", ""])


def subject_of(notice: Notice) -> str:
    """One line that no mail program reads as anything but text: cleaned, and no encoded word in it."""
    subject = clean_line(summary_of(notice)).replace("=?", "= ?")
    if notice.kind is MessageKind.DIGEST:
        subject = f"Commitments: {subject}"
    return subject if len(subject) <= _LONGEST_SUBJECT else subject[: _LONGEST_SUBJECT - 1] + "…"


def _headers(notice: Notice, sender: Mailbox, subject: str) -> Iterator[tuple[str, str]]:
    """The headers in their order; whoever writes into them is a setting, a number of ours, or encoded."""
    domain = sender.address.domain
    yield "From", _mailbox(sender)
    yield "To", Address(notice.recipient)
    yield "Subject", _encoded(subject, "Subject")
    yield "Date", format_datetime(notice.composed_at)
    yield "Message-ID", f"<{notice.uuid}@{domain}>"
    if notice.kind is MessageKind.SINGLE and notice.items:
        root = f"<{notice.items[0].standing.commitment.uuid}@{domain}>"  # nobody sent it; what answers it is one thread
        yield "In-Reply-To", root
        yield "References", root
    yield "Auto-Submitted", "auto-generated"
    yield "X-Auto-Response-Suppress", "All"
    yield "List-Id", f"<{notice.channel}.tracker.{domain}>"


def _mailbox(sender: Mailbox) -> str:
    if not sender.name:
        return sender.address
    quoted = (
        formataddr((sender.name, "-")).removesuffix(" <->") if sender.name.isascii() else _encoded(sender.name, "From")
    )
    return f"{quoted} <{sender.address}>"


def _encoded(text: str, name: str) -> str:
    """The value of a header, folded, and in encoded words (RFC 2047) where it is not ASCII."""
    return Header(text, "us-ascii" if text.isascii() else _BASE64, header_name=name).encode(linesep=_END)


def _part(subtype: str, text: str) -> Iterator[str]:
    """The lines of a part: quoted-printable, or base64 where most letters are of another script than Latin."""
    content = text.encode("utf-8")
    is_latin = len(content) < 1.5 * len(text)
    yield f'Content-Type: text/{subtype}; charset="utf-8"'
    yield f"Content-Transfer-Encoding: {'quoted-printable' if is_latin else 'base64'}"
    yield ""
    encoded = binascii.b2a_qp(content, istext=True) if is_latin else encodebytes(content.replace(b"\n", b"\r\n"))
    yield from encoded.decode("ascii").split("\n")
