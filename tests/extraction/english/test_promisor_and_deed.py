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
