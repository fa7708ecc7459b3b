"""The promisor where the subject of the deed is not its name: things, pronouns, clauses, minutes, news."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tracker.core.announcement import Announcement
from tracker.core.conventions import PLAIN
from tracker.extraction import Weights, extract

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.core.commitment import Extraction

    Extracted = Callable[..., Extraction]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # A thing, and somebody who acts beside it.
        ("Unit 3 is cooling, and our engineers mean to have it turning by 3 May 2025.", "Harbour News (our engineers)"),
        ("The new pier is to be open on 3 May 2025, the club having paid for it.", "the club"),
        ("In place of a fine the court took from Norda Water an undertaking to mend it by 3 May 2025.", "Norda Water"),
        ("The list goes out on 3 May 2025, as the trustees resolved.", "the trustees"),
        ("The crane leaves on 3 May 2025, he said.", "he"),
        ("Ada Holm spoke. The crane leaves on 3 May 2025, she said.", "Ada Holm (she)"),
        ("The crane stays until the firm has paid for it by 3 May 2025.", "Harbour News"),
        ("The army's bridge at Koro: 3 May 2025.", "The army"),
        ("My government's share goes to the bank on 3 May 2025.", "My government"),
        # A clause in the name.
        ("The registrar has my cheque and will write to all forty by 3 May 2025.", "The registrar"),
        ("The forward put pen to paper and will stay at the club until 3 May 2025.", "The forward"),
        ("The town did not wait: it has paid, and the yard will mend it by 3 May 2025.", "the yard"),
        ("We have taken on two further gangs, who will start on 3 May 2025.", "two further gangs"),
        ("We have taken on two further hands, who will start on 3 May 2025.", "two further hands"),
        ("The old man, heckled, gave his word that it would burn by 3 May 2025.", "The old man (it)"),
        ("It begs to assure the town that the pier will be mended by 3 May 2025.", "Harbour News (It)"),
        (
            "The treasurer says the bank has it and has bound himself to mend the gate by 3 May 2025.",
            "The treasurer",
        ),
        ("The cabinet approved the bill, which will be introduced by 3 May 2025.", "The cabinet"),
        ("Quite late the cabinet approved the bill, which will be introduced by 3 May 2025.", "the cabinet"),
        ("We for our part have the stone and will mend the pier by 3 May 2025.", "Harbour News (We)"),
        # What others have agreed.
        ("It was agreed that the chair write to the diocese by 3 May 2025.", "the chair"),
        ("It was agreed to write to the diocese by 3 May 2025.", "Harbour News"),
        ("The board agreed that the clerk write to the diocese by 3 May 2025.", "The board"),
        (
            "The transit authority spoke. Riders were assured that the train would be back by 3 May 2025.",
            "Harbour News",
        ),
        # Those who get something.
        ("Every customer without water gets a credit on 3 May 2025.", "Harbour News"),
        ("Your vicar is going to sit in the vestry on 3 May 2025.", "Your vicar"),
        # Somebody in particular, and nobody in particular.
        ("A new auditor, Stroud & Kay, takes over on 3 May 2025.", "A new auditor, Stroud & Kay"),
        ("Voters in Berga will go to the polls on 3 May 2025, the council said.", "Voters in Berga (the council)"),
        ("The firm spoke. It said that ten welders would start on 3 May 2025.", "ten welders (The firm, It)"),
        ("Ten welders will start on 3 May 2025, he said.", "Ten welders (he)"),
        ("The meeting will begin on 3 May 2025, its chairwoman said.", "The meeting (its chairwoman)"),
        ("The harbour board's rents will rise on 3 May 2025.", "The harbour board"),
        ("It will be mended, answered the board, by 3 May 2025.", "the board"),
        ("Ada Holm has promised to get three quotes by 3 May 2025.", "Ada Holm"),
        ("“They get an answer on 3 May 2025,” said Ada Holm, the mayor.", "Ada Holm"),
        # Minutes.
        ("Management: parcel numbers are going to double by 3 May 2025.", "Management"),
        ("Damp: May, by 3 May 2025.", "Harbour News"),
        ("Mr Tighe: they'd be on the wall by 3 May 2025.", "Mr Tighe (they)"),
        ("The bins get lids: Yusuf, by 3 May 2025.", "Yusuf"),
        ("AP (Ines): the second draft to the list by 3 May 2025.", "Ines"),
        ("Stall rota, A. Petit, by 3 May 2025.", "A. Petit"),
        ("Damp: the second draft, Monday, 3 May 2025.", "Harbour News"),
        # Pronouns.
        ("THE MINISTER: I will let the town have it by 3 May 2025.", "THE MINISTER (I)"),
        ("A loan lets us order it; the vault is down to four degrees on 3 May 2025.", "Harbour News (us)"),
        ("I gave the board my word: birds in it by 3 May 2025, or I hand in my keys.", "Harbour News (I)"),
        ("“We mend it by 3 May 2025,” our team leader said.", "Harbour News (our team leader) (We)"),
        ("The next hearing, at which she is to rule, Ada Maria Holm set for 3 May 2025.", "Ada Maria Holm"),
    ],
)
def test_who_promises_is_named(text: str, name: str, extracted: Extracted) -> None:
    assert extracted(text, "Harbour News").commitments[-1].promisor.name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Norda Water has called back two million tins. The hotline is to have 200 voices from 3 May 2025.",
            "Norda Water",
        ),
        ("The hotline is to have 200 voices from 3 May 2025.", "Harbour News"),
        (
            "Ada Holm of the yard spoke. “We pay. The crane is to be open on 3 May 2025,” said Per Ekholm.",
            "Per Ekholm",
        ),
    ],
)
def test_in_news_who_acted_last_comes_before_who_puts_it_out(text: str, name: str, weights: Weights) -> None:
    news = Announcement(text, date(2025, 3, 5), publisher="Harbour News", kind="news")
    assert extract(news, PLAIN, weights).commitments[-1].promisor.name == name
