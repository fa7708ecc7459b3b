"""How a sentence falls into clauses, each with its subject and its own deadlines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.extraction.candidate import Clause

    ClausesOf = Callable[[str], list[Clause]]


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("Norda will sell the crane and Veland will buy it.", ["Norda", "Veland"]),
        ("Norda will sell the crane and will buy a tug.", ["Norda", "Norda"]),
        ("Norda will sell the crane, Veland will buy it.", ["Norda", "Veland"]),
        ("Norda will sell it, and the clerk, Ms Aro, will write to us.", ["Norda", "the clerk, Ms Aro"]),
        ("She promised that the crane would be sold.", ["the crane"]),
        ("Norda will sell it, old Ms Aro, the clerk, will write.", ["Norda", "old Ms Aro"]),
        (
            "Norda will sell it and men of the long cold windy grey northern coast of far old Veland will sail.",
            ["Norda"] * 2,
        ),
        ("The crane is to be sold; the tug will stay.", ["The crane", "the tug"]),
    ],
)
def test_each_clause_has_its_subject(text: str, subjects: list[str], clauses_of: ClausesOf) -> None:
    assert [clause.subject_text for clause in clauses_of(text)] == subjects


def test_who_promises_that_another_will_vouches_for_it(clauses_of: ClausesOf) -> None:
    first, second = clauses_of("Norda promised that the crane would be sold and that a tug would be bought.")
    assert (first.voucher, second.voucher) == ("Norda", "Norda")
    assert first.cue.name == second.cue.name == "would"


def test_a_clause_outside_the_promise_has_no_voucher(clauses_of: ClausesOf) -> None:
    (clause,) = clauses_of("Norda promised to sell the crane.")
    assert clause.voucher == ""


def test_a_clause_has_the_deadlines_between_its_edges(clauses_of: ClausesOf) -> None:
    first, second = clauses_of("Norda will sell the crane by 3 May 2025 and Veland will buy it by 3 June 2025.")
    assert [found.words for found in first.deadlines] == ["by 3 May 2025"]
    assert [found.words for found in second.deadlines] == ["by 3 June 2025."[:-1]]


def test_the_day_on_which_something_was_said_is_no_deadline(clauses_of: ClausesOf) -> None:
    (clause,) = clauses_of("The crane will be sold, Ada Holm told the board on Friday.")
    assert clause.deadlines == ()


@pytest.mark.parametrize(
    "text",
    [
        "The mayor on Monday vowed to sell the crane.",
        "The board will replace every crane built before 2019.",
        "No tenant will pay more than today.",
        "The crane will be sold, Ada Holm told the board during a long tour of the port on Friday.",
    ],
)
def test_a_day_that_belongs_to_something_else_is_no_deadline(text: str, clauses_of: ClausesOf) -> None:
    assert all(clause.deadlines == () for clause in clauses_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "We will answer every letter within five days.",
        "The team will answer questions on the forum within 48 hours.",
        "The office will reply to complaints within a week.",
    ],
)
def test_how_long_each_answer_takes_is_no_deadline(text: str, clauses_of: ClausesOf) -> None:
    assert all(clause.deadlines == () for clause in clauses_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "We will answer your letters within five days.",
        "The board will reply to the questions of the committee within 30 days.",
        "The office will answer all letters within a year.",
        "The agency will answer questions within 10 days.",
        "The office will answer all letters by Friday.",
    ],
)
def test_the_time_for_one_answer_is_its_deadline(text: str, clauses_of: ClausesOf) -> None:
    (clause,) = clauses_of(text)
    assert len(clause.deadlines) == 1


def test_a_timetable_verb_in_another_cue_s_clause_is_no_cue(clauses_of: ClausesOf) -> None:
    (clause,) = clauses_of("We will say who opens the fair on Monday.")
    assert clause.cue.name == "will"


def test_a_timetable_verb_far_from_its_day_is_no_cue(clauses_of: ClausesOf) -> None:
    text = (
        "The shop opens its doors to all who have waited so long and so patiently for goods that came by sea from "
        "Ostra on Monday."
    )
    assert "schedule" not in {clause.cue.name for clause in clauses_of(text)}


def test_a_timetable_verb_may_follow_its_day(clauses_of: ClausesOf) -> None:
    (clause,) = clauses_of("On Monday the new night bus, long wanted by all, starts.")
    assert clause.cue.name == "schedule"


def test_an_entry_s_day_stands_behind_its_colon(clauses_of: ClausesOf) -> None:
    (clause,) = clauses_of("On Monday: the old crane.")
    assert clause.cue.name == "timed"


def test_a_cue_that_needs_a_day_takes_nothing_from_others_where_none_is_named(clauses_of: ClausesOf) -> None:
    (clause,) = clauses_of("Nobody pays for the books: they are free.")
    assert clause.cue.name == "nobody"


def test_a_sentence_without_a_cue_has_no_clauses(clauses_of: ClausesOf) -> None:
    assert clauses_of("The sea was calm.") == []
