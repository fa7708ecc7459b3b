from __future__ import annotations

from datetime import date

import pytest

from tracker.deadlines import find_deadlines
from tracker.extraction.english.events import find_events

WEDNESDAY = date(2025, 3, 5)


@pytest.mark.parametrize(
    ("text", "signed_on"),
    [
        ("The charter was signed today.", WEDNESDAY),
        ("The two sides today signed a charter.", WEDNESDAY),
        ("The charter was signed on 1 March 2025 in Berga.", date(2025, 3, 1)),
        ("The charter, signed on Tuesday, has nine articles.", date(2025, 3, 4)),
        ("The charter was signed on Wednesday.", WEDNESDAY),
        ("The charter was signed on 1 March 2025, and another signed on 3 March 2025.", date(2025, 3, 1)),
    ],
)
def test_the_day_of_a_signing_is_read(text: str, signed_on: date) -> None:
    events = find_events(text, WEDNESDAY, lambda piece: find_deadlines(piece, WEDNESDAY))
    assert events["signing"].on == events["signature"].on == signed_on


@pytest.mark.parametrize("text", ["The charter was signed in ink.", "It will be signed on 3 May 2025."])
def test_a_signing_without_a_past_day_is_no_event(text: str) -> None:
    assert "signing" not in find_events(text, WEDNESDAY, lambda piece: find_deadlines(piece, WEDNESDAY))


def test_the_document_s_own_day_is_known() -> None:
    assert find_events("", WEDNESDAY, lambda _: ())["this order"].on == WEDNESDAY
