"""Checks: an alert is said once, its key is what tells; a run is noted by its local day."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from tracker.core.alert import Alert
from tracker.followup.plan import Known
from tracker.store import checks, commitments, history
from tracker.store.known import known_of


def alert(make, commitment, **changes):
    fields = {
        "commitment": commitment.number,
        "occurrence": commitment.current.id,
        "arming": 0,
        "stage": "due",
        "stage_on": make.today,
        "said_on": make.today,
    }
    return Alert(**{**fields, **changes})


@pytest.fixture
def say(writing):
    """Add alerts; those that were new are returned."""

    def say(*alerts):
        with writing("check", by="check") as change:
            return checks.add_alerts(change, alerts)

    return say


def test_an_alert_is_said_once(make, add, say, load):
    due = alert(make, add())
    (said,) = say(due)
    assert say(due, due) == ()
    assert load(checks.alerts_of, due.commitment) == (said,)


def test_alerts_with_another_key_are_said_too(make, add, say):
    commitment = add()
    due = alert(make, commitment)
    others = [
        alert(make, commitment, arming=1),
        alert(make, commitment, stage="past+1"),
        alert(make, commitment, stage_on=make.today + timedelta(days=1)),
        alert(make, add()),
    ]
    assert len(say(due)) == 1
    assert len(say(due, *others)) == len(others)


def test_an_alert_of_another_day_with_the_same_key_is_not_new(make, add, say):
    due = alert(make, add())
    say(due)
    later = alert(make, commitment=add(), occurrence=due.occurrence, said_on=make.today + timedelta(days=1))
    assert say(Alert(due.commitment, due.occurrence, 0, due.stage, due.stage_on, later.said_on)) == ()


def test_nothing_to_say_says_nothing(say, load):
    assert say() == ()
    assert load(history.recent, None) == ()


def test_what_was_said_is_told_as_the_commitments(make, add, say, load):
    commitment = add()
    say(alert(make, commitment))
    told = load(history.recent, 1)[0]
    assert (told.action, told.commitments) == ("check", (commitment.number,))


def test_thousands_are_said_at_once(make, add, say, load):
    commitment = add()
    days = [make.today + timedelta(days=number) for number in range(2000)]
    assert len(say(*(alert(make, commitment, stage_on=day) for day in days))) == len(days)
    assert load(known_of, [commitment.current.id])[commitment.current.id].last.stage_on == days[-1]


def test_the_last_said_is_the_latest_under_the_present_arming(make, add, save, say, load):
    commitment, silent = add(), add()
    yesterday = make.today - timedelta(days=1)
    later, _ = say(
        alert(make, commitment, stage="ahead-1", said_on=make.today),
        alert(make, commitment, stage="ahead-7", stage_on=yesterday, said_on=yesterday),
    )
    ids = [commitment.current.id, silent.current.id]
    assert load(known_of, ids) == {commitment.current.id: Known(later)}
    save(commitment, make.with_occurrence(commitment, arming=1))
    assert load(known_of, ids) == {}


def test_very_many_occurrences_are_asked_for_at_once(make, add, say, load):
    commitment = add()
    (said,) = say(alert(make, commitment))
    assert load(known_of, range(40_000)) == {commitment.current.id: Known(said)}


def test_next_stages_are_written_without_a_trace_in_history(make, add, writing, load):
    one, other = add(), add()
    told = load(history.recent, None)
    with writing("check") as change:
        checks.set_next_stages(change, {one.current.id: make.today, other.current.id: None})
        checks.set_next_stages(change, {})
    assert load(commitments.get, one.number).current.next_stage_on == make.today
    assert load(commitments.get, other.number) == other
    assert load(history.recent, None) == told


def test_a_run_is_noted_by_its_local_day(make, writing, load):
    assert load(checks.last_run) is None
    tomorrow, later = make.today + timedelta(days=1), make.now + timedelta(hours=1)
    with writing("check") as change:
        checks.record_run(change, tomorrow, make.now, 2)
        checks.record_run(change, make.today, make.now, 1)
        checks.record_run(change, tomorrow, later, 3)
        said = change.conn.execute(sa.text("SELECT said FROM check_run ORDER BY local_date")).scalars().all()
    assert load(checks.last_run) == (tomorrow, later)
    assert said == [1, 5]


def test_the_policies_planned_by_are_the_latest(writing, load):
    assert load(checks.planned_by) is None
    with writing() as change:
        checks.set_planned_by(change, {"": "one"})
        checks.set_planned_by(change, {"": "two", "urgent": "three"})
    assert load(checks.planned_by) == {"": "two", "urgent": "three"}
