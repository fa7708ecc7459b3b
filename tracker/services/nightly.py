"""Copies of a SQLite database, one a night, of which the latest few are kept."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tracker.store import backup, files
from tracker.store.engine import file_of, is_sqlite, parse_url
from tracker.store.faults import told

if TYPE_CHECKING:
    from pathlib import Path

LABEL = "nightly"
_STAMP = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, slots=True)
class Nightly:
    """Where the copies of a database are, and how many are kept: tracker-nightly-20261123T020000Z.db."""

    database: Path
    folder: Path
    keep: int

    def last(self, until: datetime) -> datetime | None:
        """The UTC instant of the latest copy up to one; None where there is none. Raises StoreError."""
        with told(str(self.folder)):
            return next((made for made in map(self._made, reversed(self._all())) if made <= until), None)

    def make(self, now: datetime) -> Path:
        """Make and check a copy, then remove the oldest beyond those that are kept. Raises StoreError."""
        with told(str(self.folder)):
            files.make_folder(self.folder)
            copy = files.stamped(self.database, self.folder, LABEL, now)
            backup.copy(self.database, copy)
            for old in self._all()[: -self.keep]:
                old.unlink()
        return copy

    def _all(self) -> list[Path]:
        """The copies, oldest first; files of other names are none of ours."""
        name, suffix = re.escape(self.database.stem), re.escape(self.database.suffix)
        ours = re.compile(rf"{name}-{LABEL}-\d{{8}}T\d{{6}}Z(-\d+)?{suffix}")
        found = self.folder.iterdir() if self.folder.is_dir() else ()
        return sorted(
            (one for one in found if ours.fullmatch(one.name)),
            key=lambda one: (self._made(one), len(one.name), one.name),
        )

    def _made(self, copy: Path) -> datetime:
        stamp = copy.name.removeprefix(f"{self.database.stem}-{LABEL}-")[:16]
        return datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)


def nightly(url: str, folder: Path | None, keep: int) -> Nightly | None:
    """The copies of the database at an address; None where it is on a server, whose own tools copy it.

    `folder` None is "backups" beside the database.
    """
    parsed = parse_url(url)
    if not is_sqlite(parsed):
        return None
    database = file_of(parsed)
    return Nightly(database, folder or database.parent / "backups", keep)
