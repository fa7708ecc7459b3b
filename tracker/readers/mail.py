"""Newsletters: mails, one a file (.eml) or many (.mbox)."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from typing import TYPE_CHECKING

from tracker.core.announcement import DateSource
from tracker.errors import InputError, UnreadableInputError
from tracker.readers.claims import Claims, announcement, day_of
from tracker.readers.html import text_of_fragment
from tracker.readers.source import MOST_BYTES, Given, Reading, Source, parsing, too_large
from tracker.readers.tables import with_read_tables

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import EmailMessage

_FROM_LINE = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\n]*\n")
_QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)
_REPLY = re.compile(r"\A\s*(?:(?:re|fwd?|aw|wg)\s*:\s*)+", re.IGNORECASE)
_BOUNDARY = re.compile(rb"boundary\s*=\s*(?:\"([^\"\r\n]{1,200})\"|([^\s;\"]{1,200}))", re.IGNORECASE)
_MOST_KINDS, _MOST_PARTS = 100, 1_000
"""Boundaries that a mail names, and parts that stand between them, each of which costs as much as a mail."""

_STUB = 200  # a plain part of at most so many characters may only point to the HTML one


def read(source: Source, given: Given) -> Iterator[Reading]:
    """The announcement of each mail, or why it is none."""
    if not source.content.startswith(b"From "):
        yield from _one(source, given)
        return
    ends = [match.span() for match in _FROM_LINE.finditer(source.content)]
    for number, (_, start) in enumerate(ends):
        end = ends[number + 1][0] if number + 1 < len(ends) else len(source.content)
        content = _QUOTED_FROM.sub(rb"\1", source.content[start:end])
        yield from _one(Source(content, f"{source.origin}:{number + 1}"), given)


def _one(source: Source, given: Given) -> Iterator[Reading]:
    try:
        if len(source.content) > MOST_BYTES * 4:  # pictures come with it
            raise too_large(source.origin, MOST_BYTES * 4)
        if _is_in_pieces(source.content):
            raise UnreadableInputError(source.origin, f"has more than {_MOST_PARTS:,} parts", "save its text alone")
        with parsing(source, "mail"):
            mail = message_from_bytes(source.content, policy=policy.default)
            text, claims = _text(mail), _claims(mail)
        if not mail.keys():
            raise UnreadableInputError(source.origin, "is no mail", "it must begin with its header")
        yield announcement(text, source, given, claims)
    except InputError as error:
        yield error


def _is_in_pieces(content: bytes) -> bool:
    """True for a mail of more parts than any that was written to be read."""
    marks = {quoted or bare for quoted, bare in _BOUNDARY.findall(content)}
    return len(marks) > _MOST_KINDS or sum(content.count(b"\n--" + mark) for mark in marks) > _MOST_PARTS


def _text(mail: EmailMessage) -> str:
    """The plain part, or the HTML one where the plain one is missing or a mere pointer to it."""
    plain, html = _part(mail, "plain"), _part(mail, "html")
    plain = with_read_tables(plain.replace("\r\n", "\n").replace("\r", "\n"))
    if len(plain.strip()) > _STUB or not html:
        return plain
    return max(plain, text_of_fragment(html), key=len)


def _part(mail: EmailMessage, kind: str) -> str:
    """The text of the body's part of a kind, in whatever encoding it says or fails to say."""
    body = mail.get_body((kind,))
    if body is None:
        return ""
    try:
        return str(body.get_content())
    except (LookupError, ValueError):  # an encoding that there is not
        content = body.get_payload(decode=True)
        return content.decode("utf-8", "replace") if isinstance(content, bytes) else ""


def _claims(mail: EmailMessage) -> Claims:
    """Subject, sender and date as the header has them."""
    sender = mail["From"].addresses if mail["From"] else ()
    return Claims(
        title=_REPLY.sub("", str(mail["Subject"] or "")),
        publisher=(sender[0].display_name or sender[0].domain) if sender else "",
        id=str(mail["Message-ID"] or "").strip(" <>"),
        kind="newsletter",
        days={DateSource.FEED: day_of(str(mail["Date"] or ""))},
    )
