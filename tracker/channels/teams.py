"""The channel "teams": Adaptive Cards for the webhook of a workflow, as many as it takes.

Limits (https://learn.microsoft.com/connectors/teams): about 28 kB a message. The text stands in RichTextBlocks, whose
runs are not read as Markdown; a mention would take an entity that is never there.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tracker.channels.chat import Chat
from tracker.channels.spans import Mark, Span, packed, written
from tracker.core.clean import clean_line
from tracker.followup.digest import summary_of

if TYPE_CHECKING:
    from tracker.channels.spans import Paragraph
    from tracker.followup.notice import Notice

_CARD, _BLOCK, _COUNT = 20_000, 8_000, 100
_LONGEST_SUMMARY = 300


class Teams(Chat):
    """A channel or chat of Microsoft Teams, behind a workflow that posts the card it is sent."""

    def posts(self, notice: Notice) -> list[dict[str, Any]]:
        """Cards, the summary at the head of the first."""
        summary = Span(clean_line(summary_of(notice))[:_LONGEST_SUMMARY], Mark.STRONG)
        head = {"type": "RichTextBlock", "inlines": [_run(summary) | {"size": "large"}]}
        blocks = [[head], *written(notice, _write, _size, _BLOCK)]
        return [
            _post([block for paragraph in pack for block in paragraph]) for pack in packed(blocks, _size, _CARD, _COUNT)
        ]


def _post(body: list[dict[str, Any]]) -> dict[str, Any]:
    card = {
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "type": "AdaptiveCard",
        "version": "1.4",
        "msteams": {"width": "Full"},
        "body": body,
    }
    attachment = {"contentType": "application/vnd.microsoft.card.adaptive", "contentUrl": None, "content": card}
    return {"type": "message", "attachments": [attachment]}


def _write(paragraph: Paragraph) -> list[dict[str, Any]]:
    """A block a line; the first one keeps its distance."""
    return [
        {"type": "RichTextBlock", "spacing": "None" if place else "Medium", "inlines": [_run(span) for span in line]}
        for place, line in enumerate(paragraph)
    ]


def _run(span: Span) -> dict[str, Any]:
    looks: dict[Mark, dict[str, Any]] = {
        Mark.STRONG: {"weight": "Bolder"},
        Mark.QUOTE: {"italic": True},
        Mark.CODE: {"fontType": "Monospace"},
        Mark.LINK: {"selectAction": {"type": "Action.OpenUrl", "url": span.url}},
    }
    return {"type": "TextRun", "text": span.text, **looks.get(span.mark, {})}


def _size(blocks: list[dict[str, Any]]) -> int:
    """Bytes on the wire."""
    return len(json.dumps(blocks))
