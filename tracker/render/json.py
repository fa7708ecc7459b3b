"""JSON: versioned documents with stable names, days as ISO 8601 days, instants in UTC with a Z.

Every document is an object whose "schema" names its shape. A section is one member of it: a table is a list of
objects, facts are one object. Characters that could do harm on a terminal are written as \\u escapes, so that the
data stays exact and a terminal stays safe.
"""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, TextIO

from tracker.core.clean import is_dangerous
from tracker.reports.table import Table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tracker.reports.table import Body, Report

# json.dumps has escaped the C0 controls already; DEL it lets through.
NOT_ASCII = re.compile("[\x7f-\U0010ffff]+")


def write(report: Report, stream: TextIO) -> None:
    """Write a report as one indented document and a line end."""
    stream.write(encode(document_of(report), indent=2) + "\n")


def document_of(report: Report) -> dict[str, Any]:
    """The report as a mapping: its schema, the day it was true on, and its sections by name."""
    head: dict[str, Any] = {"schema": report.schema}
    if report.today is not None:
        head["today"] = report.today
    return head | {section.name: _member_of(section.body) for section in report.sections}


def encode(document: Mapping[str, Any], indent: int | None = None) -> str:
    """A mapping of plain values, days and instants as JSON text; with no indent it is one line.

    Raises TypeError for any other value, and ValueError for a naive instant or a number that JSON has no word for.
    """
    text = json.dumps(document, ensure_ascii=False, allow_nan=False, indent=indent, default=_encode_value)
    return NOT_ASCII.sub(_escape_run, text)


def _member_of(body: Body) -> object:
    if isinstance(body, Table):
        names = [column.name for column in body.columns]
        return [dict(zip(names, (cell.value for cell in row), strict=True)) for row in body.rows]
    return {fact.name: fact.cell.value for fact in body.facts}


def _encode_value(value: object) -> str:
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise ValueError(f"{value} is no instant: it has no zone")
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"JSON has no word for a {type(value).__name__}")


def _escape_run(run: re.Match[str]) -> str:
    return run[0] if run[0].isprintable() else "".join(map(_escape, run[0]))


def _escape(character: str) -> str:
    if not is_dangerous(character):
        return character
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[start : start + 4]}" for start in range(0, len(units), 4))
