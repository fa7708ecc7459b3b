"""`tracker alerts`: what was sent and what waits, with a program of the user's own as the receiver."""

import json
import subprocess
import sys
from datetime import timedelta

import pytest
import sqlalchemy as sa

from tracker.store.engine import make_engine, parse_url

PLAN = """INSERT INTO delivery (alert, channel, recipient, is_single, send_after, planned_at, withdrawn_for)
SELECT id, :channel, :recipient, false, :at, :at, '' FROM alert"""
AT = "2025-09-20T00:00:00.000000+00:00"


@pytest.fixture
def execute(database_url):
    """Run one SQL statement on the configured database."""

    def execute(statement, **values):
        engine = make_engine(parse_url(database_url))
        try:
            with engine.begin() as connection:
                connection.execute(sa.text(statement), values)
        finally:
            engine.dispose()

    return execute


@pytest.fixture
def inbox(tmp_path, config):
    """A file in which what is sent arrives; the receiver answers with what is written into `answer` beside it."""
    path = tmp_path / "inbox"
    script = tmp_path / "take.sh"
    script.write_text(f"cat >> {path}; . {tmp_path}/answer\n", encoding="utf-8")
    (tmp_path / "answer").write_text("exit 0", encoding="utf-8")
    with config.open("a", encoding="utf-8") as settings:
        settings.write(
            f'[channels.desk]\nkind = "command"\nrun = ["/bin/sh", "{script}"]\ntimeout = 1\ndigest = true\n'
        )
    return path


@pytest.fixture
def answer(tmp_path):
    """Say how the receiver answers, in shell."""
    return lambda line: (tmp_path / "answer").write_text(line, encoding="utf-8")


@pytest.fixture
def planned(tracker, tracked, set_day, inbox):  # noqa: ARG001 - the check needs something tracked
    """One alert is planned for the desk; the day is that of its check."""
    set_day("2025-10-20")
    tracker("check")
    return inbox


def test_what_is_due_is_sent_once(tracker, planned):
    assert "1 message sent." in tracker("alerts", "send").out
    assert "A joint health committee" in planned.read_text(encoding="utf-8")
    assert "Nothing is due." in tracker("alerts", "send").out
    assert tracker("alerts", "send", "--json").document["sent"]["is_idle"] is True


def test_a_failure_is_one_line_and_exit_code_7(tracker, planned, answer):  # noqa: ARG001 - something is planned
    answer("echo cannot today >&2; exit 75")
    failed = tracker("alerts", "send", code=7)
    assert "1 failed." in failed.out
    (line,) = failed.err.splitlines()
    assert line.startswith("tracker: desk to desk: ")
    assert "message 1 is tried again at 2025-10-20 12:00" in line
    listed = tracker("alerts", "list", "--state", "pending", "--json").document
    assert [(one["message"], one["attempts"]) for one in listed["messages"]] == [(1, 1)]


def test_what_is_given_up_is_named_everywhere_and_sent_again_on_request(tracker, planned, answer, execute):
    answer("exit 1")
    for _ in range(3):
        execute("UPDATE message SET next_attempt_at = :at", at=AT)
        ended = tracker("alerts", "send", code=7)
    assert "given up; `tracker alerts retry 1` sends it again" in ended.err
    assert "1 overdue" in tracker("alerts", "dead").out
    assert "1 message could not be delivered: tracker alerts dead" in tracker().out
    assert "1 message could not be delivered" in tracker("doctor", code=1).out
    answer("exit 0")
    assert tracker("alerts", "retry", "1").out == "message 1 will be tried again: tracker alerts send\n"
    assert "1 message sent." in tracker("alerts", "send").out
    documents = planned.read_text(encoding="utf-8").replace("}{", "}\n{").splitlines()
    assert len(set(documents)) == 1
    shown = tracker("alerts", "show", "1", "--json").document
    assert [one["verdict"] for one in shown["attempts"]] == ["few", "few", "few", "sent"]


def test_a_message_is_shown_with_its_body(tracker, planned):  # noqa: ARG001 - something is planned
    tracker("alerts", "send")
    assert "1 overdue" in tracker("alerts", "show", "1").out
    assert json.loads(tracker("alerts", "show", "1", "--body").out)
    assert "no message 9" in tracker("alerts", "show", "9", code=5).err


def test_a_test_is_sent_to_a_configured_channel_only(tracker, inbox):
    assert "1 message sent." in tracker("alerts", "test", "desk").out
    assert inbox.read_text(encoding="utf-8")
    assert "did you mean desk?" in tracker("alerts", "test", "dek", code=2).err
    assert "'elsewhere' is no recipient" in tracker("alerts", "test", "desk", "--to", "elsewhere", code=7).err


def test_sending_without_a_channel_does_nothing_and_one_that_is_unknown_is_an_error(tracker):
    assert "Nothing is due." in tracker("alerts", "send").out
    assert "no channel is configured" in tracker("alerts", "send", "--channel", "desk", code=3).err


def test_a_channel_that_is_wrong_in_the_settings_holds_up_no_other(tracker, planned, config, execute):
    with config.open("a", encoding="utf-8") as settings:
        settings.write('[channels.odd]\nkind = "carrier pigeon"\n')
    execute(PLAN, channel="odd", recipient="odd", at=AT)
    failed = tracker("alerts", "send", code=7)
    assert "1 message sent." in failed.out
    assert "carrier pigeon" in failed.err
    assert planned.exists()


def test_what_no_configured_channel_can_send_is_named_by_the_doctor(tracker, planned, execute):  # noqa: ARG001 - something is planned
    execute(PLAN, channel="former", recipient="former", at=AT)
    assert "1 for the channel former, which is not configured" in tracker("doctor").out
    assert "former" in tracker("alerts", "list").out


@pytest.mark.parametrize("words", [["retry"], ["retry", "1", "--all"], ["retry", "1", "--channel", "desk"], ["drop"]])
def test_what_is_to_be_tried_again_must_be_said(tracker, words):
    assert tracker("alerts", *words, code=2).err.count("\n") == 1


def test_all_that_was_given_up_is_tried_again_or_dropped(tracker, planned, answer, execute):  # noqa: ARG001 - something is planned
    assert tracker("alerts", "retry", "--all").out == "no message was given up\n"
    answer("exit 75")
    tracker("alerts", "send", code=7)
    execute("UPDATE message SET state = 'dead', ended_at = :at", at=AT)
    assert "message 1 will be tried again" in tracker("alerts", "retry", "--all", "--channel", "desk").out
    assert tracker("alerts", "drop", "1").out == "message 1 withdrawn\n"
    assert "was withdrawn" in tracker("alerts", "retry", "1", code=2).err


def run_program(config):
    return subprocess.run(
        [sys.executable, "-m", "tracker", "--config", str(config), "alerts", "send"], capture_output=True, check=False
    )


def test_a_sender_killed_between_send_and_record_repeats_the_same_to_the_byte(config, planned, answer, execute):
    answer("kill -9 $PPID")
    assert run_program(config).returncode == -9
    answer("exit 0")
    assert b"Nothing is due." in run_program(config).stdout  # its lease still holds
    execute(f"UPDATE message SET leased_until = {past(config)}")
    assert b"1 message sent." in run_program(config).stdout
    first, second = planned.read_text(encoding="utf-8").replace("}{", "}\n{").splitlines()
    assert first == second


def past(config):
    is_sqlite = "sqlite" in config.read_text(encoding="utf-8")
    return f"'{AT}'" if is_sqlite else f"now() - interval '{timedelta(hours=1).total_seconds():.0f} seconds'"


def test_a_sender_that_is_told_to_end_finishes_what_it_is_at_and_leaves_nothing_leased(
    tracker, config, planned, answer, execute
):
    execute("UPDATE delivery SET is_single = true")
    execute(
        "INSERT INTO alert (commitment, occurrence, arming, stage, stage_on, said_on) "
        "SELECT commitment, occurrence, arming, 'due_changed', stage_on, said_on FROM alert"
    )
    execute(PLAN.replace("false", "true") + " WHERE stage = 'due_changed'", channel="desk", recipient="desk", at=AT)
    answer("kill -TERM $PPID; sleep 0.5; exit 0")
    ended = run_program(config)
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert b"1 message sent." in ended.stdout
    listed = tracker("alerts", "list", "--json").document["messages"]
    assert [one["state"] for one in listed] == ["pending", "sent"]
    assert "There are older ones" in tracker("alerts", "list", "--limit", "1").out
    assert "There are older ones" not in tracker("alerts", "list", "--limit", "2").out
    assert tracker("alerts", "show", "2", "--json").document["message"]["leased_until"] is None
    assert planned.exists()
