"""Words of what has happened name the latest such day."""

from datetime import date

import pytest

from tracker.deadlines import read_deadline

TODAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("words", "ahead", "back"),
    [
        ("3 Nov", date(2027, 11, 3), date(2026, 11, 3)),
        ("3 December", date(2026, 12, 3), date(2025, 12, 3)),
        ("26 November", TODAY, TODAY),
        ("3 Nov 2024", date(2024, 11, 3), date(2024, 11, 3)),
    ],
)
def test_what_is_past_is_looked_for_on_or_before_the_day(words, ahead, back):
    assert read_deadline(words, TODAY).due == ahead
    assert read_deadline(words, TODAY, is_backward=True).due == back
