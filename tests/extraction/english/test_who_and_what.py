"""Promisor, deed, subject and speaker, seen through whole announcements."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tracker.core.announcement import Announcement
from tracker.core.commitment import PromisorSource
from tracker.core.conventions import PLAIN
from tracker.extraction import Weights, extract
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
        ("The clerk, Ms Aro, will write to all tenants in May.", "The clerk, Ms Aro", PromisorSource.SUBJECT),
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


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The ministry has listened. It will publish the list in May.", "The ministry (It)"),
        ("It will publish the list in May.", "Harbour News (It)"),
        ("“The list will be published for our guests in May.”", "Harbour News (we)"),
        ("We will publish the list in May.", "Harbour News (We)"),
        ("You have my word that the list will be published in May.", "Harbour News (my)"),
        ("He will publish the list in May.", "He"),
        ("Ada Holm will publish the list in May. She will sell the crane in June.", "Ada Holm (She)"),
        ("Norda said it would publish the list in May.", "Norda (it)"),
        ("Norda confirmed that it would publish the list in May.", "Norda (it)"),
        ("Norda agreed that it would publish the list in May.", "Norda (it)"),
        ("She agreed that the list would be published in May, Ada Holm said.", "Ada Holm (She)"),
        ("The council agreed that the list would be published in May.", "The council"),
        ("All 64 piers shall be step-free by May, its director said.", "Harbour News (its director)"),
        ("Tenants will receive a refund within 30 days, the Ministry of Works said.", "the Ministry of Works"),
        ("Your refund will arrive within 30 days.", "Harbour News"),
        ("Rents stay frozen until 3 May 2026.", "Harbour News"),
        ("Energy Minister Ada Holm spoke. Holm will publish the list in May.", "Energy Minister Ada Holm"),
        ("Energy Minister Ada Holm spoke. The list will be published in May, Holm said.", "Energy Minister Ada Holm"),
        (
            "Norda and Veland signed a treaty. Under the treaty a board will be set up in May, Ada Holm said.",
            "Norda and Veland, through Ada Holm",
        ),
        ("Norda and Veland signed a treaty. The pier will be sold in May, Ada Holm said.", "Ada Holm"),
        ("In a letter dated 3 May 2024 the firm undertook to sell the crane in May.", "the firm"),
        ("The crane we will sell in May.", "Harbour News (we)"),
        ("The Board next meets on 3 May 2025.", "The Board"),
        ("There is a written pledge: ninety beds by 3 May 2025.", "Harbour News"),
        ("Mend the gate. Owner: the caretaker; due: 3 May 2025.", "the caretaker"),
        ("The gate is being reopened on 3 May 2025.", "Harbour News"),
        ("We guarantee that nobody will pay more before July 2027.", "Harbour News (We)"),
        ("The inquiry will report by 3 May 2025, its chairwoman said.", "The inquiry"),
        ("The pump is being mended for our guests on 3 May 2025.", "Harbour News (we)"),
        ("The harbour, not the town, will sell the crane by 3 May 2025.", "The harbour"),
        ("On the first day of May, not the second, the council will sell the crane.", "the council"),
        ("Estates: will sell the crane by 3 May 2025.", "Estates"),
        ("Ground is to be broken by 3 May 2025 at the company's second site.", "the company"),
        ("The author Hedda Lund reads here on 3 May 2025.", "The author Hedda Lund"),
        ("The board says it'll sell the crane by 3 May 2025.", "The board (it)"),
        ("The owner, Northwind Rail, will sell the crane in May.", "The owner, Northwind Rail"),
        ("The pier will be sold, the union's spokesman, Ada Holm, said.", "the union's spokesman, Ada Holm"),
        ("The committee recalls him on 14 May 2025.", "The committee"),
        ("The terminal pays a bonus on 3 May 2025.", "The terminal"),
        ("“My deadline for every repair is 3 May 2025,” said Ada Holm.", "Ada Holm (my)"),
        ("ACTION (HM): ask the county for a grit bin by 3 May 2025.", "HM"),
        ("They decided to close one lane by 3 May 2025.", "Harbour News (They)"),
        ("It has the honour of a visit on 3 May 2025.", "Harbour News (It)"),
        ("Lift 2 back in use by 3 May 2025 (the clerk).", "the clerk"),
        ("Ten porters will mend the pier by 3 May 2025, the harbour board said.", "Ten porters (the harbour board)"),
        ("Ten porters will mend the pier by 3 May 2025.", "Ten porters"),
        ("The board agreed that residents will move in by 3 May 2025.", "The board"),
        ("The harbour board's answer opens on 3 May 2025.", "The harbour board"),
        ("“It's going to be at the gate by 3 May 2025,” said Ada Holm.", "Ada Holm"),
        ("The harbour board met. It says the list will be published by 3 May 2025.", "The harbour board (It)"),
        ("Norda and Veland (both ports) will sell the crane by 3 May 2025.", "Norda and Veland"),
        ("Two of her officers will sell the crane by 3 May 2025, Ada Holm said.", "Two of her officers (Ada Holm)"),
        ("The pier will be mended by our own hands by 3 May 2025.", "our own hands"),
        ("The Board of Berga recalls him on 14 May 2025.", "The Board of Berga"),
        ("“Power back on 3 May 2025. The rest on 4 May 2025,” posted Ada Holm on Friday.", "Ada Holm"),
    ],
)
def test_the_promisor_is_named_as_fully_as_the_text_allows(text: str, name: str, extracted: Extracted) -> None:
    assert extracted(text, "Harbour News").commitments[-1].promisor.name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“We mend the pier by 3 May 2025. It is a duty,” said Ada Holm.", "Ada Holm (We)"),
        ("“We mend the pier by 3 May 2025. It is a duty.” Nobody spoke.", "Harbour News (We)"),
        ("“We mend the pier by 3 May 2025. It is a duty.", "Harbour News (We)"),
    ],
)
def test_a_quotation_is_by_whom_its_end_names(text: str, name: str, extracted: Extracted) -> None:
    assert extracted(text, "Harbour News").commitments[0].promisor.name == name


def test_who_puts_out_news_is_not_who_promises(weights: Weights) -> None:
    text = "The ministry has listened. The list will be published in May."
    news = Announcement(text, date(2025, 3, 5), publisher="Harbour News", kind="news")
    (one,) = extract(news, PLAIN, weights).commitments
    assert one.promisor.name == "The ministry"


@pytest.mark.parametrize(
    "text",
    [
        "It will publish the list in May.",
        "We will publish the list in May.",
        "The list will be published for our guests in May.",
    ],
)
def test_a_pronoun_alone_is_nobody(text: str, extracted: Extracted) -> None:
    (one,) = extracted(text).commitments
    assert (one.promisor.name, one.promisor.source) == ("", PromisorSource.UNKNOWN)


def test_a_promisor_that_nobody_names_is_unknown(extracted: Extracted) -> None:
    (one,) = extracted("The list will be published in May.").commitments
    assert one.promisor.source is PromisorSource.UNKNOWN


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("The board will sell the old crane by 3 May 2025.", "sell the old crane"),
        ("The crane will be sold by 3 May 2025, the board said.", "The crane sold"),
        ("A second sale is planned for 3 May 2025.", "A second sale"),
        ("The board promised not to raise fees.", "not raise fees"),
        ("The board will by 3 May 2025.", "by 3 May 2025"),
        ("The night ferry starts on Monday.", "The night ferry starts"),
        ("Ferry fares will not rise before 2027.", "Ferry fares not to rise"),
        ("No fare will be raised before 2027.", "No fare raised"),
        ("Ferry fares stay frozen until 3 May 2026.", "Ferry fares stay frozen"),
        ("All 64 piers will be step-free by 3 May 2026.", "All 64 piers step-free"),
        ("A further 1,100 piers are to be repaired by 3 May 2026.", "A further 1,100 piers repaired"),
        (
            "Tenants will receive a first refund of 40 crowns within 30 days.",
            "Tenants to receive a first refund of 40 crowns",
        ),
        ("We hope to be back by 3 May 2025.", "be back"),
        ("We will sell the crane by 3 May 2025, and we know that it is old.", "sell the crane"),
        ("Mend the gate. Owner: the caretaker; due: 3 May 2025.", "Mend the gate"),
        ("Date of next meeting: 3 May 2025.", "next meeting"),
        ("There is a written pledge: ninety beds by 3 May 2025.", "ninety beds"),
    ],
)
def test_the_deed_is_told_without_its_time(text: str, deed: str, extracted: Extracted) -> None:
    (one,) = extracted(text).commitments
    assert one.deed == deed


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The pier will reopen, Ada Holm told reporters.", "Ada Holm"),
        ("“It will reopen,” said the mayor, Ada Holm, on Friday.", "the mayor, Ada Holm"),
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
