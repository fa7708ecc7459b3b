"""PDF: the text of its pages, without the running heads and page numbers that would break sentences in two."""

from __future__ import annotations

import logging
import re
from collections import Counter
from io import BytesIO
from itertools import chain, count
from typing import TYPE_CHECKING

from tracker.core.announcement import DateSource
from tracker.errors import InputError, UnreadableInputError
from tracker.readers.claims import Claims, announcement
from tracker.readers.heading import find_title
from tracker.readers.source import MOST_BYTES, Given, Reading, Source, parsing, too_large

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdf import PdfReader

_PAGE_NUMBER = re.compile(r"[\s\W]*(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?[\s\W]*", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_SENTENCE_END = re.compile(r"[.!?:;][\"'”’)\]]*\s*$")
_HYPHENED = re.compile(r"(?<![^\W\d_])([^\W\d_]+)-\n([a-zà-ÿ]+)")
_FILE_NAME = re.compile(r"microsoft word|untitled|\.(?:docx?|indd|pdf|pptx?)\b", re.IGNORECASE)
_REMEDY = "save its text, or its pages in parts"
_MOST_DRAWN, _MOST_STEPS = 20_000_000, 2_000_000
"""Bytes of the instructions that draw the pages, unpacked, and instructions carried out; each takes microseconds."""

_AT_THE_EDGE = 2  # lines at a page's top and bottom that may be a running head


def read(source: Source, given: Given) -> Iterator[Reading]:
    """The one announcement, or why it is none."""
    try:
        with parsing(source, "PDF"):
            text, claims = _read(source)
        if not text.strip():
            why = "holds no text, only pictures of it"
            raise UnreadableInputError(source.origin, why, "let ocrmypdf recognise the text first")
        yield announcement(text, source, given, claims)
    except InputError as error:
        yield error


def _read(source: Source) -> tuple[str, Claims]:
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it cannot read is our one line, not its own
    try:
        return _unlocked(pypdf.PdfReader(BytesIO(source.content)), source.origin)
    except pypdf.errors.DependencyError:  # encrypted with AES; a PDF may be so without a password of its readers
        why = "is encrypted, which is read with the package cryptography, and that is not installed"
        raise UnreadableInputError(source.origin, why, "pip install cryptography") from None


def _unlocked(reader: PdfReader, origin: str) -> tuple[str, Claims]:
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableInputError(origin, "is locked with a password", "save it without one")
    text = _joined(_without_running_heads(_pages(reader, origin)))
    return text, _claims(reader, text)


def _pages(reader: PdfReader, origin: str) -> list[list[str]]:
    """The lines of each page. Raises UnreadableInputError where they are too many, or take too much to draw."""
    pages, size, drawn, steps = [], 0, 0, count(1)

    def step(*_: object) -> None:
        if next(steps) > _MOST_STEPS:
            raise UnreadableInputError(origin, "takes too many steps to draw", _REMEDY)

    for page in reader.pages:
        content = page.get_contents()
        drawn += len(content.get_data()) if content is not None else 0
        if drawn > _MOST_DRAWN:
            raise UnreadableInputError(origin, f"draws its pages in more than {_MOST_DRAWN // 1_000_000} MB", _REMEDY)
        text = page.extract_text(visitor_operand_before=step)
        size += len(text)
        if size > MOST_BYTES:
            raise too_large(origin, MOST_BYTES)
        pages.append([line.rstrip() for line in text.replace("\r", "\n").split("\n")])
    return pages


def _without_running_heads(pages: list[list[str]]) -> list[list[str]]:
    """The pages without their numbers, and without the lines that stand at the edge of most of them."""
    edges = Counter(chain.from_iterable({_alike(page[place]) for place in _edge(page)} for page in pages))
    often = {line for line, count in edges.items() if count >= 3 and count * 2 > len(pages)}
    for page in pages:
        for place in sorted(_edge(page), reverse=True):
            if _PAGE_NUMBER.fullmatch(page[place]) or _alike(page[place]) in often:
                del page[place]
    return pages


def _edge(page: list[str]) -> set[int]:
    """Where the first and the last lines of a page stand."""
    filled = [place for place, line in enumerate(page) if line.strip()]
    return {*filled[:_AT_THE_EDGE], *filled[-_AT_THE_EDGE:]}


def _alike(line: str) -> str:
    """A line without what changes from page to page."""
    return _DIGITS.sub("0", line.strip().lower())


def _joined(pages: list[list[str]]) -> str:
    """The text of the pages; a sentence that runs over a page's end stays whole."""
    text = ""
    for page in pages:
        body = "\n".join(page).strip("\n")
        if body:
            text += "" if not text else "\n\n" if _SENTENCE_END.search(text[-200:]) else "\n"
            text += body
    return _unhyphened(text) + "\n" if text else ""


def _unhyphened(text: str) -> str:
    """Words that were broken at a line's end are put together; those with a hyphen of their own keep it."""
    words = set(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text.lower()))

    def whole(match: re.Match[str]) -> str:
        first, second = match.groups()
        return f"{first}-{second}" if f"{first}-{second}".lower() in words else first + second

    return _HYPHENED.sub(whole, text)


def _claims(reader: PdfReader, text: str) -> Claims:
    """Its title, where the text shows none; the day it was made is a guess at the day it was published."""
    about = reader.metadata
    title = str((about and about.title) or "")
    made = about and about.creation_date
    return Claims(
        title=find_title(text) or ("" if _FILE_NAME.search(title) else title),
        days={DateSource.GUESSED: made.date() if made else None},
    )
