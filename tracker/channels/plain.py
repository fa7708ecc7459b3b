"""A notice as plain text: what a mail, the console and other services show, all of it cleaned."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from tracker.core.clean import clean_line
from tracker.core.outbox import MessageKind
from tracker.core.wording import spell_day
from tracker.followup.digest import besides_of, groups_of, intro_of
from tracker.followup.wording import tell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.followup.notice import Item, Notice

WIDTH = 78
_INDENT = "    "


def plain_text(notice: Notice) -> str:
    """The whole notice, every item of it; lines of 78 columns, but for an address, which stays in one piece."""
    return "\n".join(_lines(notice)) + "\n"


def is_link(url: str) -> bool:
    """True for an address that people may be led to: http and https, and nothing hidden in it."""
    scheme, colon, rest = url.partition("://")
    is_web = bool(colon) and scheme.lower() in ("http", "https") and not rest.startswith("/")
    return is_web and url.isprintable() and not any(character.isspace() for character in url)


def _lines(notice: Notice) -> Iterator[str]:
    yield spell_day(notice.today)
    if intro := intro_of(notice, notice.zone):
        yield ""
        yield from _wrapped(intro, "")
    for group in groups_of(notice):
        yield ""
        yield f"{group.title} ({len(group.items):,})".upper()
        for item in group.items:
            yield ""
            yield from _item_lines(item, is_single=notice.kind is MessageKind.SINGLE)
    besides = besides_of(notice.besides)
    if besides:
        yield ""
        yield "BESIDES"
        yield ""
        for words, command in besides:
            yield from _wrapped(f"{words}: {command}", "")


def _item_lines(item: Item, *, is_single: bool) -> Iterator[str]:
    words = tell(item)
    yield from _wrapped(f"{words.number} · {words.who}: {words.deed}", "")
    yield from _wrapped(f"{words.timing} ({words.due})", _INDENT)
    told = (
        ("", words.occasion),
        ("", f"“{words.quote}”" if words.quote else ""),
        ("Why this date: ", words.reason),
        ("Moved: ", words.moved),
        ("Source: ", words.source),
        ("Followed up by: ", words.owner),
    )
    for label, text in told:
        if text:
            yield from _wrapped(label + text, _INDENT)
    if is_link(words.url):
        yield _INDENT + clean_line(words.url)
    for answer in words.answers if is_single else words.answers[:1]:
        yield f"{_INDENT}$ {clean_line(answer)}"


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(
        clean_line(text), WIDTH, initial_indent=indent, subsequent_indent=indent, break_long_words=False,
        break_on_hyphens=False,
    )  # fmt: skip
