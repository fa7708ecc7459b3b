"""Whether this process leads, asked anew before each duty of the leader; a change of it is logged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.errors import StoreError
from tracker.serve.logs import log

if TYPE_CHECKING:
    from tracker.store.leader import Leadership


class Lead:
    """The place, and what was last known of it: `is_leading`."""

    def __init__(self, place: Leadership) -> None:
        self._place = place
        self.is_leading = False
        self._is_known = False

    def leads(self) -> bool:
        """True where this process leads now. Raises StoreError where the server cannot say; then it does not lead."""
        try:
            self._note(is_leading=self._place.leads())
        except StoreError:
            self._note(is_leading=False)
            raise
        return self.is_leading

    def close(self) -> None:
        """Give the place to the next."""
        self._place.close()

    def _note(self, *, is_leading: bool) -> None:
        if not self._is_known or is_leading != self.is_leading:
            log("leading" if is_leading else "waiting_to_lead")
        self.is_leading, self._is_known = is_leading, True
