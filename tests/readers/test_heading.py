"""Titles and publishers: taken where they are plain."""

from __future__ import annotations

import pytest

from tracker.readers.heading import find_publisher, find_title

BODY = "\n\nThe ministry said on Monday that the bridge will open."


@pytest.mark.parametrize(
    ("top", "title"),
    [
        ("# Bridge to open", "Bridge to open"),
        ("Title: Bridge to open\nDate: 3 March 2026", "Bridge to open"),
        ("Press release\n\n3 March 2026\n\nBridge to open", "Bridge to open"),
        ("Date: 3 March 2026\nIssued by: Ministry of Works\nBridge: work begins", "Bridge: work begins"),
        ("The bridge will open, and nobody knows when.", ""),
        ("PORT ELSIN, 3 March 2026 – The bridge will open", ""),
        ("long " * 40, ""),
        ("“We will open it,” she said, “when it is ready”", ""),
        ("Press release\nStatement\nMedia notice\n3 March 2026", ""),
    ],
)
def test_a_title_is_a_short_first_line_that_is_no_sentence(top: str, title: str) -> None:
    assert find_title(top + BODY) == title


def test_a_text_of_one_line_has_no_title() -> None:
    assert find_title("We will open the bridge by June") == ""


@pytest.mark.parametrize(
    "label", ["Publisher", "Published by", "**Issued by", "Source", "Organisation", "organization"]
)
def test_a_publisher_is_read_from_its_label(label: str) -> None:
    assert find_publisher(f"Bridge to open\n{label}: Ministry of Works{BODY}") == "Ministry of Works"


def test_a_publisher_is_not_guessed_from_the_story() -> None:
    assert find_publisher(f"Bridge to open{BODY}") == ""
