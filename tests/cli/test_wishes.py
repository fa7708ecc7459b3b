"""Acknowledged, snoozed, silenced, followed up otherwise: as a person types it."""

import pytest

HOOK = """
[policies.urgent]
ladder = [-20, 0]
[channels.hook]
kind = "command"
run = ["/bin/sh", "-c", "cat >> {inbox}; exit {code}"]
[people]
maria = "maria@x.example"
[[routes]]
channel = "hook"
filter = "-text~fishing"
[channels.mail]
kind = "email"
host = "127.0.0.1"
from = "tracker@x.example"
to = ["desk@x.example"]
[[routes]]
channel = "mail"
filter = "owner:ben"
to = ["owner"]
"""


@pytest.fixture
def routed(config, tmp_path):
    """The configuration with a channel, a route and a policy; gives the file in which what is sent arrives."""
    inbox = tmp_path / "inbox"
    config.write_text(config.read_text(encoding="utf-8") + HOOK.format(inbox=inbox, code=0), encoding="utf-8")
    return inbox


def alerts_of(tracker, number):
    return tracker("show", number, "--json").document["alerts"]


def test_show_and_log_tell_what_is_wished(tracker, tracked, set_day):
    assert alerts_of(tracker, tracked)["next_stage_on"] == "2025-10-10"
    assert "nothing is said before 2025-10-04" in tracker("snooze", tracked, "+14d", "--why", "holidays").out
    assert "a reminder on 2025-10-05" in tracker("remind", tracked, "2025-10-05").out
    set_day("2025-10-04")
    assert [one["stage"] for one in tracker("check", "--json").document["said"]] == ["again"]
    assert "no repeats while it is upcoming" in tracker("ack", tracked, "--until", "+1d", "--why", "asked").out
    told = alerts_of(tracker, tracked)
    assert (told["acknowledged_by"], told["acknowledged_until"], told["reminders"]) == (
        "Ada",
        "2025-10-05",
        ["2025-10-05"],
    )
    assert "(asked)" in tracker("show", tracked).out
    log = tracker("log", tracked).out
    for words in ("nothing before 2025-10-04: holidays", "a reminder on 2025-10-05", "no repeats while it is upcoming"):
        assert words in log
    assert "no reminder on 2025-10-05" in tracker("remind", tracked, "2025-10-05", "--off").out
    tracker("undo")
    assert alerts_of(tracker, tracked)["reminders"] == ["2025-10-05"]
    assert "there is no reminder on" in tracker("remind", tracked, "2025-12-05", "--off", code=5).err


def test_a_silence_is_added_listed_and_ended(tracker, tracked, set_day):
    assert (
        "silence 1 holds from 2025-09-20 until 2026-01-01"
        in tracker("silence", "add", "text~health", "-never", "--until", "2026-01-01", "--why", "recess").out
    )
    set_day("2025-10-17")
    assert "(silenced)" in tracker("check").out
    assert alerts_of(tracker, tracked)["silenced_until"] == "2026-01-01"
    (listed,) = tracker("silence", "list", "--json").document["silences"]
    assert (listed["filter"], listed["holds"], listed["by"]) == ("text~health -never", True, "Ada")
    assert "silence 1 is over" in tracker("silence", "end", 1).out
    assert tracker("silence", "list", "--json").document["silences"] == []
    assert len(tracker("silence", "list", "--all", "--json").document["silences"]) == 1
    assert [one["stage"] for one in tracker("check", "--json").document["said"]] == ["again"]
    added = tracker("silence", "add", "+x", "--until", "+1d", "--json").document["silences"][0]["silence"]
    assert tracker("silence", "end", added, "--json").document["silences"][0]["holds"] is False
    assert "needs a filter" in tracker("silence", "add", "", "--until", "+1d", code=2).err


@pytest.mark.usefixtures("routed")
def test_a_check_says_whom_it_plans_to_tell(tracker, tracked, set_day):
    set_day("2025-10-17")
    seen = tracker("check", "--dry-run")
    assert "1 delivery would be planned" in seen.out
    (made,) = tracker("check", "--json").document["deliveries"]
    assert (made["channel"], made["recipient"], made["count"]) == ("hook", "hook", 1)
    assert tracker("check", "--json").document["deliveries"] == []
    tracker("owner", tracked, "Ben")
    set_day("2025-10-18")
    assert "No address for Ben" in tracker("check").out


@pytest.mark.usefixtures("routed")
def test_a_policy_is_given_and_taken_away(tracker, tracked):
    assert "followed up by the policy urgent" in tracker("policy", tracked, "urgent").out
    assert alerts_of(tracker, tracked)["policy"] == "urgent"
    assert alerts_of(tracker, tracked)["next_stage_on"] == "2025-10-17"
    assert "has no policy of its own" in tracker("policy", tracked, "--none").out
    assert "did you mean urgent" in tracker("policy", tracked, "urgnt", code=2).err
    assert "Give a policy's name, or --none" in tracker("policy", tracked, code=2).err


def test_a_series_is_ended(tracker):
    tracker("add", "The committee will publish a report every month.", "--announced-on", "2025-09-19")
    assert "falls due no later than 2025-12-31" in tracker("end", 1, "--on", "2025-12-31").out
    assert alerts_of(tracker, 1)["series_ends_on"] == "2025-12-31"


def test_a_check_that_sends_delivers_what_it_planned(tracker, tracked, set_day, routed):
    set_day("2025-10-17")
    assert tracked
    assert "1 message sent" in tracker("check", "--send").out
    assert "health committee" in routed.read_text(encoding="utf-8")
    document = tracker("check", "--send", "--json").document
    assert document["deliveries"] == []
    assert "give one of them" in tracker("check", "--send", "--dry-run", code=2).err


def test_a_check_that_cannot_send_says_so_and_has_planned_all_the_same(tracker, tracked, set_day, config, tmp_path):
    text = config.read_text(encoding="utf-8")
    config.write_text(text + HOOK.format(inbox=tmp_path / "inbox", code=75), encoding="utf-8")
    set_day("2025-10-17")
    assert tracked
    failed = tracker("check", "--send", "--json", code=7)
    assert len(failed.document["deliveries"]) == 1
    assert failed.err.count("\n") == 1
