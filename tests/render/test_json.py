"""Documents for machines."""

import io
import json
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.core.clean import is_dangerous
from tracker.render.json import encode, write
from tracker.reports.table import Cell, Column, Fact, Facts, Report, Section, Table


def written(report):
    stream = io.StringIO()
    write(report, stream)
    return stream.getvalue()


def test_a_document_has_its_schema_its_day_and_its_sections_by_name():
    table = Table((Column("id", "ID"), Column("uuid")), ((Cell(1, "one"), Cell("u-1")),))
    facts = Facts((Fact("due", "due date", Cell(date(2026, 1, 2), "in a while")),))
    report = Report("made_up", "Title", (Section("rows", "Rows", table), Section("facts", "", facts)), date(2026, 1, 1))
    assert json.loads(written(report)) == {
        "schema": "tracker.made_up/1",
        "today": "2026-01-01",
        "rows": [{"id": 1, "uuid": "u-1"}],
        "facts": {"due": "2026-01-02"},
    }


def test_a_report_of_no_day_has_none_and_an_empty_table_is_an_empty_list(report_of):
    assert json.loads(written(report_of([Column("id", "ID")], empty="Nothing."))) == {
        "schema": "tracker.made_up/1",
        "rows": [],
    }


def test_instants_are_in_utc_with_a_z():
    at = datetime(2026, 1, 2, 3, 0, tzinfo=timezone(timedelta(hours=5)))
    assert encode({"at": at}) == '{"at": "2026-01-01T22:00:00Z"}'
    assert encode({"at": datetime(2026, 1, 1, tzinfo=UTC)}) == '{"at": "2026-01-01T00:00:00Z"}'


def test_an_instant_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="it has no zone"):
        encode({"at": datetime(2026, 1, 2)})  # noqa: DTZ001 - a naive instant is what is refused


def test_what_json_has_no_word_for_is_refused():
    with pytest.raises(TypeError, match="no word for a set"):
        encode({"ids": {1}})
    with pytest.raises(ValueError, match="not JSON compliant"):
        encode({"score": float("nan")})


def test_text_stays_readable_and_escape_characters_do_not_act():
    assert encode({"name": "Łódź 市 👩\u200d🚀"}) == '{"name": "Łódź 市 👩\u200d🚀"}'
    assert encode({"name": "\x1b\x9b\u202e\x7f\U000e0041"}) == r'{"name": "\u001b\u009b\u202e\u007f\udb40\udc41"}'


@given(st.text(st.characters()))
def test_any_text_comes_back_exactly_and_is_safe_to_print(text):
    line = encode({text: text})
    assert json.loads(line) == {text: text}
    assert not any(is_dangerous(character) for character in line)
