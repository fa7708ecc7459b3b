"""Many announcements in a file, one a line."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from tracker.core.announcement import Announcement, DateSource
from tracker.errors import InputError, MissingDateError
from tracker.readers import Given, Reading, read

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 3, 10)
LINE = {"id": 7, "title": "Bridge", "publisher": "Works", "url": "https://works.example", "announced_on": "2026-03-03"}


def readings(folder: Path, *lines: Any, given: Given | None = None) -> list[Reading]:
    file = folder / "many.jsonl"
    texts = (line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines)
    file.write_bytes(b"\n".join(texts) + b"\n")
    return list(read(str(file), given or Given(), today_of=lambda _: TODAY))


def test_a_line_is_an_announcement_and_other_keys_are_left_alone(tmp_path: Path) -> None:
    text = "We will.\r\nWe shall."
    (one,) = readings(tmp_path, LINE | {"text": text, "kind": "news", "commitments": [{"a": 1}]})
    assert one == Announcement(
        text=text,
        announced_on=date(2026, 3, 3),
        date_source=DateSource.METADATA,
        title="Bridge",
        publisher="Works",
        url="https://works.example",
        kind="news",
        id="7",
        origin=f"{tmp_path / 'many.jsonl'}:1",
    )


def test_a_bad_line_is_told_by_its_number_and_the_others_are_kept(tmp_path: Path) -> None:
    good = {"text": "We will.", "announced_on": "2026-03-03", "publisher": None}
    bad: list[Any] = [
        b"{",
        b"[]",
        b"\xff",
        {"text": 5},
        {"announced_on": "2026-03-03"},
        {"text": "We will.", "announced_on": "2026-02-30"},
        {"text": " ", "announced_on": "2026-03-03"},
        {"text": "We\0will.", "announced_on": "2026-03-03"},
        b'{"text": "\\ud800", "announced_on": "2026-03-03"}',
        {"text": "We will."},
        {"text": "We will.", "announced_on": "2026-03-11"},
        b'{"text": "' + b"a" * 5_000_000 + b'"}',
    ]
    found = readings(tmp_path, good, *bad, b"", good)
    assert [number for number, one in enumerate(found) if isinstance(one, Announcement)] == [0, len(found) - 1]
    for number, one in enumerate(found[1:-1], 2):
        assert isinstance(one, InputError)
        assert str(one).startswith(f"{tmp_path / 'many.jsonl'}:{number}: ")


def test_a_line_without_a_day_is_read_for_its_dateline_then_asked_about(tmp_path: Path) -> None:
    dated, undated = readings(tmp_path, {"text": "LIMA, 3 March 2026 – We will."}, {"text": "We will."})
    assert isinstance(dated, Announcement)
    assert dated.date_source is DateSource.DATELINE
    assert isinstance(undated, MissingDateError)


def test_the_persons_word_goes_before_the_lines(tmp_path: Path) -> None:
    (one,) = readings(tmp_path, LINE | {"text": "We will."}, given=Given(TODAY, "Me", "https://me.example"))
    assert isinstance(one, Announcement)
    assert (one.announced_on, one.date_source, one.publisher, one.url) == (
        TODAY,
        DateSource.GIVEN,
        "Me",
        "https://me.example",
    )


@pytest.mark.parametrize("content", [b"", b"\n \n", b"\xef\xbb\xbf"])
def test_a_file_without_a_line_is_empty(tmp_path: Path, content: bytes) -> None:
    (one,) = readings(tmp_path, content)
    assert "is empty" in str(one)


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    (one,) = readings(tmp_path, b"\xef\xbb\xbf" + json.dumps(LINE | {"text": "We will."}).encode())
    assert isinstance(one, Announcement)
