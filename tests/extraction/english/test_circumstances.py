from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tracker.extraction.english.circumstances import CIRCUMSTANCES, circumstances

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.core.commitment import Extraction
    from tracker.extraction.candidate import Clause

SEEN = [
    ("dated", "The council will meet on 3 May 2025."),
    ("past_date", "The council will meet by 3 May 2019."),
    ("vague", "The council will meet in due course."),
    ("conditional", "The council will meet within 30 days of the handover."),
    ("undated", "The council will meet."),
    ("recurring", "The council will meet every month."),
    ("first_person", "We will meet."),
    ("first_person", "Our engineers will meet."),
    ("kept", "The council will not raise its fees before 2027."),
    ("kept", "No council will raise its fees before 2027."),
    ("kept", "Fares stay frozen until 3 May 2026."),
    ("vouched", "The mayor promised that the pier would be rebuilt."),
    ("pronoun", "She will meet them."),
    ("actor", "The council will meet."),
    ("name", "Northwind Rail will build a line."),
    ("public_subject", "The tenants will pay less."),
    ("generic", "A cheerful dog will bark."),
    ("event", "The exhibition will open."),
    ("aspiration", "We will work towards a better town."),
    ("passive_deed", "The pier will be rebuilt."),
    ("deed_verb", "We will rebuild the pier."),
    ("passive_other", "The pier will be missed."),
    ("past_tense", "The crane burst into flames, gone by 3 May 2026."),
    ("perfect", "New computers have been promised for 3 May 2025."),
    ("modal", "The pier will be rebuilt so that ships can land."),
    ("if", "The pier will be rebuilt if the bank agrees."),
    ("you", "You will hear from us."),
    ("you_get", "You will hear from us."),
    ("until_clause", "The pier will stay shut until the bank agrees."),
    ("promise_word", "The board promised to rebuild the pier."),
    ("imperative", "Keep off the grass and never leave the path before 3 May 2025."),
    ("agent_acts", "The council will rebuild the pier."),
    ("reported", "The pier will be rebuilt, the mayor said."),
]


@pytest.mark.parametrize(("name", "text"), SEEN)
def test_a_circumstance_is_seen(name: str, text: str, clauses_of: Callable[[str], list[Clause]]) -> None:
    assert name in circumstances(clauses_of(text)[0])


def test_what_stands_behind_a_quotation_is_not_the_clause_s_own(clauses_of: Callable[[str], list[Clause]]) -> None:
    assert "past_tense" not in circumstances(clauses_of('"We are hiring cooks on Monday," the mayor added.')[0])


def test_a_bullet_is_seen_to_hang_on_a_promise(extracted: Callable[..., Extraction]) -> None:
    found = extracted("The parties agreed on this:\n- a joint watch, at work by 3 May 2025")
    assert "promising_stem" in dict(found.commitments[0].features)


@pytest.mark.parametrize("name", ["promise_heading", "bullet", "stem"])
def test_where_a_clause_stands_is_seen(name: str, extracted: Callable[..., Extraction]) -> None:
    found = extracted("Next steps\n\nWe will:\n- rebuild the pier by 3 May 2025")
    assert name in dict(found.commitments[0].features)


def test_nothing_else_is_seen(clauses_of: Callable[[str], list[Clause]]) -> None:
    for _, text in SEEN:
        assert set(circumstances(clauses_of(text)[0])) <= CIRCUMSTANCES


@pytest.mark.parametrize("text", ["Our cream will glow.", "The pier will be rebuilt by May 2026."])
def test_what_is_neither_ours_nor_kept_is_not_taken_for_it(
    text: str, clauses_of: Callable[[str], list[Clause]]
) -> None:
    assert not {"first_person", "kept"} & set(circumstances(clauses_of(text)[0]))


def test_an_entry_has_no_verb(clauses_of: Callable[[str], list[Clause]]) -> None:
    assert "deed_verb" not in circumstances(clauses_of("Annual results: 4 June 2026.")[0])
