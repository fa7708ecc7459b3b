"""The list."""

from datetime import date

from tracker.core.deadline import DeadlineKind
from tracker.reports.commitments import report_commitments

TODAY = date(2025, 11, 20)


def test_a_row_tells_machines_all_of_an_occurrence(standing, values_of):
    one = standing(TODAY, stored={"owner": "maria", "tags": frozenset({"roads", "library"})})
    report = report_commitments([one], TODAY)
    assert values_of(report.sections[0].body) == [
        {
            "id": 1,
            "due": date(2025, 10, 17),
            "timing": "long_overdue",
            "days": -34,
            "status": "open",
            "promisor": "The council",
            "deed": "open a library",
            "owner": "maria",
            "tags": ("library", "roads"),
            "uuid": "uuid-1",
            "occurrence": 1,
            "review": "tracked",
            "kind": "dated",
            "sense": "achieve",
            "words": "within the next 30 days",
            "first_due": date(2025, 10, 17),
            "slippage": 0,
            "opens": None,
            "strict_due": None,
            "review_on": None,
            "done_on": None,
            "sentence": "The council will open a library within the next 30 days.",
            "promisor_source": "subject",
            "band": "commitment",
            "score": 0.9,
            "announcement": 4,
            "announced_on": date(2025, 9, 17),
        }
    ]


def test_a_commitment_without_words_of_time_is_open(standing, values_of):
    row = values_of(report_commitments([standing(TODAY, read=False, due=None)], TODAY).sections[0].body)[0]
    assert (row["words"], row["kind"], row["due"], row["days"]) == (None, DeadlineKind.OPEN.value, None, None)


def test_the_order_is_kept_and_counted(standing, values_of):
    report = report_commitments([standing(TODAY, 3), standing(TODAY, 1)], TODAY)
    assert [row["id"] for row in values_of(report.sections[0].body)] == [3, 1]
    assert report.sections[0].heading == "2 commitments"
    assert report.today == TODAY


def test_nothing_found_is_said():
    assert report_commitments([], TODAY).sections[0].empty == "No commitment matches."
