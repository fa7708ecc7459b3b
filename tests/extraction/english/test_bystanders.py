"""Who is named in a sentence and has no hand in what it promises, and who only looks like a name there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.core.commitment import Extraction

    Extracted = Callable[..., Extraction]


@pytest.mark.parametrize(
    "text",
    [
        "If Parliament approves the bill, the levy will be abolished from 1 April.",
        "Since the bank withdrew its offer, the school roof will be repaired by the summer.",
        "As the bank withdrew its offer, the school roof will be repaired by the summer.",
        "Flooding that Storm Odo caused will be cleared from the high street by Sunday.",
        "The road closed by the police will reopen tomorrow morning.",
        "A statue of the poet, carved by Ola Brandt, will be unveiled on 3 May.",
        "A statue of the poet, which was carved by Ola Brandt, will be unveiled on 3 May.",
        "The exhibition closes on 20 December and the museum moves to its new home in May.",
        "The vote takes place on 3 December and the winner will be announced by the Returning Officer on 5 December.",
    ],
)
def test_a_bystander_is_not_taken_for_the_promisor(extracted: Extracted, text: str) -> None:
    assert extracted(text, "Town Council").commitments[0].promisor.name == "Town Council"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Under the treaty, which both presidents signed, a joint team is to be seated by 3 May.", "both presidents"),
        ("Signed on Monday by 31 mayors: a pledge to stop all untreated discharge by the end of 2030.", "31 mayors"),
    ],
)
def test_who_signs_a_thing_stands_behind_it(extracted: Extracted, text: str, name: str) -> None:
    assert extracted(text, "Town Council").commitments[0].promisor.name == name
