"""What became of an alert between planning and composing."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tracker.core.alert import Alert, StageKind
from tracker.core.outbox import Withdrawal
from tracker.core.status import Review, Status
from tracker.followup.holding import Circumstances, why_withdrawn

TODAY = date(2025, 10, 20)
SETTLED = {"status": Status.WITHDRAWN, "settled_at": datetime(2025, 10, 19, tzinfo=UTC)}


@pytest.fixture
def why(item):
    """Why an alert of arming 0 is withdrawn."""

    def why(kind=StageKind.PAST, review=Review.TRACKED, seen=None, **fields):
        standing = item(kind, **fields).standing
        alert = Alert(12, 120, 0, kind.value, TODAY, TODAY)
        commitment = replace(standing.commitment, review=review)
        return why_withdrawn(alert, commitment, standing.occurrence, seen or Circumstances(), TODAY)

    return why


def test_what_stands_as_it_stood_still_holds(why):
    assert why() is None


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (SETTLED, Withdrawal.SETTLED),
        ({"arming": 1}, Withdrawal.MOVED),
        ({"review": Review.DISMISSED}, Withdrawal.DISMISSED),
        ({"seen": Circumstances(is_erased=True), "review": Review.DISMISSED}, Withdrawal.PURGED),
        ({"seen": Circumstances(snoozed_until=date(2025, 10, 21))}, Withdrawal.SNOOZED),
        ({"seen": Circumstances(silence=3)}, Withdrawal.SILENCED),
        ({"seen": Circumstances(is_undone=True)}, Withdrawal.UNDONE),
        ({"seen": Circumstances(is_overtaken=True)}, Withdrawal.OVERTAKEN),
        ({"seen": Circumstances(is_overtaken=True, silence=3)}, Withdrawal.SILENCED),
    ],
)
def test_what_stands_otherwise_is_withdrawn_for_its_reason(why, given, reason):
    assert why(**given) is reason


def test_a_snooze_holds_back_no_more_on_its_last_day(why):
    assert why(seen=Circumstances(snoozed_until=TODAY)) is None


@pytest.mark.parametrize("kind", [StageKind.DUE_CHANGED, StageKind.STATUS_CHANGED])
def test_what_tells_of_a_change_holds_although_it_stands_otherwise(why, kind):
    snoozed = Circumstances(snoozed_until=date(2025, 10, 21))
    assert why(kind, arming=2, seen=snoozed, **SETTLED) is None
    assert why(kind, seen=Circumstances(silence=1)) is Withdrawal.SILENCED
