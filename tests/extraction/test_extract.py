"""The whole way, from an announcement's text to its commitments."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.core.announcement import Announcement
from tracker.core.commitment import Band, Commitment, Extraction, PromisorSource
from tracker.core.conventions import PLAIN
from tracker.core.deadline import DeadlineKind
from tracker.extraction import Weights, extract

if TYPE_CHECKING:
    from collections.abc import Callable

    Extracted = Callable[..., Extraction]

REPORT = """date 2025-03-05 The island republics of Norda and Veland signed a charter on tidal power on Wednesday.

The two have been friends for a century. Norda has often sent engineers to Veland, whose grid failed twice last year.

“The purpose of this charter is to light every home,” said Energy Minister Ada Holm, who signed it for Norda.

Setting out the details, Holm said,
“A Norda-Veland Tidal Board will be set up within the next 30 days to steer the work.”

“Joint training will also be pursued for harbour pilots,” the statement quoted Holm as saying,
adding that “options for a shared laboratory will be explored.”

“Our hearts beat as one, and our islands are older than any grid,” she added.
"""


def sure(found: Extraction) -> list[Commitment]:
    return [one for one in found.commitments if one.band is Band.COMMITMENT]


def test_a_report_yields_its_promises_and_none_of_its_history_or_praise(extracted: Extracted) -> None:
    board, training, options = sure(extracted(REPORT))
    assert board.deed == "A Norda-Veland Tidal Board set up to steer the work"
    assert (board.promisor.name, board.promisor.source) == (
        "Norda and Veland, through Energy Minister Ada Holm",
        PromisorSource.SPEAKER,
    )
    assert board.deadline is not None
    assert (board.deadline.words, board.deadline.due) == ("within the next 30 days", date(2025, 4, 4))
    assert training.kind is options.kind is DeadlineKind.OPEN
    assert options.deed == "options for a shared laboratory explored"


def test_what_is_turned_down_names_its_guard(extracted: Extracted) -> None:
    (rejection,) = extracted("In 2015 the mayor had promised to mend the pier.").rejections
    assert rejection.guard == "history"
    assert rejection.reason == "it tells what was promised or planned before"
    assert rejection.sentence == "In 2015 the mayor had promised to mend the pier."


def test_where_no_guard_speaks_the_score_turns_a_sentence_down(extracted: Extracted) -> None:
    (rejection,) = extracted("Whales sing and they will sing.").rejections
    assert rejection.guard == ""


def test_two_deeds_with_deadlines_of_their_own_are_two_commitments(extracted: Extracted) -> None:
    text = "The port will sell its crane by 1 May 2025 and will dredge the basin by 1 June 2025."
    assert [(one.deed, one.deadline and one.deadline.due) for one in sure(extracted(text))] == [
        ("sell its crane", date(2025, 5, 1)),
        ("dredge the basin", date(2025, 6, 1)),
    ]


def test_one_verb_may_carry_two_deadlines(extracted: Extracted) -> None:
    text = "The city will open the first pool by 1 May 2025 and the second pool by 1 June 2025."
    assert [(one.deed, one.deadline and one.deadline.due) for one in sure(extracted(text))] == [
        ("open the first pool", date(2025, 5, 1)),
        ("open the second pool", date(2025, 6, 1)),
    ]


def test_two_deeds_of_one_promisor_without_deadlines_are_one_commitment(extracted: Extracted) -> None:
    assert len(sure(extracted("We will sell the crane and will buy a tug."))) == 1


def test_two_verbs_with_times_of_their_own_are_two_commitments(extracted: Extracted) -> None:
    text = "We will write to the mayor by 3 May 2025 and tell all tenants in due course."
    first, second = sure(extracted(text))
    assert first.deadline is not None
    assert first.deadline.due == date(2025, 5, 3)
    assert second.kind is DeadlineKind.VAGUE


def test_words_of_time_behind_no_other_verb_are_no_other_commitment(extracted: Extracted) -> None:
    assert len(sure(extracted("We will write to the mayor by 3 May 2025, and soon."))) == 1


def test_what_is_agreed_to_be_done_and_to_be_done_is_two_commitments(extracted: Extracted) -> None:
    text = "The firm agreed to close its mill by 3 May 2025 and to move the looms to Berga."
    assert [(one.deed, one.deadline is None) for one in sure(extracted(text))] == [
        ("close its mill", False),
        ("move the looms to Berga", True),
    ]


def test_each_day_of_a_list_is_a_commitment(extracted: Extracted) -> None:
    text = "The council will hold hearings on 20 May 2025, 3 June 2025 and 9 July 2025."
    found = sure(extracted(text))
    assert [one.deadline and one.deadline.due for one in found] == [
        date(2025, 5, 20),
        date(2025, 6, 3),
        date(2025, 7, 9),
    ]
    assert {one.deed for one in found} == {"hold hearings"}


def test_each_month_of_a_list_is_a_commitment(extracted: Extracted) -> None:
    found = sure(extracted("Three more rounds are set for April, June and July."))
    assert [one.deadline and one.deadline.due for one in found] == [
        date(2025, 4, 30),
        date(2025, 6, 30),
        date(2025, 7, 31),
    ]


def test_another_promisor_s_undated_promise_stays_beside_a_dated_one(extracted: Extracted) -> None:
    text = "Northwind will leave the site by 3 May 2025, and the city will pay for the move."
    assert [one.promisor.name for one in sure(extracted(text))] == ["Northwind", "the city"]


def test_two_clauses_with_one_due_date_are_one_commitment(extracted: Extracted) -> None:
    text = "The council will sell the crane by 3 May 2025, and it will do so by 3 May 2025."
    assert len(sure(extracted(text))) == 1


def test_a_dateline_s_day_is_no_deadline(extracted: Extracted) -> None:
    assert extracted("BERGA, 5 March 2025 — The council has a new hall.") == Extraction((), ())


def test_two_dates_without_another_deed_between_them_are_one_commitment(extracted: Extracted) -> None:
    text = "The council will publish the list by 3 May 2025, before 9 June 2025."
    (one,) = sure(extracted(text))
    assert one.deadline is not None
    assert one.deadline.due == date(2025, 5, 3)


def test_a_promise_told_twice_is_one_commitment(extracted: Extracted) -> None:
    text = "The council will publish the rent list by 3 May 2025. By 3 May 2025 the council will publish the rent list."
    assert len(sure(extracted(text))) == 1


def test_of_two_tellings_the_surer_one_stays(extracted: Extracted) -> None:
    text = "They will publish the rent list by 3 May 2025. We will publish the rent list by 3 May 2025."
    (one,) = extracted(text).commitments
    assert one.sentence.startswith("We will")


def test_a_deadline_that_was_past_when_announced_goes_to_review(extracted: Extracted) -> None:
    (one,) = extracted("The ministry will publish the register by 1 May 2019.").commitments
    assert one.band is Band.REVIEW
    assert one.deadline is not None
    assert one.deadline.is_past


def test_a_deed_s_own_day_counts_more_than_a_period_that_it_names(extracted: Extracted) -> None:
    (one,) = sure(extracted("Norda will bring out its quarterly report on 3 May 2025."))
    assert one.deadline is not None
    assert one.deadline.due == date(2025, 5, 3)


def test_days_are_counted_from_a_signing_that_the_text_dates(extracted: Extracted) -> None:
    text = "The charter was signed on 1 March 2025. A joint board will be set up within 30 days of signing."
    (one,) = sure(extracted(text))
    assert one.deadline is not None
    assert one.deadline.due == date(2025, 3, 31)


def test_a_hard_wrapped_promise_is_read_whole(extracted: Extracted) -> None:
    text = (
        "The lighthouse service has been repairing the tower since the autumn, and it\n"
        "will open the gallery to visitors within 30\n"
        "days, its keeper said."
    )
    (one,) = sure(extracted(text))
    assert one.deadline is not None
    assert one.deadline.words == "within 30\ndays"
    assert one.deadline.due == date(2025, 4, 4)


def test_what_is_too_long_for_a_sentence_is_judged_by_its_beginning(extracted: Extracted) -> None:
    text = "The council will open the pool by 3 May 2025, " + "said nobody, " * 300 + "and will shut it on 4 May 2025"
    (one,) = extracted(text).commitments
    assert one.sentence == text
    assert one.deadline is not None
    assert one.deadline.due == date(2025, 5, 3)


def test_a_notice_in_capitals_is_read(extracted: Extracted) -> None:
    notice = (
        "THE BOARD OF THE HARBOUR TRUST AND ITS NEIGHBOURS ON THE NORTHERN QUAYSIDE, WILL MEND THE CRANE BY 3 MAY 2026."
    )
    (one,) = extracted(notice).commitments
    assert one.deadline
    assert one.deadline.due == date(2026, 5, 3)


def test_headings_promise_nothing(extracted: Extracted) -> None:
    assert extracted("Council will open new pool by June").commitments == ()
    assert extracted("WHAT WE'LL DO.\n\nThe hall is old.").commitments == ()


def test_the_features_say_why(extracted: Extracted) -> None:
    (one,) = sure(extracted("We will publish the list by 3 May 2025."))
    assert {"will", "dated", "first_person", "deed_verb"} <= {name for name, _ in one.features}


PIECES = (
    "The council will open the pool by 3 May 2025. ",
    "We’ll mend\n the roof “soon”. ",
    "• ",
    "> On 3 May 2024, X wrote:\n",
    "Next steps\n\n",
    "\n\n",
    "The board is to:\n",
    "She said the line would reopen within 30\n   days, and the fare would be cut. ",
    "Ünïcode İs fine; ",
)


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=20), max_size=8))
def test_sentence_and_deadline_are_what_stands_at_their_places(weights: Weights, pieces: list[str]) -> None:
    text = "".join(pieces)
    found = extract(Announcement(text, date(2025, 3, 5)), PLAIN, weights)
    for one in found.commitments:
        assert one.span.of(text) == one.sentence
        assert one.deadline is None or one.deadline.span.of(text) == one.deadline.words
    for turned_down in found.rejections:
        assert turned_down.span.of(text) == turned_down.sentence


def test_the_same_text_gives_the_same_extraction(extracted: Extracted) -> None:
    assert extracted(REPORT) == extracted(REPORT)


@pytest.mark.parametrize("text", ["", "   \n\n ", "…", "Nothing of the kind."])
def test_a_text_without_promises_gives_nothing(text: str, extracted: Extracted) -> None:
    assert extracted(text) == Extraction((), ())


def test_respectively_leaves_each_thing_its_day(extracted: Extracted) -> None:
    found = sure(extracted("The two piers will open on 3 May and 4 June 2025 respectively."))
    assert [(one.deed, one.deadline and one.deadline.due) for one in found] == [
        ("The two piers to open", date(2025, 5, 3)),
        ("The two piers to open", date(2025, 6, 4)),
    ]


def test_a_clause_without_a_day_gives_way_to_one_with(extracted: Extracted) -> None:
    (one,) = extracted("We will sell the crane by 3 May 2025, and we have agreed to mend the pier.").commitments
    assert one.deed == "sell the crane"


@pytest.mark.parametrize(
    "text",
    [
        "Norda Rail will open 40 stations by 3 May 2028, but analysts warn fares will rise by 2029.",
        "The council will open the pool by 3 May 2027 and prices will rise by June 2027.",
    ],
)
def test_what_is_only_foreseen_beside_a_promise_is_no_promise(extracted: Extracted, text: str) -> None:
    assert len(sure(extracted(text, "Norda Council"))) == 1


def test_a_period_that_ends_is_not_who_does_it(extracted: Extracted) -> None:
    (found,) = extracted("The law will be changed by the end of the next parliament.", "Norda Council").commitments
    assert found.promisor.name == "Norda Council"
