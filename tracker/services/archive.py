"""What an announcement was read from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.store import archives

if TYPE_CHECKING:
    from tracker.store.archives import Archived
    from tracker.store.store import Store


def archived_copy(store: Store, announcement: int) -> Archived:
    """The bytes as the server sent them, from where and when. Raises NotFoundError where no copy is kept."""
    with store.reading() as conn:
        return archives.of_announcement(conn, announcement)
