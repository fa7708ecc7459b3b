"""A channel is tried out with a message that tells of nothing."""

import pytest

from tracker.errors import ConfigError, UnknownNameError, UsageError
from tracker.followup.rules import FollowupRules
from tracker.services.deliver import Sender


def test_a_test_is_sent_at_once_and_logged(sender, receiver, rows):
    assert sender.send_test("hook").sent == 1
    assert "You asked for a test of the channel hook" in receiver.taken[0][2]
    assert [(row["kind"], row["state"]) for row in rows("message")] == [("test", "sent")]
    assert len(rows("attempt")) == 1


def test_a_test_goes_to_whom_it_is_told(sender, rows):
    assert sender.send_test("hook", ("a@elsin.example", "b@elsin.example")).sent == 2
    assert [row["recipient"] for row in rows("message")] == ["a@elsin.example", "b@elsin.example"]


def test_a_test_that_fails_says_so_and_is_not_tried_again(sender, receiver, rows):
    receiver.answers["/"] = (503, {})
    done = sender.send_test("hook")
    assert (done.sent, done.failed, done.troubles[0].detail, done.troubles[0].next_attempt_at) == (0, 1, "503", None)
    assert rows("message")[0]["state"] == "withdrawn"
    assert sender.next_due() is None


def test_a_test_to_an_address_that_is_none_says_so(sender, channels):
    channels["hook"].refused.add("nobody")
    assert "nobody is no address" in sender.send_test("hook", ("nobody",)).troubles[0].detail


def test_a_test_needs_a_channel_and_somebody_to_go_to(sender, channels, store, clock):
    with pytest.raises(UnknownNameError, match="did you mean hook"):
        sender.send_test("hok")
    channels["hook"].recipients = ()
    with pytest.raises(UsageError, match="no recipients of its own"):
        sender.send_test("hook")
    with pytest.raises(ConfigError, match="no channel is configured"):
        Sender(store, {}, FollowupRules(), clock).send_test("hook")
    assert Sender(store, {}, FollowupRules(), clock).send_due().sent == 0
