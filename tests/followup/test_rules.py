"""What the settings of following up come to: which policy holds, and when they count as changed."""

from datetime import UTC, time
from zoneinfo import ZoneInfo

import pytest

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
        FollowupRules(quiet=Quiet(time(22), time(7))),
        FollowupRules(zone=ZoneInfo("Asia/Karachi")),
    ],
)
def test_settings_that_differ_have_another_fingerprint(changed):
    assert changed.fingerprint != FollowupRules().fingerprint


def test_the_same_settings_have_the_same_fingerprint():
    assert FollowupRules().fingerprint == FollowupRules(Policies(), zone=UTC).fingerprint
