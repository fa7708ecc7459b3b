"""The day of publication: found where documents say it, and nowhere else."""

from __future__ import annotations

import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.readers.dating import find_date

PIECES = st.sampled_from(
    ["A", "a", "9", "17", ",", ".", "–", ":", "|", "/", "(", ")", "\n", "Date:", "September", "2025", "on"]
)
SAID = date(2025, 9, 17)


@pytest.mark.parametrize(
    "text",
    [
        "date 2025-09-17 The two countries signed a memorandum on Wednesday.",
        "Date: 17 September 2025",
        "The Portsea Argus, 17 September 2025\nBridge to open in May\n\nThe council will act.",
        "The Portsea Argus, 17 September 2025\n\nThe council will act.",
        "date: 2025-09-17T10:00:00Z",
        "Date: Wed, 17 Sep 2025 10:00:00 +0000",
        "**Date:** Wednesday, 17th of September 2025",
        "Published: 17 September 2025\n\nThe bridge opened on 12 March 2024.",
        "Date published: Sept. 17, 2025",
        "Published on: 17/09/2025",
        "Issued: 17.09.2025",
        "Posted: 09/17/2025",
        "For immediate release: September 17, 2025",
        "A headline\n17 September 2025\nThe body.",
        "The new bridge over the Lenn\n\n17 September 2025\n\nThe bridge will open in May.",
        "Published on\n17 September 2025\nThe body.",
        "Plan\nPublished 17 September 2025\nLast updated 3 October 2025",
        "**Date**\n\n17 September 2025",
        "| Date | 17 September 2025 |\n| Publisher | Works |",
        "- Press release\n- 17 September 2025\n\nThe body.",
        "Date: 17 September 2025 at 10:00",
        "Date: 17 September 2025 | Works",
        "Published: 17 September 2025 by the press office",
        "Press release, 17 September 2025",
        "Elsin Council, 17 September 2025\n\nElsin Council will open the library.",
        "THE LENN SOCIETY\nNewsletter no. 118 – Wednesday 17 September 2025\n\nDear reader",
        "PROJECT NEWS No. 1\n17 September 2025\n\nWelcome",
        "A headline\n\nBy our health correspondent\nWednesday, 17 September 2025\n\nThe board met.",
        "ADDRESS\nby the President of Velmara\nWednesday, 17 September 2025\n\nFellow citizens,",
        "MINUTES\nBoard of the Elsin Library\nWednesday, September 17, 2025, 6:00 p.m.\n\nPresent: all.",
        "Port of Elsin, 17 September 2025 – The mayor said so.",
        "Bridge opening delayed again\n17 September 2025\nThe council will act.",
        "The Ministry of Works | 17 September 2025\nIt will act.",
        "2025-09-17",
        "Wednesday 17 September 2025, 10:30 am",
        "Geneva | 17 September 2025 | News",
        "Press release – 17 September 2025",
        "NEW DELHI, Sep 17, 2025 — Rebuilding goes on.",
        "GENEVA (17 September 2025) – The Council met.",
        "LONDON, Sept. 17, 2025 /Newswire/ -- The company said so.",
        "Nairobi, Kenya, 17 September 2025: The ministry said so.",
        "Port Elsin, 17 September 2025\n\nThe ministry said so.",
        "PORT ELSIN, 17 September 2025. The mayor said so.",
        "A headline\n\nPort Elsin, Velmara, September 17, 2025. “We will,” said the mayor.",
        "Stratford-upon-Lenn, Wednesday, 17 Sept 2025. The mayor said so.",
        "**Port Elsin, 17 September 2025.** The mayor said so.",
        "(Port Elsin, 17 September 2025) The mayor said so.",
        "PORT ELSIN (Newswire) - 17 September 2025 - The mayor said so.",
        "Port Elsin (Newswire), 17 September 2025. The mayor said so.",
        "Press release: Port Elsin, 17 September 2025 – The mayor said so.",
        "Harrow Council\nMinutes of the meeting held on Wednesday 17 September 2025 at 7 pm",
        "Communiqué of the Cabinet meeting of Wednesday, 17 September 2025",
        "Minutes of the board\n\nDate: 17 September 2025\nTime: 19:00\nVenue: Old Hall\n\nThe chair opened it.",
        "Works committee\nDate: 17 September 2025\nVenue: Old Hall\nPresent: all",
        "Public talk\nPublished: 17 September 2025\nDate: 3 May 2026\nTime: 19:00\nVenue: Old Hall",
        "PORT ELSIN, 17 September 2025 – The mayor invites all.\n\nDate: 3 May 2026\nVenue: Old Hall",
        "Photo of 12 March 2024.\nCopyright 2020-2026\nDate: 17 September 2025",
    ],
)
def test_a_day_is_read_where_a_document_says_its_own(text: str) -> None:
    assert find_date(text) == SAID


@pytest.mark.parametrize(
    "text",
    [
        "The bridge opened on 17 September 2025.",
        "The Bridge Opening, 17 September 2025\n\nThe council will act.",
        "The Portsea Argus, 17 September 2025, said so.\n\nThe council will act.",
        "On 17 September 2025 - a Wednesday - the bridge opened.",
        "In Paris, 17 September 2025 – the day of the treaty – it rained.",
        "17 September 2025 – the bridge opens",
        "agreement of Geneva, 17 September 2025 - as amended",
        "Published on 17 September 2025, the report says little.",
        "Ministers met in Paris, 17 September 2025. The talks went on.",
        "Paris Agreement, 17 September 2025. The parties met.",
        "Budget vote, 17 September 2025. What to expect.",
        "Thursday, 17 September 2025. The council sat.",
        "Port Elsin, 17 September 2025. it was warm.",
        "A line.\n" * 5 + "Port Elsin, 17 September 2025. The mayor said so.",
        "Open day at the works\n\nDate: 17 September 2025\nTime: 10 am to 4 pm\nVenue: Old Hall\n\nThe mayor speaks.",
        "Public talk\n\n- **Date:** 17 September 2025\n- **Venue:** Old Hall, Elsin",
        "Public talk\nDate: 17 September 2025 | Time: 19:00 | Room: 4",
        "Public talk\n\n| Date | 17 September 2025 |\n| Doors open | 18:30 |",
        "Public talk\n\nDate\n\n17 September 2025\n\nTime\n\n19:00",
        "Copyright 2025-2026",
        "© 17 September 2025",
        "Date: © 17 September 2025",
        "NEW DELHI, Dec 17 — Rebuilding goes on.",
        "Date: September 2025",
        "Date: 31 February 2026",
        "Date: 03/04/2026",
        "Date: 13/13/2026",
        "Date: 17/09.2025",
        "Date: 2025-09-171",
        "Updated: 17 September 2025",
        "Public meeting on Tuesday, 17 September 2025\nThe council will publish the result within 30 days.",
        "Consultation closes Friday, 17 September 2025\nThe council will publish the result within 30 days.",
        "Next meeting | 17 September 2025\nThe council will act.",
        "Deadline for responses | 17 September 2025\nThe council will act.",
        "| Due date | 17 September 2025 |\nThe council will act.",
        "| Bridge | 17 September 2025 |",
        "Due date\n17 September 2025\nThe council will act.",
        "# Next meeting\n\n17 September 2025\n\nThe council will act.",
        "Date: 17 September 2025 is when the bridge opens",
        "Date: 17 September 2025 – 19 September 2025",
        "Release date: 17 September 2025 was missed.",
        "Contract awarded to Smith Ltd, 17 September 2025 (reference)",
        "Elsin opens new bridge, 17 September 2024 – a history",
        "Bridge Opening, 17 September 2025\n\nThe council will act.",
        "The council will publish its report by\n17 September 2025.\nIt will be good.",
        "The council, which met in the old hall last week, said that it will meet\n17 September 2025.\nIt sat.",
        "The council met in the hall, and the report of that\n17 September 2025\nmeeting is good.",
        "The council said it on Tuesday,\n17 September 2025.\n",
        "The money is paid back in instalments on\n1 March 2025,\n1 June 2025 and\n17 September 2025.\n",
        "Timeline\n17 September 2025\nThe bridge is ordered.\n3 May 2026\nThe bridge opens.",
        "Instalments:\n- 17 September 2025\n- 17 October 2025",
        "Works done:\n\n- Smith Ltd, 17 September 2025\n- Jones Ltd, 18 September 2025",
        "Minutes of the last meeting held on 17 September 2025 were approved.",
        "Minutes of the council of 17 September 2025 were approved as read.",
        "A line.\n" * 12 + "Date: 17 September 2025",
        "x" * 3_000 + "\nDate: 17 September 2025",
        "",
    ],
)
def test_what_is_not_said_plainly_is_not_found(text: str) -> None:
    assert find_date(text) is None


def test_a_label_goes_before_a_dateline() -> None:
    assert find_date("LIMA, 12 March 2024 – Told again.\nPublished: 17 September 2025") == SAID


@given(day=st.dates(date(1900, 1, 1), date(2099, 12, 31)), order=st.sampled_from(["{d} {m} {y}", "{m} {d}, {y}"]))
def test_every_day_is_read_back_in_words(day: date, order: str) -> None:
    for name in (
        calendar.month_name[day.month],
        calendar.month_abbr[day.month],
        calendar.month_name[day.month].upper(),
    ):
        assert find_date("Date: " + order.format(d=day.day, m=name, y=day.year)) == day


@given(st.lists(PIECES, max_size=60))
def test_a_day_that_is_found_stands_in_the_text(pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = find_date(text)
    assert found is None or (str(found.year) in text and str(found.day) in text)


@pytest.mark.parametrize(
    "piece", ["A", "A ", "Aa, ", "Date: ", "1 ", "17 September ", "| ", "minutes of ", "Aa Bb, ", "(Aa-"]
)
def test_long_near_matches_cost_no_more_than_their_beginning(piece: str) -> None:
    """What is looked at is bounded, so a text of a megabyte is read like its first characters."""
    assert find_date(piece * (1_000_000 // len(piece))) is None
