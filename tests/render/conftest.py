"""Reports made of whatever a test needs, and a terminal to write them to."""

import io

import pytest

from tracker.reports.table import Cell, Column, Report, Section, Table


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self):
        return True


@pytest.fixture
def terminal_stream(monkeypatch):
    """A colour terminal of 80 cells, whatever the tests themselves run on."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "80")
    for name in ("NO_COLOR", "FORCE_COLOR", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)
    return Terminal()


@pytest.fixture
def report_of():
    """A factory of reports of one table, from its columns and rows of values or cells."""

    def make(columns, *rows, heading="", **fields):
        cells = tuple(tuple(one if isinstance(one, Cell) else Cell(one) for one in row) for row in rows)
        shown = tuple(Column(one) if isinstance(one, str) else one for one in columns)
        return Report("made_up", "", (Section("rows", heading, Table(shown, cells), **fields),))

    return make
