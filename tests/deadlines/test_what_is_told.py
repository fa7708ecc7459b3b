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
They agreed on it on Monday.
Her office confirmed it on Wednesday.
On 2 April a pump left the station.
In June the board met and agreed the plan.
On Friday the two sides signed the deal.
In March, the council opened two libraries.
On Monday he resigned.
On 3 May Mr Halim resigned.
In August parliament was dissolved.
On Tuesday work began on the bridge.
On Monday the minister said the road will be ready.
It rained; on 2 April a dam burst and the river rose.
It was cold, and on Friday the pipes froze, the owner said.
In June we handed the keys over.
This week the council voted to sell the hall.
On Wednesday Downing Street confirmed the plan.
In spring the team ran eleven drills.
On 2 April the board met to hear the staff.
Today the court ruled against the firm.
On Thursday night the tower fell.
Over to her: on 9 May she wrote back.
Police held the man on 2 June and let him go the next morning.
Hit by the strike, the firm shut its mill on 2 June and put it up for sale the following month.
He set out on 3 May and hit the coast the next day.
The clerk put the papers out on 2 June and let the public see them the next day.
The board read the bill on 2 June and put it to the vote the next day.
He left Rome on 3 May and came home the following month.
On 2 June the firm shut its mill.
On 3 May he set out.
In the year after this decision, rents rose by a tenth.
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
    ("On 2 April a pump leaves the station.", ["2026-04-02"]),
    ("On 2 April the board is to meet.", ["2026-04-02"]),
    ("On 2 April, the minister said, work will begin.", ["2026-04-02"]),
    ("On 2 April the bridge damaged in the flood will reopen.", ["2026-04-02"]),
    ("In June the rules adopted last year take effect.", ["2026-06-30"]),
    ("On 1 July the measures announced in the budget come into force.", ["2026-07-01"]),
    ("On Friday the board meets.", ["2025-09-19"]),
    ("In June the vote was to be held.", ["2026-06-30"]),
    ("On 2 April the school was due to open.", ["2026-04-02"]),
    ("In March, the mayor said, the library opens.", ["2026-03-31"]),
    ("It will open, on 2 April, the minister said.", ["2026-04-02"]),
    ("On 3 May the fund set up by the state starts lending.", ["2026-05-03"]),
    ("On 2 April the limited edition goes on sale.", ["2026-04-02"]),
    ("In June we will have opened two shops.", ["2026-06-30"]),
    ("On Friday shops reopen.", ["2025-09-19"]),
    ("In May the first need is met by a grant.", ["2026-05-31"]),
    ("On 2 April the fund created by the state pays out.", ["2026-04-02"]),
    ("In the autumn the new school opens.", ["2025-11-30"]),
    ("On 5 May he returns.", ["2026-05-05"]),
    ("In June a decision is expected.", ["2026-06-30"]),
    ("On Monday she will tell what she heard.", ["2025-09-22"]),
    ("In June, if the court agreed, it would start.", ["2026-06-30"]),
    ("It will report, late since 30 June, on 9 May, its auditors having agreed.", ["2026-05-09"]),
    ("We set the date on 3 May.", ["2026-05-03"]),
    ("The court set a hearing on 3 May.", ["2026-05-03"]),
    ("They shut the mill on 2 June.", ["2026-06-02"]),
    ("The tax cut on 3 May helps all.", ["2026-05-03"]),
    ("The deal asks that the firm shut its mill on 2 June.", ["2026-06-02"]),
    ("It pays if the court let him go on 2 June.", ["2026-06-02"]),
    ("On 2 June the state's cut the firm asked for begins.", ["2026-06-02"]),
    ("A vote will be held the same week on 3 May.", ["2026-05-03"]),
    ("He will put it up on 2 June and let all in on 3 June.", ["2026-06-02", "2026-06-03"]),
    ("He left on 3 May and will be back the following month.", ["2025-10-31"]),
    ("He left on 3 May, and a shop opens the following month.", ["2025-10-31"]),
    ("He left on 3 May and hoped for rain by the following month.", ["2025-10-31"]),
    ("He left on 3 May and rose next to the sun, and in June we meet.", ["2026-06-30"]),
    ("In the year after this decision, rents will fall by a tenth.", ["2026-09-17"]),
    ("It opens in May rather than in June, its head said.", ["2026-05-31", "2026-06-30"]),
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


LOOKED_BACK_OVER = """
The country declared its first outbreak in three decades.
It was the worst flood in ten years.
Prices rose for the first time in six months.
It will be the first such visit in a decade.
This is the third cut in 18 months.
The club has won twice in five years.
"""
AHEAD = """
The firm will open its first store in two years.
She hopes to run the longest race in ten years.
The last of the boats sails in two weeks.
Our latest guide comes out in two months.
At the latest in two years the dam is full.
The first instalment is paid in 30 days.
"""


@pytest.mark.parametrize("sentence", LOOKED_BACK_OVER.strip().splitlines())
def test_a_length_that_is_looked_back_over_is_no_deadline(sentence: str) -> None:
    assert find_deadlines(sentence, SAID_ON) == ()


@pytest.mark.parametrize("sentence", AHEAD.strip().splitlines())
def test_a_length_until_something_is_done_stays_one(sentence: str) -> None:
    (found,) = find_deadlines(sentence, SAID_ON)
    assert found.due > SAID_ON
