"""The watch list, and what visits found."""

from dataclasses import replace
from datetime import UTC, datetime

from tracker.core.watch import Visit, Watched
from tracker.reports.watch import report_visits, report_watched

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
ONE = Watched("https://works.example/news.xml", 1, "Works", "Ada", NOW, visited_at=NOW, failures=2, problem="gone")


def shown(report):
    (section,) = report.sections
    return [
        {column.name: cell.shown for column, cell in zip(section.body.columns, row, strict=True)}
        for row in section.body.rows
    ]


def test_the_list_tells_visits_and_problems():
    report = report_watched([ONE, Watched("https://works.example/b", 2)], UTC)
    first, second = shown(report)
    assert report.title == "2 watched pages"
    assert (first["visited_at"], first["next_at"], first["problem"]) == ("2026-03-10 12:00", "", "gone")
    assert (second["number"], second["visited_at"], second["added_at"]) == ("2", "", "")


def test_the_address_of_a_row_stands_in_it_once():
    url = "https://works.example/news.xml"
    failed = replace(ONE, url=f"{url}?key=1", problem=f"{url}: the server answers 404 (not found)")
    (listed,) = shown(report_watched([failed], UTC))
    notes = (f"{url}: is gone", "https://works.example/7: is gone")
    (visited,) = shown(report_visits([Visit(failed, problems=(failed.problem,), notes=notes)]))
    assert listed["problem"] == "the server answers 404 (not found)"
    assert visited["problems"] == "the server answers 404 (not found); is gone; https://works.example/7: is gone"


def test_visits_tell_what_is_new_and_what_could_not_be_used():
    report = report_visits([Visit(ONE, 2, 3), Visit(ONE, 1, 0, ("no date", "too large"))])
    assert report.title == "3 new announcements"
    assert [row["problems"] for row in shown(report)] == ["", "no date; too large"]
    assert report.sections[0].hint == "3 to be decided on: `tracker review`."
    assert report_visits([]).sections[0].hint == ""
