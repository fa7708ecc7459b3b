"""Files to announcements: the good ones whole, the bad ones each with its reason."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.core.announcement import Announcement, DateSource
from tracker.errors import FutureDateError, InputError, MissingDateError, UnreadableInputError
from tracker.readers import Given, Reading, read, text
from tracker.readers.source import MOST_BYTES, Source

TODAY = date(2026, 3, 10)
TEXT = "Bridge to open\n\nDate: 3 March 2026\nPublisher: Ministry of Works\n\nThe bridge will open by June.\n"
DEMO = Path(__file__).parents[2] / "tracker" / "demo"


def readings(place: Path | str, given: Given = Given()) -> list[Reading]:  # noqa: B008 - a frozen value
    return list(read(str(place), given, today_of=lambda _: TODAY))


def only(place: Path | str, given: Given = Given()) -> Announcement:  # noqa: B008 - a frozen value
    (one,) = readings(place, given)
    assert isinstance(one, Announcement)
    return one


def refusal(place: Path | str, given: Given = Given()) -> InputError:  # noqa: B008 - a frozen value
    (one,) = readings(place, given)
    assert isinstance(one, InputError)
    return one


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "announcement.txt"


def test_a_text_is_read_with_what_its_top_says(file: Path) -> None:
    file.write_text(TEXT, encoding="utf-8")
    assert only(file) == Announcement(
        text=TEXT,
        announced_on=date(2026, 3, 3),
        date_source=DateSource.DATELINE,
        title="Bridge to open",
        publisher="Ministry of Works",
        origin=str(file),
    )


def test_the_persons_word_goes_before_the_texts(file: Path) -> None:
    file.write_text(TEXT, encoding="utf-8")
    found = only(file, Given(date(2026, 3, 1), "The Works", "https://works.example/1"))
    assert (found.announced_on, found.date_source) == (date(2026, 3, 1), DateSource.GIVEN)
    assert (found.publisher, found.url) == ("The Works", "https://works.example/1")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_encodings_that_say_what_they_are_give_the_same_text(file: Path, encoding: str) -> None:
    file.write_bytes((TEXT + "café").encode(encoding))
    assert only(file).text == TEXT + "café"


def test_right_to_left_and_combining_characters_are_kept_as_they_are(file: Path) -> None:
    words = "\u202eמשרד\u202c הבריאות will open cafe\u0301 n\u0303 \U0001f469\u200d\U0001f52c by May."
    file.write_text(f"{TEXT}\n{words}\n", encoding="utf-8")
    assert only(file).text == f"{TEXT}\n{words}\n"


def test_a_text_of_50_mb_is_refused_in_one_line(file: Path) -> None:
    file.write_bytes(b"The board met in the harbour. " * 1_700_000)
    assert "is larger than 5 MB: split it into smaller files" in str(refusal(file))


@given(st.lists(st.sampled_from(["\n", "\r\n", "\r", "word", " ", "\t", "é"]), max_size=40))
def test_line_ends_become_one_kind_and_nothing_else_changes(pieces: list[str]) -> None:
    body = TEXT + "".join(pieces)
    (one,) = text.read(Source(body.encode(), "a text"), Given())
    assert isinstance(one, Announcement)
    assert one.text == body.replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"%PDF\x00\x01\x02", "is binary, not text"),
        (b"\x01\x02\x03" * 50, "is binary, not text"),
        ("\0".encode("utf-16") + TEXT.encode("utf-16-le"), "is binary, not text"),
        ("Café".encode("latin-1"), "byte 3 is not UTF-8: convert it: iconv -f WINDOWS-1252 -t UTF-8"),
        (b"\xff\xfe" + b"A", "byte 2 is not UTF-16"),
        (b"a" * (MOST_BYTES + 1), "is larger than 5 MB"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(file: Path, content: bytes, said: str) -> None:
    file.write_bytes(content)
    error = refusal(file)
    assert isinstance(error, UnreadableInputError)
    assert str(error).startswith(f"{file}: {said}")


def test_a_missing_file_a_folder_and_another_format_are_refused(tmp_path: Path) -> None:
    assert "there is no such file" in str(refusal(tmp_path / "missing.txt"))
    assert "is a folder: name the files in it" in str(refusal(tmp_path))
    (tmp_path / "report.odt").touch()
    assert "files ending in .odt are not read: known are .atom, .csv, .docx" in str(refusal(tmp_path / "report.odt"))


def test_a_name_with_bytes_of_another_encoding_can_be_told(tmp_path: Path) -> None:
    name = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")
    Path(name).write_text(TEXT, encoding="utf-8")
    assert only(name).origin.encode().endswith(b"caf\\udce9.txt")


def test_a_name_that_the_system_refuses_is_an_error_too() -> None:
    assert "null" in str(refusal("a\0b.txt"))
    assert "too long" in str(refusal("a" * 5_000))


def test_a_file_far_too_large_is_not_read_to_its_end(file: Path) -> None:
    with file.open("wb") as stream:
        stream.truncate(1_000_000_000)
    assert "is larger than 100 MB" in str(refusal(file))


def test_a_file_without_an_ending_is_text(tmp_path: Path) -> None:
    (tmp_path / "STATEMENT").write_text(TEXT, encoding="utf-8")
    assert only(tmp_path / "STATEMENT").title == "Bridge to open"


def test_without_a_date_one_is_asked_for_and_never_guessed(file: Path) -> None:
    file.write_text("The bridge will open by June.", encoding="utf-8")
    assert isinstance(refusal(file), MissingDateError)
    assert only(file, Given(TODAY)).announced_on == TODAY


def test_a_day_that_has_not_come_where_the_publisher_is_is_refused(file: Path) -> None:
    file.write_text(TEXT.replace("3 March", "11 March"), encoding="utf-8")
    assert isinstance(refusal(file), FutureDateError)
    ahead = {"Ministry of Works": date(2026, 3, 11)}
    (one,) = read(str(file), today_of=ahead.__getitem__)
    assert isinstance(one, Announcement)


def test_standard_input_is_text_or_lines_of_json(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(TEXT.encode())))
    assert only("-").origin == "standard input"
    line = json.dumps({"id": "a", "announced_on": "2026-03-03", "text": "We will."})
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(line.encode())))
    assert only("-").id == "a"


@pytest.mark.parametrize("place", sorted([*DEMO.glob("*.txt"), *DEMO.glob("*.md")]), ids=lambda path: path.stem)
def test_the_shipped_examples_say_their_own_day(place: Path) -> None:
    (one,) = read(str(place), today_of=lambda _: date(2026, 12, 31))
    assert isinstance(one, Announcement)
    assert one.announced_on.isoformat() == place.name[:10]
    assert one.title


@pytest.mark.parametrize(
    ("name", "content", "module", "what", "package"),
    [
        ("page.html", b"<p>We will open it by 30 June 2026.</p>", "lxml_html_clean", "web page", "lxml-html-clean"),
        ("plan.pdf", b"%PDF-1.4", "pypdf", "PDF", "pypdf"),
        ("news.rss", b"<rss/>", "feedparser", "feed", "feedparser"),
        ("plan.docx", b"PK\x05\x06" + bytes(18), "docx", "Word document", "python-docx"),
    ],
)
def test_a_package_that_is_missing_is_named_and_the_file_is_not_called_damaged(
    tmp_path, name, content, module, what, package
):
    (tmp_path / name).write_bytes(content)
    (tmp_path / f"{module}.py").write_text(f"raise ModuleNotFoundError(name={module!r})")
    program = (
        "from datetime import date; from tracker.readers import read\n"
        f"print(*read({name!r}, today_of=lambda _: date(2026, 3, 10)))"
    )
    told = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True
    ).stdout
    assert told == (
        f"{name}: a {what} is read with the package {package}, which is not installed: pip install {package}\n"
    )
