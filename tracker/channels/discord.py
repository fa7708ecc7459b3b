"""The channel "discord": an embed a post, and as many posts as it takes.

Limits (https://docs.discord.com/developers/resources/message): 256 characters a title, 4,096 a description, 6,000 in
all embeds of a post.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.channels.chat import Chat
from tracker.channels.markdown import escape_markdown, write_markdown
from tracker.channels.spans import packed, written
from tracker.core.clean import clean_line
from tracker.followup.digest import GroupName, groups_of, summary_of

if TYPE_CHECKING:
    from tracker.followup.notice import Notice

_SUMMARY, _DESCRIPTION = 128, 4_000
"""The summary is escaped, which makes it twice as long at the most."""

_PRESSING, _CALM = 0xC0362C, 0x2F6F9F


class Discord(Chat):
    """A Discord channel. Nobody is mentioned by a post, whatever stands in it."""

    def posts(self, notice: Notice) -> list[dict[str, Any]]:
        """Embeds, the summary over the first of them."""
        texts = written(notice, write_markdown, _size, _DESCRIPTION)
        embeds: list[dict[str, Any]] = [
            {"description": "\n\n".join(pack), "color": _colour(notice)}
            for pack in packed(texts, _size, _DESCRIPTION, len(texts))
        ]
        embeds[0]["title"] = escape_markdown(clean_line(summary_of(notice))[:_SUMMARY])
        return [{"embeds": [embed], "allowed_mentions": {"parse": []}} for embed in embeds]


def _size(text: str) -> int:
    """UTF-16 units, of which an emoji has two, and the empty line that follows."""
    return len(text.encode("utf-16-le")) // 2 + 2


def _colour(notice: Notice) -> int:
    is_pressing = any(group.name in (GroupName.OVERDUE, GroupName.DUE_TODAY) for group in groups_of(notice))
    return _PRESSING if is_pressing else _CALM
