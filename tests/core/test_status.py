"""What may become of an occurrence, and what saying so takes."""

import pytest

from tracker.core.status import UNSETTLED, Status, can_become

SETTLED = [status for status in Status if status not in UNSETTLED]


@pytest.mark.parametrize("old", sorted(UNSETTLED))
def test_an_unsettled_one_may_become_anything_else(old):
    assert {new for new in Status if can_become(old, new)} == set(Status) - {old}


@pytest.mark.parametrize("old", SETTLED)
def test_a_settled_one_may_only_be_reopened(old):
    assert [new for new in Status if can_become(old, new)] == [Status.OPEN]


def test_every_verdict_but_fulfilled_needs_a_reason():
    assert {status for status in Status if status.needs_reason} == set(SETTLED) - {Status.FULFILLED}


def test_the_three_verdicts_on_fulfilment_need_evidence():
    assert {status.value for status in Status if status.needs_evidence} == {
        "fulfilled",
        "partly_fulfilled",
        "not_fulfilled",
    }
