"""The reason that a report gives, in its own words."""

import pytest

from tracker.followup.english.reasons import reason_in


@pytest.mark.parametrize(
    ("quote", "reason"),
    [
        (
            "The tender will be launched on 15 February, the Ministry said, because the drawings are\n not complete.",
            "because the drawings are not complete",
        ),
        ("It will not open before May, the council said, blaming a burst pipe.", "blaming a burst pipe"),
        ("Owing to the frost, the council said, it opens in May.", "Owing to the frost"),
        ("It opens in May due to a lack of staff, and the pool in June.", "due to a lack of staff"),
        ("The pool, due to be opened in May, opens in June.", ""),
        ("It was moved to May, not because of the frost.", ""),
        ("It was moved to May.", ""),
    ],
)
def test_a_reason_is_told_in_the_words_of_the_report(quote, reason):
    assert reason_in(quote) == reason
