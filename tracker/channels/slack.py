"""The channel "slack": Block Kit, in as many posts as it takes.

Limits (https://docs.slack.dev/reference/block-kit): 3,000 characters a section, 50 blocks a post; posts of more than
13,000 characters in all were seen to be refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.channels.chat import Chat
from tracker.channels.spans import Mark, packed, written
from tracker.core.clean import clean_line
from tracker.followup.digest import summary_of

if TYPE_CHECKING:
    from tracker.channels.spans import Paragraph, Span
    from tracker.followup.notice import Notice

_SECTION, _POST, _BLOCKS = 2_900, 11_000, 48
_LONGEST_SUMMARY = 300

# Slack knows no escape for its marks, so that strangers' text gets signs that look the same. Without < and > there
# are neither links nor mentions (<!channel>, <@U1>) in it.
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "*": "∗", "~": "∼", "`": "ˋ"})


class Slack(Chat):
    """A Slack channel."""

    def posts(self, notice: Notice) -> list[dict[str, Any]]:
        """Sections of mrkdwn."""
        summary = clean_line(summary_of(notice))[:_LONGEST_SUMMARY].translate(_ESCAPES)
        texts = written(notice, _write, len, _SECTION)
        sections = ["\n\n".join(pack) for pack in packed(texts, lambda text: len(text) + 2, _SECTION, len(texts))]
        return [
            {
                "text": summary,
                "unfurl_links": False,
                "unfurl_media": False,
                "blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": text}} for text in pack],
            }
            for pack in packed(sections, len, _POST, _BLOCKS)
        ]


def _write(paragraph: Paragraph) -> str:
    return "\n".join("".join(map(_mark, line)) for line in paragraph)


def _mark(span: Span) -> str:
    text = span.text.translate(_ESCAPES)
    if span.mark is Mark.LINK:
        url = span.url.replace("&", "&amp;").replace("<", "%3C").replace(">", "%3E").replace("|", "%7C")
        return f"<{url}|{text.replace('|', '¦')}>"
    sign = {Mark.STRONG: "*", Mark.QUOTE: "_", Mark.CODE: "`"}.get(span.mark, "")
    return f"{sign}{text}{sign}"
