"""Markdown: its words without their marks, its headings, bullets and tables in the form that extraction reads.

What static sites write ahead of a page ("---", "title: …", "date: …") is taken for what the document says of itself.
"""

from __future__ import annotations

import re
import tomllib
from contextlib import suppress
from typing import TYPE_CHECKING

from tracker.core.announcement import ROW, DateSource
from tracker.errors import InputError
from tracker.readers.claims import Claims, announcement, day_of
from tracker.readers.html import text_of_fragment
from tracker.readers.layout import BULLET, laid_out, tidy
from tracker.readers.source import Given, Reading, Source, checked, decoded, parsing
from tracker.readers.states import is_time
from tracker.readers.tables import with_read_tables

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

_AHEAD = re.compile(r"(?P<fence>---|\+\+\+)[ \t]*\n(?P<lines>.*?\n)(?P=fence)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^(?P<name>[A-Za-z_-]+):[ \t]*(?P<value>[^\n]*)\n", re.MULTILINE)
# A line ahead of a page is a field, goes on with the one above, or is a remark; prose between two rules is none of it.
_ALL_FIELDS = re.compile(r"(?:[A-Za-z_-]+:[^\n]*\n)(?:(?:[A-Za-z_-]+:[^\n]*|[ \t-][^\n]*|#[^\n]*|)\n)*")
_GOES_ON = ("", ">", "|", ">-", "|-")
_TASK = re.compile(r"\[(?P<tick>[ xX])\](?:\s+|$)")
_CALLED = re.compile(r"@(?P<who>[\w-]+(?:\.\w+)*)(?: ?[:,–—-])? +(?:to )?(?=\S)")
_DOUBT = re.compile(r" ?[(\[]\?+[)\]](?=\s|$)")
_BEHIND_A_DASH = re.compile(r"\s*[-–—:,]\s+(.{1,60})")
_READ_ROW = re.compile(rf"^(?={ROW})", re.MULTILINE)
_DAYS = (
    "announced_on",
    "date",
    "published",
    "pubdate",
    "publishdate",
    "published_on",
    "published_at",
    "date_published",
)
_PUBLISHERS = ("publisher", "organisation", "organization", "agency", "department", "source")
_ADDRESSES = ("url", "canonical_url", "canonical", "permalink")


def read(source: Source, given: Given) -> Iterator[Reading]:
    """The one announcement, or why it is none."""
    try:
        text = checked(decoded(source), source.origin).replace("\r\n", "\n").replace("\r", "\n")
        claims, body = _split(text)
        with parsing(source, "Markdown"):
            text = text_of(body)
        yield announcement(text, source, given, claims)
    except InputError as error:
        yield error


def text_of(markdown: str) -> str:
    """The text, laid out by its blocks, without marks of stress, addresses of links, pictures and blocks of code.

    A quoted block is read like the page's own words: so releases set what somebody says.
    """
    from markdown_it import MarkdownIt

    reader = MarkdownIt("commonmark").enable("strikethrough")
    rows_as_items = _READ_ROW.sub(BULLET, with_read_tables(markdown))
    return laid_out(_blocks(reader.parse(rows_as_items)))


def _blocks(tokens: Sequence[Token]) -> Iterator[str]:
    mark = ""
    for token in tokens:
        if token.type == "heading_open":
            mark = f"{'#' * int(token.tag[1:])} "
        elif token.type == "list_item_open":
            mark = BULLET
        elif token.type in ("fence", "code_block"):
            continue
        elif token.type.endswith("_close"):
            mark = ""
        elif block := tidy(_words(token)):
            if said := _item(block) if mark == BULLET else mark + block:
                yield said
            mark = ""


def _item(block: str) -> str:
    """An item of a list, of a table's rows or of tasks; empty for a task of which nothing is left."""
    if block.startswith(ROW):
        return block
    task = _TASK.match(block)
    written = block[task.end() :] if task else block
    said = _with_doubt_behind(written)
    is_done = bool(task and task["tick"].strip())
    if task and (called := _CALLED.match(said)):
        said = f"{'' if is_done else 'Action: '}{called['who']} to {said[called.end() :]}"
    if is_done and said:
        return f"{ROW}Done: {said}"
    return said and (BULLET if said == written else ROW) + said


def _with_doubt_behind(said: str) -> str:
    """An item in whose middle "(?)" stands, which the reading would take for a sentence's end, with it behind its day:
    "Buy lamps (?) - Q1 2027"."""
    doubt = _DOUBT.search(said)
    if doubt is None or doubt.end() == len(said):
        return said
    return f"{said[: doubt.start()]} {_by_its_day(said[doubt.end() :])} {doubt[0].strip()}"


def _by_its_day(rest: str) -> str:
    """The rest of an item; where it is a dash and words of time, those with "by"."""
    when = _BEHIND_A_DASH.fullmatch(rest)
    return f"by {when[1]}" if when and is_time(when[1]) else rest.strip()


def _words(token: Token) -> str:
    """The words of a block; for one that only opens others there are none."""
    if token.type == "html_block":
        return text_of_fragment(token.content)
    return "".join(map(_word, _unstruck(token.children or ())))


def _unstruck(tokens: Sequence[Token]) -> Iterator[Token]:
    """The words that are not struck through."""
    depth = 0
    for token in tokens:
        depth += {"s_open": 1, "s_close": -1}.get(token.type, 0)
        if not depth:
            yield token


def _word(token: Token) -> str:
    if token.type in ("softbreak", "hardbreak"):
        return "\n"
    if token.type == "html_inline":
        return "\n" if token.content.lower().startswith("<br") else ""
    return "" if token.type == "image" else token.content


def _split(text: str) -> tuple[Claims, str]:
    """What stands ahead of the page between two rules, where anything does, and the page."""
    ahead = _AHEAD.match(text)
    if not ahead:
        return Claims(), text
    fields = _toml(ahead["lines"]) if ahead["fence"] == "+++" else _yaml(ahead["lines"])
    if not fields:
        return Claims(), text
    return _claims(fields), text[ahead.end() :]


def _yaml(lines: str) -> dict[str, str]:
    """The fields of one line each, the first of a name; none where the lines hold anything else."""
    fields: dict[str, str] = {}
    for match in _FIELD.finditer(lines) if _ALL_FIELDS.fullmatch(lines) else ():
        value = match["value"].strip()
        fields.setdefault(match["name"].lower(), "" if value in _GOES_ON else value.strip("\"'"))
    return fields


def _toml(lines: str) -> dict[str, str]:
    with suppress(tomllib.TOMLDecodeError):
        return {name.lower(): str(value) for name, value in tomllib.loads(lines).items()}
    return {}


def _claims(fields: dict[str, str]) -> Claims:
    def first(names: Sequence[str]) -> str:
        return next((fields[name] for name in names if fields.get(name)), "")

    publisher = first(_PUBLISHERS)

    return Claims(
        title=first(("title",)),
        publisher="" if "://" in publisher else publisher,
        url=first(_ADDRESSES),
        days={DateSource.METADATA: day_of(first(_DAYS))},
    )
