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
