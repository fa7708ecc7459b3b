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
        ("The Portsea Argus, 3 March 2026\nBridge to open", "Bridge to open"),
        ("Ministry of Environment and Water\nBridge to open", "Bridge to open"),
        ("PRESS RELEASE\nThe Elsin City Council\n3 March 2026\nBridge to open", "Bridge to open"),
        ("Published by Ministry of Works\nBridge to open", "Bridge to open"),
        ("Ministry of Environment and Water", "Ministry of Environment and Water"),
        ("“We will open it,” she said, “when it is ready”", ""),
        ("Press release\nStatement\nMedia notice\n3 March 2026", ""),
        ("Press release No. 118/2026\nBridge to open", "Bridge to open"),
        ("Ministry of Works\nMEDIA RELEASE 118/2026\nBridge to open", "Bridge to open"),
        ("Ref. 7/26\nPress statement, no 4\nBridge to open", "Bridge to open"),
        ("Elsin Foods plc\n14 Harbour Row, Port Elsin\n3 March 2026\nDear customers,", ""),
        ("Elsin Foods plc\n14 Harbour Row, Port Elsin\nBridge to open", "Bridge to open"),
        ("14 Harbour Row to reopen", "14 Harbour Row to reopen"),
        ("Town of Elsin\nMinutes of the Roads Board\n3 March 2026", "Minutes of the Roads Board"),
        ("Elsin Town Council\nMinutes of the meeting of 3 March 2026", "Minutes of the meeting of 3 March 2026"),
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


@pytest.mark.parametrize(
    "label", ["Published by Ministry of Works", "From: Ministry of Works", "Issued by Ministry of Works"]
)
def test_a_publisher_is_read_from_the_words_before_it(label: str) -> None:
    assert find_publisher(f"Bridge to open\n{label}{BODY}") == "Ministry of Works"


@pytest.mark.parametrize(
    "name",
    [
        *("Ministry of Environment and Water", "DEPARTMENT FOR WORKS", "The Elsin City Council", "Lenn Water Ltd"),
        *("Central Bank of Elsin", "The National Bank of Velmara", "TOWN OF ELSIN", "Royal Borough of Lenn and Orr"),
    ],
)
def test_a_body_named_above_the_headline_is_the_publisher(name: str) -> None:
    assert find_publisher(f"Press release\n{name}\n3 March 2026\n\nBridge to open{BODY}") == name


@pytest.mark.parametrize(
    "below",
    [
        "Press release",
        "3 March 2026",
        "PORT ELSIN, 3 March 2026 – The bridge will open.",
        "14 Harbour Row, Port Elsin",
        "14-16 Harbour Street, Elsin EL3 4QX | Tel. +44 20 0000 0000 | press@elsin.example",
        "Am Hafen 3, 10115 Elsin",
        "10115 Elsin",
        "Elsin EL3 4QX",
        "Crane House, 4, Elsin",
        "P.O. Box 12, Elsin",
        "www.elsin.example",
        "E-mail: press@elsin.example",
        "Minutes of the meeting of 3 March 2026",
    ],
)
def test_a_body_named_on_headed_paper_is_the_publisher_without_a_headline_too(below: str) -> None:
    assert find_publisher(f"Elsin Water Board\n\n{below}{BODY}") == "Elsin Water Board"


def test_a_long_line_is_no_address_and_takes_no_time() -> None:
    assert find_publisher(f"Elsin Water Board\n1 A Road{' A' * 90} a{BODY}") == ""
    assert find_publisher(f"Elsin Water Board\n1 A Road{' A' * 900} a{BODY}") == ""


@pytest.mark.parametrize(
    "top",
    [
        "Bank of Elsin Raises Rates\nBridge to open",
        "Minutes of the Elsin Council\nBridge to open",
        "Annual Report of the Elsin Council\nBridge to open",
        "Published by June\nBridge to open",
        "Published by 3 March 2026\nBridge to open",
        "Ministry of Works",
        "Ministry of Works\nThe ministry will open the bridge.",
        "Minister to visit Elsin Council\nBridge to open",
        "Council opens bridge\nBridge to open",
    ],
)
def test_what_is_no_body_above_a_headline_is_no_publisher(top: str) -> None:
    assert find_publisher(top + BODY) == ""


def test_a_publisher_is_not_guessed_from_the_story() -> None:
    assert find_publisher(f"Bridge to open{BODY}") == ""
