"""A proposed commitment as a reviewer sees it."""

from datetime import date

from tracker.core.status import Review
from tracker.reports.proposal import report_proposal


def test_the_quote_the_reading_and_the_doubt_are_told(commitment, values_of, shown_of):
    report = report_proposal(commitment(12, review=Review.PROPOSED), 2, 5)
    body = report.sections[0].body
    assert report.title == "2 of 5 · commitment 12"
    assert values_of(body)["due"] == date(2025, 10, 17)
    assert shown_of(body)["explanation"] == "30 days counted from the announcement"
    assert shown_of(body)["score"] == "0.90 (commitment; modal +2.0, deadline +1.5, body -0.5)"


def test_a_proposal_without_a_date_says_what_kind_it_is(commitment, shown_of):
    body = report_proposal(commitment(review=Review.PROPOSED, read=False, due=None), 1, 1).sections[0].body
    assert shown_of(body)["due"] == "none (open)"
