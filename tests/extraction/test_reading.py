from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tracker.core.deadline import Span
from tracker.extraction.reading import Reading, fold, lowered, read


@given(st.text())
def test_folding_and_lowering_keep_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert len(lowered(text)) == len(text)


def test_a_letter_that_grows_when_lowered_stays_as_it_is() -> None:
    assert lowered("İZMİR Will") == "İzmİr will"


def test_curly_quotes_and_wide_spaces_are_made_plain() -> None:
    assert fold("“we’ll\u00a0open”\n") == '"we\'ll open" '


def test_a_wrapped_line_reads_as_one_space() -> None:
    folded = fold("We will\n   open  it.")
    assert read(folded, Span(0, len(folded))).text == "We will open it."


def test_the_marks_of_quoted_mail_are_no_part_of_the_reading() -> None:
    folded = fold("We will\n> open it.")
    assert read(folded, Span(0, len(folded))).text == "We will open it."


@given(st.text(alphabet="ab  \n>.", min_size=1))
def test_every_letter_of_a_reading_stands_where_the_reading_says(text: str) -> None:
    folded = fold(text)
    reading = read(folded, Span(0, len(folded)))
    for offset, letter in enumerate(reading.text):
        assert folded[reading.origin(offset)] == letter


def test_a_span_across_a_wrap_leads_back_to_the_original() -> None:
    folded = fold("done within\n   30 days.")
    reading = read(folded, Span(0, len(folded)))
    at = reading.text.index("within")
    assert reading.original(Span(at, at + len("within 30 days"))).of(folded) == "within    30 days"


def test_two_readings_put_together_keep_their_origins() -> None:
    whole = Reading("We will", ((0, 10),)).followed_by(Reading("open", ((0, 40),)))
    assert whole.text == "We will open"
    assert whole.original(Span(8, 12)) == Span(40, 44)
    assert whole.original(Span(0, 2)) == Span(10, 12)
