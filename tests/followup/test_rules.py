"""What the settings of following up come to: which policy holds, and when they count as changed."""

import os
import subprocess
import sys
from datetime import UTC, date, time
from zoneinfo import ZoneInfo

import pytest

from tracker.core.alert import StageKind
from tracker.core.commitment import Band, Commitment, Promisor, PromisorSource
from tracker.core.deadline import Span
from tracker.core.record import StoredCommitment
from tracker.core.status import Review
from tracker.followup.policy import Policies, Policy
from tracker.followup.quiet import Quiet
from tracker.followup.route import Route
from tracker.followup.rules import FollowupRules


@pytest.mark.parametrize(
    "changed",
    [
        FollowupRules(Policies(Policy(review_after=30))),
        FollowupRules(Policies(Policy(ladder=(0,)))),
        FollowupRules(Policies(named={"urgent": Policy()})),
        FollowupRules(routes=(Route("mail"),)),
        FollowupRules(routes=(Route("mail", stages=frozenset({StageKind.DUE})),)),
        FollowupRules(people={"maria": "maria@x.example"}),
        FollowupRules(me="Ada"),
        FollowupRules(quiet=Quiet(time(22), time(7))),
        FollowupRules(zone=ZoneInfo("Asia/Karachi")),
    ],
)
def test_settings_that_differ_have_another_fingerprint(changed):
    assert changed.fingerprint != FollowupRules().fingerprint


def test_the_same_settings_have_the_same_fingerprint():
    assert FollowupRules().fingerprint == FollowupRules(Policies(), zone=UTC).fingerprint


def test_the_fingerprint_is_the_same_in_every_process():
    program = (
        "from tracker.core.alert import StageKind; from tracker.followup.rules import FollowupRules;"
        "from tracker.followup.route import Route;"
        "every = frozenset(StageKind); route = Route('mail', stages=every, immediate=every);"
        "print(FollowupRules(routes=(route,)).fingerprint)"
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
