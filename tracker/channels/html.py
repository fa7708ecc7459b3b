"""A notice as HTML for mail programs: one column, styles beside each element, nothing loaded from anywhere."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from tracker.channels.plain import is_link
from tracker.core.clean import clean_line
from tracker.core.outbox import MessageKind
from tracker.core.wording import spell_day
from tracker.followup.digest import GroupName, besides_of, groups_of, intro_of
from tracker.followup.wording import tell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.followup.digest import Group
    from tracker.followup.notice import Item, Notice

_COLOURS = {
    GroupName.OVERDUE: "#c0362c",
    GroupName.DUE_TODAY: "#b35c00",
    GroupName.DUE_SOON: "#b35c00",
    GroupName.COMING_UP: "#2f6f9f",
    GroupName.TO_ASK: "#6d4fa3",
    GroupName.ON_THE_WAY: "#2f6f9f",
    GroupName.MOVED: "#6d4fa3",
    GroupName.SETTLED: "#2e7d4f",
}
_PAGE = "margin:0;padding:24px 16px;background:#ffffff;color:#1f2328"
_COLUMN = (
    "max-width:640px;margin:0 auto;overflow-wrap:anywhere;"
    "font-family:Helvetica,Arial,sans-serif;font-size:15px;line-height:1.5"
)
_SMALL = "font-size:13px;color:#57606a"
_CODE = "font-family:Menlo,Consolas,monospace;font-size:12px;background:#f0f2f4;padding:1px 5px;border-radius:3px"


def html_text(notice: Notice, subject: str) -> str:
    """The whole notice as one document; every text in it is cleaned and escaped, links are http and https alone."""
    head = (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{_text(subject)}</title></head>"
    )
    return (
        f'{head}\n<body style="{_PAGE}"><div style="{_COLUMN}">\n'
        + "\n".join(_parts(notice))
        + "\n</div></body></html>\n"
    )


def _parts(notice: Notice) -> Iterator[str]:
    yield _block(spell_day(notice.today), _SMALL)
    if intro := intro_of(notice, notice.zone):
        yield _block(intro, "margin:16px 0")
    for group in groups_of(notice):
        yield from _group(group, is_single=notice.kind is MessageKind.SINGLE)
    if besides := besides_of(notice.besides):
        yield '<div style="border-top:1px solid #d0d7de;margin-top:28px;padding-top:12px">'
        for words, command in besides:
            yield f'<div style="{_SMALL};margin:4px 0">{_text(words)} &nbsp;{_code(command)}</div>'
        yield "</div>"


def _group(group: Group, *, is_single: bool) -> Iterator[str]:
    colour = _COLOURS[group.name]
    count = f'<span style="font-weight:normal;color:#57606a">{len(group.items):,}</span>'
    yield f'<h2 style="font-size:17px;margin:28px 0 8px;color:{colour}">{_text(group.title)} {count}</h2>'
    for item in group.items:
        yield f'<div style="border-left:4px solid {colour};padding:2px 0 2px 14px;margin:0 0 20px">'
        yield from _item(item, colour, is_single=is_single)
        yield "</div>"


def _item(item: Item, colour: str, *, is_single: bool) -> Iterator[str]:
    words = tell(item)
    number = f'<span style="color:#57606a">{_text(words.number)}</span>'
    yield f'<div style="font-size:16px">{number} &nbsp;<strong>{_text(words.who)}</strong>: {_text(words.deed)}</div>'
    due = f'<span style="color:#57606a">· {_text(words.due)}</span>'
    yield f'<div><strong style="color:{colour}">{_text(words.timing)}</strong> {due}</div>'
    if words.occasion:
        yield _block(words.occasion, _SMALL)
    if words.quote:
        yield _block(f"“{words.quote}”", "margin:8px 0;font-style:italic")
    for label, text in (("Why this date: ", words.reason), ("Moved: ", words.moved), ("Followed up by: ", words.owner)):
        if text:
            yield _block(label + text, _SMALL)
    yield f'<div style="{_SMALL}">{_source(words.source, words.url)}</div>'
    answers = words.answers if is_single else words.answers[:1]
    yield "".join(f'<div style="margin-top:6px">{_code(answer)}</div>' for answer in answers)


def _source(source: str, url: str) -> str:
    if not is_link(url):
        return _text(source)
    return f'<a href="{escape(url)}" style="color:#0a58ca">{_text(source or url)}</a>'


def _block(text: str, style: str) -> str:
    return f'<div style="{style}">{_text(text)}</div>'


def _code(text: str) -> str:
    return f'<code style="{_CODE}">{_text(text)}</code>'


def _text(text: str) -> str:
    return escape(clean_line(text))
