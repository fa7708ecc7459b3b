"""Strangers' text in Markdown: nothing in it is a mark, a link or a mention."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.channels.spans import Mark

if TYPE_CHECKING:
    from tracker.channels.spans import Paragraph, Span

_MARKS = re.compile(r"([\\`*_{}\[\]()#+\-.!|~>:])")
_ZERO_WIDTH = "\u200b"


def escape_markdown(text: str) -> str:
    """The text with every mark escaped, and a space of no width where a mention or an HTML tag would begin."""
    return break_mentions(_MARKS.sub(r"\\\1", text)).replace("<", f"<{_ZERO_WIDTH}")


def break_mentions(text: str) -> str:
    """The text with a space of no width after each @."""
    return text.replace("@", f"@{_ZERO_WIDTH}")


def write_markdown(paragraph: Paragraph) -> str:
    """A paragraph, its lines kept as lines."""
    return "\n".join("".join(map(_mark, line)) for line in paragraph)


def _mark(span: Span) -> str:
    text = escape_markdown(span.text)
    if span.mark is Mark.LINK:
        url = re.sub(r"[()<>\\\[\]`@*_~|]", lambda sign: f"%{ord(sign[0]):02X}", span.url)
        return f"[{text}]({url})"
    if span.mark is Mark.CODE:
        return f"`{span.text.replace('`', 'ˋ')}`"
    sign = {Mark.STRONG: "**", Mark.QUOTE: "*"}.get(span.mark, "")
    return f"{sign}{text}{sign}"
