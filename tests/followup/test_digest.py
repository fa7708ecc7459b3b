"""What a whole message says."""

from datetime import UTC, date, datetime

import pytest

from tracker.core.alert import StageKind
from tracker.core.outbox import MessageKind
from tracker.core.status import Status
from tracker.followup.digest import GroupName, arranged, besides_of, group_of, groups_of, intro_of, summary_of
from tracker.followup.notice import Besides

EARLY = date(2025, 9, 20)
SETTLED = {"status": Status.WITHDRAWN, "settled_at": datetime(2025, 10, 19, tzinfo=UTC)}


@pytest.mark.parametrize(
    ("kind", "fields", "group"),
    [
        (StageKind.PAST, {}, GroupName.OVERDUE),
        (StageKind.PAST, {"today": date(2026, 3, 1)}, GroupName.OVERDUE),
        (StageKind.DUE, {"today": date(2025, 10, 17)}, GroupName.DUE_TODAY),
        (StageKind.AHEAD, {"today": date(2025, 10, 10)}, GroupName.DUE_SOON),
        (StageKind.AHEAD, {"today": EARLY}, GroupName.COMING_UP),
        (StageKind.REMINDER, {"today": EARLY}, GroupName.DUE_SOON),
        (StageKind.AGAIN, {"today": EARLY}, GroupName.DUE_SOON),
        (StageKind.AGAIN, {}, GroupName.OVERDUE),
        (StageKind.REVIEW, {"due": None, "review_on": EARLY}, GroupName.TO_ASK),
        (StageKind.REVIEW, {"due": None}, GroupName.TO_ASK),
        (StageKind.OPENS, {"opens": EARLY, "today": EARLY}, GroupName.ON_THE_WAY),
        (StageKind.STRICT, {"strict_due": EARLY, "today": EARLY}, GroupName.ON_THE_WAY),
        (StageKind.STRICT, {"strict_due": EARLY}, GroupName.OVERDUE),
        (StageKind.DUE_CHANGED, {}, GroupName.MOVED),
        (StageKind.STATUS_CHANGED, SETTLED, GroupName.SETTLED),
        (StageKind.STATUS_CHANGED, {}, GroupName.OVERDUE),
    ],
)
def test_each_alert_stands_in_its_group(item, kind, fields, group):
    assert group_of(item(kind, **fields)) is group


def test_groups_come_most_pressing_first_and_hold_every_item(item, notice):
    items = [
        item(StageKind.STATUS_CHANGED, number=1, **SETTLED),
        *(item(number=number, due=date(2025, 10, number % 7 + 1)) for number in range(2, 90)),
        item(StageKind.DUE, number=90, due=date(2025, 10, 20)),
        item(StageKind.REVIEW, number=91, due=None),
    ]
    groups = groups_of(notice(*arranged(items)))
    assert [group.name for group in groups] == ["overdue", "due_today", "to_ask", "settled"]
    assert sum(len(group.items) for group in groups) == len(items)
    due = [one.standing.occurrence.due for one in groups[0].items]
    assert due == sorted(due)


def test_the_summary_counts_each_group(item, notice):
    found = notice(item(), item(number=13), item(StageKind.DUE_CHANGED), backfilled=4)
    assert summary_of(found) == "2 overdue, 1 moved, 4 past due before being tracked"
    assert summary_of(notice()) == "nothing new"


def test_the_summary_of_a_single_alert_is_its_headline(item, notice):
    assert summary_of(notice(item(), kind=MessageKind.SINGLE)).startswith("12 · Ministry of Health: set up")


def test_a_quiet_note_says_when_the_last_check_ran(notice, checked):
    quiet = notice(kind=MessageKind.QUIET)
    assert summary_of(quiet) == "All quiet: nothing was new for a week"
    assert intro_of(quiet, UTC) == "Nothing was new for a week; no check ran."
    at = datetime(2025, 10, 20, 5, tzinfo=UTC)
    assert intro_of(checked(quiet, at), UTC) == ("Nothing was new for a week; the last check ran on 2025-10-20 05:00.")


def test_a_test_says_that_it_is_one_and_a_digest_needs_no_word_ahead(notice):
    test = notice(kind=MessageKind.TEST)
    assert "Test" in summary_of(test)
    assert "desk@elsin.example" in intro_of(test, UTC)
    assert intro_of(notice(), UTC) == ""


def test_what_is_counted_besides_leads_to_a_command():
    assert besides_of(Besides()) == ()
    told = besides_of(Besides(overdue=31, waiting=1, evidence_proposed=2, backfilled=1, silenced=5, dead=1))
    assert told == (
        ("1 commitment was past due before being tracked", "tracker overdue"),
        ("31 overdue in all", "tracker overdue"),
        ("1 proposal due within 7 days or past", "tracker review"),
        ("evidence proposed: 2", "tracker evidence list"),
        ("5 alerts were silenced today", "tracker silence list"),
        ("1 message was given up", "tracker alerts dead"),
    )
