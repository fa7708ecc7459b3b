from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.core.deadline import Span
from tracker.extraction.reading import fold
from tracker.extraction.sentences import find_sentences


def split(text: str) -> list[str]:
    return [span.of(text) for span in find_sentences(fold(text), Span(0, len(text)))]


@pytest.mark.parametrize(
    "sentences",
    [
        ["The bill is Rs. 40 crore, he said.", "It will be paid."],
        ["Dr. A. K. Roy will speak at 10 a.m. on Friday.", "Doors open at nine."],
        ["The shop opens by 5 p.m.", "Residents may park there."],
        ["The webcast begins at 4 p.m. Eastern Time on Thursday.", "A replay follows."],
        ["We publish figures every month.", "Customers asked for them."],
        ["Sec. 4. The board shall report by May.", "It is the law."],
        ["Mend the gate. Owner: the caretaker; due: 3 May.", "Sell the crane."],
        ["“We will open.”", "He said no more."],
    ],
)
def test_sentences_are_parted_where_a_reader_parts_them(sentences: list[str]) -> None:
    assert split(" ".join(sentences)) == sentences


def test_a_text_that_ends_within_an_abbreviation_is_kept_whole() -> None:
    assert split("The rest is due in Nov.") == ["The rest is due in Nov."]


def test_a_block_of_spaces_has_no_sentences() -> None:
    assert split("   ") == []


@given(st.text(max_size=200))
def test_a_sentence_is_what_stands_at_its_place_and_none_overlaps_another(text: str) -> None:
    folded = fold(text)
    end = 0
    for span in find_sentences(folded, Span(0, len(folded))):
        assert end <= span.start < span.end <= len(text)
        assert span.of(folded) == span.of(folded).strip()
        end = span.end
