"""The words of a deed: whole where it is told for a second day, without who says it, without stumps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tracker.extraction.english.left_out import made_whole

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.core.commitment import Extraction

    Extracted = Callable[..., Extraction]


@pytest.mark.parametrize(
    ("text", "deeds"),
    [
        (
            "Norda will start up its first kiln in March 2025, its second in April 2025 and the other two in May 2025.",
            ["start up its first kiln", "start up its second", "start up the other two"],
        ),
        (
            "Norda will have one boat in service by April 2025, another by May 2025 and the last by June 2025.",
            ["have one boat in service", "have another in service", "have the last in service"],
        ),
        (
            "Norda will start flights to Berga on 3 May 2025 and to Ostra on 4 June 2025.",
            ["start flights to Berga", "start flights to Ostra"],
        ),
        (
            "Norda will use oak in its boats by May 2025 and everywhere else by May 2026.",
            ["use oak in its boats", "use oak everywhere else"],
        ),
        (
            "Fees go up by 2 per cent on 3 May 2025 and by another 1 per cent on 4 June 2025.",
            ["Fees go up by 2 per cent", "Fees go up by another 1 per cent"],
        ),
        (
            "The bridge will close to all traffic at 9 p.m. on 3 May 2025 and reopen at 5 a.m. on 6 May 2025.",
            ["The bridge to close to all traffic", "The bridge to reopen"],
        ),
        (
            "The lift will be out of service from 3 May 2025 and back in use on 9 May 2025.",
            ["The lift out of service", "The lift back in use"],
        ),
        (
            "The 40 schools are to be joined in two stages, the first by 3 May 2025 and the second by 4 June 2025.",
            ["The 40 schools joined in two stages, the first", "The 40 schools joined in two stages, the second"],
        ),
        (
            "The two sides agreed to hold talks on 3 May 2025, a Red Cross meeting on 4 June 2025.",
            ["hold talks", "hold a Red Cross meeting"],
        ),
        (
            "Norda will hand in a draft on 3 May 2025 and its final report on 4 June 2025.",
            ["hand in a draft", "hand in its final report"],
        ),
        (
            "Norda will raise rents by 3 per cent on 3 May 2025 and 2 per cent on 4 June 2025.",
            ["raise rents by 3 per cent", "raise rents by 2 per cent"],
        ),
        (
            "The Berga shop will open on 3 May 2025 and the Ostra shop on 4 June 2025.",
            ["The Berga shop to open", "the Ostra shop to open"],
        ),
        (
            "The pool closes on 3 May 2025, the mayor said, and reopens on 4 June 2025.",
            ["The pool closes", "The pool reopens"],
        ),
    ],
)
def test_a_further_deed_has_what_it_leaves_out(extracted: Extracted, text: str, deeds: list[str]) -> None:
    assert [one.deed for one in extracted(text, "Harbour News").commitments] == deeds


@pytest.mark.parametrize(
    ("behind", "deed"),
    [
        (", Ada Holm, who chairs the board, told reporters.", "The pier mended"),
        (", the harbour board said on Friday, with stone from Ostra.", "The pier mended, with stone from Ostra"),
        (", Ada Holm, secretary of the harbour board, said.", "The pier mended"),
        (", the board's secretary, Ada Holm, said.", "The pier mended"),
        (" with care, so rumour said, by hand.", "The pier mended with care"),
        (" in Vik, Berga, the mayor said.", "The pier mended in Vik, Berga"),
        (", he wrote, raising a glass.", "The pier mended"),
        (", a day that nobody, so rumour said, had hoped for.", "The pier mended"),
    ],
)
def test_who_says_it_is_left_out(extracted: Extracted, behind: str, deed: str) -> None:
    (found,) = extracted(f"The pier will be mended by 3 May 2025{behind}", "Harbour News").commitments
    assert found.deed == deed


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("The lift, the board insisted, is mended by 3 May 2025.", "The lift is mended"),
        ("The lift, its owner vowed, will be mended by 3 May 2025.", "The lift mended"),
        ("The club, its chairman said, will open a bar by 3 May 2025.", "open a bar"),
        ("The two boats, the board insisted, leave the yard on 3 May 2025.", "leave the yard"),
        (
            "Waiting lists will get longer and the lift, its owner vowed, is mended by 3 May 2025.",
            "Waiting lists to get longer and the lift is mended",
        ),
        (
            "“Rents will stay frozen,” the mayor said, “at the old pier until 3 May 2026.”",
            'Rents to stay frozen, "at the old pier"',
        ),
    ],
)
def test_who_says_it_between_the_words_of_a_deed_is_left_out(extracted: Extracted, text: str, deed: str) -> None:
    assert extracted(text, "Harbour News").commitments[0].deed == deed


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("The commission will sit between 3 and 9 May 2025.", "sit"),
        ("The library will stay open until at least 3 May 2025.", "stay open"),
        ("The council will send our figures by Whitsun (8 June 2025).", "send our figures"),
        ("The council will hand ten wells to villages (first batch: 30 May 2025).", "hand ten wells to villages"),
        ("Our ferry will be out of service on 3 May 2025 from 02:00 to 04:00 UTC.", "Our ferry out of service"),
        ("The board will report in May 2025 rather than in March.", "report"),
        ("The board will sell the crane this Friday, the 7th.", "sell the crane"),
        ("The band will play on the green every Monday evening.", "play on the green"),
        ("The alarm will go on from 3 May 2025 on.", "The alarm to go on"),
        ("The guard will be relieved in the small hours of 4 May 2025.", "The guard relieved"),
        ("The council will mend pier 3) by 3 May 2025.", "mend pier 3"),
        ("The council will by 3 May 2025 mend two piers (the first of oak: see below.", "mend two piers"),
        ("The council will light a lamp at the 3 May fair.", "light a lamp at the fair"),
    ],
)
def test_no_stump_is_left_where_words_of_time_were(extracted: Extracted, text: str, deed: str) -> None:
    (found,) = extracted(text, "Harbour News").commitments
    assert found.deed == deed


@pytest.mark.parametrize(
    ("first", "thing", "words", "whole"),
    [
        ("A hall to open", "A hall", "be let to clubs", "A hall let to clubs"),
        ("A hall to open", "A hall", "close again", "A hall to close again"),
        ("A hall to open", "A hall", "elsewhere", "A hall to open elsewhere"),
        ("A hall to open to the north", "A hall", "a bar", "a bar"),
        ("A hall to open in Vik", "A hall", "a bar in use", "a bar in use"),
        ("A hall to open in Vik", "A hall", "a bar with tables and a stage", "a bar with tables and a stage"),
        ("A hall to open in Vik", "A hall", "a bar being built", "a bar being built"),
        ("A hall to open in Vik", "A hall", "not in Berga", "not in Berga"),
        ("A hall to open in Vik", "A hall", "a bar", "a bar to open"),
        ("A hall to open in Vik", "A hall", "a bar closing", "a bar closing"),
        ("A hall to open in Vik", "A hall", "no bar", "no bar"),
        ("A hall to zing in Vik", "A hall", "a bar", "a bar"),
        ("open a hall", "", "close a bar", "close a bar"),
        ("open a hall", "", "a bar that is new", "a bar that is new"),
        ("open a hall", "", "the crews move to Vik", "the crews move to Vik"),
        ("open a hall", "", "starting in Vik", "open a hall, starting in Vik"),
        ("open a hall", "", "in Vik", "in Vik"),
        ("open a hall", "", "again", "open a hall again"),
        ("open a hall", "", "back in Vik", "back in Vik"),
        ("open", "", "a bar", "a bar to open"),
        ("zing", "", "a bar", "a bar"),
        ("open in Vik", "", "a bar", "a bar to open"),
        ("the dates of both", "", "a bar", "a bar"),
        ("have the road open to cars", "", "lorries", "lorries"),
        ("open a hall", "", "", ""),
    ],
)
def test_what_is_left_out_is_taken_from_the_first_deed_where_that_is_safe(
    first: str, thing: str, words: str, whole: str
) -> None:
    assert made_whole(words, first, thing, has_be=False, is_modal=True) == whole


def test_a_timetable_s_verbs_go_with_the_thing_or_by_themselves() -> None:
    assert made_whole("closes", "opens a hall", "", has_be=False, is_modal=False) == "closes"
    assert made_whole("closes", "The hall opens", "The hall", has_be=False, is_modal=False) == "The hall closes"
    assert (
        made_whole("numbers 2 to 4", "Lot 1 closes", "Lot 1", has_be=False, is_modal=False) == "numbers 2 to 4 closes"
    )


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("Norda will open a kiln on 3 May 2025, one of the first in the country to do so.", "open a kiln"),
        (
            "Norda will publish its accounts twice by 3 May 2025, as the amended Act lays down.",
            "publish its accounts twice",
        ),
        ("Norda will close its kiln on 3 May 2025, and the last of its boats has been sold.", "close its kiln"),
        ("Norda will close its kiln on 3 May 2025; no boat is sold.", "close its kiln"),
        ("Norda will host the register; the first entries are made by 3 May 2025.", "the first entries are made"),
        ("Norda will host the register; see 3 May 2025.", "host the register; see"),
        ("Norda was to spend a million on the southern ports by 3 May 2025.", "spend a million on the southern ports"),
        ("The price list we have in our shops stands until 3 May 2026.", "The price list we have in our shops stands"),
        ("The forward signed on Monday and stays at the club until 3 May 2026.", "stay at the club"),
        ("The board has seen the port and sells it by 3 May 2025.", "sell it"),
        ("From Kota, Norda starts four flights a week on 3 May 2025.", "start four flights a week"),
    ],
)
def test_an_aside_is_left_out_and_no_noun_is_read_as_a_verb(extracted: Extracted, text: str, deed: str | None) -> None:
    expected = deed or "Norda has set aside a million for the southern ports"
    assert extracted(text, "Harbour News").commitments[0].deed == expected
