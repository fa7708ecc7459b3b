"""Who says it is no part of a deed; a relative clause about what it is done to is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.core.commitment import Extraction

    Extracted = Callable[..., Extraction]


@pytest.mark.parametrize(
    "deed",
    [
        "send inspectors to schools, hospitals the auditor noted, and prisons",
        "send inspectors to schools, hospitals noted, and prisons",
        "send inspectors to Vik, Berga, which the auditor noted, and Ostra",
        "treat patients, whom the ministry declared eligible",
        "pay the workers, many of whom a court ruled were underpaid",
        "publish all the emails, including those the mayor wrote",
    ],
)
def test_a_relative_clause_stays_with_its_deed(extracted: Extracted, deed: str) -> None:
    assert [one.deed for one in extracted(f"The ministry will {deed} by May 2027.").commitments] == [deed]
    assert [one.deed for one in extracted(f"By May 2027 Norda will {deed}.").commitments] == [deed]


@pytest.mark.parametrize(
    ("behind", "deed"),
    [
        ("the mayor said, and the pier", "mend the hall, and the pier"),
        ("the mayor said, and pave the lane", "mend the hall, and pave the lane"),
        ("the mayor said, and the clerk agreed", "mend the hall"),
        ("the mayor said, and the clerk took it down", "mend the hall"),
        ("on Monday the mayor said", "mend the hall"),
        ("the mayor of the town said", "mend the hall"),
        ("Norda, whose board met, said", "mend the hall"),
        ("Jo Vale, who leads the team, said", "mend the hall"),
    ],
)
def test_who_says_it_is_left_out_and_what_is_joined_behind_it_kept(
    extracted: Extracted, behind: str, deed: str
) -> None:
    (found,) = extracted(f"By May 2027 the council will mend the hall, {behind}.").commitments
    assert found.deed == deed


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("The library, the council told residents, will open on 3 May 2027.", "The library to open"),
        (
            "The new terminal, airport chiefs told passengers on Tuesday, will open on 3 May 2027.",
            "The new terminal to open",
        ),
        ("The bridge, the mayor told reporters, will reopen on 3 May 2027.", "The bridge to reopen"),
        ("The bridge, the mayor said, will reopen on 3 May 2027.", "The bridge to reopen"),
        ("Norda, the council told residents, will mend the pier by May 2027.", "mend the pier"),
        ("On Friday, the mayor told reporters the bridge will reopen on 3 May 2027.", "the bridge to reopen"),
    ],
)
def test_a_deed_is_of_the_thing_and_not_of_those_who_are_told(extracted: Extracted, text: str, deed: str) -> None:
    assert [one.deed for one in extracted(text).commitments] == [deed]
