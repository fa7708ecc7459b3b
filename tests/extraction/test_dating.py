"""Which date each deed has: that of the sentence before, that of its own clause, and none twice."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tracker.core.commitment import Band

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.core.commitment import Extraction
    from tracker.extraction.candidate import Clause

    Extracted = Callable[..., Extraction]


def dues(extraction: Extraction) -> list[date | None]:
    """The due dates of what is surely a commitment, in the order of the text."""
    sure = [one for one in extraction.commitments if one.band is Band.COMMITMENT]
    return [one.deadline.due if one.deadline else None for one in sure]


def test_a_date_of_the_sentence_before_is_counted_from(extracted: Extracted) -> None:
    text = "We will close the bridge on 3 November 2025. We will reopen it two weeks later."
    assert dues(extracted(text)) == [date(2025, 11, 3), date(2025, 11, 17)]


def test_a_heading_keeps_two_sentences_apart(extracted: Extracted) -> None:
    text = "Bridge\n\nWe will close the bridge on 3 November 2025.\n\nPool\n\nWe will open it two weeks later."
    assert dues(extracted(text)) == [date(2025, 11, 3), None]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("We will be in your street today and tomorrow.", [date(2025, 3, 6)]),
        ("We will bring it on 22 or 23 May 2025.", [date(2025, 5, 23)]),
        ("We will open it in three weeks, on 28 March 2025.", [date(2025, 3, 28)]),
        ("We will open the hall on Easter Tuesday, 22 April 2025.", [date(2025, 4, 22)]),
        ("We will hold Saturday clinics at both sites from 3 May 2025.", [date(2025, 5, 3)]),
        ("The works are slated for the first half of 2026.", [date(2026, 6, 30)]),
        ("We will mend it at Easter Weald by the end of March 2025.", [date(2025, 3, 31)]),
        ("By 3 May 2025 we will publish a list every quarter.", [date(2025, 5, 3)]),
        ("We will publish a list weekly once the press is mended.", [date(2025, 3, 16)]),
        (
            "We will mend the pier in September 2025, Bell weir in the spring of 2026, and the great weir by 2029.",
            [date(2025, 9, 30), date(2026, 5, 31), date(2029, 12, 31)],
        ),
        (
            "We will publish the count by 3 May 2025 and the full report two months after the vote.",
            [date(2025, 5, 3), None],
        ),
    ],
)
def test_each_deed_has_its_own_date(extracted: Extracted, text: str, due: list[date | None]) -> None:
    assert dues(extracted(text)) == due


@pytest.mark.parametrize(
    ("text", "due"),
    [
        (
            "The old crane goes on 3 May 2025; the new one will be here by 9 June 2025.",
            [date(2025, 5, 3), date(2025, 6, 9)],
        ),
        (
            "The firm will go by 3 May 2025, and the city will pay it by 3 May 2025.",
            [date(2025, 5, 3), date(2025, 5, 3)],
        ),
        ("The firm will go by 3 May 2025, and it will do so by 3 May 2025.", [date(2025, 5, 3)]),
        ("We will pay all of it, and we will leave by 3 May 2025.", [date(2025, 5, 3)]),
        ("We will leave by 3 May 2025, and we will pay once the house is sold.", [date(2025, 5, 3), None]),
    ],
)
def test_a_sentence_of_two_clauses_gives_what_both_promise(
    extracted: Extracted, text: str, due: list[date | None]
) -> None:
    assert dues(extracted(text)) == due


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The yard promised the union on Friday that it will keep all jobs.", []),
        ("The office, asked on Friday, said that it will pay by 3 May.", ["by 3 May"]),
        (
            "We will swing the crane on Saturday under a deal that both sides shook hands on late Friday.",
            ["on Saturday"],
        ),
        ("The mayor has promised the class a night out in June.", ["in June"]),
        ("The office announced a public hearing on 11 May in the gym.", ["on 11 May"]),
        ("The office announced a public hearing on Friday.", []),
    ],
)
def test_the_day_of_saying_so_is_no_deadline(
    clauses_of: Callable[[str], list[Clause]], text: str, words: list[str]
) -> None:
    told = {found.words for clause in clauses_of(text) for found in clause.deadlines}
    assert sorted(told) == words


def test_what_is_told_behind_a_colon_is_what_was_promised(clauses_of: Callable[[str], list[Clause]]) -> None:
    clauses = clauses_of("Ten mayors put their hands to it on Monday: no new stove will be sold from 2029.")
    assert [clause.subject_text for clause in clauses if clause.cue.name == "bond"] == []
    assert clauses[-1].voucher == "Ten mayors"


def test_a_deed_ahead_of_the_first_cue_has_a_clause_of_its_own(clauses_of: Callable[[str], list[Clause]]) -> None:
    text = "To mend it is a job for tonight, the bank wrote to customers, and an account will be with all by Friday."
    told = [[found.words for found in clause.deadlines] for clause in clauses_of(text)]
    assert told[0] == ["for tonight"]
    assert "by Friday" in told[-1]


def test_the_day_of_an_event_is_that_of_the_deed_behind_it(clauses_of: Callable[[str], list[Clause]]) -> None:
    clauses = clauses_of("When the term begins, on 8 September, the firm will take on 40 people.")
    assert [found.due for found in clauses[-1].deadlines] == [date(2025, 9, 8)]


def test_words_of_time_are_not_parted(clauses_of: Callable[[str], list[Clause]]) -> None:
    clauses = clauses_of("The wages for April and May would be in the bank by Friday.")
    assert clauses[-1].subject_text == "The wages for April and May"
