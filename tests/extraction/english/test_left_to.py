"""A further deed that is left to somebody else, and what only looks like one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.core.commitment import Extraction

    Extracted = Callable[..., Extraction]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The state will transfer roads to Vik by May 2027 and the police to local control by June 2027.",
            [("The state", "transfer roads to Vik"), ("The state", "transfer the police to local control")],
        ),
        (
            "Norda undertakes to dredge it by May 2027, and Veland to replace the buoys by June 2027.",
            [("Norda", "dredge it"), ("Veland", "replace the buoys")],
        ),
        (
            "The council will mend the road by May 2027, and the town to pave the lane by June 2027.",
            [("The council", "mend the road"), ("The council", "the town to pave the lane")],
        ),
        (
            "No money this year; Finance to look for a donor and come back in the autumn.",
            [("Finance", "this year"), ("Finance", "look for a donor and come back")],
        ),
    ],
)
def test_a_deed_is_left_to_who_is_to_do_it_and_to_no_other(
    extracted: Extracted, text: str, told: list[tuple[str, str]]
) -> None:
    assert [(one.promisor.name, one.deed) for one in extracted(text).commitments] == told
