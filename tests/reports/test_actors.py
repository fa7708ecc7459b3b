"""A promisor's record: each occurrence counted once, under the word for what became of it."""

from datetime import UTC, date, datetime

import pytest

from tracker.core.deadline import Sense
from tracker.core.status import Status
from tracker.reports.actors import Actor, report_actor, report_actors

TODAY = date(2025, 12, 1)
SETTLED = {"settled_at": datetime(2025, 11, 1, tzinfo=UTC), "settled_by": "Ada"}
ON_TIME, LATE = date(2025, 10, 10), date(2025, 11, 1)


@pytest.mark.parametrize(
    ("fields", "word"),
    [
        ({"status": Status.FULFILLED, "done_on": ON_TIME, **SETTLED}, "on_time"),
        ({"status": Status.FULFILLED, "done_on": LATE, **SETTLED}, "late"),
        ({"status": Status.FULFILLED, "done_on": LATE, "due": None, "read": False, **SETTLED}, "kept"),
        ({"status": Status.FULFILLED, "done_on": LATE, "sense": Sense.KEEP, **SETTLED}, "kept"),
        ({"status": Status.PARTLY_FULFILLED, **SETTLED}, "partly"),
        ({"status": Status.NOT_FULFILLED, **SETTLED}, "not_done"),
        ({"status": Status.WITHDRAWN, **SETTLED}, "other"),
        ({"status": Status.IN_PROGRESS}, "overdue"),
        ({"due": date(2025, 12, 31)}, "open"),
    ],
)
def test_an_occurrence_is_counted_once(standing, values_of, fields, word):
    actor = Actor("The council", (), (standing(TODAY, **fields),))
    (row,) = values_of(report_actors([actor], TODAY).sections[0].body)
    counted = {name for name, number in row.items() if number == 1} - {"promised"}
    assert (row["promised"], counted) == (1, {word})


def test_one_promisor_is_shown_with_its_names_and_all_it_promised(standing, values_of, shown_of):
    actor = Actor("", ("EC", "Elsin"), (standing(TODAY), standing(TODAY, 2, first_due=date(2025, 10, 1))))
    report = report_actor(actor, TODAY)
    record, promised = report.sections
    assert report.title == "unknown"
    assert shown_of(record.body)["aliases"] == "EC, Elsin"
    assert (values_of(record.body)["promised"], values_of(record.body)["moved"]) == (2, 1)
    assert [one["id"] for one in values_of(promised.body)] == [1, 2]
