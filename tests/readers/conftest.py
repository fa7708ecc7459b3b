"""Files of every format, written and read through the one door."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tracker.core.announcement import Announcement
from tracker.errors import InputError
from tracker.readers import Given, read

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tracker.readers import Reading

TODAY = date(2026, 3, 10)
_NOTHING = Given()


@pytest.fixture
def readings(tmp_path: Path) -> Callable[..., list[Reading]]:
    """What is read from a file of this name and content, on 10 March 2026."""

    def readings(name: str, content: str | bytes, given: Given = _NOTHING) -> list[Reading]:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return list(read(str(path), given, today_of=lambda _: TODAY))

    return readings


@pytest.fixture
def only(readings: Callable[..., list[Reading]]) -> Callable[..., Announcement]:
    """The one announcement of a file."""

    def only(name: str, content: str | bytes, given: Given = _NOTHING) -> Announcement:
        (one,) = readings(name, content, given)
        assert isinstance(one, Announcement), one
        return one

    return only


@pytest.fixture
def refusal(readings: Callable[..., list[Reading]]) -> Callable[..., str]:
    """Why the one announcement of a file cannot be used."""

    def refusal(name: str, content: str | bytes, given: Given = _NOTHING) -> str:
        (one,) = readings(name, content, given)
        assert isinstance(one, InputError), one
        assert "\n" not in str(one)
        return str(one)

    return refusal
