"""A day that a clause tells of as past is no deadline; what the same sentence promises is."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.deadlines import find_deadlines, find_events, read_deadline

SAID_ON = date(2025, 9, 17)

TOLD = """
He resigned on Friday.
She resigned in March, and nobody took over.
The two signed it on 3 May.
The two sides signed the deal on 3 May.
It opened in June.
The museum opened in June.
The old bridge was opened in June.
The plant was at a standstill in August.
The minister announced on Monday a new school.
Mr Halim said on Tuesday: no more of this.
Downing Street said on Friday that it knew nothing.
The council met on 2 September.
They met in June and on 4 July.
They met on 3 and 5 May.
We published it on the first day of June.
He died on 1 January.
The board told the staff on Friday.
It came in spring.
The firm sold the site in early March.
The river rose on Sunday night.
The court ruled on Thursday.
Voters went in June.
The couple had met in August.
The strike began on Monday.
He wrote in May, and she answered in July.
Parliament was dissolved on 9 March.
The trial was held in April.
Her office confirmed on Wednesday what he had said.
She said today that she is content.
The drivers struck this week.
The tower fell at Christmas.
The choir sang, and it won the prize on Saturday.
The ship arrived on the 3rd.
It rained; the roof leaked on Sunday.
They released the report this month.
"""

NO_TIME = """
The score was 3-1 after extra play, 21-17 in the second leg.
Version 3.11.2 replaced 2.10.
The 2026 budget was large.
The 2030 Agenda is long.
She is 31 and he is 12.
The house at 20 May Street is sold.
Write to 12 March Road, Leeds.
Call 020 7946 0958 or 0800 1111.
The bus holds 52 and the hall 2,026.
It cost $30m, or 1.2m a head.
Under Article 17 and section 5 it stands.
Flight 2026 has landed.
Room 12 is on page 30.
Half of them left; two thirds stayed.
He ran 10 km at 4:30 a kilometre.
The choir has 24 voices and 3/4 sing bass.
Turn to chapter 7, line 12.
Serial 2025-13-40 is void.
Some 400 people came from 12 towns.
Rates fell by 0.25 to 4.5 per cent.
Mr May and Ms April argued.
It is 2.5 times the size.
The M25 and the A12 were shut.
One in 10 said so, and 9 out of 10 agreed.
The spring in his step was plain.
The ratio is 16:9.
"""

PROMISED = [
    ("The board agreed on Friday to publish by May.", ["2026-05-31"]),
    ("The minister said on Friday that the road opens in June.", ["2026-06-30"]),
    ("He said the road would open in June.", ["2026-06-30"]),
    ("She said she will decide on 3 May.", ["2026-05-03"]),
    ("The board decided the plant closes in June.", ["2026-06-30"]),
    ("The vote was set for Friday.", ["2025-09-19"]),
    ("The vote was to be held on Friday.", ["2025-09-19"]),
    ("The opening was expected in June.", ["2026-06-30"]),
    ("The bridge opens in June.", ["2026-06-30"]),
    ("Shops closed on Monday for stocktaking.", ["2025-09-22"]),
    ("Work to be completed in June.", ["2026-06-30"]),
    ("Results published in June.", ["2026-06-30"]),
    ("It is opened on Friday by the mayor.", ["2025-09-19"]),
    ("Having met on Monday, the board will report in March.", ["2025-09-22", "2026-03-31"]),
    ("He left, and the post is filled in June.", ["2026-06-30"]),
    ("They met the mayor next month.", ["2025-10-31"]),
    ("It was finished by Friday.", ["2025-09-19"]),
    ("They opened it in 2019.", ["2019-12-31"]),
    ("The tour began in the week after next.", ["2025-10-05"]),
]


@pytest.mark.parametrize("text", [*TOLD.split("\n")[1:-1], *NO_TIME.split("\n")[1:-1]])
def test_what_is_past_or_no_time_is_no_deadline(text: str) -> None:
    assert [deadline.words for deadline in find_deadlines(text, SAID_ON)] == []


@pytest.mark.parametrize(("text", "due"), PROMISED)
def test_a_promise_keeps_its_day(text: str, due: list[str]) -> None:
    assert [str(deadline.due) for deadline in find_deadlines(text, SAID_ON)] == due


def test_what_is_told_dates_an_event_and_is_read_as_a_phrase() -> None:
    assert find_events("They signed it on 3 May.", SAID_ON)["signing"].on == date(2025, 5, 3)
    read = read_deadline("He resigned on Friday", SAID_ON)
    assert read is not None
    assert read.words == "on Friday"
