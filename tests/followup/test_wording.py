"""One alert in plain words."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tracker.core.alert import StageKind
from tracker.core.deadline import Sense
from tracker.core.occurrence import Amendment, Occurrence
from tracker.core.status import Status
from tracker.followup.wording import tell

NOW = datetime(2025, 10, 20, 7, tzinfo=UTC)
DAY_OF_DEED = {"settled_at": NOW, "settled_by": "Ada"}


def amendment(old=date(2025, 9, 30), new=date(2025, 10, 17), source="https://gazette.example/9", reason="rain"):
    return Amendment(120, old, new, source, reason, "Ada", NOW)


def test_an_overdue_one_is_told_whole(item):
    told = tell(item(owner="Ben"))
    assert told.headline == (
        "12 · Ministry of Health: set up a joint committee — 3 days overdue (due Friday 17 October 2025)"
    )
    assert told.quote == "A joint committee will be set up within the next 30 days."
    assert told.reason == "30 days counted from the announcement"
    assert told.source == "Port Elsin Gazette, “Elsin health memorandum”, Wednesday 17 September 2025"
    assert (told.url, told.owner, told.moved, told.occasion) == ("https://gazette.example/4", "Ben", "", "")
    assert told.answers[:2] == ("tracker show 12", "tracker fulfil 12 --on DAY --evidence URL")


@pytest.mark.parametrize(
    ("fields", "timing"),
    [
        ({"today": date(2025, 10, 17)}, "due today"),
        ({"today": date(2025, 10, 10)}, "due in 7 days"),
        ({"kind": StageKind.OPENS, "opens": date(2025, 10, 1), "today": date(2025, 10, 1)},
         "its window opened on Wednesday 1 October 2025, due in 16 days"),
        ({"kind": StageKind.STRICT, "strict_due": date(2025, 10, 1), "today": date(2025, 10, 1)},
         "due on the strict reading on Wednesday 1 October 2025, due in 16 days"),
        ({"kind": StageKind.STRICT, "today": date(2025, 10, 16)}, "due in 1 day"),
        ({"kind": StageKind.OPENS, "today": date(2025, 10, 16)}, "due in 1 day"),
        ({"kind": StageKind.KEPT, "sense": Sense.KEEP}, "was it kept?"),
        ({"kind": StageKind.DUE_CHANGED, "today": date(2025, 10, 2)}, "due in 15 days"),
    ],
)  # fmt: skip
def test_where_it_stands_is_told_in_that_days_words(item, fields, timing):
    assert tell(item(**fields)).timing == timing


@pytest.mark.parametrize(
    ("fields", "due"),
    [
        ({"sense": Sense.KEEP}, "to be kept until Friday 17 October 2025"),
        ({"due": None}, "no due date: “within the next 30 days”"),
        ({"due": None, "read": False}, "no due date"),
    ],
)
def test_the_due_date_is_told_or_that_there_is_none(item, fields, due):
    assert tell(item(**fields)).due == due


def test_what_was_not_read_has_no_reason(item):
    assert tell(item(read=False)).reason == ""


@pytest.mark.parametrize(
    ("fields", "timing"),
    [
        ({"status": Status.FULFILLED, "done_on": date(2025, 10, 19), **DAY_OF_DEED},
         "fulfilled on Sunday 19 October 2025, 2 days late"),
        ({"status": Status.FULFILLED, "done_on": date(2025, 10, 1), **DAY_OF_DEED},
         "fulfilled on Wednesday 1 October 2025, on time"),
        ({"status": Status.SUPERSEDED, "superseded_by": 14, **DAY_OF_DEED}, "superseded by commitment 14"),
        ({"status": Status.OPEN}, "open"),
    ],
)  # fmt: skip
def test_a_verdict_is_told_in_the_place_of_the_timing(item, fields, timing):
    assert tell(item(StageKind.STATUS_CHANGED, 0, **fields)).timing == timing


def test_what_is_settled_needs_no_answer(item):
    settled = item(StageKind.STATUS_CHANGED, 0, status=Status.WITHDRAWN, **DAY_OF_DEED)
    assert tell(settled).answers == ("tracker show 12",)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (amendment(), ("from Tuesday 30 September 2025 to Friday 17 October 2025, 17 days later; "
                      "announced at https://gazette.example/9; rain")),
        (amendment(old=date(2025, 10, 18), source="", reason=""),
         "from Saturday 18 October 2025 to Friday 17 October 2025, 1 day earlier"),
        (amendment(old=None, source="", reason=""), "from no due date to Friday 17 October 2025"),
    ],
)  # fmt: skip
def test_a_move_is_told_from_where_to_where(item, change, told):
    words = tell(item(StageKind.DUE_CHANGED, 0, date(2025, 10, 2), amendment=change))
    assert (words.moved, words.timing) == (told, "moved, now due in 15 days")


def test_a_reminder_says_that_it_is_one(item):
    assert tell(item(StageKind.REMINDER, 0)).occasion == "you asked to be reminded today"
    assert tell(item(StageKind.AGAIN, 0)).occasion.startswith("said now")


def test_one_of_several_occurrences_is_named_by_its_place(item):
    told = tell(item(others=(Occurrence(12, 2, id=121),)))
    assert (told.number, told.answers[0]) == ("12.1", "tracker show 12.1")


def test_whoever_is_not_known_is_unknown_and_a_source_may_be_a_day_only(item):
    one = item(who="")
    bare = replace(one.announcement.announcement, title="", publisher="")
    told = tell(replace(one, announcement=replace(one.announcement, announcement=bare)))
    assert (told.who, told.source) == ("unknown", "Wednesday 17 September 2025")
