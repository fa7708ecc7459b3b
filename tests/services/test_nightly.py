"""A copy a night, and the latest few are kept."""

import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tracker.errors import StoreError
from tracker.services.nightly import nightly
from tracker.store import backup

THREE = datetime(2026, 3, 1, 3, tzinfo=UTC)
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_latest_few_are_kept_and_nothing_else_is_touched(database_url: str, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    copies = nightly(database_url, None, 3)
    assert copies is not None
    assert copies.last(THREE) is None
    copies.make(THREE)
    others = ["tracker-0002-20250101T000000Z.db", "tracker-nightly-mine.db", "other-nightly-20250101T000000Z.db"]
    for other in others:
        (folder / other).touch()
    for night in range(1, 5):
        copies.make(THREE + timedelta(days=night))
    kept = [f"tracker-nightly-2026030{day}T030000Z.db" for day in (3, 4, 5)]
    assert names(folder) == sorted([*kept, *others])
    assert copies.last(THREE + timedelta(days=9)) == THREE + timedelta(days=4)
    assert copies.last(THREE + timedelta(days=3, hours=1)) == THREE + timedelta(days=3)


def test_a_copy_is_whole_and_private(database_url: str, tmp_path: Path) -> None:
    copies = nightly(database_url, tmp_path / "elsewhere", 1)
    assert copies is not None
    copy, again = copies.make(THREE), copies.make(THREE)
    backup.check(again)
    assert names(tmp_path / "elsewhere") == [again.name]
    assert copy != again
    assert stat.S_IMODE(again.stat().st_mode) == 0o600
    assert stat.S_IMODE(again.parent.stat().st_mode) == 0o700


def test_a_folder_that_cannot_be_made_is_one_line_and_removes_nothing(database_url: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    copies = nightly(database_url, tmp_path / "file" / "backups", 1)
    assert copies is not None
    with pytest.raises(StoreError, match="file"):
        copies.make(THREE)


def test_a_server_is_copied_by_its_own_tools(database_url: str) -> None:
    assert nightly("postgresql://tracker@localhost/tracker", None, 14) is None
    assert nightly(database_url, None, 14) is not None
