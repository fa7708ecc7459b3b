"""What is not taken is tried again by the table, then given up, then sent again where somebody says so."""

import itertools
from datetime import datetime, time, timedelta

import pytest

from tracker.core.outbox import MessageState
from tracker.core.sent import Sent
from tracker.errors import NotFoundError, UsageError
from tracker.followup.quiet import Quiet
from tracker.followup.retry import JITTER, WAITS
from tracker.followup.rules import FollowupRules
from tracker.services.deliver import Sender
from tracker.services.outbox import drop, look, one_message, retry, retry_dead

NOW = datetime.fromisoformat("2025-10-20T08:00:00+00:00")
DOWN = (503, {})


def run_until_quiet(sender, clock):
    """Send whenever something is due, however far that is; gives the instants of the turns."""
    turns = []
    while (due := sender.next_due()) is not None:
        clock.at = max(clock.at, due)
        turns.append(clock.at)
        sender.send_due()
    return turns


def test_the_whole_schedule_then_dead_then_one_more_attempt_with_the_same_id(
    store, sender, receiver, commit, plan, clock, rows
):
    receiver.answers["/"] = DOWN
    plan(commit())
    turns = run_until_quiet(sender, clock)
    waits = [later - earlier for earlier, later in itertools.pairwise(turns)]
    assert len(turns) == len(WAITS) == 10
    for wait, wanted in zip(waits, WAITS[1:], strict=True):
        assert abs(wait / wanted - 1) <= JITTER + 1e-6
    (message,) = rows("message")
    assert (message["state"], message["attempts"], message["ended_at"]) == ("dead", 10, turns[-1])
    receiver.answers.clear()
    retry(store, [1], clock())
    assert sender.send_due().sent == 1
    assert len(set(receiver.taken)) == 1
    assert len(receiver.taken) == len(rows("attempt")) == 11


def test_a_redriven_message_has_a_fresh_schedule(store, sender, receiver, commit, plan, clock, rows):
    receiver.answers["/"] = DOWN
    plan(commit())
    run_until_quiet(sender, clock)
    assert [message.id for message in retry_dead(store, clock())] == [1]
    assert len(run_until_quiet(sender, clock)) == 10
    assert len(rows("attempt")) == 20


def test_the_receivers_wish_is_kept(sender, receiver, commit, plan, rows):
    receiver.answers["/"] = (429, {"retry-after": "3600"})
    plan(commit())
    assert sender.send_due().failed == 1
    assert rows("message")[0]["next_attempt_at"] == NOW + timedelta(hours=1)
    assert sender.next_due() == NOW + timedelta(hours=1)


def test_what_will_hardly_be_taken_is_tried_three_times(sender, receiver, commit, plan, clock, rows):
    receiver.answers["/"] = (404, {})
    plan(commit())
    assert len(run_until_quiet(sender, clock)) == 3
    assert rows("message")[0]["state"] == "dead"


def test_who_wants_nothing_any_more_is_switched_off_until_revived(store, sender, receiver, commit, plan, rows):
    receiver.answers["/"] = (410, {})
    plan(commit())
    done = sender.send_due()
    assert (done.dead, done.failed, done.troubles[0].is_dead) == (1, 0, True)
    assert [(row["channel"], row["recipient"], row["reason"]) for row in rows("switched_off")] == [
        ("hook", "hook", "410")
    ]
    plan(commit())
    assert (sender.send_due().sent, sender.next_due(), len(receiver.taken)) == (0, None, 1)
    receiver.answers.clear()
    retry(store, [1], NOW)
    assert rows("switched_off") == []
    assert sender.send_due().sent == 2


def test_all_that_was_given_up_can_be_sent_again_and_switches_everybody_on(
    store, sender, channels, receiver, post, commit, plan, rows
):
    channels["other"] = post("/other")
    receiver.answers |= {"/": (410, {}), "/other": (410, {})}
    plan(commit())
    plan(commit(), channel="other")
    assert sender.send_due().dead == 2
    receiver.answers.clear()
    assert [message.channel for message in retry_dead(store, NOW, "other")] == ["other"]
    assert [row["channel"] for row in rows("switched_off")] == ["hook"]
    assert sender.send_due().sent == 1


def test_what_waits_can_be_tried_at_once(store, sender, receiver, commit, plan):
    receiver.answers["/"] = (429, {"retry-after": "3600"})
    plan(commit())
    sender.send_due()
    receiver.answers.clear()
    retry(store, [1], NOW)
    assert sender.send_due().sent == 1


def test_what_was_sent_is_not_sent_again(store, sender, commit, plan):
    plan(commit())
    sender.send_due()
    with pytest.raises(UsageError, match="message 1 was sent"):
        retry(store, [1], NOW)
    with pytest.raises(NotFoundError, match="no message 7"):
        retry(store, [7], NOW)


def test_what_was_given_up_can_be_dropped(store, sender, receiver, commit, plan):
    receiver.answers["/"] = (410, {})
    plan(commit())
    sender.send_due()
    drop(store, [1], NOW)
    assert look(store).counts == {MessageState.WITHDRAWN: 1}
    with pytest.raises(UsageError, match="message 1 was withdrawn"):
        retry(store, [1], NOW)


def test_a_message_is_shown_with_its_attempts_and_what_it_tells_of(store, sender, receiver, commit, plan, clock):
    receiver.answers["/"] = DOWN
    (pair,) = commit()
    plan([pair])
    sender.send_due()
    receiver.answers.clear()
    clock.turn(seconds=6)
    sender.send_due()
    shown = one_message(store, 1)
    assert [attempt.outcome.detail for attempt in shown.attempts] == ["503", "200"]
    assert shown.attempts[0].next_attempt_at is not None
    assert [(told.commitment, told.stage) for told in shown.told] == [(pair[0], "past+1")]
    assert "dredge" in shown.message.body


def test_the_outbox_is_looked_at_by_state_and_channel(store, sender, channels, post, receiver, commit, plan):
    channels["other"] = post("/other")
    receiver.answers["/other"] = (410, {})
    plan(commit())
    plan(commit(), channel="other")
    plan(commit(), send_after=NOW + timedelta(days=1))
    sender.send_due()
    seen = look(store, MessageState.DEAD)
    assert [(message.channel, message.body) for message in seen.messages] == [("other", "")]
    assert seen.counts == {MessageState.SENT: 1, MessageState.DEAD: 1}
    assert seen.planned == {"hook": 1}
    assert [off.channel for off in seen.off] == ["other"]
    assert [message.channel for message in look(store, channel="hook").messages] == ["hook"]
    assert len(look(store, limit=1).messages) == 1


def test_one_endpoint_down_for_days_leaves_the_others_delay_as_it_is(
    sender, channels, post, receiver, commit, plan, clock, rows
):
    channels["dead"] = post("/dead")
    receiver.answers["/dead"] = DOWN
    for _ in range(5):
        plan(commit(3), channel="dead", send_after=clock())
        plan(commit(3), send_after=clock())
        while sender.next_due() is not None and sender.next_due() <= clock():
            sender.send_due()
        clock.turn(days=1)
    tried = {row["id"]: row["channel"] for row in rows("message")}
    taken = [row for row in rows("attempt") if tried[row["message"]] == "hook"]
    composed = {row["id"]: row["composed_at"] for row in rows("message")}
    assert len(taken) == 5
    assert all(row["ended_at"] == composed[row["message"]] for row in taken)
    assert sum(channel == "dead" for channel in tried.values()) == 5


def test_in_quiet_hours_nothing_is_sent_not_even_what_failed_before(store, channels, receiver, clock, commit, plan):
    rules = FollowupRules(quiet=Quiet(time(22), time(7)))
    sender = Sender(store, channels, rules, clock, clock.wait)
    receiver.answers["/"] = (503, {})
    clock.at = clock.at.replace(hour=21, minute=59, second=58)
    plan(commit())
    assert sender.send_due().failed == 1
    plan(commit())
    receiver.answers.clear()
    clock.turn(minutes=10)
    morning = clock.at.replace(hour=7, minute=0, second=0) + timedelta(days=1)
    assert sender.next_due() == morning
    assert sender.send_due() == Sent(quiet_until=morning)
    clock.at = morning
    assert sender.next_due() < morning
    assert sender.send_due().sent == 2
