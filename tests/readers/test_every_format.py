"""What holds for every format: the same promises out of the same words, and one clear line for whatever is none."""

import csv
import io
import json
from datetime import date
from email.message import EmailMessage
from functools import cache
from importlib.resources import files

import docx
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tracker.core.announcement import Announcement
from tracker.core.conventions import PLAIN
from tracker.errors import InputError
from tracker.extraction import extract, parse_weights
from tracker.readers import READERS, Given
from tracker.readers.intake import read_source
from tracker.readers.source import Source

TITLE = "Bridge and road programme"
STEM = "By the end of the year the ministry will:"
ITEMS = ("open the new bridge over the river Lenn by 30 June 2026;", "repair the coast road by 1 May 2026.")
LAST = "The ministry will publish a report on both works, with all costs and delays, no later than 15 December 2026."
PARAGRAPHS = (STEM, *ITEMS, LAST)
DAY = "3 March 2026"


def as_txt():
    bullets = "\n".join(f"- {item}" for item in ITEMS)
    return f"{TITLE}\n\n{DAY}\n\n{STEM}\n\n{bullets}\n\n{LAST}\n".encode()


def as_html():
    items = "".join(f"<li>{item}</li>" for item in ITEMS)
    head = f'<title>{TITLE}</title><meta name="date" content="2026-03-03">'
    body = f"<article><p>{STEM}</p><ul>{items}</ul><p>{LAST}</p></article>"
    return f"<html><head>{head}</head><body>{body}</body></html>".encode()


@cache
def as_docx():
    document, content = docx.Document(), io.BytesIO()
    document.add_heading(TITLE)
    for words in (DAY, STEM):
        document.add_paragraph(words)
    for item in ITEMS:
        document.add_paragraph(item, style="List Bullet")
    document.add_paragraph(LAST)
    document.save(content)
    return content.getvalue()


def as_eml():
    mail = EmailMessage()
    mail["Subject"], mail["Date"] = TITLE, "Tue, 03 Mar 2026 10:00:00 +0000"
    mail.set_content(as_txt().decode())
    return mail.as_bytes()


def as_rss():
    items = "".join(f"<li>{item}</li>" for item in ITEMS)
    entry = f"<title>{TITLE}</title><pubDate>Tue, 03 Mar 2026 10:00:00 +0000</pubDate>"
    body = f"<description><![CDATA[<p>{STEM}</p><ul>{items}</ul><p>{LAST}</p>]]></description>"
    return f"<rss version='2.0'><channel><item>{entry}{body}</item></channel></rss>".encode()


def as_csv():
    content = io.StringIO()
    csv.writer(content).writerows([("title", "date", "text"), (TITLE, "2026-03-03", as_txt().decode())])
    return content.getvalue().encode()


def as_jsonl():
    return json.dumps({"title": TITLE, "announced_on": "2026-03-03", "text": as_txt().decode()}).encode()


WRITTEN = {
    ".txt": as_txt,
    ".md": as_txt,
    ".html": as_html,
    ".htm": as_html,
    ".docx": as_docx,
    ".eml": as_eml,
    ".mbox": lambda: b"From a Tue Mar  3 10:00:00 2026\n" + as_eml(),
    ".rss": as_rss,
    ".xml": as_rss,
    ".atom": as_rss,
    ".csv": as_csv,
    ".jsonl": as_jsonl,
}


def readings(suffix, content):
    source = Source(content, f"a{suffix}")
    return list(read_source(f"a{suffix}", source, Given(), lambda _: date(2026, 3, 10)))


def promises(announcement):
    weights = files("tracker.extraction.english").joinpath("weights.json").read_text(encoding="utf-8")
    found = extract(announcement, PLAIN, parse_weights(weights)).commitments
    assert all(announcement.text[one.span.start : one.span.end].split() == one.sentence.split() for one in found)
    return {(one.promisor.name, one.deed, one.deadline.due if one.deadline else None) for one in found}


@pytest.mark.parametrize("suffix", WRITTEN)
def test_the_same_words_make_the_same_promises_in_every_format(suffix):
    (one,) = readings(suffix, WRITTEN[suffix]())
    assert (one.title, one.announced_on) == (TITLE, date(2026, 3, 3))
    (plain,) = readings(".txt", as_txt())
    assert promises(one) == promises(plain)
    assert len(promises(one)) == 3


@pytest.mark.parametrize("suffix", READERS)
@given(
    content=st.binary(max_size=300), start=st.sampled_from([b"", b"%PDF-1.7\n", b"PK\x03\x04", b"<rss>", b"From a\n"])
)
@example(content=b"\xff\xfe<\x00", start=b"")
@example(content="שלום ‮ e\u0301".encode(), start=b"")
def test_whatever_the_bytes_are_something_clear_is_said(suffix, content, start):
    found = readings(suffix, start + content)
    assert all(isinstance(one, (Announcement, InputError)) for one in found)
    assert all("\n" not in str(one) for one in found if isinstance(one, InputError))


@pytest.mark.parametrize("suffix", {(READERS[suffix], write): suffix for suffix, write in WRITTEN.items()}.values())
@given(data=st.data())
def test_a_file_with_a_byte_that_changed_is_read_or_refused(suffix, data):
    content = bytearray(WRITTEN[suffix]())
    for _ in range(data.draw(st.integers(1, 5))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    found = readings(suffix, bytes(content))
    assert found
    assert all(isinstance(one, (Announcement, InputError)) for one in found)
