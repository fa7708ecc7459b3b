"""What the settings of following up come to: which policy holds, and which of them changed."""

import os
import subprocess
import sys
from datetime import date

import pytest

from tracker.core.commitment import Band, Commitment, Promisor, PromisorSource
from tracker.core.deadline import Span
from tracker.core.record import StoredCommitment
from tracker.core.status import Review
from tracker.followup.policy import Policies, Policy
from tracker.followup.rules import FollowupRules


@pytest.mark.parametrize(
    ("now", "changed"),
    [
        (Policies(), set()),
        (Policies(Policy(review_after=30)), {""}),
        (Policies(Policy(ladder=(0,))), {""}),
        (Policies(named={"urgent": Policy()}), {"urgent"}),
    ],
)
def test_which_policies_changed_is_known_by_their_fingerprints(now, changed):
    before = Policies()
    assert now.changed_since(before.fingerprints) == changed
    assert before.changed_since(now.fingerprints) == changed


def test_a_fingerprint_is_the_same_in_every_process():
    program = (
        "from tracker.followup.policy import Policies, Policy;"
        "print(Policies(named={name: Policy() for name in {'one', 'two', 'three'}}).fingerprints)"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", program], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(seen) == 1


def test_a_channel_that_knows_no_recipients_is_told_by_its_name():
    assert FollowupRules().recipients("hook") == ("hook",)


@pytest.mark.parametrize(
    ("policy", "tags", "review_after"),
    [("", set(), 90), ("", {"slow", "urgent", "x"}, 180), ("urgent", {"slow"}, 10), ("gone", {"x"}, 90)],
)
def test_the_policy_given_goes_before_the_tags_and_these_before_the_general_one(policy, tags, review_after):
    found = Commitment("s", Span(0, 1), Promisor("p", PromisorSource.SUBJECT), "d", Band.COMMITMENT, 1.0)
    one = StoredCommitment(1, "u", 1, date(2025, 9, 17), found, Review.TRACKED, tags=frozenset(tags), policy=policy)
    policies = Policies(named={"urgent": Policy(review_after=10), "slow": Policy(review_after=180)})
    assert policies.of(one).review_after == review_after
