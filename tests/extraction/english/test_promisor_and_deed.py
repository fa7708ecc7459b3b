"""Who promises and what, read together: neither takes words from the other, nor loses its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.core.commitment import Extraction

    Extracted = Callable[..., Extraction]


@pytest.mark.parametrize(
    ("text", "name", "deed", "words"),
    [
        ("It was agreed that Mr Hill would repaint the shelter by May.", "Mr Hill", "repaint the shelter", "by May"),
        (
            "It was agreed that the bursar would publish the accounts by 31 January.",
            "the bursar",
            "publish the accounts",
            "by 31 January",
        ),
        ("It was resolved that the clerk should write to the yard by May.", "the clerk", "write to the yard", "by May"),
    ],
)
def test_the_dated_clause_of_what_was_agreed_counts(
    extracted: Extracted, text: str, name: str, deed: str, words: str
) -> None:
    (found,) = extracted(text, "Town Council").commitments
    assert found.deadline is not None
    assert (found.promisor.name, found.deed, found.deadline.words) == (name, deed, words)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Let me repeat our promise: bins will be emptied every Tuesday from 5 May.", "Town Council (we)"),
        ("Let us be clear: the fares will not rise before 2028.", "Town Council (us)"),
        ("For me the answer is simple: the pool will reopen on 1 May.", "Town Council"),
        ("You may hold me to it: water in all the hydrants by the end of May.", "Town Council (me)"),
        ("Stroud & Kay will audit the books. It will report by 30 June.", "Stroud & Kay (It)"),
    ],
)
def test_a_name_or_pronoun_is_read_whole_and_for_whom_it_stands(extracted: Extracted, text: str, name: str) -> None:
    assert extracted(text, "Town Council").commitments[-1].promisor.name == name


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        (
            "Patients whose appointments were cancelled will be contacted by the end of next week.",
            "Patients whose appointments were cancelled contacted",
        ),
        (
            "The money that the government granted last year will be spent on the pier by June.",
            "The money that the government granted last year spent on the pier",
        ),
        ("The pipe that burst in the night will be replaced by 1 May.", "The pipe that burst in the night replaced"),
    ],
)
def test_a_thing_that_is_undergone_stays_with_its_relative_clause(extracted: Extracted, text: str, deed: str) -> None:
    (found,) = extracted(text, "Town Council").commitments
    assert (found.promisor.name, found.deed) == ("Town Council", deed)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The bridge is done, the Ministry of Works said.\n\nA new dam will be built by 2029.",
            "the Ministry of Works",
        ),
        ("The Ministry of Works met on Monday.\n\nA new dam will be built by 2029.", "The Ministry of Works"),
        ("A new dam will be built by 2029.", ""),
        (
            "Norda Utilities plc\n\nDear customer,\n\nWe promise to answer each letter in ten days.",
            "Norda Utilities plc (We)",
        ),
        ("Dear customer,\n\nWe promise to answer each letter in ten days.", ""),
    ],
)
def test_without_a_publisher_who_was_named_last_stands_behind_it(extracted: Extracted, text: str, name: str) -> None:
    assert extracted(text).commitments[-1].promisor.name == name


@pytest.mark.parametrize(
    ("text", "name", "deed"),
    [
        (
            "User fees at district clinics will not rise before 2028.",
            "Town Council",
            "User fees at district clinics not to rise",
        ),
        (
            "The chairman, Ian Moss, yesterday told the board that he would publish it by 1 May, and that he would go.",
            "The chairman, Ian Moss (he)",
            "publish it",
        ),
        ("The letter to residents says that compensation will be paid by 1 May.", "Town Council", "compensation paid"),
        (
            "After the Mayor has signed the order, parking will be free in the centre from 1 May.",
            "Town Council",
            "parking free in the centre",
        ),
        (
            "We have asked Hallam Engineering to review the network. They will report to our board within six weeks.",
            "Hallam Engineering (They)",
            "report to our board",
        ),
        (
            "Actions:\n- Mr Patel to obtain three quotes by the next meeting",
            "Mr Patel",
            "obtain three quotes by the next meeting",
        ),
    ],
)
def test_no_clause_paper_or_half_of_a_thing_promises(extracted: Extracted, text: str, name: str, deed: str) -> None:
    found = extracted(text, "Town Council").commitments[0]
    assert (found.promisor.name, found.deed) == (name, deed)


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("The council will open a “garden for all”.", 'open a "garden for all"'),
        ("The mayor said that the council “will open a garden for all”.", "open a garden for all"),
        ("The council will open a “garden for all by 1 May 2027”, he said.", 'open a "garden for all"'),
        ("The council will open a “garden for all by 1 May 2027.", "open a garden for all"),
        ("The council will open a “garden for all” in Vik.", 'open a "garden for all" in Vik'),
    ],
)
def test_a_quotation_in_a_deed_is_opened_and_closed(extracted: Extracted, text: str, deed: str) -> None:
    assert [one.deed for one in extracted(text, "Town Council").commitments] == [deed]


@pytest.mark.parametrize(
    "whom",
    [
        "shareholders of record at the close of business on 21 November 2026",
        "those who own the stock on 21 November 2026",
        "members on the register as of 21 November 2026",
    ],
)
def test_the_day_that_tells_to_whom_it_goes_is_no_deadline(extracted: Extracted, whom: str) -> None:
    (found,) = extracted(f"Velmara Bank will pay a dividend of 5 cents on 12 December 2026 to {whom}.").commitments
    assert found.deadline is not None
    assert found.deadline.words == "on 12 December 2026"


def test_what_is_ruled_out_is_not_promised(extracted: Extracted) -> None:
    (found,) = extracted("The Town Council ruled out further closures until 2029.").commitments
    assert found.deed == "rule out further closures"


def test_by_when_somebody_is_registered_is_a_deadline(extracted: Extracted) -> None:
    (found,) = extracted("Every landlord will be registered by 3 May 2027.").commitments
    assert found.deadline is not None
    assert found.deadline.words == "by 3 May 2027"
