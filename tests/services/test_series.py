"""Recurring commitments: each time that one falls due is made when it comes near, and has its own story."""

from dataclasses import replace
from datetime import date

import pytest

from tracker.core.status import Status
from tracker.errors import UsageError
from tracker.services.amend import Move, move
from tracker.services.daily_check import check, preview
from tracker.services.evidence import read_evidence
from tracker.services.following import end_series, set_policy
from tracker.services.reference import Reference
from tracker.services.settle import Verdict, settle
from tracker.services.undo import undo
from tracker.store import commitments

MONTHLY = "The harbour board will publish a report every month."
PAGE = (read_evidence("https://example.org/page"),)


@pytest.fixture
def series(take_in):
    """A tracked series that falls due on the last day of each month, first on 30 September 2025."""
    return Reference(take_in(MONTHLY).commitments[0].number)


@pytest.fixture
def dues(store):
    """The due date of each occurrence of a commitment."""

    def dues(number):
        with store.reading() as conn:
            return [str(one.due) for one in commitments.get(conn, number.commitment).occurrences]

    return dues


def said(result):
    return [(one.standing.occurrence.number, one.stage.key) for one in result.said]


def test_the_next_one_is_made_when_its_first_stage_comes_though_the_one_before_is_open(store, routed, on, series, dues):
    assert dues(series) == ["2025-09-30"]
    days = {day: said(check(store, routed, on(f"2025-10-{day:02}"))) for day in (7, 23, 24, 30, 31)}
    assert days == {
        7: [(1, "past+7")],
        23: [],
        24: [(2, "ahead-7")],
        30: [(1, "past+30"), (2, "ahead-1")],
        31: [(2, "due")],
    }
    assert dues(series) == ["2025-09-30", "2025-10-31"]


def test_settling_one_does_not_end_the_series(store, routed, on, series, dues, next_day):
    settle(store, routed, on("2025-09-30"), series, Verdict(Status.FULFILLED, date(2025, 9, 30), evidence=PAGE))
    assert next_day(series) == "2025-10-24"
    assert said(check(store, routed, on("2025-10-24"))) == [(2, "ahead-7")]
    move(store, routed, on("2025-10-25"), series, Move(date(2025, 11, 10), "https://example.org", "late"))
    assert said(check(store, routed, on("2025-11-23"))) == [(2, "past+7"), (3, "ahead-7")]
    assert dues(series) == ["2025-09-30", "2025-11-10", "2025-11-30"]


def test_after_a_downtime_the_missed_ones_are_made_and_told_in_a_number(store, routed, on, series, dues):
    check(store, routed, on("2025-09-30"))
    seen = preview(store, routed, on("2026-01-02"))
    result = check(store, routed, on("2026-01-02"))
    assert (said(seen), len(seen.backfilled)) == (said(result), len(result.backfilled))
    assert dues(series)[-1] == "2025-12-31"
    assert said(result) == [(1, "past+90"), (4, "past+1")]
    assert [one.occurrence.number for one in result.backfilled] == [2, 3]
    assert said(check(store, routed, on("2026-01-02"))) == []


def test_very_many_missed_ones_are_made_by_several_checks(store, routed, on, take_in, dues):
    number = Reference(take_in("The harbour board will publish a bulletin every day.").commitments[0].number)
    check(store, routed, on("2026-01-20"))
    assert len(dues(number)) == 101
    check(store, routed, on("2026-01-21"))
    assert dues(number)[-1] >= "2026-01-21"
    assert len(set(dues(number))) == len(dues(number))


def test_a_series_ends_on_a_day_and_goes_on_when_that_is_undone(store, routed, on, series, dues, next_day):
    end_series(store, routed, on("2025-09-30"), series, date(2025, 10, 30))
    settle(store, routed, on("2025-09-30"), series, Verdict(Status.WITHDRAWN, reason="dropped"))
    assert next_day(series) == "None"
    check(store, routed, on("2026-01-02"))
    assert dues(series) == ["2025-09-30"]
    undo(store, routed, on("2026-01-02"), 2)
    check(store, routed, on("2026-01-02"))
    assert dues(series)[-1] == "2025-12-31"


def test_a_series_does_not_end_before_one_that_is_open(store, routed, on, series, take_in):
    check(store, routed, on("2025-10-24"))
    with pytest.raises(UsageError, match=f"{series}.2 falls due on 2025-10-31"):
        end_series(store, routed, on("2025-10-24"), series, date(2025, 10, 1))
    one_off = Reference(take_in().commitments[0].number)
    with pytest.raises(UsageError, match="does not recur"):
        end_series(store, routed, on("2025-10-24"), one_off, date(2025, 10, 1))


def test_a_policy_is_chosen_by_name_and_an_unknown_one_is_refused(store, routed, on, number, next_day):
    with pytest.raises(UsageError, match=r"policies\.NAME"):
        set_policy(store, routed, on("2025-09-04"), number, "urgent")
    rules = with_policy(routed, "urgent", (-10, 0))
    set_policy(store, rules, on("2025-09-04"), number, "urgent")
    assert next_day(number) == "2025-09-20"
    with pytest.raises(UsageError, match="did you mean urgent"):
        set_policy(store, rules, on("2025-09-04"), number, "urgnt")
    set_policy(store, rules, on("2025-09-04"), number, "")
    assert next_day(number) == "2025-09-23"
    undo(store, rules, on("2025-09-04"))
    assert next_day(number) == "2025-09-20"
    check(store, routed, on("2025-09-05"))
    assert next_day(number) == "2025-09-23"


def with_policy(rules, name, ladder):
    general = rules.policies.general
    return replace(rules, policies=replace(rules.policies, named={name: replace(general, ladder=ladder)}))
