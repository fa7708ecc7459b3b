"""The channel "mattermost": a message attachment a post, and as many posts as it takes.

Limits (https://developers.mattermost.com/integrate/reference/message-attachments): servers were seen to refuse
attachments of more than 7,900 characters in all.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tracker.channels.chat import Chat
from tracker.channels.markdown import break_mentions, escape_markdown, write_markdown
from tracker.channels.spans import packed, written
from tracker.core.clean import clean_line
from tracker.followup.digest import GroupName, groups_of, summary_of

if TYPE_CHECKING:
    from tracker.followup.notice import Notice

_TEXT = 6_000
_LONGEST_SUMMARY = 250


class Mattermost(Chat):
    """A Mattermost channel. Mentions in strangers' text are broken by a space of no width."""

    def posts(self, notice: Notice) -> list[dict[str, Any]]:
        """Attachments, the summary over the first of them."""
        summary = clean_line(summary_of(notice))[:_LONGEST_SUMMARY]
        is_pressing = any(group.name in (GroupName.OVERDUE, GroupName.DUE_TODAY) for group in groups_of(notice))
        texts = written(notice, write_markdown, _size, _TEXT)
        attachments = [
            {
                "fallback": break_mentions(summary),
                "color": "#c0362c" if is_pressing else "#2f6f9f",
                "text": "\n\n".join(pack),
            }
            for pack in packed(texts, _size, _TEXT, len(texts))
        ]
        attachments[0]["title"] = escape_markdown(summary)
        return [{"attachments": [attachment]} for attachment in attachments]


def _size(text: str) -> int:
    """Characters as they stand in the JSON, and the empty line that follows."""
    return len(json.dumps(text, ensure_ascii=False)) + 4
