"""Status and timing in a sentence."""

from datetime import UTC, date, datetime, timedelta

import pytest

from tracker.core.deadline import Sense
from tracker.core.status import Review, Status
from tracker.reports.standing import tell_standing

DUE = date(2025, 10, 17)
AT = datetime(2025, 10, 20, 9, 5, tzinfo=UTC)


def test_an_unsettled_one_says_its_status_and_its_timing(standing):
    assert tell_standing(standing(DUE + timedelta(days=3)), UTC) == "Open: 3 days overdue."
    assert tell_standing(standing(DUE, status=Status.IN_PROGRESS), UTC) == "In progress: due today."


def test_what_is_kept_says_how_long_it_is_to_be_held(standing):
    day_before = standing(DUE - timedelta(days=1), sense=Sense.KEEP)
    assert tell_standing(day_before, UTC) == "Open: to be held for 1 day more."
    assert tell_standing(standing(DUE, sense=Sense.KEEP), UTC) == "Open: to be held until today."
    assert tell_standing(standing(DUE + timedelta(days=1), sense=Sense.KEEP), UTC) == "Open: was it kept?"


def test_an_undated_one_says_when_it_is_looked_at(standing):
    later = DUE + timedelta(days=1)
    assert tell_standing(standing(DUE, due=None, review_on=later), UTC) == (
        "Open: undated, to be looked at on 2025-10-18."
    )
    assert tell_standing(standing(DUE, due=None), UTC) == "Open: undated."


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"status": Status.FULFILLED, "done_on": DUE}, "Fulfilled on 2025-10-17, on time."),
        (
            {"status": Status.PARTLY_FULFILLED, "done_on": DUE + timedelta(days=2), "settled_by": "maria"},
            "Partly fulfilled on 2025-10-19, 2 days late, says maria.",
        ),
        (
            {"status": Status.WITHDRAWN, "settled_by": "maria", "settled_at": AT, "reason": "the site was sold."},
            "Withdrawn, says maria (2025-10-20 09:05). The site was sold.",
        ),
        ({"status": Status.SUPERSEDED, "superseded_by": 14}, "Superseded by commitment 14."),
    ],
)
def test_a_settled_one_says_who_settled_it_and_why(standing, fields, told):
    assert tell_standing(standing(DUE, **fields), UTC) == told


def test_a_proposed_one_asks_for_a_decision(standing):
    assert tell_standing(standing(DUE, 12, review=Review.PROPOSED), UTC) == (
        "Proposed: decide on it with tracker review 12."
    )


def test_a_dismissed_one_says_who_dismissed_it_and_why(standing):
    dismissed = {"reviewed_by": "maria", "dismissed_for": "praise"}
    assert tell_standing(standing(DUE, review=Review.DISMISSED, stored=dismissed), UTC) == (
        "Dismissed by maria: praise."
    )
    assert tell_standing(standing(DUE, review=Review.DISMISSED), UTC) == "Dismissed."
