"""Words and numbers that look like time and are none."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.deadlines import find_deadlines, find_respective_deadlines

SAID_ON = date(2025, 9, 17)


@pytest.mark.parametrize(
    "text",
    [
        "May we ask who may attend?",
        "The troops march past, and the march was long.",
        "She came second; wait a second.",
        "Sales fall and prices fall in step.",
        "The cat sat in the sun while we sat down.",
        "It costs $30m, or 1.2m a head, or €5bn.",
        "Under Article 17 and section 5 of the Act it stands.",
        "Version 3.11.2 replaces 2.10, and v1.2.16 is old.",
        "Call 020 7946 0958, 555-1015 or +44 20 7946 0958.",
        "They won 3-1, then 21-17, and lost 2–2 on penalties.",
        "Flight 2026 seats 180 on 12 rows.",
        "Rome was not built in a day.",
        "The fall in prices and the spring in his step were plain.",
        "The bridge carried 2,026 lorries over 30 years.",
        "He is 31, she is 12 and the house is 200 years old.",
        "Room 12, page 30, chapter 3, line 5.",
        "It rose 10/10 in a 2/3 vote, 24/7.",
        "The sun will march, august and mar the wed of jan.",
        "Ten years ago, and two days later, it was sold.",
        "It happened yesterday and the day before yesterday.",
        "The price fell by 15. It rose to 27.",
        "Send it to 12.5 people at 192.168.10.12.",
        "Code 20251017 and serial 2025-13-40 do not match.",
    ],
)
def test_what_is_no_date_is_left_alone(text: str) -> None:
    assert [deadline.words for deadline in find_deadlines(text, SAID_ON)] == []


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("The two lines open in March and June 2026 respectively.", ["2026-03-31", "2026-06-30"]),
        ("The two lines open in March and April respectively.", ["2026-03-31", "2026-04-30"]),
        ("The two lines open in October and December 2027, respectively.", ["2027-10-31", "2027-12-31"]),
        ("The three lines open on 3, 5 and 8 May respectively.", ["2026-05-03", "2026-05-05", "2026-05-08"]),
        ("The two lines open on 3 May and 5 June 2027 respectively.", ["2027-05-03", "2027-06-05"]),
        ("They open by March and September, respectively.", ["2026-03-31", "2026-09-30"]),
        ("Respectively, by May 2026 and by June 2026 they open, and all ends in 2029.", ["2026-05-31", "2026-06-30"]),
        ("All ends in 2029. They open by May and by July 2026, respectively.", ["2026-05-31", "2026-07-31"]),
        ("They act respectively, by May 2026.", []),
        ("They open in March and June 2026.", []),
    ],
)
def test_respectively_gives_each_thing_of_a_list_its_own_deadline(text: str, due: list[str]) -> None:
    assert [str(deadline.due) for deadline in find_respective_deadlines(text, SAID_ON)] == due
