from __future__ import annotations

import pytest

from tracker.extraction.blocks import find_blocks
from tracker.extraction.english.boilerplate import drop_boilerplate


def kept(text: str) -> list[str]:
    return [block.span.of(text) for block in drop_boilerplate(text, find_blocks(text))]


@pytest.mark.parametrize(
    "heading",
    [
        "About Norda Power",
        "Media contact:",
        "Forward-Looking Statements",
        "Notes to editors",
        "Cautionary statement regarding forward-looking statements",
    ],
)
def test_a_block_under_such_a_heading_is_dropped(heading: str) -> None:
    assert kept(f"We will open.\n\n{heading}\n\nWe will always care.") == ["We will open."]


def test_the_next_heading_ends_it() -> None:
    assert kept("About Norda Power\n\nIt is old.\n\nNext steps\n\nWe will open.") == ["Next steps", "We will open."]


@pytest.mark.parametrize(
    "notice",
    [
        "This press release contains forward-looking statements.",
        "For media enquiries, ring the desk.",
        "From: the secretary <s@plots.example>",
        (
            "Whatever this letter says of plans, days and sums is a forward-looking statement, and what are called "
            "forward-looking statements may turn out to be wrong."
        ),
    ],
)
def test_a_notice_is_dropped_by_itself(notice: str) -> None:
    assert kept(f"{notice}\n\nWe will open.") == ["We will open."]


def test_quoted_mail_and_all_behind_it_is_dropped() -> None:
    text = "We will open.\n\nOn Tue, 4 Mar 2025 at 19:02, Ada wrote:\n> We will close.\n\nAnd more."
    assert kept(text) == ["We will open."]


def test_a_sentence_that_begins_with_about_is_kept() -> None:
    assert kept("About 30 boats will sail on Monday.") == ["About 30 boats will sail on Monday."]
