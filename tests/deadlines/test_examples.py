"""Every family of wording reads its own examples, and leaves its counterexamples alone."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import pytest

from tracker.core.deadline import Anchor
from tracker.deadlines import find_deadlines
from tracker.deadlines.engine import Grammar
from tracker.deadlines.english import ENGLISH, RULES
from tracker.deadlines.gate import words_in
from tracker.deadlines.named_days import name_rule
from tracker.deadlines.text import folded

if TYPE_CHECKING:
    from tracker.deadlines.examples import Example
    from tracker.deadlines.rules import Family

EXAMPLES = [(family.name, example) for family in RULES for example in family.examples]
COUNTEREXAMPLES = [(family.name, text) for family in RULES for text in family.counterexamples]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


@pytest.mark.parametrize(("family", "example"), EXAMPLES, ids=[f"{name}: {one.text}" for name, one in EXAMPLES])
def test_an_example_is_read_as_it_says(family: str, example: Example) -> None:
    said_on = date.fromisoformat(example.announced_on)
    events = {name: Anchor(date.fromisoformat(on)) for name, on in example.events}
    deadlines = find_deadlines(example.text, said_on, example.conventions, events=events)
    read = [(_iso(d.due), _iso(d.opens), d.kind, _iso(d.strict_due), d.sense, d.rrule, d.is_past) for d in deadlines]
    wanted = (
        example.due,
        example.opens,
        example.kind,
        example.strict_due,
        example.sense,
        example.rrule,
        example.is_past,
    )
    assert [_iso(d.due) for d in deadlines[:-1]] == ([example.named] if example.named else []), family
    assert read[-1:] == [wanted], family


@pytest.mark.parametrize(("family", "text"), COUNTEREXAMPLES, ids=[f"{name}: {text}" for name, text in COUNTEREXAMPLES])
def test_a_counterexample_is_left_alone(family: str, text: str) -> None:
    assert find_deadlines(text, date(2025, 9, 17)) == (), family


@pytest.mark.parametrize("family", RULES, ids=lambda family: family.name)
def test_a_family_shows_enough_of_what_it_reads_and_what_it_leaves_alone(family: Family) -> None:
    assert len(family.examples) >= 8
    assert len(family.counterexamples) >= 4


@cache
def grammar(*names: str) -> Grammar:
    """The grammar with named days of one's own; to build it takes a fifth of a second."""
    return Grammar(ENGLISH, tuple(name_rule(name) for name in names))


@pytest.mark.parametrize("example", [example for _, example in EXAMPLES], ids=lambda example: example.text)
def test_the_gate_lets_every_example_through(example: Example) -> None:
    own_names = [named.name for named in example.conventions.named_days]
    text = folded(example.text)
    assert grammar(*own_names).gate.lets_through(text, words_in(text))
