"""The thing that a deed tells of stays with it; who does it, and what was taken for a part of it, does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.core.commitment import Extraction

    Extracted = Callable[..., Extraction]


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        (
            "A music school for ninety children will open in Vik this May.",
            "A music school for ninety children to open in Vik",
        ),
        (
            "Work on turning the old mill into a hostel will start by 3 May 2025.",
            "Work on turning the old mill into a hostel to start",
        ),
        ("A rebate of 5% will follow in May 2025.", "A rebate of 5% to follow"),
        ("Vaccination will begin on 3 May 2025.", "Vaccination to begin"),
        ("Full list of stalls goes up here on 3 May 2025.", "Full list of stalls goes up here"),
        ("The Norda service will be free from 3 May 2025.", "The Norda service free"),
        ("The hearing is down for 3 May 2025.", "The hearing"),
        ("The hearing is down for 3 May 2025 at Berga.", "The hearing at Berga"),
        ("There will be no night boats until May 2025.", "no night boats"),
        ("The first will be paid by 3 May 2025.", "The first paid"),
        ("Our accounts for 2024 will be on the website by 3 May 2025.", "Our accounts for 2024 on the website"),
        ("Repair of the lift has started and will be over by 3 May 2025.", "Repair of the lift over"),
        ("The pier on the Berga–Ostra road will be mended by 3 May 2025.", "The pier on the Berga–Ostra road mended"),
    ],
)
def test_a_thing_that_opens_or_is_mended_stays_with_its_deed(extracted: Extracted, text: str, deed: str) -> None:
    assert [one.deed for one in extracted(text, "Harbour News").commitments] == [deed]


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("The harbour board will open a second office by 3 May 2025.", "open a second office"),
        ("Norda, whose fleet is old, will buy two boats by 3 May 2025.", "buy two boats"),
        ("The author Hedda Lund will sign books here on 3 May 2025.", "sign books here"),
        ("The poet Hedda Lund reads here on 3 May 2025.", "read here"),
        ("Experts from both towns will meet on 3 May 2025.", "meet"),
        ("Two of us will go by 3 May 2025.", "go"),
        ("The league has bound itself to stop by 3 May 2025.", "stop"),
        ("RESOLVED to sell the crane by 3 May 2025.", "sell the crane"),
    ],
)
def test_who_acts_is_left_to_the_promisor(extracted: Extracted, text: str, deed: str) -> None:
    assert [one.deed for one in extracted(text, "Harbour News").commitments] == [deed]


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("The roof is half done and the hall will be reopened by 3 May 2025.", "the hall reopened"),
        ("The gate has been measured and will be mended by 3 May 2025.", "The gate mended"),
        ("Letters received before 1 April will be dealt with by the end of May 2025.", None),
        ("The council will name a keeper, who will be paid from 3 May 2025.", "be paid"),
        ("The board approved the new tariff, which will be published on 3 May 2025.", "the new tariff published"),
        ("Those who have paid for the spring trip will be refunded by 3 May 2025.", None),
        ("The board has given a date by which every debt will be paid, 30 June 2025.", "every debt paid"),
        ("The mayor has met them and given by both sides will be mended by 3 May 2025.", "be mended"),
        ("According to the clerk, Ada Holm, the list will be published by 3 May 2025.", "the list published"),
    ],
)
def test_of_a_clause_taken_for_a_subject_the_own_part_stays(extracted: Extracted, text: str, deed: str | None) -> None:
    expected = deed or text.partition(" by ")[0].replace("will be ", "")
    assert extracted(text, "Harbour News").commitments[-1].deed == expected


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("Nobody pays more before 3 May 2025.", "Nobody pays more"),
        ("From 3 May 2025 we shall take no more parcels.", "take no more parcels"),
        ("Neither side will raise fares before 3 May 2025.", "Neither side to raise fares"),
        ("A decision on that will follow by 3 May 2025.", "A decision on that to follow"),
        ("Five boats that were sunk in the storm will be raised by 3 May 2025.", None),
        ("The council agreed to it by 3 May 2025.", "The council agreed to it"),
        (
            "The crane will be sold with its shed by Easter 2025, which falls on 20 April.",
            "The crane will be sold with its shed",
        ),
    ],
)
def test_a_deed_is_told_once_and_whole(extracted: Extracted, text: str, deed: str | None) -> None:
    expected = deed or text.partition(" by ")[0].replace("will be ", "")
    assert [one.deed for one in extracted(text, "Harbour News").commitments] == [expected]
