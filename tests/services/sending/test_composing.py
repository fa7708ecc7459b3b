"""What is planned becomes messages: grouped, frozen, and without what no longer holds."""

import json
import tracemalloc
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from tracker.core.outbox import MessageKind, Outcome
from tracker.core.outbox import Verdict as Answer
from tracker.core.status import Status
from tracker.core.wish import WishKind
from tracker.followup.route import Route
from tracker.followup.rules import FollowupRules
from tracker.services.amend import Move, move
from tracker.services.deliver import Sender
from tracker.services.reference import Reference
from tracker.services.settle import Verdict, settle
from tracker.store import wish_tables

NOW = datetime.fromisoformat("2025-10-20T08:00:00+00:00")
TODAY = date(2025, 10, 20)
LATER = Move(date(2025, 11, 1), "https://x.example", "rain")


def bodies(receiver):
    return [json.loads(body) for _, _, body in receiver.taken]


def test_what_is_due_for_a_recipient_goes_as_one_digest(sender, commit, plan, receiver, rows):
    plan([*commit(3), *commit(1, due=TODAY)])
    done = sender.send_due()
    assert (done.sent, done.failed, done.troubles) == (1, 0, ())
    (body,) = bodies(receiver)
    assert (body["summary"], len(body["items"])) == ("3 overdue, 1 due today", 4)
    assert body["besides"] == [["3 overdue in all", "tracker overdue"]]
    assert {delivery["message"] for delivery in rows("delivery")} == {1}
    (message,) = rows("message")
    assert (message["state"], message["attempts"], message["lease"]) == ("sent", 1, "")
    assert [attempt["verdict"] for attempt in rows("attempt")] == ["sent"]


def test_each_recipient_gets_a_digest_of_its_own(sender, commit, plan, receiver):
    pairs = commit(2)
    plan(pairs, recipient="a@elsin.example")
    plan(commit(1), recipient="b@elsin.example")
    assert sender.send_due().sent == 2
    assert sorted(len(body["items"]) for body in bodies(receiver)) == [1, 2]


def test_single_ones_go_ahead_of_the_digest(sender, commit, plan, receiver, rows):
    plan(commit(2))
    plan(commit(1), is_single=True)
    assert sender.send_due().sent == 3 - 1
    assert [row["kind"] for row in rows("message")] == ["single", "digest"]
    assert bodies(receiver)[0]["summary"].endswith("3 days overdue (due Friday 17 October 2025)")


def test_a_channel_that_does_not_group_gets_a_message_for_each(sender, channels, commit, plan, receiver):
    channels["hook"].is_grouping = False
    plan(commit(120))
    assert sender.send_due().sent == 120
    assert len(set(receiver.ids)) == 120


def test_what_was_past_due_before_it_was_tracked_is_one_line(sender, channels, commit, plan, receiver):
    channels["hook"].is_grouping = False
    plan(commit(30), stage="backfill")
    plan(commit(1))
    assert sender.send_due().sent == 2
    (backfill,) = [body for body in bodies(receiver) if not body["items"]]
    assert backfill["summary"] == "30 past due before being tracked"
    assert backfill["besides"][0] == ["30 commitments were past due before being tracked", "tracker overdue"]


def test_what_is_to_wait_waits(sender, commit, plan, clock):
    plan(commit(), send_after=NOW + timedelta(hours=2))
    assert sender.send_due().sent == 0
    assert sender.next_due() == NOW + timedelta(hours=2)
    clock.turn(hours=2)
    assert sender.send_due().sent == 1
    assert sender.next_due() is None


def test_what_is_planned_for_a_channel_that_is_not_configured_stays_planned(sender, commit, plan, rows):
    plan(commit(), channel="former")
    assert sender.send_due().sent == 0
    assert sender.next_due() is None
    assert rows("delivery")[0]["message"] is None


def test_a_day_of_thousands_is_told_whole_in_messages_of_bounded_size(sender, channels, commit, plan, receiver):
    plan(commit(1100))
    plan(commit(600), stage="backfill")
    done = sender.send_due()
    assert done.sent == len(receiver.taken) == 3
    items = [item for body in bodies(receiver) for item in body["items"]]
    assert len({headline for headline, *_ in items}) == 1100
    assert sum("600 commitments were past due" in str(body["besides"]) for body in bodies(receiver)) == 1
    assert max(len(notice.items) for notice in channels["hook"].composed) == 500


def test_the_memory_that_it_takes_does_not_grow_with_the_day(store, channels, clock, commit, plan, monkeypatch):
    monkeypatch.setattr("tracker.services.composing.ITEMS_AT_MOST", 100)  # to measure memory is slow

    class Forgetful(type(channels["hook"])):
        def compose(self, notice):
            body = super().compose(notice)
            self.composed.clear()
            return body

        def send(self, *_):
            return Outcome(Answer.SENT, "")

    channels["hook"].__class__ = Forgetful
    sender = Sender(store, channels, FollowupRules(), clock, clock.wait)
    peaks = []
    for size in (100, 100, 800):
        plan(commit(size))
        tracemalloc.start()
        assert sender.send_due().sent == size // 100
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[2] < 3 * peaks[1]  # what grew with the day would be eightfold


class TestWhatNoLongerHolds:
    @pytest.fixture
    def pair(self, commit, plan):
        (pair,) = commit()
        plan([pair])
        return pair

    @pytest.fixture
    def withdrawn(self, sender, receiver, rows):
        """Send; nothing must go out. Gives the reason that is logged."""

        def withdrawn():
            done = sender.send_due()
            assert (done.sent, done.withdrawn, receiver.taken) == (0, 1, [])
            (delivery,) = rows("delivery")
            assert (delivery["withdrawn_at"], delivery["message"]) == (NOW, None)
            assert sender.send_due().withdrawn == 0
            return delivery["withdrawn_for"]

        return withdrawn

    def test_settled(self, execute, pair, withdrawn):
        settled = "UPDATE occurrence SET status = 'withdrawn', settled_at = :at, settled_by = 'Ada' WHERE id = :id"
        execute(settled, id=pair[1], at="2025-10-20T07:00:00.000000+00:00")
        assert withdrawn() == "settled"

    def test_moved(self, execute, pair, withdrawn):
        execute("UPDATE occurrence SET arming = 1 WHERE id = :id", id=pair[1])
        assert withdrawn() == "moved"

    def test_dismissed(self, execute, pair, withdrawn):
        execute("UPDATE commitment SET review = 'dismissed' WHERE number = :number", number=pair[0])
        assert withdrawn() == "dismissed"

    def test_snoozed(self, store, pair, withdrawn):
        wish(store, pair[1], WishKind.SNOOZE, TODAY + timedelta(days=5))
        assert withdrawn() == "snoozed"

    def test_silenced_and_looked_at_again_when_that_ends(self, store, pair, withdrawn, rows):
        silence(store, "harbour", TODAY + timedelta(days=5))
        assert withdrawn() == "silenced"
        assert rows("silenced") == [{"alert": 1, "silence": 1}]
        (occurrence,) = rows("occurrence")
        assert (occurrence["id"], occurrence["next_stage_on"]) == (pair[1], TODAY + timedelta(days=5))

    def test_a_snooze_that_is_over_and_a_silence_that_means_others_keep_nothing_back(self, store, pair, sender):
        wish(store, pair[1], WishKind.SNOOZE, TODAY)
        silence(store, "mountain", TODAY + timedelta(days=5))
        assert sender.send_due().sent == 1


def wish(store, occurrence, kind, day):
    made = {"reason": "", "made_by": "Ada", "made_at": NOW, "timing": None, "arming": 0}
    with store.working() as conn:
        conn.execute(wish_tables.wish.insert().values(occurrence=occurrence, kind=kind.value, day=day, **made))


def silence(store, words, ends_on):
    made = {"comment": "", "made_by": "Ada", "made_at": NOW, "version": 1}
    with store.working() as conn:
        conn.execute(wish_tables.silence.insert().values(filter=words, starts_on=TODAY, ends_on=ends_on, **made))


def test_what_tells_of_a_change_holds_although_it_is_settled_since(store, followup, on, sender, commit, plan, receiver):
    (pair,) = commit()
    move(store, followup, on("2025-10-20"), Reference(pair[0]), LATER)
    settle(store, followup, on("2025-10-20"), Reference(pair[0]), Verdict(Status.WITHDRAWN, reason="dropped"))
    plan([pair], stage="due_changed", arming=1)
    plan([pair], stage="status_changed", arming=1)
    assert sender.send_due().sent == 1
    (body,) = bodies(receiver)
    assert body["groups"] == ["moved", "settled"]
    assert body["items"][0][2].startswith("from Friday 17 October 2025 to Saturday 1 November 2025, 15 days later")


def test_two_moves_of_one_day_are_told_each_as_it_was(store, channels, clock, on, commit, receiver):
    (pair,) = commit()
    rules = FollowupRules(routes=(Route("hook"),))
    for minute, due in enumerate((LATER.due, date(2025, 12, 1))):
        later = replace(on("2025-10-20"), now=NOW.replace(minute=minute))
        move(store, rules, later, Reference(pair[0]), replace(LATER, due=due))
    clock.turn(hours=1)
    assert Sender(store, channels, rules, clock, clock.wait).send_due().sent == 1
    (body,) = bodies(receiver)
    assert [item[2].split(",")[0] for item in body["items"]] == [
        "from Friday 17 October 2025 to Saturday 1 November 2025",
        "from Saturday 1 November 2025 to Monday 1 December 2025",
    ]


@pytest.mark.parametrize("stage", ["status_changed", "due_changed"])
def test_what_tells_of_a_change_that_was_taken_back_is_withdrawn(sender, commit, plan, execute, rows, stage):
    (pair,) = commit()
    plan([pair], stage=stage)
    execute("UPDATE occurrence SET arming = 1 WHERE id = :id", id=pair[1])
    assert (sender.send_due().withdrawn, rows("delivery")[0]["withdrawn_for"]) == (1, "undone")


def test_the_good_ones_go_while_others_are_withdrawn(sender, commit, plan, execute, receiver):
    pairs = commit(3)
    plan(pairs)
    execute("UPDATE commitment SET review = 'dismissed' WHERE number = :number", number=pairs[0][0])
    done = sender.send_due()
    assert (done.sent, done.withdrawn, len(bodies(receiver)[0]["items"])) == (1, 1, 2)


@pytest.mark.parametrize("is_grouping", [True, False])
def test_of_several_stages_that_waited_together_the_latest_is_told_once(
    sender, channels, commit, plan, receiver, rows, is_grouping
):
    channels["hook"].is_grouping = is_grouping
    (pair,) = commit()
    plan([pair], stage="due", said_on=TODAY - timedelta(days=3), is_single=True)
    plan([pair], stage="past+1", said_on=TODAY - timedelta(days=2))
    plan([pair], stage="due", said_on=TODAY - timedelta(days=3), recipient="other")
    plan([pair], stage="due_changed")
    assert sender.send_due().withdrawn == 1
    stages = {row["id"]: row["stage"] for row in rows("alert")}
    told = {(stages[row["alert"]], row["recipient"]): row["withdrawn_for"] for row in rows("delivery")}
    assert told == {
        ("due", "hook"): "overtaken",
        ("past+1", "hook"): "",
        ("due", "other"): "",
        ("due_changed", "hook"): "",
    }
    assert sum(len(body["items"]) for body in bodies(receiver)) == 3


def test_a_recipient_that_cannot_be_reached_keeps_its_deliveries(sender, channels, commit, plan, rows):
    channels["hook"].refused.add("nobody")
    plan(commit(1), recipient="nobody")
    plan(commit(1))
    done = sender.send_due()
    assert (done.sent, [one.detail for one in done.troubles]) == (1, ["nobody is no address: correct it"])
    assert [delivery["message"] for delivery in rows("delivery")] == [None, 1]


def test_what_a_channel_cannot_put_into_words_holds_up_nobody(sender, channels, commit, plan):
    class Tripping(type(channels["hook"])):
        def compose(self, notice):
            if notice.recipient == "odd":
                raise ValueError("no words")
            return super().compose(notice)

    channels["hook"].__class__ = Tripping
    plan(commit(1), recipient="odd")
    plan(commit(1), recipient="plain")
    done = sender.send_due()
    assert (done.sent, len(done.troubles)) == (1, 1)
    assert "no words" in done.troubles[0].detail


def test_a_message_is_composed_once_and_frozen(sender, receiver, commit, plan, clock, rows):
    receiver.answers["/"] = (503, {})
    plan(commit())
    sender.send_due()
    receiver.answers.clear()
    clock.turn(minutes=1)
    plan(commit())
    assert sender.send_due().sent == 2
    (first, again, second) = receiver.taken
    assert first == again
    assert second[1] != first[1]
    assert [row["kind"] for row in rows("message")] == [MessageKind.DIGEST.value] * 2
