"""The story."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from tracker.core.record import ChangeSet
from tracker.reports.history import report_history

AT = datetime(2026, 3, 1, 22, 30, tzinfo=UTC)
TODAY = date(2026, 3, 2)


def test_each_change_is_a_row_on_the_clock_of_the_zone(values_of, shown_of):
    undo = ChangeSet(9, "undo", "took back change 8", "maria", AT, undoes=8, commitments=(3,))
    report = report_history([undo], TODAY, timezone(timedelta(hours=5)))
    body = report.sections[0].body
    assert values_of(body) == [
        {
            "change": 9,
            "at": AT,
            "by": "maria",
            "action": "undo",
            "commitments": (3,),
            "summary": "took back change 8",
            "undoes": 8,
        }
    ]
    assert shown_of(body)[0]["at"] == "2026-03-02 03:30"


@pytest.mark.parametrize(
    ("numbers", "shown"),
    [((), ""), ((4,), "4"), ((8, 1, 2, 3), "1–3, 8"), ((1, 3, 5), "1, 3, 5"), ((1, 3, 5, 7, 8), "1, 3, 5 …")],
)
def test_many_commitments_are_shown_as_ranges(shown_of, numbers, shown):
    change_set = ChangeSet(9, "ingest", "", "maria", AT, commitments=numbers)
    assert shown_of(report_history([change_set], TODAY, UTC).sections[0].body)[0]["commitments"] == shown
