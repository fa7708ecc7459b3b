"""The retry table."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.core.outbox import Outcome, Verdict
from tracker.followup.retry import FEW, JITTER, LONGEST, WAITS, next_attempt_at

AT = datetime(2026, 1, 31, 12, tzinfo=UTC)
RETRY = Outcome(Verdict.RETRY, "503")


@pytest.mark.parametrize("attempts", range(1, len(WAITS)))
@given(uuid=st.uuids().map(str))
def test_each_wait_is_the_tables_give_or_take_a_tenth_and_always_the_same(attempts, uuid):
    at = next_attempt_at(uuid, attempts, RETRY, AT)
    assert at == next_attempt_at(uuid, attempts, RETRY, AT)
    assert abs((at - AT) / WAITS[attempts] - 1) <= JITTER + 1e-6


def test_after_the_last_attempt_there_is_none():
    assert next_attempt_at("u", len(WAITS) - 1, RETRY, AT) is not None
    assert next_attempt_at("u", len(WAITS), RETRY, AT) is None


def test_what_will_hardly_be_taken_is_tried_a_few_times():
    few = Outcome(Verdict.FEW, "404")
    assert [next_attempt_at("u", made, few, AT) is None for made in (1, FEW - 1, FEW)] == [False, False, True]


@pytest.mark.parametrize("verdict", [Verdict.SENT, Verdict.GONE])
def test_what_was_taken_or_is_wanted_no_more_is_not_tried_again(verdict):
    assert next_attempt_at("u", 1, Outcome(verdict, ""), AT) is None


@pytest.mark.parametrize(
    ("wish", "wait"),
    [(timedelta(hours=1), timedelta(hours=1)), (timedelta(days=9), LONGEST)],
)
def test_the_receivers_wish_holds_where_it_is_longer_but_no_longer_than_a_day(wish, wait):
    assert next_attempt_at("u", 1, Outcome(Verdict.RETRY, "429", wish), AT) == AT + wait


def test_a_shorter_wish_changes_nothing():
    wished = Outcome(Verdict.RETRY, "429", timedelta(seconds=-5))
    assert next_attempt_at("u", 2, wished, AT) == next_attempt_at("u", 2, RETRY, AT)


def test_two_messages_do_not_come_back_at_the_same_moment():
    assert next_attempt_at("u", 3, RETRY, AT) != next_attempt_at("v", 3, RETRY, AT)
