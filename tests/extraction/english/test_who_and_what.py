"""Promisor, deed, subject and speaker, seen through whole announcements."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tracker.core.commitment import PromisorSource
from tracker.extraction.english.speaker import find_speaker

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.core.commitment import Extraction

    Extracted = Callable[..., Extraction]


@pytest.mark.parametrize(
    ("text", "name", "source"),
    [
        ("The harbour board will sell the crane by 3 May 2025.", "The harbour board", PromisorSource.SUBJECT),
        ("Under the charter, Norda will take in ten trainees by May.", "Norda", PromisorSource.SUBJECT),
        ("By 3 May 2025 the council will publish the list.", "the council", PromisorSource.SUBJECT),
        ("Norda, Veland and Ostra will hold talks in May.", "Norda, Veland and Ostra", PromisorSource.SUBJECT),
        ("The board, which met today, will sell the crane in May.", "The board", PromisorSource.SUBJECT),
        ("The clerk, Ms Aro, will write to all tenants in May.", "The clerk", PromisorSource.SUBJECT),
        ("BERGA, March 5 — The council will publish the list in May.", "The council", PromisorSource.SUBJECT),
        ("The list will be published by the ministry in May.", "the ministry", PromisorSource.AGENT),
        ("The list will be published in May, Ada Holm said.", "Ada Holm", PromisorSource.SPEAKER),
        ("“We will publish the list in May,” said Ada Holm.", "Ada Holm (We)", PromisorSource.SPEAKER),
        ("The list will be published in May.", "Harbour News", PromisorSource.PUBLISHER),
        ("The exhibition will open in May.", "Harbour News", PromisorSource.PUBLISHER),
        ("Sec. 4. The council shall publish the list by 3 May 2025.", "The council", PromisorSource.SUBJECT),
        ("ACTION: P. Aro to circulate the list by Friday.", "P. Aro", PromisorSource.SUBJECT),
        ("The treasurer undertook to send the accounts by Friday.", "The treasurer", PromisorSource.SUBJECT),
        ("Ada Holm told the board she would publish the list in May.", "Ada Holm (she)", PromisorSource.SUBJECT),
    ],
)
def test_the_promisor_is_found(text: str, name: str, source: PromisorSource, extracted: Extracted) -> None:
    (one,) = extracted(text, "Harbour News").commitments
    assert (one.promisor.name, one.promisor.source) == (name, source)


def test_it_stands_for_the_last_promisor_named(extracted: Extracted) -> None:
    text = "The harbour board will sell the crane by 3 May 2025. It will dredge the basin by 3 June 2025."
    assert extracted(text).commitments[1].promisor.name == "The harbour board (It)"


def test_a_promisor_that_nobody_names_is_unknown(extracted: Extracted) -> None:
    (one,) = extracted("The list will be published in May.").commitments
    assert one.promisor.source is PromisorSource.UNKNOWN


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("The board will sell the old crane by 3 May 2025.", "sell the old crane"),
        ("The crane will be sold by 3 May 2025, the board said.", "The crane sold"),
        ("A second sale is planned for 3 May 2025.", "A second sale"),
        ("The board will not raise fees.", "not raise fees"),
        ("The board will by 3 May 2025.", "by 3 May 2025"),
        ("The night ferry starts on Monday.", "starts"),
    ],
)
def test_the_deed_is_told_without_its_time(text: str, deed: str, extracted: Extracted) -> None:
    (one,) = extracted(text).commitments
    assert one.deed == deed


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The pier will reopen, Ada Holm told reporters.", "Ada Holm"),
        ("“It will reopen,” said the mayor, Ada Holm, on Friday.", "the mayor"),
        ("“It will reopen,” said.", ""),
        ("According to Dr. A. K. Roy, it will reopen.", "Dr. A. K. Roy"),
        ("According to (", ""),
        ("Ada Holm, who chairs the board, has said that it will reopen.", "Ada Holm"),
        ("The pier, the board announced, will reopen.", "the board"),
        ("It will reopen soon.", ""),
        ("“They told us it would reopen.”", ""),
        (
            "The big old grey stone pier of the cold northern harbour town of Berga near Ostra said no, and it fell.",
            "",
        ),
    ],
)
def test_the_speaker_is_found(text: str, name: str) -> None:
    plain = text.replace("“", '"').replace("”", '"')
    assert find_speaker(plain, frozenset(plain.lower().replace(".", " ").replace(",", " ").split())) == name
