"""A new family of wording is one file with rules and examples, and one line in the language."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tracker.core.conventions import PLAIN
from tracker.core.deadline import Anchor
from tracker.deadlines.engine import Grammar
from tracker.deadlines.english import ENGLISH
from tracker.deadlines.resolve import Context, reading_of
from tracker.deadlines.rules import NounRule
from tracker.deadlines.spec import MonthOf, Range
from tracker.deadlines.text import folded

if TYPE_CHECKING:
    from tracker.deadlines.rules import Match
    from tracker.deadlines.spec import Noun


def _harvest(match: Match) -> Noun:
    del match
    return Range(MonthOf(8), MonthOf(9))


def test_a_new_noun_works_with_every_frame_and_part_that_there_is() -> None:
    rule = NounRule("harvest", frozenset({"harvest"}), "harvest time", _harvest, frozenset({"harvest"}))
    grammar = Grammar(ENGLISH, (rule,))
    [found] = grammar.scan(folded("The mill reopens before harvest time."))
    assert found.meaning is not None
    reading = reading_of(found.meaning, Context(Anchor(date(2025, 9, 17)), PLAIN))
    assert reading is not None
    assert reading.due == date(2025, 7, 31)
    assert found.rules == ("before", "harvest")
