"""Strangers' text on a terminal."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.core.clean import clean_line, clean_text, is_dangerous, with_whole_characters

ANY_TEXT = st.text(st.characters())


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("plain", "plain"),
        ("two\nlines", "two lines"),
        ("two\r\nlines", "two lines"),
        ("a\ttab", "a tab"),
        ("line\u2028separator", "line separator"),
        ("\x1b[2Jclear", "[2Jclear"),
        ("\x1b]52;c;aGk=\x07paste", "]52;c;aGk=paste"),
        ("\x9b31mred", "31mred"),
        ("evil\u202etxt.exe", "eviltxt.exe"),
        ("\u2066isolated\u2069", "isolated"),
        ("nul\x00", "nul"),
        ("mark\ufeff", "mark"),
        ("hidden\U000e0041", "hidden"),
        ("half\ud800", "half\ufffd"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d🚀", "👩\u200d🚀"),
        ("non\u00a0breaking", "non\u00a0breaking"),
        ("e\u0301", "e\u0301"),
        ("\u0600١٢", "\u0600١٢"),
        ("new\U0001fae9", "new\U0001fae9"),
    ],
)
def test_only_what_is_dangerous_goes(text, cleaned):
    assert clean_line(text) == cleaned


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("plain\x1b", "plain\x1b"),
        ("half\ud83d", "half\ufffd"),
        ("\ude00\ud83d", "\ufffd\ufffd"),
        ("\ud83d\ude00!", "😀!"),
    ],
)
def test_halves_of_a_character_are_put_together_or_replaced(text, whole):
    assert with_whole_characters(text) == whole


@given(ANY_TEXT)
def test_no_line_keeps_a_control_or_a_bidirectional_character(text):
    cleaned = clean_line(text)
    assert not any(is_dangerous(character) for character in cleaned)
    assert not any(unicodedata.category(character) == "Cc" for character in cleaned)
    assert not any(unicodedata.bidirectional(character) in BIDI_CONTROLS for character in cleaned)
    assert len(cleaned.splitlines()) <= 1


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing_more(text):
    assert clean_line(clean_line(text)) == clean_line(text)
    assert clean_text(clean_text(text)) == clean_text(text)


@given(st.lists(ANY_TEXT))
def test_a_text_keeps_its_lines(lines):
    cleaned = [clean_line(line) for line in lines]
    assert clean_text("\r\n".join(cleaned)) == "\n".join(cleaned)


BIDI_CONTROLS = {"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"}
