"""The outbox, one message and one turn of sending, told."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tracker.core.outbox import (
    Attempt,
    Message,
    MessageKind,
    MessageState,
    Outcome,
    SwitchedOff,
    Told,
    Verdict,
)
from tracker.core.sent import Sent, Trouble
from tracker.reports.outbox import report_message, report_outbox, report_sent, tell_trouble
from tracker.reports.snapshot import MessageSnapshot, OutboxSnapshot

TODAY = date(2026, 1, 31)
NOW = datetime(2026, 1, 31, 12, tzinfo=UTC)
WAITS = Message("u-7", "mail", "desk@elsin.example", MessageKind.DIGEST, "2 overdue", "the body", NOW, NOW, id=7)
DEAD = replace(WAITS, id=6, state=MessageState.DEAD, ended_at=NOW, attempts=10)


def test_messages_are_listed_with_what_is_in_none(section_of, shown_of, values_of):
    snapshot = OutboxSnapshot(
        (WAITS, DEAD),
        {MessageState.PENDING: 1, MessageState.DEAD: 1200},
        {"mail": 3},
        (SwitchedOff("hook", "hook", "410 Gone", NOW),),
    )
    report = report_outbox(snapshot, TODAY, UTC)
    rows = shown_of(section_of(report, "messages").body)
    assert [(row["message"], row["state"], row["next_attempt_at"]) for row in rows] == [
        ("7", "pending", "2026-01-31 12:00"),
        ("6", "dead", ""),
    ]
    assert shown_of(section_of(report, "counts").body) == {
        "pending": "1", "sent": "", "dead": "1,200", "withdrawn": "",
    }  # fmt: skip
    assert values_of(section_of(report, "planned").body) == [{"channel": "mail", "planned": 3}]
    assert shown_of(section_of(report, "switched_off").body)[0]["reason"] == "410 Gone"
    assert section_of(report, "switched_off").hint == "On again: tracker alerts retry --all"


def test_an_empty_outbox_says_so(section_of):
    report = report_outbox(OutboxSnapshot(), TODAY, UTC)
    assert (section_of(report, "messages").empty, section_of(report, "switched_off").hint) == ("No message.", "")


def test_a_list_that_was_cut_says_so(section_of):
    report = report_outbox(OutboxSnapshot((WAITS,), has_more=True), TODAY, UTC)
    assert section_of(report, "messages").hint == "There are older ones: --limit shows more."


@pytest.mark.parametrize(("message", "next_try"), [(WAITS, "2026-01-31 12:00"), (DEAD, "")])
def test_a_message_is_told_with_its_attempts(section_of, shown_of, values_of, message, next_try):
    attempts = (
        Attempt(7, NOW, NOW, Outcome(Verdict.RETRY, "451 later"), NOW + timedelta(minutes=5)),
        Attempt(7, NOW, NOW, Outcome(Verdict.SENT, "250 taken")),
    )
    report = report_message(MessageSnapshot(message, attempts, (Told(12, "past+7", 31),)), TODAY, UTC)
    assert shown_of(section_of(report, "message").body)["next_attempt_at"] == next_try
    assert values_of(section_of(report, "message").body)["body"] == "the body"
    rows = shown_of(section_of(report, "attempts").body)
    assert [(row["attempt"], row["verdict"], row["detail"]) for row in rows] == [
        ("1", "retry", "451 later"),
        ("2", "sent", "250 taken"),
    ]
    assert values_of(section_of(report, "told").body) == [{"commitment": 12, "stage": "past+7", "alert": 31}]


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        (Sent(), "Nothing is due."),
        (Sent(quiet_until=NOW), "Nothing is sent before 2026-01-31 12:00: it is quiet."),
        (Sent(sent=1, withdrawn=1), "1 message sent. 1 delivery no longer held."),
        (Sent(failed=2, dead=1, withdrawn=3), "2 failed. 1 given up. 3 deliveries no longer held."),
    ],
)
def test_a_turn_of_sending_is_told_in_a_line(section_of, shown_of, sent, words):
    told = shown_of(section_of(report_sent(sent, TODAY, UTC), "sent").body)
    assert " ".join(word for word in told.values() if word) == words


@pytest.mark.parametrize(
    ("trouble", "line"),
    [
        (Trouble("mail", "", "no host"), "mail: no host"),
        (
            Trouble("mail", "a@x.example", "503", 7, next_attempt_at=NOW),
            "mail to a@x.example: 503: message 7 is tried again at 2026-01-31 12:00",
        ),
        (
            Trouble("mail", "a@x.example", "550", 7, is_dead=True),
            "mail to a@x.example: 550: given up; `tracker alerts retry 7` sends it again",
        ),
    ],
)
def test_what_went_wrong_is_a_line_each(section_of, values_of, trouble, line):
    assert tell_trouble(trouble, UTC) == line
    (row,) = values_of(section_of(report_sent(Sent(troubles=(trouble,)), TODAY, UTC), "troubles").body)
    assert row["detail"] == trouble.detail
