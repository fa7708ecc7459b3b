"""The values of a deadline."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tracker.core.deadline import Span


@given(st.text(), st.text(), st.text())
def test_a_span_moves_with_the_text_around_it(before: str, piece: str, after: str) -> None:
    span = Span(0, len(piece))
    assert span.of(piece + after) == piece
    assert span.moved(len(before)).of(before + piece + after) == piece
