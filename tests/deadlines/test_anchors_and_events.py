"""The day that arithmetic starts from, and events whose day is or is not known."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.core.deadline import Anchor, Condition, DeadlineKind, Unit
from tracker.deadlines import find_deadlines, find_events

SAID_ON = date(2025, 9, 17)


def test_the_anchor_gives_its_reason() -> None:
    [deadline] = find_deadlines("It starts within ten days.", Anchor(date(2025, 5, 3), "the signing"))
    assert deadline.explanation == "10 days counted from the signing on Saturday 3 May 2025: Tuesday 13 May 2025"


def test_an_event_keeps_its_distance_until_it_has_a_day() -> None:
    text = "It starts within 60 days of the signing."
    [open_ended] = find_deadlines(text, SAID_ON)
    assert open_ended.condition == Condition("the signing", 60, Unit.DAY)
    [dated] = find_deadlines(text, SAID_ON, events={"signing": Anchor(date(2025, 10, 1), "the signing")})
    assert (dated.kind, dated.due) == (DeadlineKind.DATED, date(2025, 11, 30))


def test_a_length_in_fractions_before_an_event_is_kept_in_days() -> None:
    [deadline] = find_deadlines("It starts two and a half months before the launch.", SAID_ON)
    assert deadline.condition == Condition("the launch", -75, Unit.DAY)


def test_an_awaited_event_with_a_day_is_due_on_it() -> None:
    [deadline] = find_deadlines(
        "It starts upon ratification.", SAID_ON, events={"ratification": Anchor(date(2026, 1, 5), "the ratification")}
    )
    assert (deadline.due, deadline.anchor.reason) == (date(2026, 1, 5), "the ratification")


@pytest.mark.parametrize(
    ("text", "name", "on"),
    [
        ("The accord signed on 3 September 2025 is short.", "signing", date(2025, 9, 3)),
        ("Both signed it on Wednesday.", "signature", date(2025, 9, 17)),
        ("The court will hear them next Tuesday.", "hearing", date(2025, 9, 23)),
        ("The decree, which was entered on Monday, is long.", "entry", date(2025, 9, 15)),
        ("The election is set for 3 May.", "election", date(2026, 5, 3)),
    ],
)
def test_the_day_of_an_event_is_found_beside_its_words(text: str, name: str, on: date) -> None:
    assert find_events(text, SAID_ON)[name] == Anchor(on, f"the {name}")


@pytest.mark.parametrize(
    "text",
    ["They signed.", "They signed it. On 3 May it rained.", "It was signed between 3 and 5 May.", "They met 3 men."],
)
def test_an_event_without_a_day_beside_it_is_left_out(text: str) -> None:
    assert find_events(text, SAID_ON) == {}


@pytest.mark.parametrize(
    ("event", "due"),
    [
        ("the ruling on 9 March", date(2026, 4, 6)),
        ("its ruling on 9 March", date(2026, 4, 6)),
        ("a ruling on 9 March", date(2027, 4, 6)),
        ("the ruling on 9 March 2027", date(2027, 4, 6)),
        ("the ruling on Monday", date(2026, 4, 13)),
    ],
)
def test_only_a_definite_event_may_be_just_past(event: str, due: date) -> None:
    [deadline] = find_deadlines(f"Costs are paid within 28 days of {event}.", date(2026, 3, 11))
    assert deadline.due == due
