"""What was read from announcements."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tracker.core.announcement import Announcement, DateSource
from tracker.core.commitment import Extraction, Rejection
from tracker.core.deadline import Span
from tracker.core.match import Match, Matched
from tracker.core.occurrence import Evidence, EvidenceKind, EvidenceState, Stance
from tracker.core.record import Ingested, StoredAnnouncement
from tracker.core.status import Review
from tracker.reports.reading import (
    describe_extraction,
    describe_ingested,
    report_extraction,
    report_ingested,
    report_rejections,
    report_unstored,
)

ANNOUNCEMENT = Announcement(
    "text", date(2025, 9, 17), DateSource.TIME_TAG, "Library news", "Elsin", id="a-1", origin="news.txt"
)
AT = datetime(2025, 9, 18, tzinfo=UTC)
MATCHED = Matched(
    Evidence(10, EvidenceKind.ANNOUNCEMENT, "4", Stance.DONE, EvidenceState.PROPOSED, "tracker", AT),
    4,
    Match(1, Stance.DONE, "It was opened.", Span(0, 14), ("opened",), 0.9, None, None),
)
REJECTION = Rejection("It was a great day.", Span(0, 19), "praise", "praise, no promise", 0.2)


def ingested(*commitments, is_new=True, **fields):
    stored = StoredAnnouncement(4, ANNOUNCEMENT, AT)
    return Ingested(stored, is_new, commitments, **fields)


def test_what_was_stored_is_told_by_announcement(commitment, values_of):
    report = report_ingested([ingested(commitment(1), commitment(2, review=Review.PROPOSED))])
    section = report.sections[0]
    assert report.title == "1 announcement"
    assert section.heading == "4  Library news, announced on 2025-09-17 (date: a time tag of the page)"
    assert section.hint == "1 to be decided on: `tracker review`."
    assert [(row["id"], row["state"]) for row in values_of(section.body)] == [(1, "tracked"), (2, "proposed")]


@pytest.mark.parametrize(
    ("fields", "hint"),
    [
        ({}, ""),
        ({"is_new": False}, "This text was stored before; nothing changed."),
        ({"matched": (MATCHED,)}, "1 piece of evidence proposed: `tracker evidence list`."),
        ({"told_again": 1, "told_of": (31,)}, "1 left out, which tells again of commitment 31."),
        ({"told_again": 2, "told_of": (31, 40)}, "2 left out, which tell again of commitments 31, 40."),
        (
            {"known_again": 2},
            "2 left out, known already: dismissed, waiting for review, or in an earlier version.",
        ),
    ],
)
def test_what_was_known_before_is_said(commitment, fields, hint):
    assert report_ingested([ingested(commitment(), **fields)]).sections[0].hint == hint


def test_what_was_stored_before_still_says_what_waits_for_review(commitment):
    again = ingested(commitment(1, review=Review.PROPOSED), commitment(2), is_new=False)
    hint = report_ingested([again]).sections[0].hint
    assert hint == "This text was stored before; nothing changed. 1 to be decided on: `tracker review`."


def test_what_was_found_is_told_with_the_number_turned_down(commitment, values_of):
    found = (commitment().found, commitment(read=False, due=None).found)
    report = report_extraction(ANNOUNCEMENT, Extraction(found, (REJECTION,)))
    assert report.sections[0].hint == "1 candidate turned down: `tracker extract --rejected FILE` shows why."
    assert [(row["due"], row["words"]) for row in values_of(report.sections[0].body)] == [
        (date(2025, 10, 17), "within the next 30 days"),
        (None, None),
    ]
    assert report_extraction(ANNOUNCEMENT, Extraction((), ())).sections[0].hint == ""
    shown = report_extraction(ANNOUNCEMENT, Extraction(found, (REJECTION,)), with_rejections=True)
    assert shown.sections[0].hint == ""


def test_an_announcement_without_a_title_goes_by_where_it_was_read():
    def heading(**fields):
        announcement = Announcement("text", date(2025, 9, 17), **fields)
        return report_extraction(announcement, Extraction((), ())).sections[0].heading.partition(",")[0]

    assert [heading(origin="news.txt", id="a"), heading(id="a"), heading()] == ["news.txt", "a", "announcement"]


def test_a_dry_run_says_so_and_tells_each_announcement():
    empty = Extraction((), ())
    report = report_unstored([(ANNOUNCEMENT, empty), (ANNOUNCEMENT, empty)])
    assert report.title == "Nothing is stored: this is a dry run."
    assert len(report.sections) == 2


def test_rejections_name_their_guard_or_the_score(values_of):
    by_score = Rejection("Perhaps.", Span(0, 8), "", "too doubtful", 0.1)
    rows = values_of(report_rejections([REJECTION, by_score]).sections[0].body)
    assert [row["guard"] for row in rows] == ["praise", "score"]


def test_an_extraction_is_described_by_stable_names(commitment):
    found = (commitment().found, commitment(read=False, due=None).found)
    described = describe_extraction(ANNOUNCEMENT, Extraction(found, (REJECTION,)))
    assert (described["schema"], described["id"]) == ("tracker.extract/1", "a-1")
    assert described["commitments"][0]["features"][0] == {"name": "will", "weight": 2.0}
    assert described["commitments"][0]["deadline"] == {
        "words": "within the next 30 days",
        "kind": "dated",
        "due": date(2025, 10, 17),
        "opens": None,
        "strict_due": None,
        "rrule": None,
        "rules": ["within", "days"],
        "explanation": "30 days counted from the announcement",
    }
    assert described["commitments"][1]["deadline"] is None
    assert described["rejections"] == [
        {
            "sentence": "It was a great day.",
            "span": [0, 19],
            "guard": "praise",
            "reason": "praise, no promise",
            "score": 0.2,
        }
    ]


def test_what_was_stored_is_described_by_stable_names(commitment):
    described = describe_ingested([ingested(commitment(1))])
    assert described["schema"] == "tracker.ingest/1"
    announcement = described["announcements"][0]
    assert (announcement["number"], announcement["is_new"], announcement["known_again"]) == (4, True, 0)
    stored = announcement["commitments"][0]
    assert (stored["id"], stored["uuid"], stored["review"]) == (1, "uuid-1", "tracked")
    assert stored["deed"] == "open a library"


@pytest.mark.parametrize(
    ("numbers", "publisher", "is_told"), [([1], "", True), ([1], "Elsin Council", False), ([], "", False)]
)
def test_what_is_stored_without_a_publisher_says_how_to_name_it(commitment, numbers, publisher, is_told):
    stored = StoredAnnouncement(4, replace(ANNOUNCEMENT, publisher=publisher), AT)
    report = report_ingested([Ingested(stored, False, tuple(map(commitment, numbers)))])
    hint = "`tracker edit 1 --publisher NAME` says who published it."
    assert (hint in report.sections[0].hint) is is_told
